package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Means;

/**
 * The response of every arm to the primary endpoint with the joint variance of all arms, from sums of products over
 * patients. Arms are independent unless every virtual patient goes through all of them.
 */
final class ArmResponses {
    private static final int FEWEST = 12;

    private final Endpoint endpoint;
    private final int at;
    private final int arms;
    private final boolean paired;
    private final int[] patients;
    private final int[] measured;
    /** By arm: value (shifted), 1 when it is there; or events and years. */
    private final CrossSums sums;

    private double[] current;
    private double shift = Double.NaN;
    private int number = -1;

    ArmResponses(Protocol protocol) {
        this.endpoint = protocol.primaryEndpoint();
        this.at = protocol.endpoints().indexOf(endpoint);
        this.arms = protocol.arms().size();
        this.paired = protocol.randomisation().method() == Randomisation.Method.PAIRED;
        this.patients = new int[arms];
        this.measured = new int[arms];
        this.sums = new CrossSums(2 * arms);
        this.current = new double[2 * arms];
    }

    /** False for questions without a response of each arm. */
    static boolean answers(Endpoint endpoint) {
        return !(endpoint instanceof Endpoint.FirstFracture || endpoint instanceof Endpoint.Crossover);
    }

    void add(PatientSummary p) {
        if (!paired || p.number() != number) {
            close();
            number = p.number();
        }
        patients[p.arm()]++;
        int place = 2 * p.arm();
        switch (endpoint) {
            case Endpoint.Change c -> value(p.arm(), ChangeQuestion.change(p, at, c.percent()));
            case Endpoint.Responder r -> value(p.arm(), ResponderQuestion.hit(p, r, at));
            case Endpoint.FractureRate f -> {
                measured[p.arm()]++;
                current[place] = FractureRateQuestion.count(p, f);
                current[place + 1] = FractureRateQuestion.days(p, f) / Age.DAYS_PER_YEAR;
            }
            case Endpoint.FirstFracture _, Endpoint.Crossover _ ->
                throw new IllegalStateException("has no response of each arm");
        }
    }

    private void value(int arm, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        // sums of squares about one of the values lose nothing to the size of the mean
        shift = Double.isNaN(shift) ? value : shift;
        measured[arm]++;
        current[2 * arm] = value - shift;
        current[2 * arm + 1] = 1;
    }

    /** Enters the patient who was last gathered. */
    private void close() {
        if (number >= 0) {
            sums.add(current);
            Arrays.fill(current, 0);
        }
        number = -1;
    }

    int patients() {
        return Arrays.stream(patients).sum();
    }

    String scale() {
        return switch (endpoint) {
            case Endpoint.Change _ -> "mean change";
            case Endpoint.Responder _ -> "share of responders";
            default -> "logarithm of the fracture rate";
        };
    }

    /** True when every arm has enough patients, and events or spread. */
    boolean enough() {
        close();
        double[][] variance = variance();
        for (int a = 0; a < arms; a++) {
            boolean something = rate() ? sums.sum(2 * a) > 0 : variance[a][a] > 0;
            if (measured[a] < FEWEST || !something) {
                return false;
            }
        }
        return true;
    }

    private boolean rate() {
        return endpoint instanceof Endpoint.FractureRate;
    }

    /** Response by arm. */
    double[] response() {
        close();
        double[] response = new double[arms];
        for (int a = 0; a < arms; a++) {
            double ratio = sums.sum(2 * a) / sums.sum(2 * a + 1);
            response[a] = rate() ? StrictMath.log(ratio) : shift + ratio;
        }
        return response;
    }

    /** Response by arm with its interval; rates themselves, not their logarithms. */
    List<Effect> effects() {
        double[] response = response();
        double[][] variance = variance();
        List<Effect> effects = new ArrayList<>();
        for (int a = 0; a < arms; a++) {
            double se = StrictMath.sqrt(variance[a][a]);
            effects.add(rate() ? Means.onLogScale(StrictMath.exp(response[a]), se) : Means.normal(response[a], se));
        }
        return effects;
    }

    /** Joint variance of the responses. */
    double[][] variance() {
        close();
        double[][] variance = new double[arms][arms];
        for (int a = 0; a < arms; a++) {
            for (int b = 0; b < arms; b++) {
                double[] wa = weights(a);
                double[] wb = weights(b);
                for (int i = 0; i < 2; i++) {
                    for (int j = 0; j < 2; j++) {
                        variance[a][b] += wa[i] * wb[j] * sums.product(2 * a + i, 2 * b + j);
                    }
                }
            }
        }
        return variance;
    }

    /** What a patient adds to the error of an arm, as weights of what was gathered. */
    private double[] weights(int arm) {
        double first = sums.sum(2 * arm);
        double second = sums.sum(2 * arm + 1);
        return rate() ? new double[] {1 / first, -1 / second} : new double[] {1 / second, -first / second / second};
    }
}
