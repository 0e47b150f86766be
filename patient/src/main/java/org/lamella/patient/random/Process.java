package org.lamella.patient.random;

/**
 * What a random number is used for. Each process has its own stream; the code is part of the key and must never be
 * reused or renumbered.
 */
public enum Process {
    /** What a sibling is born with; the index is the trait. */
    TRAITS(1),
    /** Sex, type, age and other attributes of a recruited person. */
    RECRUITMENT(2),
    /** The gene behind a recruited person's disease. */
    GENOTYPE(3),
    /** Thresholds of femoral fractures; the index counts fractures. */
    FRACTURE_FEMUR(10),
    /** Thresholds of fractures of tibia or fibula. */
    FRACTURE_TIBIA(11),
    /** Thresholds of fractures of the arm. */
    FRACTURE_UPPER_LIMB(12),
    /** Thresholds of vertebral fractures. */
    FRACTURE_VERTEBRA(13),
    /** Consequences of a fracture, such as the bow that stays. */
    FRACTURE_OUTCOME(14),
    /** Healing of fractures and osteotomies. */
    HEALING(15),
    /** Errors of measurement. */
    MEASUREMENT(20),
    /** Doses taken or missed. */
    ADHERENCE(21),
    /** Time of leaving a trial. */
    DROPOUT(22),
    /** Allocation to arms. */
    RANDOMISATION(23),
    /** Whether a fracture is reported and confirmed. */
    ADJUDICATION(24),
    /** Timing of visits. */
    VISIT(25),
    /** Rescue treatment. */
    RESCUE(26),
    /** Resampling of weighted siblings. */
    RESAMPLING(30),
    /** Moves of a sampler. */
    PROPOSAL(31),
    /** Population parameters drawn once per ensemble member. */
    ENSEMBLE(32),
    /** Free for experiments. */
    OTHER(99);

    private final int code;

    Process(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
