package org.lamella.bone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The arrays of a block of lanes: one entry per lane each, in a fixed order, so that states can be copied lane by lane. */
final class LaneArrays {
    private final int lanes;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> arrays = new ArrayList<>();
    private final List<double[]> stepped = new ArrayList<>();
    private final List<double[]> kept = new ArrayList<>();

    LaneArrays(int lanes) {
        this.lanes = lanes;
    }

    int lanes() {
        return lanes;
    }

    /** A new array that is copied whenever lanes are copied. */
    double[] add(String name, double initial) {
        double[] array = new double[lanes];
        Arrays.fill(array, initial);
        names.add(name);
        arrays.add(array);
        return array;
    }

    /** A new array that is copied whenever lanes are copied and changes in a step. */
    double[] addStepped(String name, double initial) {
        double[] array = add(name, initial);
        stepped.add(array);
        kept.add(new double[lanes]);
        return array;
    }

    /** Remembers what steps change, for {@link #restore}. */
    void keep() {
        for (int i = 0; i < stepped.size(); i++) {
            System.arraycopy(stepped.get(i), 0, kept.get(i), 0, lanes);
        }
    }

    /** Takes back all steps since {@link #keep}. */
    void restore() {
        for (int i = 0; i < stepped.size(); i++) {
            System.arraycopy(kept.get(i), 0, stepped.get(i), 0, lanes);
        }
    }

    /** Copies what a block with the same layout remembers of one lane, or its present state. */
    void copyKept(LaneArrays from, boolean present, int fromLane, int toLane) {
        List<double[]> source = present ? from.stepped : from.kept;
        for (int i = 0; i < kept.size(); i++) {
            kept.get(i)[toLane] = source.get(i)[fromLane];
        }
    }

    /** Names of all arrays, in the order in which they were added. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** The arrays whose names are wanted, in the order in which they were added. */
    double[][] matching(Predicate<String> wanted) {
        return IntStream.range(0, arrays.size())
                .filter(a -> wanted.test(names.get(a)))
                .mapToObj(arrays::get)
                .toArray(double[][]::new);
    }

    /** Copies one lane of a block with the same layout. */
    void copyLane(LaneArrays from, int fromLane, int toLane) {
        for (int i = 0; i < arrays.size(); i++) {
            arrays.get(i)[toLane] = from.arrays.get(i)[fromLane];
        }
    }

    /** Name of the first array that holds a value that is not finite in a lane, or an empty text. */
    String firstNotFinite(int lane) {
        for (int i = 0; i < arrays.size(); i++) {
            if (!Double.isFinite(arrays.get(i)[lane])) {
                return names.get(i);
            }
        }
        return "";
    }
}
