package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lamella.evidence.Parameter;
import org.lamella.evidence.ParameterSet;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Analyte;
import org.lamella.patient.measure.Age;

/** Limits that tell a slip of unit or decimal point from a measurement; data in {@code plausibility.yaml}. */
final class Plausibility {
    static final ParameterSet DATA = ParameterSet.read(YamlNode.resource(Plausibility.class, "plausibility.yaml"));

    private static final List<Integer> BIRTHDAYS = List.of(1, 2, 5, 10, 15);

    private Plausibility() {}

    /** The largest plausible weight (kg) or height (cm) at an age, when there is one. */
    static Optional<Parameter> largest(String quantity, Age age) {
        return BIRTHDAYS.stream()
                .filter(birthday -> !age.atLeastYears(birthday))
                .findFirst()
                .flatMap(birthday -> DATA.find(quantity + ".below-" + birthday + (birthday == 1 ? "-year" : "-years")));
    }

    /** The range outside which a laboratory value is impossible, in words, when the value lies outside. */
    static Optional<String> impossible(Analyte analyte, BigDecimal value) {
        String name = LamellaCodes.kebab(analyte);
        Optional<Parameter> low = DATA.find(name + ".low");
        Optional<Parameter> high = DATA.find(name + ".high");
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        boolean outside = value.compareTo(BigDecimal.valueOf(low.get().value())) < 0
                || value.compareTo(BigDecimal.valueOf(high.get().value())) > 0;
        return outside
                ? Optional.of(low.get().value() + " to " + high.get().value() + " " + analyte.unit())
                : Optional.empty();
    }
}
