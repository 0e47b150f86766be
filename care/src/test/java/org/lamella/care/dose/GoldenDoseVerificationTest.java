package org.lamella.care.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Doses held against a third computation made outside the product, and against forty worked by hand. */
class GoldenDoseVerificationTest {

    static Stream<DoseCases.Case> byHand() {
        return DoseCases.read("hand-worked.csv");
    }

    static Stream<DoseCases.Case> golden() {
        return DoseCases.read("golden.csv");
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void agreesWithTheDoseWorkedByHand(DoseCases.Case c) {
        assertThat(DoseCases.outcome(c)).isEqualTo(c.expected());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithTheThirdComputation(DoseCases.Case c) {
        assertThat(DoseCases.outcome(c)).isEqualTo(c.expected());
    }

    @Test
    void thereAreEnoughCases() {
        assertThat(byHand().count()).isGreaterThanOrEqualTo(40);
        assertThat(Stream.concat(byHand(), golden())
                        .filter(c -> c.expected().contains("|"))
                        .count())
                .isGreaterThanOrEqualTo(240);
    }
}
