package org.lamella.trial.qualify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.data.YamlNode;

/**
 * What is compared for one study, fixed before the run.
 *
 * @param study identifier of the study in the evidence
 * @param protocol protocol file, relative to the protocol folder
 * @param patientsPerArm virtual patients in the smallest arm, at least 500
 * @param seed seed of the run
 * @param comparisons what is compared; a reserved study has predictions only
 */
public record QualificationPlan(
        String study, String protocol, int patientsPerArm, long seed, List<Comparison> comparisons) {
    /** Fewest virtual patients per arm. */
    public static final int FEWEST = 500;

    public QualificationPlan {
        if (patientsPerArm < FEWEST) {
            throw new IllegalArgumentException("plan " + study + ": found " + patientsPerArm
                    + " patients per arm, accepted are at least " + FEWEST);
        }
        comparisons = List.copyOf(comparisons);
    }

    /** How a prediction is held against an observation. */
    public enum Scale {
        /** The larger of the two over the smaller; both must have the same sign. */
        FOLD,
        /** The same for levels relative to the start: 100 plus a percentage change. For markers that fall. */
        LEVEL,
        /** Absolute difference; for figures near zero. */
        DIFFERENCE
    }

    /** What a percentage change is the mean of. */
    public enum PercentOf {
        MEANS,
        INDIVIDUALS
    }

    /**
     * One comparison.
     *
     * @param what in words
     * @param endpoint endpoint of the protocol
     * @param arm arm of the protocol
     * @param against true for the effect against the comparator, false for the arm itself
     * @param relative true for the arm's level relative to the comparator's, in percent above it
     * @param individuals true when the publication gives the mean of individual percentage changes (it prints their spread);
     *     otherwise percentage changes are those of the group mean
     * @param observed where the published figure stands; null when none may be read or none exists
     * @param scale how they are compared
     * @param limit largest accepted fold or difference
     */
    public record Comparison(
            String what,
            String endpoint,
            String arm,
            boolean against,
            boolean relative,
            boolean individuals,
            @Nullable Published observed,
            Scale scale,
            double limit) {
        public Optional<Published> observedIfAny() {
            return Optional.ofNullable(observed);
        }
    }

    /**
     * Address of a published figure in the evidence.
     *
     * @param arm arm as the study file names it; empty when it names none
     * @param measure measure as the study file names it
     * @param time time in years as in the study file, or null
     * @param pick which of several numbers: first, or the middle of a range
     * @param factor number to multiply with, such as 2 for a yearly figure over two years
     * @param minus figure to subtract, or null
     * @param percentOf figure that this one is a level of, giving a percentage change, or null
     * @param patients number of patients behind it, or 0 when not known
     */
    public record Published(
            String arm,
            String measure,
            @Nullable Double time,
            Pick pick,
            double factor,
            @Nullable Published minus,
            @Nullable Published percentOf,
            int patients) {
        /** Which of several numbers. */
        public enum Pick {
            FIRST,
            MIDDLE
        }
    }

    /** Reads a plan file. */
    public static QualificationPlan read(Path file) throws IOException {
        YamlNode top = YamlNode.parse(file.getFileName().toString(), Files.readString(file));
        top.onlyKeys("study", "protocol", "patients_per_arm", "seed", "comparisons");
        List<Comparison> comparisons = new ArrayList<>();
        for (YamlNode item : top.items("comparisons")) {
            comparisons.add(comparison(item));
        }
        return new QualificationPlan(
                top.text("study"),
                top.text("protocol"),
                top.get("patients_per_arm").integer(),
                top.get("seed").integer(),
                comparisons);
    }

    private static Comparison comparison(YamlNode node) {
        node.onlyKeys("what", "endpoint", "arm", "as", "percent_of", "observed", "scale", "limit");
        String as = node.optionalText("as").orElse("arm");
        if (!List.of("arm", "effect", "relative").contains(as)) {
            throw node.get("as").wrong("arm, effect or relative");
        }
        return new Comparison(
                node.text("what"),
                node.text("endpoint"),
                node.text("arm"),
                as.equals("effect"),
                as.equals("relative"),
                node.has("percent_of") && node.choice("percent_of", PercentOf.class) == PercentOf.INDIVIDUALS,
                node.find("observed").map(QualificationPlan::published).orElse(null),
                node.choice("scale", Scale.class),
                node.number("limit"));
    }

    private static Published published(YamlNode node) {
        node.onlyKeys("arm", "measure", "time", "pick", "factor", "minus", "percent_of", "patients");
        return new Published(
                node.optionalText("arm").orElse(""),
                node.text("measure"),
                node.has("time") ? node.number("time") : null,
                node.has("pick") ? node.choice("pick", Published.Pick.class) : Published.Pick.FIRST,
                node.has("factor") ? node.number("factor") : 1,
                node.find("minus").map(QualificationPlan::published).orElse(null),
                node.find("percent_of").map(QualificationPlan::published).orElse(null),
                node.has("patients") ? node.get("patients").integer() : 0);
    }
}
