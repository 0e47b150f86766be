package org.lamella.bone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.evidence.Parameter;
import org.lamella.evidence.ParameterEnsemble;
import org.lamella.evidence.ParameterSet;

/**
 * Every number of the model, with its source.
 *
 * @param bone equations of bone, {@code parameters/lam1.yaml}
 * @param drugs effects of drugs, {@code parameters/drugs.yaml}
 * @param types medians and spread of traits, {@code parameters/type_priors.yaml}
 */
public record BoneParameters(ParameterSet bone, ParameterSet drugs, ParameterSet types) {
    /** The parameters that come with Lamella. */
    public static BoneParameters load() {
        return new BoneParameters(
                ParameterSet.load("parameters/lam1.yaml"),
                ParameterSet.load("parameters/drugs.yaml"),
                ParameterSet.load("parameters/type_priors.yaml"));
    }

    public BoneParameters {
        refuseNegative(bone);
        refuseNegative(drugs);
    }

    private static void refuseNegative(ParameterSet set) {
        for (Parameter p : set.all()) {
            if (p.value() < 0) {
                throw new IllegalArgumentException("parameter " + p.id() + ": found " + p.value() + " " + p.unit()
                        + ", accepted is 0 or more; numbers of equations and drugs are amounts, rates and powers");
            }
        }
    }

    /**
     * Labelled warnings for values outside the range for which results are claimed (prior, checked or tested, see the page
     * of parameters), against the parameters that come with Lamella; empty for these.
     */
    public List<String> cautions() {
        BoneParameters standard = load();
        List<String> found = new ArrayList<>();
        for (ParameterSet set : List.of(standard.bone, standard.drugs, standard.types)) {
            for (Parameter usual : set.all()) {
                double value = get(usual.id()).value();
                ParameterRange range = ParameterRange.of(usual);
                if (value != usual.value() && !range.holds(value)) {
                    found.add("EXTRAPOLATION: parameter " + usual.id() + " is " + ParameterTable.number(value) + " "
                            + usual.unit() + ", outside " + range.inWords() + ".");
                }
            }
        }
        return List.copyOf(found);
    }

    /** The same parameters with one value changed, wherever it is kept. */
    public BoneParameters with(String id, double value) {
        if (drugs.find(id).isPresent()) {
            return new BoneParameters(bone, drugs.with(id, value), types);
        }
        if (types.find(id).isPresent()) {
            return new BoneParameters(bone, drugs, types.with(id, value));
        }
        return new BoneParameters(bone.with(id, value), drugs, types);
    }

    /** The same parameters with several values changed. */
    public BoneParameters with(Map<String, Double> values) {
        Map<String, Double> ofBone = new TreeMap<>();
        Map<String, Double> ofDrugs = new TreeMap<>();
        Map<String, Double> ofTypes = new TreeMap<>();
        values.forEach((id, value) -> {
            boolean drug = drugs.find(id).isPresent();
            (drug ? ofDrugs : types.find(id).isPresent() ? ofTypes : ofBone).put(id, value);
        });
        return new BoneParameters(bone.with(ofBone), drugs.with(ofDrugs), types.with(ofTypes));
    }

    /** These parameters with the values of each set in turn, in the order of the ensemble. */
    public List<BoneParameters> members(ParameterEnsemble ensemble) {
        return ensemble.members().stream().map(this::with).toList();
    }

    /** Name for pages and manifests: the model and the first 12 hexadecimal digits of the SHA-256 of all ids and values. */
    public String fingerprint() {
        StringBuilder text = new StringBuilder();
        for (ParameterSet set : List.of(bone, drugs, types)) {
            set.all().stream()
                    .sorted(Comparator.comparing(Parameter::id))
                    .forEach(p ->
                            text.append(p.id()).append('=').append(p.value()).append('\n'));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return "LAM-1 " + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform offers SHA-256", e);
        }
    }

    /** A parameter of any of the three sets. */
    public Parameter get(String id) {
        return drugs.find(id).or(() -> types.find(id)).orElseGet(() -> bone.get(id));
    }
}
