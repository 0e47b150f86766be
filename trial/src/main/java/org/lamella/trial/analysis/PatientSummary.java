package org.lamella.trial.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.FractureSite;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.protocol.StudyTime;
import org.lamella.trial.run.Allocation;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.TrialEvent;

/**
 * What the analysis keeps of one patient.
 *
 * @param number order of enrolment
 * @param arm index of the arm
 * @param type OI type
 * @param ageYears age at enrolment
 * @param lastDay last observed day
 * @param sex sex
 * @param severity latent severity within the type
 * @param history fractures known at screening
 * @param runIn counted fractures between screening and enrolment
 * @param values by endpoint: value at enrolment and at the endpoint's visit, then, when changes are analysed by a model of
 *     all visits, the value at each visit after enrolment up to that one; of a crossover the values at the beginning and end
 *     of both periods; not a number when missed
 * @param fractures counted fractures in order of day
 */
record PatientSummary(
        int number,
        int arm,
        OiType type,
        Sex sex,
        double ageYears,
        double severity,
        int history,
        int runIn,
        int lastDay,
        double[][] values,
        List<Counted> fractures) {
    /**
     * A counted fracture.
     *
     * @param day day from enrolment
     * @param site site, or null when it was none
     */
    record Counted(int day, @Nullable FractureSite site) {
        boolean in(Endpoint.Fractures which) {
            return switch (which) {
                case CLINICAL -> site != FractureSite.VERTEBRA;
                case LONG_BONE -> site != null && site != FractureSite.VERTEBRA;
                case LOWER_LIMB -> site != null && site.lowerLimb();
                case UPPER_LIMB -> site == FractureSite.UPPER_LIMB;
                case VERTEBRAL -> site == FractureSite.VERTEBRA;
            };
        }
    }

    static PatientSummary of(Protocol protocol, PatientOutcome o) {
        List<Endpoint> endpoints = protocol.endpoints();
        double[][] values = new double[endpoints.size()][];
        for (int e = 0; e < values.length; e++) {
            values[e] = switch (endpoints.get(e)) {
                case Endpoint.Change c -> pair(protocol, o, c.quantity(), c.at());
                case Endpoint.Responder r -> pair(protocol, o, r.quantity(), r.at());
                case Endpoint.Crossover c -> periods(protocol, o, c);
                default -> new double[0];
            };
        }
        return new PatientSummary(
                o.number(),
                o.arm(),
                o.type(),
                o.sex(),
                o.ageDays() / Age.DAYS_PER_YEAR,
                o.severity(),
                o.historyFractures(),
                (int) o.runIn().stream().filter(TrialEvent::counted).count(),
                o.lastDay(),
                values,
                o.events().stream()
                        .filter(TrialEvent::counted)
                        .map(e -> new Counted(e.day(), e.site()))
                        .toList());
    }

    /** Values at the beginning and end of both periods. */
    private static double[] periods(Protocol protocol, PatientOutcome o, Endpoint.Crossover c) {
        for (int m = 0; m < protocol.measurements().size(); m++) {
            Measurement measurement = protocol.measurements().get(m);
            if (measurement.quantity() == c.quantity()) {
                double[] measured = o.measured()[m];
                List<StudyTime> visits = measurement.visits();
                return new double[] {
                    measured[0],
                    measured[visits.indexOf(c.at())],
                    measured[visits.indexOf(c.second())],
                    measured[visits.indexOf(c.until())]
                };
            }
        }
        throw new IllegalStateException("the protocol was checked: " + c.quantity() + " is measured");
    }

    private static double[] pair(Protocol protocol, PatientOutcome o, Quantity quantity, StudyTime at) {
        for (int m = 0; m < protocol.measurements().size(); m++) {
            Measurement measurement = protocol.measurements().get(m);
            if (measurement.quantity() == quantity) {
                double[] measured = o.measured()[m];
                int visit = measurement.visits().indexOf(at);
                boolean all = protocol.analysis().repeatedMeasuresIfAny().isPresent();
                double[] values = new double[all ? 2 + visit : 2];
                values[0] = measured[0];
                values[1] = measured[visit];
                if (all) {
                    System.arraycopy(measured, 1, values, 2, visit);
                }
                return values;
            }
        }
        throw new IllegalStateException("the protocol was checked: " + quantity + " is measured");
    }

    /** Stratum of the allocation. */
    String stratum(List<Randomisation.Stratum> strata) {
        return Allocation.stratum(strata, type, sex, ageYears, history);
    }

    /** Counted fractures of a kind on or after one day and up to another. */
    int count(Endpoint.Fractures which, int from, int until) {
        int n = 0;
        for (Counted f : fractures) {
            n += f.in(which) && f.day() > from && f.day() <= until ? 1 : 0;
        }
        return n;
    }

    /** Days, from the beginning of a window on, of counted fractures of a kind in it. */
    int[] days(Endpoint.Fractures which, int from, int length) {
        return fractures.stream()
                .filter(f -> f.in(which) && f.day() > from && f.day() <= from + length)
                .mapToInt(f -> f.day() - from)
                .sorted()
                .toArray();
    }

    /** Day of the first counted fracture of a kind up to a day, or -1. */
    int first(Endpoint.Fractures which, int until) {
        for (Counted f : fractures) {
            if (f.in(which) && f.day() <= until) {
                return f.day();
            }
        }
        return -1;
    }
}
