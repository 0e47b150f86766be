package org.lamella.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleCatalogue;

/** A site configuration that would loosen a limit is refused, with what is accepted, and nothing is checked by it. */
class HostileSiteVerificationTest {
    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");

    private static final String HEAD = "name: Hostile clinic\ndemonstration: true\n";

    /** Lines of a configuration ({@code ~} is a line break), and what the refusal must say. */
    private static final String ATTEMPTS = """
            # caps and keys that do not exist
            dose_caps: {zoledronate: 40}                                        | unknown key 'dose_caps'
            max_per_dose: 100                                                   | unknown key 'max_per_dose'
            hard_stops: off                                                     | unknown key 'hard_stops'
            gates: {pregnancy: false}                                           | unknown key 'gates'
            vitamin_d_gat: {value: 50, unit: nmol/L, source: x}                 | perhaps 'vitamin_d_gate' was meant
            limits: {renal_stop_below: 0}                                       | unknown key 'limits'
            # the vitamin D gate
            vitamin_d_gate: {value: 0, unit: nmol/L, source: x}                 | accepted is 50 to 150 nmol/L
            vitamin_d_gate: {value: -50, unit: nmol/L, source: x}               | accepted is 50 to 150 nmol/L
            vitamin_d_gate: {value: 49.999, unit: nmol/L, source: x}            | accepted is 50 to 150 nmol/L
            vitamin_d_gate: {value: 20, unit: ng/mL, source: x}                 | 2.496 nmol/L
            vitamin_d_gate: {value: 50, source: x}                              | unit
            vitamin_d_gate: {value: .nan, unit: nmol/L, source: x}              | accepted is
            vitamin_d_gate: {value: fifty, unit: nmol/L, source: x}             | accepted is
            vitamin_d_gate: {value: 1e9, unit: nmol/L, source: x}               | accepted is
            vitamin_d_gate: {value: 50, unit: nmol/L}                           | source
            vitamin_d_gate: ~                                                   | vitamin_d_gate
            # hold windows
            osteotomy_hold: {days_before: -1, source: x}                        | accepted is 0 to 365 days
            osteotomy_hold: {days_before: -28, source: x}                       | accepted is 0 to 365 days
            osteotomy_hold: {days_before: 100000, source: x}                    | accepted is 0 to 365 days
            osteotomy_hold: {days_before: 1.5, source: x}                       | accepted is
            osteotomy_hold: {days_after: 0, source: x}                          | unknown key 'days_after'
            # infusion times
            infusion_times: {zoledronate: {minutes: 1, source: x}}              | accepted is 15 to 1440 minutes
            infusion_times: {zoledronate: {minutes: 0, source: x}}              | accepted is 15 to 1440 minutes
            infusion_times: {zoledronate: {minutes: -30, source: x}}            | accepted is 15 to 1440 minutes
            infusion_times: {pamidronate: {minutes: 60, source: x}}             | accepted is 120 to 1440 minutes
            infusion_times: {neridronate: {minutes: 5, source: x}}              | accepted is 30 to 1440 minutes
            infusion_times: {zoledronate: {minutes: 99999999, source: x}}       | accepted is 15 to 1440 minutes
            infusion_times: {zoledronate: {hours: 1, source: x}}                | unknown key 'hours'
            infusion_times: {zometa: {minutes: 30, source: x}}                  | unknown key 'zometa'
            # how old measurements may be
            age_limits: {weight_under_2_years: {days: 3650, source: x}}         | accepted is 0 to 90 days
            age_limits: {weight_from_2_years: {days: 181, source: x}}           | accepted is 0 to 180 days
            age_limits: {labs_before_first_infusion: {days: 91, source: x}}     | accepted is 0 to 90 days
            age_limits: {labs_before_later_infusions: {days: 999, source: x}}   | accepted is 0 to 180 days
            age_limits: {pregnancy_test: {days: 15, source: x}}                 | accepted is 0 to 14 days
            age_limits: {pregnancy_test: {days: -1, source: x}}                 | accepted is 0 to 14 days
            age_limits: {creatinine: {days: 9999, source: x}}                   | unknown key 'creatinine'
            # packs
            products: [{drug: zoledronate, name: a, form: solution, mg: 4000, ml: 5, source: x}]    | accepted is 0.1 to 250 mg
            products: [{drug: zoledronate, name: a, form: solution, mg: 0.004, ml: 5, source: x}]   | accepted is 0.1 to 250 mg
            products: [{drug: zoledronate, name: a, form: solution, mg: 4, ml: 0.005, source: x}]   | accepted is 0.5 to 1000 mL
            products: [{drug: zoledronate, name: a, form: solution, mg: 4, ml: 5000, source: x}]    | accepted is 0.5 to 1000 mL
            products: [{drug: pamidronate, name: a, form: solution, mg: 0.03, ml: 10, source: x}]   | accepted is 1.8 to 4500 mg
            products: [{drug: neridronate, name: a, form: solution, mg: 25000, ml: 2, source: x}]   | accepted is 2 to 5000 mg
            products: [{drug: alendronate, name: a, form: tablet, mg: 0.01, source: x}]             | accepted is 0.2 to 500 mg
            products: [{drug: risedronate, name: a, form: tablet, mg: 5000, source: x}]             | accepted is 0.1 to 250 mg
            products: [{drug: zoledronate, name: a, form: solution, mg: -4, ml: 5, source: x}]      | above 0
            products: [{drug: zoledronate, name: a, form: solution, mg: 4, source: x}]              | volume in mL
            products: [{drug: zoledronate, name: a, form: solution, mg: 4 g, ml: 5, source: x}]     | accepted is
            products: [{drug: zoledronate, name: a, form: solution, ug: 4000, ml: 5, source: x}]    | unknown key 'ug'
            products: [{drug: zolendronate, name: a, form: solution, mg: 4, ml: 5, source: x}]      | perhaps 'zoledronate' was meant
            # figures and switches of rules
            rule_figures: [{figure: LAB-02.vitamin_d_gate, value: 0, unit: nmol/L, source: x}]      | accepted is one of
            rule_figures: [{figure: DOS-ZA-01.dose, value: 1, unit: mg/kg, source: x}]              | accepted is one of
            rule_figures: [{figure: VD-05.cover_days, value: -3, unit: d, source: x}]               | accepted is 0 to 60 d
            rule_figures: [{figure: IM-05.first_age, value: 60, unit: a, source: x}]                | accepted is mo
            rules: [{rule: LAB-99, enabled: false, decided_by: a, date: 2026-01-01, source: x}]     | not in the catalogue
            rules: [{rule: IM-01, enabled: false, date: 2026-01-01, source: x}]                     | decided_by
            rules: [{rule: IM-01, enabled: perhaps, decided_by: a, date: 2026-01-01, source: x}]    | accepted is
            confirmations: [{value: zoledronate.double, confirmed_by: a, date: 2026-01-01, source: x}] | accepted is
            confirmations: [{value: pamidronate.first-cycle, confirmed_by: a, date: soon, source: x}]  | a date such as
            """;

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private Run check(String site) throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), HEAD + site);
        Path records = Files.createDirectories(folder.resolve("records"));
        Path record = records.resolve("girl.json");
        if (!Files.exists(record)) {
            Files.copy(EXAMPLES.resolve("girl-low-vitamin-d.json"), record);
        }
        Files.deleteIfExists(folder.resolve("out/answers.csv"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Lamella.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "check",
                records.toString(),
                "--site",
                file.toString(),
                "--as-of",
                "2026-11-01",
                "--out",
                folder.resolve("out").toString());
        return new Run(code, out.toString(), err.toString());
    }

    @TestFactory
    Stream<DynamicTest> nothingLooserThanTheLimitsIsAccepted() {
        return ATTEMPTS.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\|", 2))
                .map(parts ->
                        DynamicTest.dynamicTest(parts[0].strip(), () -> refused(parts[0].strip(), parts[1].strip())));
    }

    private void refused(String site, String said) throws IOException {
        Run run = check(site);
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.UNREADABLE_INPUT);
        assertThat(run.err())
                .contains("site.yaml")
                .contains(said)
                .doesNotContain("internal fault")
                .doesNotContain("Exception");
        assertThat(folder.resolve("out/answers.csv")).doesNotExist();
    }

    /** Every hard stop, one by one. */
    @TestFactory
    Stream<DynamicTest> noHardStopCanBeSwitchedOff() {
        return RuleCatalogue.standard().rules().stream()
                .filter(Rule::hardStop)
                .map(rule -> DynamicTest.dynamicTest(
                        rule.id(),
                        () -> refused(
                                "rules: [{rule: " + rule.id()
                                        + ", enabled: false, decided_by: a, date: 2026-01-01, source: x}]",
                                "hard stop and cannot be switched off")));
    }

    /** Without it every refusal above would prove nothing. */
    @Test
    void aSiteInOrderIsUsed() throws IOException {
        Run run = check("vitamin_d_gate: {value: 60, unit: nmol/L, source: x}\n"
                + "products: [{drug: zoledronate, name: a, form: solution, mg: 4, ml: 5, source: x}]\n"
                + "rules: [{rule: IM-01, enabled: false, decided_by: a, date: 2026-01-01, source: x}]\n");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(RuleCatalogue.standard().rules().stream().filter(Rule::hardStop))
                .hasSizeGreaterThan(3);
    }
}
