package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamella.bone.BoneParameters;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.PathwayNote;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.PlanMaker;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.twin.Forecaster;
import org.lamella.twin.TwinForecaster;
import org.lamella.twin.TwinSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every example record, from file to plan, through every renderer and the checkers of each format. */
class EveryExampleVerificationTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final int SIBLINGS = 100;
    private static final int HORIZON = 2;

    private static final Map<String, Plan> PLANS = new LinkedHashMap<>();

    @BeforeAll
    static void plans() throws IOException {
        SiteConfiguration site = SiteConfiguration.load(EXAMPLES.resolve("demo-site.yaml"));
        PlanMaker maker = new PlanMaker(
                TwinForecaster.standard(),
                CarePathway.standard(),
                "test",
                BoneParameters.load().fingerprint());
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.equals("demo-site.yaml") || !name.matches(".*\\.(json|yaml)")) {
                    continue;
                }
                RecordResult.Understood record = (RecordResult.Understood) RecordReader.read(file, DAY);
                PLANS.put(
                        name,
                        maker.make(
                                record.patient(),
                                DAY,
                                site,
                                new TwinSettings(SIBLINGS, 1, HORIZON),
                                List.of(),
                                Forecaster.Progress.NONE));
            }
        }
    }

    static Set<String> names() {
        if (PLANS.isEmpty()) {
            try {
                plans();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return PLANS.keySet();
    }

    private static Plan plan(String name) {
        Plan plan = PLANS.get(name);
        assertThat(plan).as(name).isNotNull();
        return plan;
    }

    @Test
    void allExamplesAreRead() {
        assertThat(PLANS).hasSizeGreaterThanOrEqualTo(11);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFhirBundleHasNoError(String name) {
        assertThat(R4Validator.errors(PlanFhir.render(plan(name)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theJsonFollowsItsSchema(String name) throws IOException {
        String schema = Files.readString(Path.of("..", "docs", "schema", "plan.schema.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(PlanJson.render(plan(name)), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void pagesCanBeReadByEverybody(String name) {
        accessible("plan.html", PlanPage.render(plan(name)));
        accessible("plan-full.html", PlanPage.renderInFull(plan(name)));
        Handouts.render(plan(name)).forEach((file, text) -> {
            if (file.endsWith(".html")) {
                accessible(file, text);
            }
        });
    }

    /** Landmarks, names, order of headings, places of links, alternatives of drawings: what axe would ask first. */
    private static void accessible(String file, String html) {
        Document page = Markup.parse(html);
        assertThat(Markup.values(page, "id")).as(file).doesNotHaveDuplicates();
        Set<String> places = new HashSet<>(Markup.values(page, "id"));
        Markup.values(page, "href").stream()
                .filter(h -> h.startsWith("#"))
                .forEach(h -> assertThat(places).as(file).contains(h.substring(1)));
        for (String names : List.of("aria-labelledby", "aria-describedby")) {
            Markup.values(page, names)
                    .forEach(ids -> assertThat(places).as(file).contains(ids.split(" ", -1)));
        }
        assertThat(Markup.all(page, "main")).as(file).hasSize(1);
        assertThat(Markup.all(page, "h1")).as(file).hasSize(1);
        assertThat(Markup.all(page, "html").getFirst().getAttribute("lang")).isNotBlank();
        assertThat(Markup.all(page, "title").getFirst().getTextContent()).isNotBlank();
        assertThat(Markup.all(page, "a"))
                .allSatisfy(a -> assertThat(a.getTextContent() + a.getAttribute("aria-label"))
                        .as(file)
                        .isNotBlank());
        assertThat(Markup.all(page, "details"))
                .allSatisfy(d -> assertThat(d.getFirstChild().getNodeName()).isEqualTo("summary"));
        assertThat(Markup.all(page, "summary"))
                .allSatisfy(s -> assertThat(s.getTextContent()).isNotBlank());
        for (Element drawing : Markup.all(page, "svg")) {
            assertThat(drawing.getAttribute("aria-hidden").equals("true")
                            || drawing.getElementsByTagName("title").getLength() == 1)
                    .as(file)
                    .isTrue();
        }
        assertThat(Markup.all(page, "th")).allMatch(th -> th.hasAttribute("scope"));
        assertThat(Markup.values(page, "tabindex")).allMatch(t -> t.equals("0") || t.equals("-1"));
        int level = 1;
        for (Element e : Markup.all(page, "*")) {
            if (e.getTagName().matches("h[1-6]")) {
                int next = e.getTagName().charAt(1) - '0';
                assertThat(next).as(file + ": " + e.getTextContent()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void handOutsAreDatedSourcedAndFreeOfDoses(String name) {
        Handouts.render(plan(name)).forEach((file, text) -> {
            String read = file.endsWith(".ics") ? text.replace("\r\n ", "") : HandoutsVerificationTest.readable(text);
            assertThat(DoseFree.hasDose(read))
                    .as(name + " " + file + "\n" + read)
                    .isFalse();
            if (file.endsWith(".html")) {
                Document page = Markup.parse(text);
                assertThat(Markup.values(page, "datetime")).as(file).contains(DAY.toString());
                assertThat(Markup.values(page, "id")).as(file).contains("source-1");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFigureLeadsToItsSourceAndEveryLinkLeadsSomewhere(String name) {
        assertThat(FiguresLeadToSources.faults(PlanPage.render(plan(name)))).isEmpty();
        Handouts.render(plan(name)).forEach((file, text) -> {
            if (file.endsWith(".html")) {
                assertThat(Markup.values(Markup.parse(text), "href"))
                        .as(file)
                        .filteredOn(href -> href.startsWith("#"))
                        .allSatisfy(href -> assertThat(Markup.values(Markup.parse(text), "id"))
                                .contains(href.substring(1)));
            }
        });
    }

    @Test
    void aFigureWithoutASourceIsNoticed() {
        String page = PlanPage.render(plan("girl-low-vitamin-d.json"));
        assertThat(FiguresLeadToSources.faults(
                        page.replaceFirst("<a class=\"fig\" href=\"#option-[^\"]*-figures\">([^<]*)</a>", "$1")))
                .isNotEmpty();
        assertThat(FiguresLeadToSources.faults(page.replaceFirst("id=\"source-1\"", "id=\"elsewhere\"")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void familyPapersReadAtAboutTwelve(String name) {
        Map<String, String> papers = Handouts.render(plan(name));
        // While OI is in question no paper takes it for granted, the family page neither.
        assertThat(papers.containsKey("family-page.html"))
                .isNotEqualTo(papers.containsKey("unexplained-fractures.html"));
        for (String file : List.of("family-page.html", "school-note.html")) {
            if (!papers.containsKey(file)) {
                continue; // a paper is made for the ages and situations it concerns
            }
            String text = HandoutsVerificationTest.readable(papers.get(file));
            assertThat(Readability.of(text).readingAge())
                    .as(name + " " + file + "\n" + text)
                    .isLessThanOrEqualTo(12.0);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theCalendarIsReadBack(String name) {
        Plan plan = plan(name);
        List<Calendar5545.Event> events = Calendar5545.read(PlanCalendar.render(plan));
        assertThat(events)
                .extracting(Calendar5545.Event::start)
                .containsExactlyElementsOf(plan.calendar().stream()
                        .map(CareItem::dueOn)
                        .filter(java.util.Objects::nonNull)
                        .toList());
    }

    @Test
    void theReaderOfCalendarsNoticesFaults() {
        String good = PlanCalendar.render(SamplePlans.rich());
        assertThat(Calendar5545.read(good)).hasSize(4);
        for (String bad : List.of(
                good.replace("\r\n", "\n"),
                good.replaceFirst("UID:", "XUID:"),
                good.replaceFirst("END:VEVENT\r\n", ""),
                good.replaceFirst("DTSTART;VALUE=DATE:", "DTSTART:"),
                good.replaceFirst("SUMMARY:", "SUMMARY:a,b"))) {
            assertThatThrownBy(() -> Calendar5545.read(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSummaryFitsTheTerminalAndEverythingIsTheSameTwice(String name) {
        Plan plan = plan(name);
        assertThat(PlanText.render(plan).lines()).allMatch(line -> line.length() <= PlanText.WIDTH);
        assertThat(PlanPage.render(plan)).isEqualTo(PlanPage.render(plan));
        assertThat(Handouts.render(plan)).isEqualTo(Handouts.render(plan));
    }

    /** Every pathway is reached by a record of the examples, or stands there to be looked up, as denosumab's exit. */
    @ParameterizedTest
    @CsvSource({
        "starting, boy-type-i-arm-fractures.json",
        "pre-infusion, girl-low-vitamin-d.json",
        "infusion-day, girl-26-months-pamidronate.json",
        "first-dose-reaction, newborn-type-iii.json",
        "hypocalcaemia, newborn-type-iii.json",
        "monitoring, adult-type-i.json",
        "duration, teenager-type-iv-zoledronate.json",
        "switch, plain-record.yaml",
        "restart, toddler-bowed-femora.json",
        "pregnancy, adult-type-i.json",
        "transition, teenager-type-iv-zoledronate.json",
        "fracture, newborn-type-iii.json",
        "unexplained-fracture, infant-unexplained-fractures.yaml",
        "pain, adult-type-i.json",
        "therapy, plain-record.yaml",
        "aids, toddler-bowed-femora.json",
        "nutrition, girl-low-vitamin-d.json"
    })
    void everyPathwayIsReachedFromARecord(String pathway, String name) {
        assertThat(plan(name).pathways())
                .filteredOn(p -> p.id().equals(pathway))
                .singleElement()
                .satisfies(p -> assertThat(p.now()).as(p.why()).isTrue());
        assertThat(plan(name).pathways()).extracting(PathwayNote::id).contains("denosumab-exit");
    }

    @Test
    void theTwoWayPromptLeadsTheHeadlineAndHasItsPaper() {
        Plan plan = plan("infant-unexplained-fractures.yaml");
        assertThat(plan.headline().getFirst()).contains("both an OI work-up").contains("safeguarding");
        assertThat(Handouts.render(plan)).containsKey("unexplained-fractures.html");
        assertThat(plan.options()).filteredOn(o -> o.doseSheet() != null).isEmpty();
    }

    @Test
    void aCurveWithFilmsIsForecastAndOneWithoutSaysWhatItNeeds() {
        assertThat(plan("teenager-type-iv-zoledronate.json").spine().curve()).isNotEmpty();
        assertThat(plan("newborn-type-iii.json").spine().needs()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theModelsLossOfHeightIsNeverALevelBesideRecordedVertebralFractures(String name) {
        Plan plan = PLANS.get(name);
        List<String> said = plan.spine().topics().stream()
                .filter(t -> t.heading().equals("Vertebrae"))
                .flatMap(t -> t.statements().stream())
                .map(org.lamella.care.plan.Statement::text)
                .toList();
        boolean recorded = plan.history().stream().anyMatch(e -> e.lane().equals("Vertebral fractures"));
        boolean level = said.stream().anyMatch(s -> s.contains("% today"));
        assertThat(level && recorded).as(String.join("\n", said)).isFalse();
        if (recorded) {
            assertThat(said.getFirst()).contains("recorded: ").matches(".*(grade \\d|grade not given).*");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDayInASentenceOfThePageIsWrittenInFull(String name) {
        String page = PlanPage.render(PLANS.get(name)).replaceAll("<[^>]+>", " ");
        String first = page.substring(0, page.indexOf("What of the record was converted"));
        assertThat(first).doesNotContainPattern("(?<![\\w./-])20\\d\\d-(?:0[1-9]|1[0-2])-\\d\\d(?![\\w-])");
    }
}
