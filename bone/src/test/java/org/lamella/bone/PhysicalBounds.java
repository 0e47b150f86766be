package org.lamella.bone;

import java.util.ArrayList;
import java.util.List;

/** What no person can have, whatever the parameters: bounds of observables and signs of states. */
final class PhysicalBounds {
    /** States that may be negative: changes, shifts, logarithms and Z-scores. */
    private static final List<String> SIGNED = List.of("imposedLogHazard", "trait.height_z", "trait.bmi_z");

    private PhysicalBounds() {}

    /** Bounds of an observable, both included. */
    static double[] of(Observable observable) {
        return switch (observable) {
            case HEIGHT -> new double[] {10, 300};
            case WEIGHT -> new double[] {0.5, 600};
            case HEIGHT_Z, SPINE_Z, SPINE_Z_SIZE_FREE -> new double[] {-60, 60};
            case IMPOSED_LOG_HAZARD -> new double[] {-1e6, 1e6};
            case CALCIUM -> new double[] {0.2, 10};
            case VITAMIN_D -> new double[] {0.1, 2000};
            case SPINE_BONE_VOLUME, METAPHYSEAL_BONE_VOLUME, ILIAC_BONE_VOLUME -> new double[] {1e-9, 1};
            case ILIAC_TRABECULAR_SEPARATION -> new double[] {0, 1e9};
            case FEMUR_POROSITY, MINERALISATION -> new double[] {1e-9, 1};
            case PARATHYROID_INDEX, VERTEBRAL_DEFORMITY, FEMUR_CALLUS, TIBIA_CALLUS, FEMUR_ROD_COVERAGE, FEMUR_DAMAGE ->
                new double[] {0, 1};
            case FEMUR_BOW -> new double[] {0, 180};
            case EXPECTED_FEMUR,
                    EXPECTED_TIBIA,
                    EXPECTED_LOWER_LIMB,
                    EXPECTED_UPPER_LIMB,
                    EXPECTED_VERTEBRA,
                    EXPECTED_VERTEBRA_RADIOGRAPHIC,
                    EXPECTED_TRUNK,
                    EXPECTED_FRACTURES,
                    COUNT_FEMUR,
                    COUNT_TIBIA,
                    COUNT_UPPER_LIMB,
                    COUNT_VERTEBRA,
                    COUNT_FRACTURES,
                    HAZARD_FEMUR,
                    HAZARD_TIBIA,
                    HAZARD_UPPER_LIMB,
                    HAZARD_VERTEBRA,
                    HAZARD_TRUNK,
                    SURFACE_DRUG -> new double[] {0, 1e9};
            default -> new double[] {Double.MIN_NORMAL, 1e9};
        };
    }

    /** What is wrong with a lane, in words; empty when nothing is. */
    static List<String> faults(Bodies b, int lane) {
        List<String> faults = new ArrayList<>();
        String broken = b.arrays.firstNotFinite(lane);
        if (!broken.isEmpty()) {
            faults.add("state " + broken + " is not finite");
        }
        for (double[] state : b.arrays.matching(PhysicalBounds::unsigned)) {
            if (state[lane] < 0) {
                faults.add("a state is negative: " + nameOf(b, state));
            }
        }
        for (Observable observable : Observable.values()) {
            double value = b.read(observable, lane);
            double[] bounds = of(observable);
            if (!(value >= bounds[0] && value <= bounds[1])) {
                faults.add(observable + " outside its bounds");
            }
        }
        for (Shaft shaft : b.shafts) {
            if (!(shaft.cortex[lane] > 0 && shaft.cortex[lane] < shaft.radius[lane])) {
                faults.add("a cortex is not between 0 and its radius");
            }
        }
        return faults;
    }

    private static boolean unsigned(String name) {
        return !SIGNED.contains(name) && !name.endsWith("Velocity") && !name.startsWith("growth.");
    }

    private static String nameOf(Bodies b, double[] state) {
        return b.arrays.names().stream()
                .filter(name -> b.arrays.matching(name::equals)[0] == state)
                .findFirst()
                .orElseThrow();
    }
}
