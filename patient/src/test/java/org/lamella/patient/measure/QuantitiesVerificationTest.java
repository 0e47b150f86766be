package org.lamella.patient.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities at both ends of their ranges and just outside, exact arithmetic, and ages around birthdays. */
class QuantitiesVerificationTest {
    @ParameterizedTest(name = "{0} from {2} to {3} {1}")
    @CsvSource({
        "body weight, kg, 0.3, 300, 0.299, 300.001",
        "dose, mg, 0.000001, 10000, 0.0000009, 10000.1",
        "dose per body weight, mg/kg, 0.000001, 100, 0, 100.01",
        "size of an implant, mm, 0.5, 600, 0.49, 600.1",
        "height, cm, 20, 250, 19.9, 250.1",
        "Z-score, SD, -20, 20, -20.1, 20.1"
    })
    void bothEndsAreAcceptedAndWhatLiesOutsideIsNamed(
            String quantity, String unit, String low, String high, String under, String over) {
        Consumer<String> maker = maker(quantity);
        assertThatCode(() -> maker.accept(low)).doesNotThrowAnyException();
        assertThatCode(() -> maker.accept(high)).doesNotThrowAnyException();
        for (String outside : new String[] {under, over}) {
            assertThatThrownBy(() -> maker.accept(outside)).isInstanceOfSatisfying(OutOfRangeException.class, e -> {
                assertThat(e.given()).startsWith(outside);
                assertThat(e.accepted()).contains(" to ").endsWith(unit);
                assertThat(e).hasMessage(e.quantity() + ": found " + e.given() + ", accepted is " + e.accepted());
            });
        }
    }

    private static Consumer<String> maker(String quantity) {
        return switch (quantity) {
            case "body weight" -> Kilograms::of;
            case "dose" -> Milligrams::of;
            case "dose per body weight" -> MilligramsPerKilogram::of;
            case "size of an implant" -> Millimetres::of;
            case "height" -> text -> new Centimetres(Double.parseDouble(text));
            default -> text -> new ZScore(Double.parseDouble(text));
        };
    }

    @Test
    void whatIsNotANumberIsRefused() {
        assertThatThrownBy(() -> new Centimetres(Double.NaN)).isInstanceOf(OutOfRangeException.class);
        assertThatThrownBy(() -> new ZScore(Double.POSITIVE_INFINITY)).isInstanceOf(OutOfRangeException.class);
        assertThatThrownBy(() -> Kilograms.of("12,5")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void dosePerWeightTimesWeightIsExact() {
        assertThat(MilligramsPerKilogram.of("0.1").times(Kilograms.of("0.3")).value())
                .isEqualByComparingTo(new BigDecimal("0.03"));
        assertThat(MilligramsPerKilogram.of("0.0125")
                        .times(Kilograms.of("8.73"))
                        .value())
                .isEqualByComparingTo(new BigDecimal("0.109125"));
    }

    @Test
    void orderFollowsTheAmountAndNotTheWriting() {
        assertThat(Kilograms.of("10.0")).isEqualByComparingTo(Kilograms.of("10"));
        assertThat(Milligrams.of("0.5")).isLessThan(Milligrams.of("0.50001"));
        assertThat(MilligramsPerKilogram.of("2")).isGreaterThan(MilligramsPerKilogram.of("1.9"));
        assertThat(Millimetres.of("3.20")).hasToString("3.2 mm").isEqualByComparingTo(Millimetres.of("3.2"));
    }

    @Test
    void agesCountBirthdaysAndDays() {
        LocalDate born = LocalDate.of(2020, 2, 29);
        assertThat(Age.of(born, LocalDate.of(2023, 2, 28)).atLeastYears(3)).isFalse();
        assertThat(Age.of(born, LocalDate.of(2023, 3, 1)).atLeastYears(3)).isTrue();
        Age four = Age.of(born, LocalDate.of(2024, 2, 29));
        assertThat(four.completedYears()).isEqualTo(4);
        assertThat(four.completedMonths()).isEqualTo(48);
        assertThat(four.years()).isEqualTo(4.0);
        assertThat(four.months()).isCloseTo(48, within(1e-12));
        assertThatThrownBy(() -> Age.of(born, born.minusDays(1))).isInstanceOf(OutOfRangeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 0 days",
        "2026-01-02, 1 day",
        "2026-01-31, 30 days",
        "2026-02-01, 1 month",
        "2026-03-01, 2 months",
        "2028-12-31, 35 months",
        "2029-01-01, 3 y",
        "2030-06-15, 4 y 5 mo"
    })
    void agesAreWrittenAsCliniciansSayThem(LocalDate on, String written) {
        assertThat(Age.of(LocalDate.of(2026, 1, 1), on)).hasToString(written);
    }
}
