package org.lamella.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.trial.protocol.Protocol;

/** A run depends on protocol, model, seed, patients and replicates only; screening and chance behave as they must. */
class VirtualTrialVerificationTest {
    private static final String DESIGN = """
            protocol: small
            title: A small trial
            about: {role: question, sources: [none]}
            recruitment:
              setting: clinic
              patients: 90
              age: {from: 3, to: 6}
              female_share: 0.5
              types: {I: 0.6, III: 0.1, IV: 0.3}
              criteria:
                - {quantity: spine_bmd_z, at_most: -1}
            run_in: 6 months
            randomisation: {method: randomised, strata: [oi_type, sex, recent_fracture]}
            arms:
              PBO: {share: 1, treatments: []}
              ZOL:
                share: 2
                treatments:
                  - {drug: zoledronate, route: intravenous, dose: 0.05 mg/kg, every: 6 months}
                  - {drug: vitamin-d, route: oral, dose: 10 ug, every: 1 day}
                rules:
                  - {name: halve, when: {quantity: spine_bmd_z, at_least: -1}, then: {scale_dose: 0.5}}
            rules:
              - {name: rescue, when: {fractures: 3, window: 1 year}, then: {switch: [{drug: pamidronate, route: intravenous, dose: 1 mg/kg, every: 3 months, days_per_cycle: 3}]}}
            visits: [0 months, 3 months, 12 months]
            measurements: {spine_bmd: {}, spine_bmd_z: {}, ctx: {at: [0 months, 12 months]}}
            conduct:
              adherence: {mean: 0.8, between_patient_sd: 1, missed_cycles: 0.1}
              drop_out: {per_year: 0.2, per_year_after_fracture: 0.3}
            endpoints: [{id: bmd, primary: true, change: spine_bmd, at: 12 months}]
            """;
    private static final BoneParameters PARAMETERS = BoneParameters.load();
    private static final BoneModel MODEL = model(64);

    private static BoneModel model(int lanes) {
        return BoneModel.create(PARAMETERS, Engine.STANDARD.sequential().withBlockLanes(lanes));
    }

    private static List<String> run(BoneModel model, String design, int patients, int replicates, int threads) {
        List<String> lines = new ArrayList<>();
        new VirtualTrial(Protocol.parse("small.yaml", design), model)
                .run(
                        new RunSettings(patients, replicates, 11, threads),
                        o -> lines.add(o.replicate() + "," + o.number() + "," + o.key() + "," + o.arm() + "," + o.type()
                                + o.lastDay() + Arrays.deepToString(o.measured()) + Arrays.deepToString(o.truth())
                                + o.events()),
                        RunProgress.NONE);
        return lines;
    }

    @Test
    void sameBitsForAnyNumberOfThreads() {
        List<String> one = run(MODEL, DESIGN, 90, 1, 1);
        assertThat(one).hasSize(90);
        for (int threads : new int[] {2, 4, 8, 16}) {
            assertThat(run(MODEL, DESIGN, 90, 1, threads))
                    .as("%d threads", threads)
                    .isEqualTo(one);
        }
    }

    @Test
    void sameBitsForAnyNumberOfThreadsOverReplicates() {
        assertThat(run(MODEL, DESIGN, 20, 5, 3)).isEqualTo(run(MODEL, DESIGN, 20, 5, 1));
    }

    @Test
    void sameBitsForAnyBlockWidth() {
        List<String> standard = run(MODEL, DESIGN, 40, 1, 1);
        assertThat(run(model(1), DESIGN, 40, 1, 1)).isEqualTo(standard);
        assertThat(run(model(7), DESIGN, 40, 1, 1)).isEqualTo(standard);
    }

    @Test
    void aLargerTrialBeginsWithTheSamePeople() {
        List<String> few = run(MODEL, DESIGN, 30, 1, 1);
        assertThat(run(MODEL, DESIGN, 70, 1, 1).subList(0, 30)).isEqualTo(few);
    }

    @Test
    void addingAVisitLeavesAllOthersAsTheyWere() {
        String atEnds = "spine_bmd: {at: [0 months, 12 months]}, spine_bmd_z: {at: [0 months, 12 months]}, ctx:";
        String two = withoutRules(DESIGN).replace("spine_bmd: {}, spine_bmd_z: {}, ctx:", atEnds);
        String three = two.replace("[0 months, 3 months, 12 months]", "[0 months, 3 months, 6 months, 12 months]");
        assertThat(three).isNotEqualTo(two);
        assertThat(run(MODEL, three, 30, 1, 1)).isEqualTo(run(MODEL, two, 30, 1, 1));
    }

    /** Rules look at visits, so some comparisons are without them. */
    private static String withoutRules(String design) {
        StringBuilder kept = new StringBuilder();
        for (String line : design.split("\n")) {
            if (!line.strip().equals("rules:") && !line.strip().startsWith("- {name:")) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    @Test
    void armsFollowTheirShares() {
        List<String> all = run(MODEL, DESIGN, 90, 1, 2);
        long treated = all.stream().filter(l -> l.split(",")[3].equals("1")).count();
        assertThat(treated).isBetween(54L, 66L);
    }

    @Test
    void identicalArmsOfAPairedTrialGiveIdenticalPatients() {
        String zoledronate = "{drug: zoledronate, route: intravenous, dose: 0.05 mg/kg, every: 6 months}";
        String paired = withoutRules(DESIGN)
                .replace("method: randomised", "method: paired")
                .replace("PBO: {share: 1, treatments: []}", "PBO: {treatments: [" + zoledronate + "]}")
                .replaceAll(" +- \\{drug: vitamin-d.*\\n", "");
        List<String> lines = run(MODEL, paired, 12, 1, 1);
        assertThat(lines).hasSize(24);
        for (int i = 0; i < 24; i += 2) {
            assertThat(lines.get(i).split(",")[3]).isEqualTo("0");
            assertThat(lines.get(i + 1).split(",")[3]).isEqualTo("1");
            assertThat(lines.get(i).replaceFirst(",0,(?=[IV]+\\d)", ",1,")).isEqualTo(lines.get(i + 1));
        }
    }

    @Test
    void saysWhyNobodyCouldBeEnrolled() {
        String impossible = DESIGN.replace("at_most: -1}", "at_least: 9}");
        assertThatThrownBy(() -> run(MODEL, impossible, 10, 1, 2))
                .isInstanceOf(TrialRefused.class)
                .hasMessageContaining("no one of")
                .hasMessageContaining("did not have: lumbar spine areal BMD Z-score at least 9");
    }

    @Test
    void refusesDrugsTheModelDoesNotKnow() {
        String unknown = DESIGN.replace("drug: vitamin-d", "drug: placebonium");
        assertThatThrownBy(() -> run(MODEL, unknown, 10, 1, 1))
                .isInstanceOf(TrialRefused.class)
                .hasMessageContaining("'placebonium'")
                .hasMessageContaining("zoledronate");
    }

    @Test
    void refusesPeopleTooYoungForTheirHistory() {
        String young = DESIGN.replace("from: 3, to: 6", "from: 1, to: 6");
        assertThatThrownBy(() -> run(MODEL, young, 10, 1, 1))
                .isInstanceOf(TrialRefused.class)
                .hasMessageContaining("a youngest age of at least 2.51 years");
    }
}
