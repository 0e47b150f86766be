package org.lamella.care.pathway;

/** What in a record brings a person onto a pathway now. */
enum PathwayCondition {
    ALWAYS,
    UNTREATED,
    ON_TREATMENT,
    PAUSED,
    INFUSION_AHEAD,
    FIRST_INFUSION,
    LOW_VITAMIN_D,
    DENOSUMAB,
    CHILDBEARING,
    ADOLESCENT,
    SURGERY,
    RECENT_FRACTURE,
    UNEXPLAINED,
    PAIN
}
