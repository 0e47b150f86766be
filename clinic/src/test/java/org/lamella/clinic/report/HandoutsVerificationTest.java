package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamella.care.plan.Plan;
import org.lamella.care.rules.RuleCatalogue;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Hand-outs are dated, sourced, free of dose figures, and readable by those they are for. */
class HandoutsVerificationTest {

    static List<Plan> plans() {
        return List.of(
                SamplePlans.rich(),
                SamplePlans.bare(),
                SamplePlans.crowded(),
                SamplePlans.withEveryTextAs(t -> t + " 18.5 mg/kg <b>&\"' 5 mL; give 30 units"));
    }

    @Test
    void hasEveryPaper() {
        assertThat(Handouts.render(SamplePlans.rich()).keySet())
                .containsExactly(
                        "letter-dentist.html",
                        "letter-surgeon-anaesthetist.html",
                        "letter-family-doctor.html",
                        "emergency-card.html",
                        "infusion-checklist.html",
                        "safety-notes.html",
                        "school-note.html",
                        "family-page.html",
                        "calendar.ics");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void noPaperHoldsADose(Plan plan) {
        Handouts.render(plan).forEach((file, text) -> {
            String body = file.endsWith(".ics") ? text.replace("\r\n ", "") : bodyWithoutIdentity(text);
            assertThat(DoseFree.hasDose(body)).as(file + ": " + firstDose(body)).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPageIsWellFormedDatedAndSourced(Plan plan) {
        pages(plan).forEach((file, text) -> {
            Document page = Markup.parse(text);
            Set<String> places = new HashSet<>(Markup.values(page, "id"));
            assertThat(places).as(file).contains("source-1");
            Markup.values(page, "href").stream()
                    .filter(h -> h.startsWith("#"))
                    .forEach(h -> assertThat(places).contains(h.substring(1)));
            assertThat(Markup.values(page, "datetime")).contains("2026-06-15");
            assertThat(Markup.all(page, "script")).isEmpty();
        });
    }

    @Test
    void everyFixedTextNamesRulesOfTheCatalogue() {
        for (Handout handout : Handout.standard().handouts()) {
            for (Handout.Section section : handout.sections()) {
                for (Handout.Part part : section.parts()) {
                    if (part instanceof Handout.Part.Said said) {
                        assertThat(said.rules())
                                .isNotEmpty()
                                .allSatisfy(id -> assertThat(
                                                RuleCatalogue.standard().find(id))
                                        .as(id)
                                        .isPresent());
                        assertThat(DoseFree.hasDose(said.text())).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void plainWordsExistForEveryRule() {
        assertThat(RuleCatalogue.standard().rules())
                .allSatisfy(r ->
                        assertThat(Handout.standard().words(r.id())).as(r.id()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"family-page.html", "school-note.html"})
    void familyPapersReadAtAboutTwelve(String file) {
        for (Plan plan : List.of(SamplePlans.rich(), SamplePlans.bare())) {
            String text = readable(Handouts.render(plan).get(file));
            assertThat(Readability.of(text).readingAge())
                    .as(file + " " + Readability.of(text) + "\n" + text)
                    .isLessThanOrEqualTo(12.0);
        }
    }

    @Test
    void theFamilyPageSaysWhatMustNotBeUsedAndThatTheModelMayBeWrong() {
        String text = readable(Handouts.render(SamplePlans.rich()).get("family-page.html"));
        assertThat(text)
                .contains("Not for you now: Denosumab")
                .contains("Keep on with pamidronate, as now: we can talk about this now.")
                .contains("it may be wrong for you");
    }

    /** A paper that takes OI for granted must not exist while the two questions are open. */
    @Test
    void noPaperTakesOiForGrantedWhileItIsInQuestion() {
        assertThat(Handouts.render(SamplePlans.unexplained()).keySet())
                .containsExactly("unexplained-fractures.html", "calendar.ics");
    }

    @Test
    void aPaperOfAnEarlierPlanIsRemovedWhenItIsNotMadeNow(@org.junit.jupiter.api.io.TempDir Path folder)
            throws IOException {
        PlanFiles.writeHandouts(SamplePlans.rich(), folder);
        Files.writeString(folder.resolve("notes-of-my-own.txt"), "kept");
        PlanFiles.writeHandouts(SamplePlans.unexplained(), folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("unexplained-fractures.html", "calendar.ics", "notes-of-my-own.txt");
        }
    }

    @Test
    void aRemarkInBracketsWithADoseIsCutFromItsSentence() {
        assertThat(DoseFree.sentences("Ask for the diet (recommended at this age: 200 mg/day). Then wait (a week)."))
                .isEqualTo("Ask for the diet. Then wait (a week).");
    }

    @Test
    void choicesAreNamedWithoutRegimens() {
        assertThat(readable(Handouts.render(SamplePlans.rich()).get("family-page.html")))
                .doesNotContain("cycles")
                .doesNotContain("mg");
    }

    @Test
    void theTwoWayPromptIsMadeOnlyWhenItsRuleAnswered() {
        assertThat(Handouts.render(SamplePlans.rich())).doesNotContainKey("unexplained-fractures.html");
        String text = readable(Handouts.render(SamplePlans.unexplained()).get("unexplained-fractures.html"));
        assertThat(text).contains("no verdict, neither way").contains("needs both an OI work-up");
    }

    @Test
    void theSurgeonReadsBoneByBoneAndOfTheSpine() {
        String text = readable(Handouts.render(SamplePlans.rich()).get("letter-surgeon-anaesthetist.html"));
        assertThat(text)
                .contains("Left femur: osteotomy with rod planned for 15 Dec 2026")
                .contains("Rods that fit by what was published: ")
                .contains("Fassier-Duval")
                .contains("13 to 26 weeks")
                .contains("38 degrees (24 to 80) in 5 years");
    }

    /** Counted by hand: 3 sentences, 15 words, 19 syllables. */
    @Test
    void readabilityAgreesWithACountByHand() {
        Readability r = Readability.of("The cat sat on the mat. It was a very happy animal. They all slept.");
        assertThat(r).isEqualTo(new Readability(3, 15, 19));
        assertThat(r.grade()).isCloseTo(0.39 * 15 / 3 + 11.8 * 19 / 15 - 15.59, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "bone, 1",
        "bones, 1",
        "brittle, 2",
        "medicine, 3",
        "table, 2",
        "needed, 2",
        "helped, 1",
        "boxes, 2",
        "dentist, 2",
        "computer, 3",
        "the, 1",
        "cure, 1",
        "choices, 2",
        "strong, 1"
    })
    void syllables(String word, int count) {
        assertThat(Readability.syllables(word)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Continue pamidronate 1.0 mg/kg a day, 3 days|Continue pamidronate",
                "zoledronate at 0.05 mg/kg|zoledronate",
                "Pamidronate every 4 months|Pamidronate every 4 months",
                "Give calcium (500 mg twice daily)|Give calcium",
                "eGFR 90 mL/min/1.73 m2|eGFR 90 mL/min/1.73 m2",
                "25-OH vitamin D 38 nmol/L|25-OH vitamin D 38 nmol/L",
                "spine 0.412 g/cm2|spine 0.412 g/cm2",
                "weight 18.4 kg|weight 18.4 kg"
            })
    void dosesAreCutAndMeasurementsKept(String text, String kept) {
        assertThat(DoseFree.label(text)).contains(kept);
    }

    @Test
    void sentencesWithADoseAreLeftOut() {
        assertThat(DoseFree.sentences("Start today. Give 5 mg now. Then wait.")).isEqualTo("Start today. Then wait.");
        assertThat(DoseFree.hasDose("10 000 IU")).isTrue();
        assertThat(DoseFree.hasDose("400 international units")).isTrue();
        assertThat(DoseFree.hasDose("50 \u00b5g")).isTrue();
    }

    @Test
    void calendarFollowsTheFormat() {
        Plan plan = SamplePlans.withEveryTextAs(t -> t + "; a, b \\ c\n\u00e4\u00f6\u00fc" + "x".repeat(90));
        String ics = PlanCalendar.render(plan);
        assertThat(ics).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(ics.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(Stream.of(ics.split("\r\n", -1)))
                .allSatisfy(l ->
                        assertThat(l.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        String unfolded = ics.replace("\r\n ", "");
        assertThat(unfolded).contains("DTSTART;VALUE=DATE:20260713\r\nDTEND;VALUE=DATE:20260714");
        assertThat(unfolded.lines().filter(l -> l.startsWith("UID:")).distinct())
                .hasSize(4);
        assertThat(unfolded).contains("\\; a\\, b \\\\ c\\n");
        assertThat(PlanCalendar.render(plan)).isEqualTo(ics);
    }

    private static Map<String, String> pages(Plan plan) {
        Map<String, String> pages = new java.util.LinkedHashMap<>(Handouts.render(plan));
        pages.remove("calendar.ics");
        return pages;
    }

    /** What a reader sees, without the identity line and the titles of sources, which are not this program's words. */
    private static String bodyWithoutIdentity(String html) {
        return readable(html);
    }

    /** What a reader sees, line by line, without sources. */
    static String readable(String html) {
        Document page = Markup.parse(html);
        StringBuilder text = new StringBuilder();
        for (Element element : Markup.all(page, "*")) {
            boolean line = Set.of("h2", "p", "li").contains(element.getTagName());
            if (line && inside(element, "main") && !insideId(element, "sources")) {
                String words = own(element);
                text.append(words.endsWith(".") ? words : words + ".").append('\n');
            }
        }
        return text.toString();
    }

    private static String own(Element element) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            var child = element.getChildNodes().item(i);
            if (!child.getNodeName().equals("sup") && !child.getNodeName().equals("ul")) {
                text.append(child.getTextContent());
            }
        }
        return text.toString().strip();
    }

    private static boolean inside(Element element, String tag) {
        for (var n = element.getParentNode(); n != null; n = n.getParentNode()) {
            if (n.getNodeName().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean insideId(Element element, String id) {
        for (var n = element.getParentNode(); n instanceof Element e; n = n.getParentNode()) {
            if (e.getAttribute("id").equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static String firstDose(String text) {
        return text.lines().filter(DoseFree::hasDose).findFirst().orElse("");
    }
}
