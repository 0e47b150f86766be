package org.lamella.trial.protocol;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.statistics.GroupSequential;
import org.lamella.trial.statistics.RepeatedMeasures;

/**
 * How the trial is analysed beyond the usual.
 *
 * @param repeatedMeasures covariance between visits for changes by a mixed model of all visits; null for analysis of
 *     covariance at the visit of the endpoint
 * @param interim looks at the trial under way, or null
 * @param doses doses of the arms, or null when there is no dose-response question
 */
public record AnalysisPlan(
        RepeatedMeasures.@Nullable Structure repeatedMeasures,
        @Nullable Interim interim,
        @Nullable Doses doses) {
    /** Nothing beyond the usual. */
    public static final AnalysisPlan USUAL = new AnalysisPlan(null, null, null);

    /** Covariance between visits when changes are analysed by a mixed model. */
    public Optional<RepeatedMeasures.Structure> repeatedMeasuresIfAny() {
        return Optional.ofNullable(repeatedMeasures);
    }

    /** Looks, when there are any. */
    public Optional<Interim> interimIfAny() {
        return Optional.ofNullable(interim);
    }

    /** Doses, when there is a question about them. */
    public Optional<Doses> dosesIfAny() {
        return Optional.ofNullable(doses);
    }

    /**
     * Looks at the trial under way: when this share of the patients has the primary endpoint.
     *
     * @param looks rising shares, the last one 1
     * @param spending how fast the error of 5 % is spent
     */
    public record Interim(List<Double> looks, GroupSequential.Spending spending) {
        public Interim {
            looks = List.copyOf(looks);
        }

        /** Boundaries for the absolute test statistic at 5 % two-sided. */
        public GroupSequential boundaries() {
            return GroupSequential.of(
                    spending,
                    0.05,
                    looks.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /**
     * Doses of the arms.
     *
     * @param unit unit of the doses, for readers
     * @param levels dose of each arm, in the order of the arms; at least three different ones
     */
    public record Doses(String unit, List<Double> levels) {
        public Doses {
            levels = List.copyOf(levels);
        }
    }
}
