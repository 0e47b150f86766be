package org.lamella.trial.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;

/**
 * Allocation to arms in order of enrolment. Within each stratum the arms follow their shares as closely as whole patients
 * allow; which arm comes next is random among those furthest behind their share, in blocks of the sum of shares.
 */
public final class Allocation {
    private final List<Arm> arms;
    private final KeyedRandom random;
    private final int replicate;
    private final double shares;
    private final Map<String, int[]> allocated = new TreeMap<>();

    Allocation(Protocol protocol, KeyedRandom random, int replicate, Map<String, List<Integer>> soFar) {
        this.arms = protocol.arms();
        this.random = random;
        this.replicate = replicate;
        this.shares = arms.stream().mapToDouble(Arm::share).sum();
        soFar.forEach((stratum, counts) -> allocated.put(
                stratum, counts.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The stratum of a patient; two patients are in the same one when these are equal. */
    public static String stratum(
            List<Randomisation.Stratum> strata, OiType type, Sex sex, double ageYears, int history) {
        StringBuilder name = new StringBuilder();
        for (Randomisation.Stratum by : Randomisation.Stratum.values()) {
            if (strata.contains(by)) {
                switch (by) {
                    case OI_TYPE -> name.append(type);
                    case SEX -> name.append('/').append(sex);
                    case AGE_GROUP ->
                        name.append('/').append(ageYears < 4 ? 0 : ageYears < 10 ? 1 : ageYears < 18 ? 2 : 3);
                    case RECENT_FRACTURE -> name.append('/').append(history > 0);
                }
            }
        }
        return name.toString();
    }

    /** The arm of the next patient; patients must come in order of enrolment. */
    int next(long key, String stratum) {
        if (arms.size() == 1) {
            return 0;
        }
        int[] so = allocated.computeIfAbsent(stratum, s -> new int[arms.size()]);
        int total = 0;
        for (int n : so) {
            total += n;
        }
        // Biased-coin allocation: weight each arm by how far it is behind its share, so that imbalance stays small.
        double[] weight = new double[arms.size()];
        double sum = 0;
        for (int a = 0; a < weight.length; a++) {
            double share = arms.get(a).share() / shares;
            double behind = share * (total + 1) - so[a];
            weight[a] = behind <= 0 ? 0 : behind;
            sum += weight[a];
        }
        double u = random.uniform(key, replicate, Process.RANDOMISATION, 0) * sum;
        int arm = 0;
        while (arm < weight.length - 1 && u >= weight[arm]) {
            u -= weight[arm++];
        }
        while (weight[arm] == 0) {
            arm--;
        }
        so[arm]++;
        return arm;
    }

    /** Patients of each arm so far, by stratum. */
    Map<String, List<Integer>> soFar() {
        Map<String, List<Integer>> counts = new TreeMap<>();
        allocated.forEach(
                (stratum, so) -> counts.put(stratum, Arrays.stream(so).boxed().toList()));
        return counts;
    }
}
