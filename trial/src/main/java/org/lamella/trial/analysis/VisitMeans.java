package org.lamella.trial.analysis;

import java.util.List;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.run.PatientOutcome;

/** Mean change from enrolment by arm, quantity and visit, gathered in one pass. */
public final class VisitMeans {
    private final Protocol protocol;
    private final long[][][] n;
    private final double[][][] mean;
    private final double[][][] squares;

    VisitMeans(Protocol protocol) {
        this.protocol = protocol;
        int arms = protocol.arms().size();
        List<Measurement> measurements = protocol.measurements();
        this.n = new long[arms][measurements.size()][];
        this.mean = new double[arms][measurements.size()][];
        this.squares = new double[arms][measurements.size()][];
        for (int a = 0; a < arms; a++) {
            for (int m = 0; m < measurements.size(); m++) {
                int visits = measurements.get(m).visits().size();
                n[a][m] = new long[visits];
                mean[a][m] = new double[visits];
                squares[a][m] = new double[visits];
            }
        }
    }

    void add(PatientOutcome o) {
        for (int m = 0; m < o.measured().length; m++) {
            boolean ratio = protocol.measurements().get(m).quantity().ratioScale();
            double base = o.measured()[m][0];
            for (int v = 0; v < o.measured()[m].length; v++) {
                double value = o.measured()[m][v];
                if (Double.isNaN(value) || (ratio && base == 0)) {
                    continue;
                }
                double change = ratio ? 100 * (value / base - 1) : value - base;
                long count = ++n[o.arm()][m][v];
                double delta = change - mean[o.arm()][m][v];
                mean[o.arm()][m][v] += delta / count;
                squares[o.arm()][m][v] += delta * (change - mean[o.arm()][m][v]);
            }
        }
    }

    /**
     * Mean change at a visit: in percent for quantities on a ratio scale, in their unit for Z-scores.
     *
     * @param months time of the visit
     * @param n patients
     * @param mean mean change
     * @param halfWidth half of the 95 % interval, by the normal approximation
     */
    public record Point(double months, long n, double mean, double halfWidth) {}

    /** Points of one arm and quantity, in order of visit. */
    public List<Point> points(int arm, Quantity quantity) {
        for (int m = 0; m < protocol.measurements().size(); m++) {
            Measurement measurement = protocol.measurements().get(m);
            if (measurement.quantity() == quantity) {
                Point[] points = new Point[measurement.visits().size()];
                for (int v = 0; v < points.length; v++) {
                    long count = n[arm][m][v];
                    double se = count < 2 ? Double.NaN : Math.sqrt(squares[arm][m][v] / (count - 1) / count);
                    points[v] = new Point(
                            measurement.visits().get(v).months(),
                            count,
                            count == 0 ? Double.NaN : mean[arm][m][v],
                            1.96 * se);
                }
                return List.of(points);
            }
        }
        return List.of();
    }
}
