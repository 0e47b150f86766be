package org.lamella.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneParameters;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.report.Figure;
import org.lamella.trial.report.TrialReport;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.TrialVariant;

/** People chosen for many fractures have fewer afterwards without any treatment; people not chosen do not. */
class RegressionToTheMeanVerificationTest {
    private static final String DESIGN = """
            protocol: chosen
            title: Chosen for their fractures
            about: {role: question, sources: [none]}
            recruitment:
              setting: register
              patients: 400
              age: {from: 6, to: 9}
              female_share: 0.5
              types: {I: 0.5, IV: 0.5}
              criteria: [{fractures: {at_least: 3, window: 2 years}}]
            randomisation: {method: randomised}
            arms:
              PBO: {treatments: []}
              ZOL: {treatments: [{drug: zoledronate, route: intravenous, dose: 0.05 mg/kg, every: 6 months}]}
            visits: [0 months, 12 months, 24 months]
            measurements: {spine_bmd: {}}
            conduct: {adherence: {mean: 1}, drop_out: {per_year: 0}}
            endpoints: [{id: rate, primary: true, fracture_rate: clinical, until: 24 months}]
            """;
    private static final Run CHOSEN = new Run();
    private static final Run ALL = new Run();

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static final class Run {
        TrialAnalysis analysis;
        RunTally tally;

        void of(String design, int patients) {
            Protocol protocol = Protocol.parse("chosen.yaml", design);
            analysis = new TrialAnalysis(protocol, patients);
            tally = TrialVariant.DESIGNED
                    .trial(protocol, BoneParameters.load())
                    .run(new RunSettings(patients, 1, 3, 2), analysis, RunProgress.NONE);
            analysis.finish();
        }

        double before(int arm) {
            return analysis.beforeAndAfter().before(arm).perYear().estimate();
        }

        double after(int arm) {
            return analysis.beforeAndAfter().after(arm).perYear().estimate();
        }
    }

    @BeforeAll
    static void run() {
        CHOSEN.of(DESIGN, 400);
        ALL.of(DESIGN.replace("at_least: 3", "at_least: 0"), 400);
    }

    @Test
    void theUntreatedImproveWhenChosenForTheirFractures() {
        assertThat(CHOSEN.before(0)).as("at least three in two years").isGreaterThanOrEqualTo(1.5);
        BeforeAndAfter.Stretch after = CHOSEN.analysis.beforeAndAfter().after(0);
        assertThat(after.perYear().high()).as("whole interval after enrolment").isLessThan(0.8 * CHOSEN.before(0));
    }

    @Test
    void theyDoNotFallBelowThoseWhoWereNotChosen() {
        assertThat(CHOSEN.after(0)).isGreaterThan(ALL.after(0));
    }

    @Test
    void withoutChoiceNothingRegresses() {
        double everybody = ALL.analysis.beforeAndAfter().everybody(ALL.tally);
        // nobody failed a criterion, so the enrolled are the screened
        assertThat((ALL.before(0) + ALL.before(1)) / 2).isBetween(0.9 * everybody, 1.1 * everybody);
        assertThat(ALL.after(0) / ALL.before(0)).as("two years older").isBetween(0.6, 1.4);
        assertThat(CHOSEN.analysis.beforeAndAfter().everybody(CHOSEN.tally))
                .isBetween(0.8 * everybody, 1.2 * everybody);
    }

    @Test
    void theReportShowsIt() {
        TrialReport report = TrialReport.of(CHOSEN.analysis, TrialVariant.DESIGNED, CHOSEN.tally);
        Figure figure = report.figures().stream()
                .filter(f -> f.id().equals("before_and_after"))
                .findFirst()
                .orElseThrow();
        assertThat(figure.svg()).contains("PBO, without treatment: ").contains("everybody screened, before: ");
        assertThat(figure.data()).contains("everybody screened,").contains("PBO,-23.98357,0.000000,");
    }
}
