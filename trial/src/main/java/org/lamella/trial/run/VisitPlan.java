package org.lamella.trial.run;

import java.util.Arrays;
import java.util.List;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;

/**
 * What is measured at which visit, looked up once.
 *
 * @param days day of each visit, from enrolment
 * @param columns by visit and measurement: column of the visit among those of the measurement, or -1
 * @param measurements measurements of the protocol
 */
record VisitPlan(int[] days, int[][] columns, List<Measurement> measurements) {
    static VisitPlan of(Protocol protocol) {
        List<Measurement> measurements = protocol.measurements();
        int[] days = protocol.visits().stream().mapToInt(v -> v.days()).toArray();
        int[][] columns = new int[days.length][measurements.size()];
        for (int v = 0; v < days.length; v++) {
            for (int m = 0; m < measurements.size(); m++) {
                columns[v][m] =
                        measurements.get(m).visits().indexOf(protocol.visits().get(v));
            }
        }
        return new VisitPlan(days, columns, measurements);
    }

    int visits() {
        return days.length;
    }

    /** A value for every measurement and each of its visits, none measured yet. */
    double[][] emptyTable() {
        double[][] table = new double[measurements.size()][];
        for (int m = 0; m < table.length; m++) {
            table[m] = new double[measurements.get(m).visits().size()];
            Arrays.fill(table[m], Double.NaN);
        }
        return table;
    }

    /** The value of a quantity in a table at a visit, or not a number when it is not measured there. */
    double valueAt(double[][] table, Quantity quantity, int visit) {
        for (int m = 0; m < table.length; m++) {
            if (measurements.get(m).quantity() == quantity && columns[visit][m] >= 0) {
                return table[m][columns[visit][m]];
            }
        }
        return Double.NaN;
    }
}
