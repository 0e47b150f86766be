package org.lamella.trial.qualify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.Effect;

/** Plans name endpoints, arms and published figures that exist; reserved studies stay unread; reports check themselves. */
class QualificationPlanVerificationTest {
    private static final Path PLANS = Path.of("../qualification/plans");
    private static final Path PROTOCOLS = Path.of("protocols");

    @Test
    void everyPlanNamesWhatExists() throws IOException {
        List<QualificationPlan> plans = Qualification.plans(PLANS);
        assertThat(plans).hasSizeGreaterThan(30);
        for (QualificationPlan plan : plans) {
            Protocol protocol = Protocol.read(PROTOCOLS.resolve(plan.protocol()));
            boolean reserved = protocol.about().role() == Protocol.Role.RESERVED;
            assertThat(plan.patientsPerArm()).isGreaterThanOrEqualTo(QualificationPlan.FEWEST);
            for (QualificationPlan.Comparison c : plan.comparisons()) {
                assertThat(protocol.endpoints()).as(plan.study()).anyMatch(e -> e.id().equals(c.endpoint()));
                assertThat(protocol.arm(c.arm())).isNotNull();
                assertThat(c.observedIfAny().isEmpty())
                        .as(plan.study() + " " + c.what())
                        .isEqualTo(reserved);
                c.observedIfAny().ifPresent(o -> {
                    PublishedFigure figure = PublishedFigure.of(plan.study(), o);
                    assertThat(figure.value()).isFinite();
                    assertThat(figure.source()).isNotBlank();
                });
            }
        }
    }

    @Test
    void resultsOfReservedStudiesAreRefused() {
        QualificationPlan.Published any = new QualificationPlan.Published(
                "RIS", "anything", 1.0, QualificationPlan.Published.Pick.FIRST, 1, null, null, 0);
        assertThatThrownBy(() -> PublishedFigure.of("bishop2013_poise", any)).hasMessageContaining("stay unread");
    }

    @Test
    void foldsAndDifferences() {
        assertThat(Finding.error(QualificationPlan.Scale.FOLD, 30, 20)).isEqualTo(1.5);
        assertThat(Finding.error(QualificationPlan.Scale.FOLD, 20, 30)).isEqualTo(1.5);
        assertThat(Finding.error(QualificationPlan.Scale.FOLD, -5, 30)).isInfinite();
        assertThat(Finding.error(QualificationPlan.Scale.LEVEL, -50, -75)).isEqualTo(2);
        assertThat(Finding.error(QualificationPlan.Scale.DIFFERENCE, -0.1, 0.2)).isBetween(0.29999, 0.30001);
    }

    @Test
    void aWrongDerivedColumnStopsTheBook() {
        assertThatThrownBy(() -> QualificationBook.recompute(finding(30, 20.0, 1.2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not follow");
        QualificationBook.recompute(finding(30, 20.0, 1.5));
    }

    @Test
    void summaryCountsOppositeSignsAsMisses() {
        QualificationSummary s =
                QualificationSummary.of(List.of(finding(30, 20.0, 1.5), finding(-1, 20.0, Double.POSITIVE_INFINITY)));
        assertThat(s.folded()).isEqualTo(2);
        assertThat(s.opposite()).isEqualTo(1);
        assertThat(s.within2()).isEqualTo(1);
        assertThat(s.meanFold()).isEqualTo(1.5);
    }

    @Test
    void intervalsTakeTheirDiscrepancyFromOtherStudiesOnly() {
        Finding own = of("one", 10, 50.0);
        Finding other = of("two", 20, 20.0);
        List<Finding> both = List.of(own, other);
        // The other study is met within its sampling error, so nothing is left over for the first one's interval.
        assertThat(Intervals.discrepancy(own, both)).isZero();
        assertThat(Intervals.discrepancy(other, both)).isGreaterThan(1);
        Finding narrow = Intervals.complete(both).getFirst();
        Finding wide = Intervals.complete(both).getLast();
        double half = 1.6448536269514722 * Math.hypot(0.02, 0.01);
        assertThat(narrow.high())
                .isCloseTo(100 * (1.1 * Math.exp(half) - 1), org.assertj.core.api.Assertions.within(1e-9));
        assertThat(wide.high() - wide.low()).isGreaterThan(narrow.high() - narrow.low());
    }

    @Test
    void aReservedStudyGetsAnIntervalThoughItsColumnStaysOpen() {
        Finding open = new Finding(
                "blind",
                Protocol.Role.RESERVED,
                "gain",
                new Effect(10, 1, 8, 12, 0.01),
                new Intervals.Errors(Intervals.Scale.LEVEL, 0.02, 0.01),
                Double.NaN,
                Double.NaN,
                null,
                "",
                QualificationPlan.Scale.FOLD,
                Double.NaN,
                1.5,
                "");
        Finding completed =
                Intervals.complete(List.of(open, of("one", 10, 50.0))).getFirst();
        assertThat(completed.observed()).isNull();
        double known = 1.6448536269514722 * Math.hypot(0.02, 0.01);
        // Wider than sampling and parameters alone: what the model missed elsewhere counts here too.
        assertThat(Math.log(1 + completed.high() / 100) - Math.log(1.1)).isGreaterThan(2 * known);
        QualificationBook.recompute(completed);
    }

    @Test
    void thePictureShowsWhatTheTableSays() {
        List<Finding> rows = Intervals.complete(List.of(of("one", 10, 50.0), of("two", 20, 20.0)));
        assertThat(AgreementPlot.position(rows.getFirst())).isGreaterThan(1);
        assertThat(AgreementPlot.position(rows.getLast())).isZero();
        String svg = AgreementPlot.svg(rows);
        assertThat(svg.indexOf("· one")).isLessThan(svg.indexOf("· two"));
        assertThat(AgreementPlot.svg(List.of())).isEmpty();
    }

    private static Finding of(String study, double predicted, double observed) {
        return new Finding(
                study,
                Protocol.Role.CALIBRATE,
                "gain",
                new Effect(predicted, 1, predicted - 2, predicted + 2, 0.01),
                new Intervals.Errors(Intervals.Scale.LEVEL, 0.02, 0.01),
                Double.NaN,
                Double.NaN,
                observed,
                "page",
                QualificationPlan.Scale.FOLD,
                Finding.error(QualificationPlan.Scale.FOLD, predicted, observed),
                1.5,
                "");
    }

    private static Finding finding(double predicted, double observed, double error) {
        return new Finding(
                "x",
                Protocol.Role.CALIBRATE,
                "gain",
                new Effect(predicted, 1, predicted - 2, predicted + 2, 0.01),
                new Intervals.Errors(Intervals.Scale.LEVEL, 0.02, 0.01),
                Double.NaN,
                Double.NaN,
                observed,
                "page",
                QualificationPlan.Scale.FOLD,
                error,
                1.5,
                "");
    }
}
