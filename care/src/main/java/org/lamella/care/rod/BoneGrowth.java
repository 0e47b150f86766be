package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lamella.evidence.skeleton.LongBoneMeasure;
import org.lamella.evidence.skeleton.LongBoneReference;
import org.lamella.patient.Bone;
import org.lamella.patient.measure.Centimetres;

/**
 * Length of a bone along a height path, by the proportions of healthy children (OI proportions differ, so the growth in
 * per cent is firmer than the length itself).
 *
 * @param points ascending in time
 */
public record BoneGrowth(List<Point> points) {
    /**
     * Diaphyseal length at a time.
     *
     * @param yearsAhead years after the day of the plan
     * @param low along the 5th centile of height
     * @param median along the median
     * @param high along the 95th centile
     */
    public record Point(double yearsAhead, Millimetres low, Millimetres median, Millimetres high) {}

    public BoneGrowth {
        points = List.copyOf(points);
    }

    /** Length along a path; throws when the height lies outside the reference of 34 to 193 cm. */
    static BoneGrowth along(HeightPath path, LongBoneMeasure length) {
        List<Point> points = new ArrayList<>();
        for (HeightPath.Point p : path.points()) {
            points.add(new Point(p.yearsAhead(), at(length, p.low()), at(length, p.median()), at(length, p.high())));
        }
        return new BoneGrowth(points);
    }

    private static Millimetres at(LongBoneMeasure length, Centimetres height) {
        return LongBoneReference.svad()
                .atStature(length, height)
                .map(size -> new Millimetres(size.medianMm()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "height " + height + ": accepted for the bone length reference is 34 to 193 cm"));
    }

    static LongBoneMeasure lengthOf(Bone bone) {
        return switch (bone) {
            case FEMUR -> LongBoneMeasure.FEMUR_DIAPHYSEAL_LENGTH;
            case TIBIA -> LongBoneMeasure.TIBIA_DIAPHYSEAL_LENGTH;
            case HUMERUS -> LongBoneMeasure.HUMERUS_DIAPHYSEAL_LENGTH;
            case FOREARM -> LongBoneMeasure.RADIUS_DIAPHYSEAL_LENGTH;
            default ->
                throw new IllegalArgumentException(
                        "rod adviser: found " + bone.label() + ", accepted are femur, tibia, humerus and forearm");
        };
    }

    /** Growth from today to the end of the path, median, as a fraction of today's length. */
    public double relativeGrowth() {
        return points.getLast().median().value() / points.getFirst().median().value() - 1;
    }

    /**
     * First time at which a rod of today's length covers less than a share of the bone.
     *
     * @param coverage share, 0 to 1
     * @param bound which edge of the height path to follow
     * @return years, or empty when that lies beyond the path
     */
    public OptionalDouble outgrownAfter(double coverage, Bound bound) {
        return longerAfter(points.getFirst().median().value() / coverage, bound);
    }

    /**
     * First time at which the bone is at least as long as a limit.
     *
     * @param limit length, mm
     * @param bound which edge of the height path to follow
     * @return years, or empty when that lies beyond the path
     */
    OptionalDouble longerAfter(double limit, Bound bound) {
        for (int i = 1; i < points.size(); i++) {
            double before = bound.of(points.get(i - 1));
            double now = bound.of(points.get(i));
            if (now >= limit) {
                double share = now == before ? 1 : Math.max(0, (limit - before) / (now - before));
                double from = points.get(i - 1).yearsAhead();
                return OptionalDouble.of(from + share * (points.get(i).yearsAhead() - from));
            }
        }
        return OptionalDouble.empty();
    }

    /** Edge of the forecast. */
    public enum Bound {
        LOW,
        MEDIAN,
        HIGH;

        double of(Point point) {
            return switch (this) {
                case LOW -> point.low().value();
                case MEDIAN -> point.median().value();
                case HIGH -> point.high().value();
            };
        }
    }
}
