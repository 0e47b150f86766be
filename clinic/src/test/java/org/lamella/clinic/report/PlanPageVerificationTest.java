package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page is well formed, whole in itself, safe against hostile records, traceable and reachable without a mouse. */
class PlanPageVerificationTest {
    private static final String HOSTILE =
            "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;/style></style><svg onload=alert(3)>\u0000\u0007";

    static List<Plan> plans() {
        return List.of(
                SamplePlans.rich(),
                SamplePlans.bare(),
                SamplePlans.crowded(),
                SamplePlans.withEveryTextAs(text -> text + HOSTILE));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void isWellFormedWithUniqueIdentifiers(Plan plan) {
        Document page = Markup.parse(PlanPage.render(plan));
        assertThat(Markup.values(page, "id")).doesNotHaveDuplicates().contains("main", "minute", "sources");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyLinkInsideThePageLeadsSomewhere(Plan plan) {
        Document page = Markup.parse(PlanPage.render(plan));
        Set<String> places = new HashSet<>(Markup.values(page, "id"));
        assertThat(Markup.values(page, "href"))
                .filteredOn(h -> h.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(h -> assertThat(places).contains(h.substring(1)));
        for (String labelled : Markup.values(page, "aria-labelledby")) {
            assertThat(places).contains(labelled.split(" ", -1));
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void needsNothingFromOutside(Plan plan) {
        String html = PlanPage.render(plan);
        Document page = Markup.parse(html);
        Set<String> tags = new TreeSet<>();
        Markup.all(page, "*").forEach(e -> tags.add(e.getTagName().toLowerCase(Locale.ROOT)));
        assertThat(tags)
                .doesNotContain("script", "link", "iframe", "object", "embed", "img", "image", "base", "form", "use");
        assertThat(Markup.values(page, "src")).isEmpty();
        String sheet = Markup.all(page, "style").getFirst().getTextContent();
        assertThat(sheet).doesNotContain("url(", "@import", "@font-face");
        assertThat(Markup.all(page, "style")).hasSize(1);
        assertThat(html).contains("default-src 'none'".replace("'", "&#39;"));
    }

    @Test
    void hostileTextStaysText() {
        Document page = Markup.parse(PlanPage.render(SamplePlans.withEveryTextAs(text -> text + HOSTILE)));
        for (Element element : Markup.all(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName().toLowerCase(Locale.ROOT))
                        .doesNotStartWith("on");
            }
        }
        assertThat(Markup.all(page, "h1").getFirst().getTextContent()).contains("<script>alert(1)</script>");
        assertThat(Markup.values(page, "href")).allMatch(h -> h.startsWith("#") || h.startsWith("http"));
    }

    @Test
    void everyCitationOfThePlanStandsInTheSourcesWithItsLevel() {
        Plan plan = SamplePlans.rich();
        Document page = Markup.parse(PlanPage.render(plan));
        String sources = Markup.byId(page, "sources").getTextContent();
        assertThat(Bibliography.of(plan).quoted())
                .hasSize(5)
                .allSatisfy(c -> assertThat(sources)
                        .contains(c.title(), c.reference(), c.key(), c.level().name()));
        assertThat(Markup.values(page, "href")).contains("https://doi.org/10.5555/12345678");
    }

    @Test
    void levelsBelowV1AreWrittenAtThePlaceOfQuotation() {
        Document page = Markup.parse(PlanPage.render(SamplePlans.rich()));
        List<String> quoted = Markup.all(page, "a").stream()
                .filter(a -> a.getAttribute("href").startsWith("#source-"))
                .map(Element::getTextContent)
                .toList();
        assertThat(quoted).anyMatch(t -> t.endsWith("U")).anyMatch(t -> t.endsWith("V2"));
    }

    @Test
    void everyDrawingHasATextAlternativeOrIsHiddenBesideText() {
        Document page = Markup.parse(PlanPage.render(SamplePlans.crowded()));
        List<Element> drawings = Markup.all(page, "svg");
        assertThat(drawings).hasSizeGreaterThan(20).allSatisfy(svg -> {
            boolean hidden = svg.getAttribute("aria-hidden").equals("true");
            boolean titled = svg.getElementsByTagName("title").getLength() == 1
                    && !svg.getElementsByTagName("desc")
                            .item(0)
                            .getTextContent()
                            .isBlank();
            assertThat(hidden || titled).isTrue();
        });
        for (String chart : List.of("spine", "fractures", "history")) {
            assertThat(Markup.byId(page, chart).getElementsByTagName("table").getLength())
                    .isEqualTo(1);
        }
    }

    @Test
    void hasLandmarksAndHeadingsInOrder() {
        Document page = Markup.parse(PlanPage.render(SamplePlans.rich()));
        assertThat(Markup.all(page, "main")).hasSize(1);
        assertThat(Markup.all(page, "h1")).hasSize(1);
        assertThat(Markup.all(page, "nav").getFirst().getAttribute("aria-label"))
                .isNotBlank();
        assertThat(Markup.all(page, "html").getFirst().getAttribute("lang")).isEqualTo("en-GB");
        int level = 1;
        for (Element e : Markup.all(page, "*")) {
            if (e.getTagName().matches("h[1-6]")) {
                int next = e.getTagName().charAt(1) - '0';
                assertThat(next).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
        assertThat(Markup.all(page, "th")).allMatch(th -> th.hasAttribute("scope"));
        assertThat(Markup.all(page, "table"))
                .allMatch(t -> t.getElementsByTagName("caption").getLength() == 1);
    }

    /** The first screen and what short paper shows are open; the appendix is folded and opens where links lead. */
    @Test
    void theAppendixIsFoldedAndTheFullPageIsOpen() {
        Document page = Markup.parse(PlanPage.render(SamplePlans.rich()));
        for (String id : List.of("spine", "fractures", "doses", "each", "standing", "history", "rules", "agreement")) {
            Element details = (Element) Markup.byId(page, id).getParentNode();
            assertThat(details.getTagName()).isEqualTo("details");
            assertThat(details.hasAttribute("open")).as(id).isFalse();
        }
        for (String id : List.of("surgery", "calendar", "cautions")) {
            Element details = (Element) Markup.byId(page, id).getParentNode();
            assertThat(details.hasAttribute("open")).as(id).isTrue();
        }
        Document full = Markup.parse(PlanPage.renderInFull(SamplePlans.rich()));
        assertThat(Markup.all(full, "details")).isNotEmpty().allMatch(d -> d.hasAttribute("open"));
    }

    @Test
    void everyFigureOfTheFirstScreenLeadsToItsSource() {
        Document page = Markup.parse(PlanPage.render(SamplePlans.rich()));
        Set<String> places = new HashSet<>(Markup.values(page, "id"));
        List<Element> figures = Markup.all(page, "a").stream()
                .filter(a -> a.getAttribute("class").startsWith("fig"))
                .toList();
        assertThat(figures)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        a -> assertThat(places).contains(a.getAttribute("href").substring(1)));
        Pattern digit = Pattern.compile("\\d");
        for (Element cell : Markup.all(Markup.byId(page, "options"), "td")) {
            if (digit.matcher(cell.getTextContent()).find()
                    && !cell.getTextContent().contains("by definition")) {
                assertThat(cell.getElementsByTagName("a").getLength())
                        .as(cell.getTextContent())
                        .isPositive();
            }
        }
    }

    @Test
    void whatHoldsTreatmentIsToldFromWhatIsNotYetDue() {
        Document page = Markup.parse(PlanPage.render(SamplePlans.rich()));
        List<Element> boxes = Markup.all(Markup.byId(page, "minute"), "div").stream()
                .filter(d -> d.getAttribute("class").startsWith("box"))
                .toList();
        assertThat(boxes).anyMatch(b -> b.getTextContent().contains("Treatment must wait"));
        assertThat(boxes)
                .filteredOn(b -> b.getTextContent().contains("not yet due"))
                .hasSize(1)
                .allMatch(b -> b.getAttribute("class").equals("box due"));
    }

    @Test
    void lettersOfReasons() {
        assertThat(OptionsTable.letter(0)).isEqualTo("a");
        assertThat(OptionsTable.letter(25)).isEqualTo("z");
        assertThat(OptionsTable.letter(26)).isEqualTo("aa");
        assertThat(OptionsTable.letter(27)).isEqualTo("ab");
    }

    @Test
    void availabilityIsSaidInWords() {
        Plan plan = SamplePlans.rich();
        Document page = Markup.parse(PlanPage.render(plan));
        for (TreatmentOption option : plan.options()) {
            String text = Markup.byId(page, OptionsPart.anchor(option)).getTextContent();
            assertThat(text).contains(PlanText.word(option.availability()).toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void aStoppedOptionHasReasonAndSourceButNoForecastAndNoDose() {
        Plan plan = SamplePlans.rich();
        Document page = Markup.parse(PlanPage.render(plan));
        TreatmentOption stopped = plan.options().stream()
                .filter(o -> o.availability() == Availability.STOPPED)
                .findFirst()
                .orElseThrow();
        Element article = Markup.byId(page, OptionsPart.anchor(stopped));
        assertThat(article.getTextContent())
                .contains(stopped.reasons().getFirst().text());
        assertThat(article.getElementsByTagName("sup").getLength()).isPositive();
        assertThat(article.getElementsByTagName("table").getLength()).isZero();
        for (String part : List.of("spine", "fractures", "doses")) {
            assertThat(Markup.byId(page, part).getTextContent()).doesNotContain(stopped.title());
        }
    }

    @Test
    void withoutForecastThePageSaysWhatIsNeeded() {
        Document page = Markup.parse(PlanPage.render(SamplePlans.bare()));
        assertThat(Markup.byId(page, "options").getTextContent()).contains("Needed: OI type; a lumbar spine DXA");
        assertThat(Markup.byId(page, "spine").getTextContent()).contains("No forecast could be made");
    }

    @Test
    void samePlanSamePageInAnyLocale() {
        String first = PlanPage.render(SamplePlans.rich());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(PlanPage.render(SamplePlans.rich())).isEqualTo(first);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(PlanPage.render(SamplePlans.rich())).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void worksInTheFaceOfFiguresThatDoNotExist() {
        assertThat(Figures.number(Double.NaN, 2)).isEqualTo("\u2013");
        assertThat(Figures.signed(-0.0001, 2)).isEqualTo("0.00");
        assertThat(Figures.signed(0.125, 2)).isEqualTo("+0.12");
        assertThat(Figures.chance(0.9999)).isEqualTo("over 99 %");
        assertThat(Figures.chance(0.0001)).isEqualTo("under 1 %");
        assertThat(Figures.chance(0)).isEqualTo("0 %");
        assertThat(Figures.years(10)).isEqualTo("10");
        assertThat(Figures.years(2.5)).isEqualTo("2.5");
    }
}
