package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.util.Optional;
import org.lamella.evidence.ParameterSet;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Analyte;

/** Molar masses that turn a mass concentration into an amount of substance; sourced in {@code molar-masses.yaml}. */
final class MolarMasses {
    static final ParameterSet DATA = ParameterSet.read(YamlNode.resource(MolarMasses.class, "molar-masses.yaml"));

    private MolarMasses() {}

    /** Grams per mole of what the analyte counts, or empty when it is not counted in moles. */
    static Optional<BigDecimal> of(Analyte analyte) {
        return switch (analyte) {
            case CALCIUM, CALCIUM_ALBUMIN_ADJUSTED, CALCIUM_IONISED, URINE_CALCIUM_CREATININE -> mass("calcium");
            case PHOSPHATE -> mass("phosphorus");
            case MAGNESIUM -> mass("magnesium");
            case CREATININE -> mass("creatinine");
            case VITAMIN_D_25OH -> mass("calcifediol");
            case PTH -> mass("parathyroid-hormone");
            default -> Optional.empty();
        };
    }

    static BigDecimal creatinine() {
        return mass("creatinine").orElseThrow();
    }

    private static Optional<BigDecimal> mass(String id) {
        return Optional.of(BigDecimal.valueOf(DATA.value(id, "g/mol")));
    }
}
