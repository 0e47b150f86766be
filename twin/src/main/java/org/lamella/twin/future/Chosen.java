package org.lamella.twin.future;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lamella.bone.Cohort;
import org.lamella.twin.cloud.SiblingCloud;

/**
 * Siblings that the resampling took, under one parameter set.
 *
 * @param siblings taken, one part for each block of the cloud
 */
record Chosen(List<Part> siblings) {
    /**
     * @param block siblings simulated together
     * @param lanes those that were taken
     * @param firstRow row of the first of them among the results; rows are in the order of the cloud
     */
    record Part(SiblingCloud.Block block, int[] lanes, int firstRow) {}

    /** Those taken at least once, parameter set by parameter set. */
    static List<Chosen> of(SiblingCloud cloud, int[] taken) {
        Map<Integer, List<Part>> bySet = new TreeMap<>();
        int row = 0;
        for (SiblingCloud.Block block : cloud.blocks()) {
            int[] lanes = IntStream.range(0, block.indices().length)
                    .filter(lane -> taken[block.indices()[lane]] > 0)
                    .toArray();
            if (lanes.length > 0) {
                bySet.computeIfAbsent(block.parameterSet(), set -> new ArrayList<>())
                        .add(new Part(block, lanes, row));
                row += lanes.length;
            }
        }
        return bySet.values().stream().map(Chosen::new).toList();
    }

    int count() {
        return siblings.stream().mapToInt(part -> part.lanes().length).sum();
    }

    /** Row of each sibling. */
    int[] rows() {
        return siblings.stream()
                .flatMapToInt(part -> IntStream.range(part.firstRow(), part.firstRow() + part.lanes().length))
                .toArray();
    }

    /** Their state on the day of the plan, side by side. */
    Cohort state() {
        return Cohort.joined(siblings.stream()
                .map(part -> part.block().cohort().select(part.lanes()))
                .toList());
    }
}
