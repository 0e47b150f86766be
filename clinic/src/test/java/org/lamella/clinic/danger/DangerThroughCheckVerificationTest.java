package org.lamella.clinic.danger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamella.care.option.OptionCatalogue;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.cds.PathwayCards;
import org.lamella.clinic.check.BulkCheck;
import org.lamella.clinic.check.CheckProgress;
import org.lamella.clinic.check.CheckRequest;
import org.lamella.clinic.check.CheckSummary;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/**
 * The dangerous records of {@link DangerousRecordsVerificationTest} in one folder through the bulk check, and again at a
 * site that took every liberty a site configuration grants.
 */
class DangerThroughCheckVerificationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Set<String> AGAINST = Set.of("stop", "hold", "missing");

    /** What the gate refuses but no rule of the catalogue speaks of; the check offers nothing there, which is tested. */
    private static final List<String> ONLY_AT_THE_GATE = List.of(
            "usable entry for calcium",
            "Not under 18",
            "maintenance",
            "Mild OI without",
            "Mild OI",
            "No dose of this regimen was published",
            "No dose of this regimen was published");

    /** Regimens that do not suit this child, of drugs with another one that does: an order of the drug may pass. */
    private static final Set<String> ANOTHER_REGIMEN_PASSES =
            Set.of("pamidronate-maintenance", "zoledronate-adult-yearly");

    /** Every value as lax as the reader accepts, every rule switched off that can be, every figure confirmed. */
    private static String laxestSite() {
        StringBuilder site = new StringBuilder("""
                name: Laxest clinic
                demonstration: true
                vitamin_d_gate: {value: 50, unit: nmol/L, source: x}
                first_dose_admission: {policy: none, source: x}
                infusion_times:
                  pamidronate: {minutes: 120, source: x}
                  zoledronate: {minutes: 15, source: x}
                  neridronate: {minutes: 30, source: x}
                osteotomy_hold: {days_before: 0, source: x}
                age_limits:
                  weight_under_2_years: {days: 90, source: x}
                  weight_from_2_years: {days: 180, source: x}
                  labs_before_first_infusion: {days: 90, source: x}
                  labs_before_later_infusions: {days: 180, source: x}
                  pregnancy_test: {days: 14, source: x}
                  height_for_egfr: {days: 365, source: x}
                  dental_review: {days: 730, source: x}
                products:
                  - {drug: zoledronate, name: a, form: solution, mg: 250, ml: 0.5, source: x}
                  - {drug: risedronate, name: a, form: tablet, mg: 250, source: x}
                  - {drug: alendronate, name: a, form: tablet, mg: 500, source: x}
                rules:
                """);
        for (Rule rule : RuleCatalogue.standard().rules()) {
            if (!rule.hardStop()) {
                site.append("  - {rule: ")
                        .append(rule.id())
                        .append(", enabled: ")
                        .append(!rule.enabledByDefault())
                        .append(", decided_by: a, date: 2026-01-01, source: x}\n");
            }
        }
        return site.toString();
    }

    /** A dangerous record: the option that is tried, its drug, the record, and what a plan says. */
    private record Attempt(String option, String drug, String record, String said) {
        static Attempt of(String line) {
            String[] parts = line.split("\\|", 3);
            String option = parts[0].strip();
            return new Attempt(
                    option,
                    option.contains("-") ? option.substring(0, option.indexOf('-')) : option,
                    DangerousRecordsVerificationTest.changed(parts[1].strip()),
                    parts[2].strip());
        }
    }

    @TempDir
    private Path folder;

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    @BeforeEach
    void writeRecords() throws IOException {
        Path records = Files.createDirectories(folder.resolve("records"));
        for (String line : DangerousRecordsVerificationTest.ATTEMPTS.lines().toList()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String file = String.format(Locale.ROOT, "%03d.yaml", attempts.size());
                attempts.put(file, Attempt.of(line));
                Files.writeString(records.resolve(file), Attempt.of(line).record());
            }
        }
        assertThat(attempts).hasSizeGreaterThan(60);
    }

    private List<JsonNode> check(SiteConfiguration site) throws IOException {
        Path out = folder.resolve("out");
        CheckSummary summary = BulkCheck.run(
                new CheckRequest(folder.resolve("records"), out, TODAY, CarePathway.settings(site), 2, false),
                CheckProgress.SILENT);
        assertThat(summary.failed()).isZero();
        assertThat(summary.refused()).isZero();
        assertThat(summary.answered()).isEqualTo(attempts.size());
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("answers.ndjson"))) {
            answers.add(json.readTree(line));
        }
        return answers;
    }

    private boolean names(JsonNode answer) {
        String drug = attempts.get(answer.path("file").asText()).drug();
        for (JsonNode named : answer.path("drugs")) {
            if (named.asText().equals(drug)) {
                return true;
            }
        }
        return false;
    }

    /** A rule speaks against the drug, or a dose rule cannot be answered for want of a weight. */
    private boolean against(JsonNode answer) {
        boolean noWeight = answer.path("rule").asText().startsWith("DOS-")
                && answer.path("needs").toString().contains("body weight");
        return AGAINST.contains(answer.path("answer").asText()) && (names(answer) || noWeight);
    }

    @Test
    void everyDangerousRecordHasARuleAgainstItsDrugAndNoneOffersIt() throws IOException {
        List<JsonNode> answers = check(SiteConfiguration.defaults());
        Set<String> spoken = answers.stream()
                .filter(this::against)
                .map(answer -> answer.path("file").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(attempts.entrySet().stream()
                        .filter(attempt -> !spoken.contains(attempt.getKey()))
                        .map(attempt -> attempt.getValue().said()))
                .containsExactlyInAnyOrderElementsOf(ONLY_AT_THE_GATE);
        assertThat(answers.stream()
                        .filter(answer -> !spoken.contains(answer.path("file").asText()))
                        .filter(answer -> Set.of("option", "due")
                                .contains(answer.path("answer").asText()))
                        .filter(this::names))
                .isEmpty();
    }

    @Test
    void theLaxestSiteLiftsNoHardStop() throws IOException {
        SiteConfiguration lax = SiteConfiguration.read("lax.yaml", laxestSite());
        Map<String, String> usual = stops(check(SiteConfiguration.defaults()));
        assertThat(usual).hasSizeGreaterThan(300);
        // A child whose weight or test is recent enough for this site is evaluated where it could not be before.
        assertThat(stops(check(lax))).containsAllEntriesOf(usual);
    }

    /** Answers "stop" of the rules that are hard stops, by file and rule. */
    private static Map<String, String> stops(List<JsonNode> answers) {
        Map<String, String> stops = new LinkedHashMap<>();
        for (JsonNode answer : answers) {
            String rule = answer.path("rule").asText();
            if (RuleCatalogue.standard().rule(rule).hardStop()
                    && answer.path("answer").asText().equals("stop")) {
                stops.put(
                        answer.path("file").asText() + " " + rule,
                        answer.path("answer").asText());
            }
        }
        return stops;
    }

    @Test
    void atTheLaxestSiteNoAttemptLeadsToADoseEither() {
        SiteConfiguration lax = SiteConfiguration.read("lax.yaml", laxestSite());
        PathwayCards cards = new PathwayCards(lax);
        List<String> through = attempts.values().stream()
                .filter(attempt -> {
                    Patient patient = ((RecordResult.Understood) RecordReader.parse(attempt.record(), TODAY)).patient();
                    boolean sheet = OptionCatalogue.assess(patient, TODAY, lax).stream()
                            .map(assessed -> assessed.option())
                            .anyMatch(option -> option.id().equals(attempt.option()) && option.doseSheet() != null);
                    boolean passed = cards.order(patient, TODAY, new Drug(attempt.drug()), null).stream()
                            .anyMatch(card -> card.code().equals("GATE"));
                    return sheet || (passed && !ANOTHER_REGIMEN_PASSES.contains(attempt.option()));
                })
                .map(Attempt::said)
                .toList();
        // Two liberties that the literature leaves to a site: a test of up to 14 days, and no days before an osteotomy.
        assertThat(through).containsExactlyInAnyOrder("pregnancy test", "osteotomy is planned");
    }
}
