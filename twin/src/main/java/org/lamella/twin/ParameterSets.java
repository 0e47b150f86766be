package org.lamella.twin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.evidence.ParameterEnsemble;

/**
 * Parameter sets of the bone model that agree with the published studies about equally well. Siblings are dealt out
 * among them, so that what the studies leave open about the model is part of every interval.
 *
 * @param models one per set, at least one
 * @param name for pages and manifests
 */
public record ParameterSets(List<BoneModel> models, String name) {
    public ParameterSets {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("parameter sets: found none, accepted are 1 or more");
        }
    }

    /** The sets that come with Lamella. */
    public static ParameterSets standard() {
        BoneParameters base = BoneParameters.load();
        List<BoneParameters> sets = base.members(ParameterEnsemble.load());
        List<BoneModel> models = sets.parallelStream().map(BoneModel::create).toList();
        return new ParameterSets(models, base.fingerprint() + ", " + models.size() + " sets " + hash(sets));
    }

    /** One set, without uncertainty about parameters. */
    public static ParameterSets of(BoneModel model) {
        return new ParameterSets(List.of(model), model.parameters().fingerprint());
    }

    private static String hash(List<BoneParameters> sets) {
        String text = sets.stream().map(BoneParameters::fingerprint).collect(Collectors.joining("|"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform offers SHA-256", e);
        }
    }
}
