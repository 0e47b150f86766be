package org.lamella.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneParameters;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.report.Figure;
import org.lamella.trial.report.TrialReport;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.TrialRefused;
import org.lamella.trial.run.TrialVariant;
import org.lamella.trial.run.VirtualTrial;

/** Power, type I error, assurance, looks, sample size, repeated measures and dose-response of whole trials. */
class TrialQuestionsVerificationTest {
    /** Weak on purpose: small doses, large errors, so that power lies between 5 and 100 %. */
    private static final String DESIGN = """
            protocol: weak
            title: A weak trial
            about: {role: question, sources: [none]}
            recruitment: {setting: clinic, patients: 40, age: {from: 3, to: 6}, female_share: 0.5, types: {I: 1}}
            randomisation: {method: randomised}
            arms:
              CTL: {treatments: []}
              LOW: {treatments: [{drug: zoledronate, route: intravenous, dose: 0.001 mg/kg, every: 6 months}]}
              HIGH: {treatments: [{drug: zoledronate, route: intravenous, dose: 0.05 mg/kg, every: 6 months}]}
            visits: [0 months, 6 months, 12 months]
            measurements: {spine_bmd: {error: {relative: 0.2}}}
            conduct: {adherence: {mean: 1}, drop_out: {per_year: 0.2}}
            endpoints: [{id: bmd, primary: true, change: spine_bmd, at: 12 months, percent: true}]
            analysis:
              repeated_measures: unstructured
              interim: {looks: [0.5, 1], spending: pocock}
              dose_response: {unit: mg/kg per year, levels: {CTL: 0, LOW: 0.002, HIGH: 0.1}}
            """;

    private static TrialAnalysis run(TrialVariant variant, int patients, int replicates) {
        Protocol protocol = Protocol.parse("weak.yaml", DESIGN);
        TrialAnalysis analysis = new TrialAnalysis(protocol, patients);
        variant.trial(protocol, BoneParameters.load())
                .run(new RunSettings(patients, replicates, 3, 2), analysis, RunProgress.NONE);
        analysis.finish();
        return analysis;
    }

    @Test
    void typeOneErrorIsNearFivePerCentWithAndWithoutLooks() {
        TrialAnalysis analysis = run(TrialVariant.NULL, 40, 200);
        TrialAnalysis.Power whole = analysis.power().getLast();
        assertThat(whole.power().estimate()).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / 200)));
        LookTally.Look last = analysis.looks().getLast();
        assertThat(last.patients()).isEqualTo(40);
        assertThat(last.stoppedByNow().estimate()).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / 200)));
    }

    @Test
    void assuranceUsesOtherParameterSetsForOtherReplicates() {
        Protocol protocol = Protocol.parse("weak.yaml", DESIGN);
        VirtualTrial assurance = TrialVariant.ASSURANCE.trial(protocol, BoneParameters.load());
        double[] first = new double[2];
        for (int r = 0; r < 2; r++) {
            int replicate = r;
            VirtualTrial designed = TrialVariant.DESIGNED.trial(protocol, BoneParameters.load());
            double[] a = truth(assurance, replicate);
            double[] b = truth(designed, replicate);
            first[r] = a[2] - b[2];
        }
        assertThat(first[0]).isNotEqualTo(0);
        assertThat(first[1]).isNotEqualTo(0);
    }

    private static double[] truth(VirtualTrial trial, int replicate) {
        double[][] truth = new double[1][];
        trial.runReplicate(new RunSettings(6, replicate + 1, 3, 1), replicate, o -> {
            truth[0] = o.arm() == 2 && o.completed() ? o.truth()[0] : truth[0] == null ? o.truth()[0] : truth[0];
        });
        return truth[0];
    }

    @Test
    void sampleSizeLiesWherePowerCrosses() {
        Protocol protocol = Protocol.parse("weak.yaml", DESIGN);
        SizeSearch search = new SizeSearch(protocol, 0.6);
        search.begin(120);
        List<List<PatientSummary>> everybody = new ArrayList<>();
        TrialVariant.DESIGNED
                .trial(protocol, BoneParameters.load())
                .run(
                        new RunSettings(120, 60, 3, 2),
                        o -> {
                            search.accept(o);
                            if (o.number() == 0) {
                                everybody.add(new ArrayList<>());
                            }
                            everybody.getLast().add(PatientSummary.of(protocol, o));
                        },
                        RunProgress.NONE);
        SizeSearch.Found found = search.find();
        assertThat(found.patients()).isBetween(5, 120);
        assertThat(found.power().get(found.patients()).estimate()).isGreaterThanOrEqualTo(0.6);
        assertThat(found.power().get(120)).isNotNull();
        // the same from patients that were kept, at every size
        Analyst analyst = new Analyst(protocol);
        found.power().forEach((n, power) -> {
            long hits = everybody.stream()
                    .map(all -> all.stream().filter(p -> p.number() < n).toList())
                    .filter(some -> PowerTally.significant(
                            analyst.primary(some).comparisons().getLast()))
                    .count();
            assertThat(power.estimate()).as("power of " + n).isEqualTo(hits / 60.0);
        });
        assertThat(found.low()).isLessThanOrEqualTo(found.patients());
        assertThat(found.high() == 0 || found.high() >= found.patients()).isTrue();
        assertThatThrownBy(() -> new SizeSearch(protocol, 1.5)).hasMessageContaining("accepted are a power above 0.05");
    }

    @Test
    void everyFigureIsDrawnDescribedAndHasItsData() {
        TrialAnalysis analysis = run(TrialVariant.DESIGNED, 60, 3);
        RunTally tally = new RunTally(180, 180, 0, List.of(), 1, 1, true);
        TrialReport report = TrialReport.of(analysis, TrialVariant.DESIGNED, tally);
        assertThat(report.figures().stream().map(Figure::id))
                .containsExactly(
                        "patients",
                        "fractures",
                        "mean_change",
                        "single_patients",
                        "waterfall",
                        "cumulative_fractures",
                        "without_fracture",
                        "subgroups",
                        "dose_response",
                        "looks",
                        "power");
        String page = report.html(new RunSettings(60, 3, 3, 1), tally, DESIGN);
        for (Figure figure : report.figures()) {
            assertThat(figure.data().lines().count()).as(figure.id()).isGreaterThan(1);
            assertThat(page).contains("href='" + figure.file() + "'").contains("id='figure-" + figure.id() + "'");
            if (figure.svg().contains("<svg")) {
                assertThat(figure.svg())
                        .contains("<title id=")
                        .contains("<desc id=")
                        .doesNotContain("NaN");
            }
        }
        assertThat(page).contains("href='#line-").contains("mixed model of all 2 visits");
    }

    @Test
    void nothingToFindNeedsRandomisedArms() throws Exception {
        Path paired = Path.of("protocols/questions/q1_dose_by_severity.yaml");
        Protocol protocol = Protocol.parse("q1.yaml", Files.readString(paired));
        assertThatThrownBy(() -> TrialVariant.NULL.trial(protocol, BoneParameters.load()))
                .isInstanceOf(TrialRefused.class)
                .hasMessageContaining("two or more randomised arms");
    }
}
