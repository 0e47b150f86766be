package org.lamella.twin.cloud;

import java.util.List;
import org.lamella.bone.Cohort;
import org.lamella.bone.Siblings;
import org.lamella.twin.weight.Weights;

/**
 * Siblings of one person on the day of the plan.
 *
 * @param blocks siblings with their simulated state
 * @param predictions what they had on the days of the record
 * @param posterior weights given the record
 * @param prior weights of the same siblings before the record was looked at
 * @param scale of the patient's last scanner
 * @param spineOffsets what that scanner would report of each sibling's spine Z less that Z, at each of its scans
 */
public record SiblingCloud(
        List<Block> blocks,
        Predictions predictions,
        Weights posterior,
        Weights prior,
        SpineScale scale,
        double[][] spineOffsets) {
    public SiblingCloud {
        blocks = List.copyOf(blocks);
    }

    /**
     * Siblings simulated together.
     *
     * @param parameterSet under which they live
     * @param indices index of the sibling in each lane
     * @param siblings who they are
     * @param cohort their state on the day of the plan
     */
    public record Block(int parameterSet, int[] indices, Siblings siblings, Cohort cohort) {}
}
