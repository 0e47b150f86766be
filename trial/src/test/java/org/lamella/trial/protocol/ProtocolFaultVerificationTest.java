package org.lamella.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a protocol file names the file, the line, what was found and what is accepted. */
class ProtocolFaultVerificationTest {
    static final String GOOD = """
            protocol: small
            title: A small trial
            about:
              role: question
              sources: [none]
              assumptions:
                conduct.drop_out: chosen
            recruitment:
              setting: trial
              patients: 20
              age: {from: 4, to: 15}
              female_share: 0.5
              types: {I: 0.6, III: 0.1, IV: 0.3}
              criteria:
                - {quantity: spine_bmd_z, at_most: -1}
                - {fractures: {at_least: 1, window: 2 years}}
            run_in: 6 months
            randomisation: {method: randomised, blinding: double, strata: [oi_type]}
            arms:
              PBO: {share: 1, treatments: []}
              RIS:
                share: 2
                treatments:
                  - {drug: risedronate, route: oral, dose: 2.5 mg, every: 1 day}
            visits: [0 months, 6 months, 12 months]
            measurements:
              spine_bmd: {}
              spine_bmd_z: {at: [0 months, 12 months], error: {absolute: 0.2}}
            conduct:
              adherence: {mean: 0.9}
              drop_out: {per_year: 0.05}
            endpoints:
              - {id: bmd, primary: true, change: spine_bmd, at: 12 months, percent: true}
              - {id: rate, fracture_rate: clinical, until: 12 months}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            repeated_measures: unstructred                                    | Did you mean 'unstructured'?
            interim: {looks: [0.5, 0.4], spending: pocock}                    | looks in rising order
            interim: {looks: [0.5, 1.5], spending: pocock}                    | a number from 0.05 to 1
            interim: {looks: [], spending: pocock}                            | 1 to 10 shares
            interim: {looks: [0.5], spending: haybittle}                      | obrien_fleming
            dose_response: {unit: mg, levels: {PBO: 0, RIS: 2}}               | at least three different doses
            dose_response: {unit: mg, levels: {PBO: 0, RIS: 2, ZOL: 3}}       | 'ZOL'
            mixed: yes                                                        | 'mixed'
            """)
    void refusesAnalysesThatCannotBeDone(String line, String accepted) {
        assertThatThrownBy(() -> Protocol.parse("small.yaml", GOOD + "analysis:\n  " + line + "\n"))
                .isInstanceOf(ProtocolFault.class)
                .hasMessageContaining("small.yaml:")
                .hasMessageContaining(accepted);
    }

    @Test
    void readsAnAnalysis() {
        AnalysisPlan plan = Protocol.parse(
                        "small.yaml",
                        GOOD
                                + "analysis: {repeated_measures: autoregressive, interim: {looks: [0.5], spending: pocock}}\n")
                .analysis();
        assertThat(plan.repeatedMeasuresIfAny())
                .contains(org.lamella.trial.statistics.RepeatedMeasures.Structure.AUTOREGRESSIVE);
        assertThat(plan.interimIfAny().orElseThrow().looks()).containsExactly(0.5, 1.0);
        assertThat(plan.dosesIfAny()).isEmpty();
    }

    @Test
    void readsAWholeProtocol() {
        Protocol p = Protocol.parse("small.yaml", GOOD);
        assertThat(p.arms()).extracting(Arm::id).containsExactly("PBO", "RIS");
        assertThat(p.duration()).isEqualTo(new StudyTime(365));
        assertThat(p.runIn().days()).isEqualTo(183);
        assertThat(p.measurements().get(1).error().sd()).isEqualTo(0.2);
        assertThat(p.measurements().get(0).error().sd())
                .isEqualTo(org.lamella.bone.ObservableFacts.of(org.lamella.bone.Observable.SPINE_DENSITY)
                        .error());
        assertThat(p.primaryEndpoint().id()).isEqualTo("bmd");
        assertThat(p.recruitment().criteria().get(0).inWords())
                .isEqualTo("lumbar spine areal BMD Z-score at most -1 SD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            share: 1, treatments        | shar: 1, treatments       | 20 | Did you mean 'share'?
            title: A small trial        | tittle: A small trial     | 2  | Did you mean 'title'?
            share: 2                    | share: 0                  | 22 | a share above 0
            dose: 2.5 mg                | dose: -2.5 mg             | 24 | an amount above 0
            dose: 2.5 mg                | dose: 2.5                 | 24 | an amount with its unit
            dose: 2.5 mg                | dose: 2.5 mmol            | 24 | an amount with its unit
            6 months, 12 months]        | 12 months, 6 months]      | 25 | visits in rising order
            0 months, 6 months, 12      | 3 months, 6 months, 12    | 25 | the first at 0 days
            patients: 20                | patients: 0               | 10 | a whole number from 1
            patients: 20                | patients: 2.5             | 10 | a whole number from 1
            from: 4, to: 15             | from: 15, to: 4           | 11 | youngest first
            I: 0.6                      | I: 0.9                    | 13 | sum to 1
            at_most: -1                 | at_most: -1, at_least: 2  | 15 | bounds that somebody can meet
            window: 2 years             | window: 9 years           | 16 | bounds that somebody can meet
            quantity: spine_bmd_z       | quantity: spine_bmdz      | 15 | Did you mean 'spine_bmd'?
            setting: trial              | setting: trail            | 9  | Did you mean 'trial'?
            change: spine_bmd, at: 12   | change: ctx, at: 12       | 33 | one of spine_bmd, spine_bmd_z
            spine_bmd, at: 12 months    | spine_bmd, at: 9 months   | 33 | a visit after enrolment
            mean: 0.9                   | mean: 90                  | 30 | a number from 0.01 to 1
            per_year: 0.05              | per_year: -1              | 31 | a number from 0 to 5
            every: 1 day                | every: 1 dya              | 24 | a time such as
            primary: true               | primary: false            | 33 | exactly one endpoint
            run_in: 6 months            | run_in: 5 years           | 17 | up to 2 years
            conduct.drop_out: chosen    | conduct.dropout: chosen   | 7  | the path of an entry
            drug: risedronate           | drug: Risedronate!        | 24 | lower-case letters
            female_share: 0.5           | female_share: many        | 12 | a number
            {per_year: 0.05}            | {per_year: 0.05           | 32 | YAML
            title: A small trial        | protocol: small           | 2  | each key once
            """)
    void namesLineAndRemedy(String good, String bad, int line, String remedy) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(
                        () -> Protocol.parse("small.yaml", GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .isInstanceOf(ProtocolFault.class)
                .hasMessageStartingWith("small.yaml:" + line + ": ")
                .hasMessageContaining("found ")
                .hasMessageContaining(remedy);
    }

    @Test
    void namesAMissingFile() {
        assertThatThrownBy(() -> Protocol.read(Path.of("no-such-file.yaml")))
                .isInstanceOf(ProtocolFault.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void unfoldsCrossoverIntoTheTreatmentsOfEachArm() {
        String crossover = GOOD.replace("visits:", "crossover: {at: 6 months, washout: 1 month}\nvisits:");
        Protocol p = Protocol.parse("small.yaml", crossover);
        assertThat(p.arm("PBO").treatments()).hasSize(1);
        assertThat(p.arm("PBO").treatments().getFirst().from().days()).isEqualTo(183 + 30);
        assertThat(p.arm("RIS").treatments().getFirst().untilIfAny()).contains(new StudyTime(183));
    }

    @Test
    void unfoldsOpenLabelExtension() {
        Protocol p =
                Protocol.parse("small.yaml", GOOD.replace("visits:", "open_label: {from: 6 months, as: RIS}\nvisits:"));
        assertThat(p.arm("PBO").treatments().getFirst().from().days()).isEqualTo(183);
        assertThat(p.arm("RIS").treatments()).hasSize(1);
    }
}
