package org.lamella.trial.protocol;

import java.util.List;

/**
 * One arm.
 *
 * @param id short name such as {@code PBO}
 * @param label name for readers
 * @param share weight in the allocation ratio, above 0
 * @param treatments what is given; none for placebo or no treatment
 * @param rules rules of this arm
 */
public record Arm(String id, String label, double share, List<Treatment> treatments, List<Rule> rules) {
    public Arm {
        treatments = List.copyOf(treatments);
        rules = List.copyOf(rules);
    }

    public boolean untreated() {
        return treatments.isEmpty();
    }

    public Arm withTreatments(List<Treatment> changed) {
        return new Arm(id, label, share, changed, rules);
    }
}
