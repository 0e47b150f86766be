package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamella.evidence.growth.HeightVelocityReference;
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
    /** The bone length reference ends at this height. */
    private static final double TALLEST_CM = 193;

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

    /**
     * The same path with edges at least as wide as growth at other paces. The forecast keeps a child's place among
     * peers, and its own edges hardly leave the median; children's paces differ.
     */
    HeightPath withSpread(HeightVelocityReference.Spread spread) {
        double today = points.getFirst().median().value();
        return new HeightPath(points.stream()
                .map(p -> {
                    double grown = p.median().value() - today;
                    return new Point(
                            p.yearsAhead(),
                            new Centimetres(Math.min(p.low().value(), today + grown * spread.slow())),
                            p.median(),
                            new Centimetres(
                                    Math.max(p.high().value(), Math.min(today + grown * spread.fast(), TALLEST_CM))));
                })
                .toList());
    }

    double horizonYears() {
        return points.getLast().yearsAhead();
    }
}
