package org.lamella.twin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    /**
     * The sets that come with Lamella. Sets that were fitted to other parameters than the present ones give their spread
     * only: it is laid around the present values, and the name says so.
     */
    public static ParameterSets standard() {
        BoneParameters base = BoneParameters.load();
        ParameterEnsemble ensemble = ParameterEnsemble.load();
        boolean current = base.fingerprint().equals(ensemble.run().get("parameters_before"));
        List<BoneParameters> sets = current ? base.members(ensemble) : around(base, ensemble);
        List<BoneModel> models = sets.parallelStream().map(BoneModel::create).toList();
        return new ParameterSets(
                models,
                base.fingerprint() + ", " + models.size() + " sets " + hash(sets)
                        + (current ? "" : " (spread of the last calibration, laid around the present values)"));
    }

    /** Each value of a set, as a ratio to the geometric mean over the sets, times the present value. */
    static List<BoneParameters> around(BoneParameters base, ParameterEnsemble ensemble) {
        Map<String, Double> centre = new TreeMap<>();
        for (String id : ensemble.ids()) {
            double sum = 0;
            for (Map<String, Double> member : ensemble.members()) {
                sum += StrictMath.log(value(member, id));
            }
            centre.put(id, StrictMath.exp(sum / ensemble.size()));
        }
        return ensemble.members().stream()
                .map(member -> {
                    Map<String, Double> moved = new TreeMap<>();
                    ensemble.ids()
                            .forEach(id -> moved.put(id, base.get(id).value() * value(member, id) / value(centre, id)));
                    return base.with(moved);
                })
                .toList();
    }

    private static double value(Map<String, Double> values, String id) {
        return Objects.requireNonNull(values.get(id), id);
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
