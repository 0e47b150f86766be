package org.lamella.care.rules;

import java.util.List;
import org.lamella.patient.Drug;

/** Groups of drugs that rules speak about. */
final class Drugs {
    static final Drug IBANDRONATE = new Drug("ibandronate");
    static final List<Drug> IV_BISPHOSPHONATES =
            List.of(IBANDRONATE, Drug.NERIDRONATE, Drug.PAMIDRONATE, Drug.ZOLEDRONATE);
    static final List<Drug> ORAL_BISPHOSPHONATES = List.of(Drug.ALENDRONATE, Drug.RISEDRONATE);
    static final List<Drug> BISPHOSPHONATES = List.of(
            Drug.ALENDRONATE,
            new Drug("clodronate"),
            new Drug("etidronate"),
            IBANDRONATE,
            Drug.NERIDRONATE,
            Drug.OLPADRONATE,
            Drug.PAMIDRONATE,
            Drug.RISEDRONATE,
            Drug.ZOLEDRONATE);
    static final List<Drug> ANTIRESORPTIVES = List.of(
            Drug.ALENDRONATE,
            new Drug("clodronate"),
            Drug.DENOSUMAB,
            new Drug("etidronate"),
            IBANDRONATE,
            Drug.NERIDRONATE,
            Drug.OLPADRONATE,
            Drug.PAMIDRONATE,
            Drug.RISEDRONATE,
            Drug.ZOLEDRONATE);
    /** Tried for OI in the past without benefit (sources SEED0 and SEED2). */
    static final List<Drug> OBSOLETE = List.of(
            new Drug("aluminium"),
            Drug.CALCITONIN,
            new Drug("cortisone"),
            new Drug("estradiol"),
            new Drug("ethinylestradiol"),
            new Drug("fluoride"),
            new Drug("levothyroxine"),
            new Drug("magnesium-oxide"),
            new Drug("magnesium-phosphate"),
            new Drug("sodium-fluoride"),
            new Drug("strontium"),
            new Drug("strontium-ranelate"),
            new Drug("testosterone"),
            new Drug("thyroxine"),
            new Drug("vitamin-a"),
            new Drug("vitamin-c"));

    private Drugs() {}

    static String names(List<Drug> drugs) {
        return String.join(", ", drugs.stream().map(Drug::name).toList());
    }
}
