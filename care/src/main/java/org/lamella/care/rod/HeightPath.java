package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamella.patient.measure.Centimetres;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastQuantity;

/**
 * Forecast of height, the driver of bone length.
 *
 * @param points ascending in time, starting at 0
 */
public record HeightPath(List<Point> points) {
    /**
     * Height at a time.
     *
     * @param yearsAhead years after the day of the plan
     * @param low 5th centile of the siblings
     * @param median median
     * @param high 95th centile
     */
    public record Point(double yearsAhead, Centimetres low, Centimetres median, Centimetres high) {}

    public HeightPath {
        points = List.copyOf(points);
        if (points.isEmpty() || points.getFirst().yearsAhead() != 0) {
            throw new IllegalArgumentException("height path: needs points that start at 0 years");
        }
    }

    /** The height curve of a forecast, or empty when it holds none. */
    public static Optional<HeightPath> of(Forecast forecast) {
        return forecast.curve(ForecastQuantity.HEIGHT).map(HeightPath::of);
    }

    private static HeightPath of(ForecastCurve curve) {
        List<Point> points = new ArrayList<>();
        curve.points()
                .forEach(p -> points.add(new Point(
                        p.yearsAhead(),
                        new Centimetres(p.estimate().low()),
                        new Centimetres(p.estimate().median()),
                        new Centimetres(p.estimate().high()))));
        return new HeightPath(points);
    }

    double horizonYears() {
        return points.getLast().yearsAhead();
    }
}
