package org.lamella.trial.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneParameters;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.ProtocolFault;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.TrialEvent;
import org.lamella.trial.run.TrialVariant;

/** A trial whose arms change places, with a run-in and strata: analysis within patients, recurrent fractures, bad entries. */
class CrossoverTrialVerificationTest {
    private static final String DESIGN = """
            protocol: cross
            title: Nothing and zoledronate, changing places
            about: {role: question, sources: [none]}
            recruitment:
              setting: referral
              patients: 80
              age: {from: 5, to: 7}
              female_share: 0.5
              types: {III: 0.5, IV: 0.5}
            run_in: 12 months
            randomisation: {method: randomised, strata: [oi_type]}
            arms:
              OFF: {treatments: []}
              ZOL: {treatments: [{drug: zoledronate, route: intravenous, dose: 0.05 mg/kg, every: 6 months}]}
            crossover: {at: 12 months, washout: 12 months}
            visits: [0 months, 12 months, 24 months, 36 months]
            measurements: {ctx: {}}
            conduct: {adherence: {mean: 1}, drop_out: {per_year: 0.05}}
            endpoints:
              - {id: ctx, crossover: ctx, percent: true, primary: true}
              - {id: rate, fracture_rate: clinical, until: 12 months, method: andersen_gill}
              - {id: first, first_fracture: clinical, until: 12 months}
            """;

    @Test
    void treatmentIsFoundWithinPatients() {
        Protocol protocol = Protocol.parse("cross.yaml", DESIGN);
        TrialAnalysis analysis = new TrialAnalysis(protocol, 80);
        List<PatientOutcome> all = new ArrayList<>();
        TrialVariant.DESIGNED
                .trial(protocol, BoneParameters.load())
                .run(
                        new RunSettings(80, 1, 3, 2),
                        o -> {
                            analysis.accept(o);
                            all.add(o);
                        },
                        RunProgress.NONE);
        analysis.finish();
        EndpointResult ctx = analysis.results().get(0);
        assertThat(ctx.comparisons().getFirst().note()).contains("Hills and Armitage", "carry-over p");
        assertThat(ctx.comparisons().getFirst().effectIfAny().orElseThrow().high())
                .as("CTX falls under zoledronate")
                .isLessThan(0);
        assertThat(ctx.arms().getFirst().patients())
                .as("both orders, both periods")
                .isEqualTo(ctx.arms().getLast().patients())
                .isLessThanOrEqualTo(80);
        assertThat(analysis.results().get(1).comparisons().getFirst().note()).contains("Andersen-Gill");
        assertThat(analysis.results().get(2).comparisons().getFirst().note()).contains("within the strata");

        List<TrialEvent> runIn = all.stream().flatMap(o -> o.runIn().stream()).toList();
        assertThat(runIn).isNotEmpty().allSatisfy(e -> {
            assertThat(e.kind()).isEqualTo(TrialEvent.Kind.RUN_IN_FRACTURE);
            assertThat(e.day()).isBetween(-365, 0);
        });
        long counted = runIn.stream().filter(TrialEvent::counted).count();
        assertThat(analysis.profile(0).runInFractures() + analysis.profile(1).runInFractures())
                .isEqualTo((int) counted);
        BeforeAndAfter both = analysis.beforeAndAfter();
        assertThat(both.watched()).isTrue();
        assertThat(both.window()).isZero();
        assertThat(both.during(0).fromDay()).isEqualTo(-365);
    }

    @Test
    void entriesThatDoNotFitAreRefused() {
        refused(
                DESIGN.replace("crossover: {at: 12 months, washout: 12 months}\n", ""),
                "whose arms do not change places");
        refused(DESIGN.replace("washout: 12 months", "washout: 6 months"), "no measurement of ctx at 18 months");
        refused(DESIGN.replace("method: randomised", "method: paired"), "a method for a paired trial");
        refused(DESIGN.replace("method: andersen_gill", "method: anderson"), "andersen_gill");
    }

    private static void refused(String design, String why) {
        assertThatThrownBy(() -> Protocol.parse("cross.yaml", design))
                .isInstanceOf(ProtocolFault.class)
                .hasMessageContaining(why)
                .hasMessageContaining("cross.yaml:");
    }
}
