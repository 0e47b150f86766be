package org.lamella.care.rules;

/** Turns UCUM codes into what people write. */
final class Units {
    private Units() {}

    static String spoken(String ucum) {
        return switch (ucum) {
            case "a" -> "years";
            case "mo" -> "months";
            case "d" -> "days";
            case "min" -> "minutes";
            case "deg" -> "degrees";
            case "umol/L" -> "µmol/L";
            case "[IU]/d" -> "IU/day";
            case "mg/d" -> "mg/day";
            case "mg/kg/a" -> "mg/kg/year";
            case "deg/a" -> "degrees/year";
            case "mL/min/1.73m2" -> "mL/min/1.73 m²";
            default -> ucum;
        };
    }
}
