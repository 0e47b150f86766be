package org.lamella.twin;

import java.util.List;

/**
 * A quantity over time.
 *
 * @param quantity what
 * @param points ascending in time, starting at 0
 */
public record ForecastCurve(ForecastQuantity quantity, List<ForecastPoint> points) {
    public ForecastCurve {
        points = List.copyOf(points);
    }

    /** The last point. */
    public ForecastPoint end() {
        return points.getLast();
    }
}
