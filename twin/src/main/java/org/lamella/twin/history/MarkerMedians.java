package org.lamella.twin.history;

import java.util.OptionalDouble;
import org.lamella.evidence.lab.MarkerReference;
import org.lamella.patient.Analyte;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/** Age reference of bone turnover markers. */
@FunctionalInterface
public interface MarkerMedians {
    /** Median in {@link Analyte#unit()}, or empty when the reference does not cover analyte or age. */
    OptionalDouble median(Analyte analyte, Sex sex, Age age);

    /** The reference that comes with Lamella. */
    static MarkerMedians standard() {
        MarkerReference reference = MarkerReference.lifeChild();
        return (analyte, sex, age) -> reference
                .centiles(analyte, sex, age)
                .map(centiles -> OptionalDouble.of(centiles.median()))
                .orElse(OptionalDouble.empty());
    }
}
