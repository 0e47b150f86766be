package org.lamella.care.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamella.care.Children;
import org.lamella.care.plan.PathwayNote;
import org.lamella.care.plan.Statement;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Bone;
import org.lamella.patient.Cast;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.MobilityAssessment.Grade;
import org.lamella.patient.PainScore;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;
import org.lamella.patient.measure.Milligrams;

/** Every pathway of the issue is there, sourced, free of doses, and reachable from a record. */
class PathwaysVerificationTest {
    private static final Pattern DOSE = Pattern.compile("\\d\\s?(mg|mcg|IU|ml|units)\\b", Pattern.CASE_INSENSITIVE);

    private static List<PathwayNote> notes(Patient patient) {
        return PathwayNotes.of(
                patient,
                TODAY,
                CarePathway.standard().items(patient, TODAY, SiteConfiguration.defaults()),
                org.lamella.care.option.OptionCatalogue.assess(patient, TODAY, SiteConfiguration.defaults()).stream()
                        .map(org.lamella.care.option.AssessedOption::option)
                        .toList());
    }

    private static PathwayNote note(Patient patient, String id) {
        return notes(patient).stream()
                .filter(n -> n.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PatientBuilder girl(int years) {
        return Children.inOrder(Sex.FEMALE, TODAY.minusYears(years).minusDays(40), years < 3 ? "9" : "30");
    }

    @Test
    void everyStretchOfCareIsThere() {
        assertThat(Pathway.standard())
                .extracting(Pathway::id)
                .containsExactlyInAnyOrder(
                        "starting",
                        "pre-infusion",
                        "infusion-day",
                        "first-dose-reaction",
                        "hypocalcaemia",
                        "monitoring",
                        "duration",
                        "restart",
                        "switch",
                        "denosumab-exit",
                        "pregnancy",
                        "transition",
                        "fracture",
                        "unexplained-fracture",
                        "pain",
                        "therapy",
                        "aids",
                        "nutrition");
    }

    @Test
    void everyStepIsBackedByRulesAndHoldsNoDose() {
        for (Pathway pathway : Pathway.standard()) {
            for (Pathway.Step step : pathway.steps()) {
                assertThat(step.rules())
                        .allSatisfy(id -> assertThat(RuleCatalogue.standard().find(id))
                                .as(pathway.id() + " " + id)
                                .isPresent());
                assertThat(DOSE.matcher(step.text()).find()).as(step.text()).isFalse();
                assertThat(step.statement().sources()).isNotEmpty();
            }
        }
    }

    @Test
    void anUntreatedChildStartsAndATreatedOneContinues() {
        Patient naive = girl(8).build();
        assertThat(note(naive, "starting").now()).isTrue();
        assertThat(note(naive, "pre-infusion").now()).isTrue();
        assertThat(note(naive, "first-dose-reaction").now()).isTrue();
        assertThat(note(naive, "duration").now()).isFalse();
        Patient treated = girl(8).add(
                        new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, TODAY.minusYears(1), null))
                .build();
        assertThat(note(treated, "starting").now()).isFalse();
        assertThat(note(treated, "duration").now()).isTrue();
        assertThat(note(treated, "switch").now()).isTrue();
    }

    @Test
    void denosumabOnRecordOpensTheWayOutOfIt() {
        Patient patient = girl(15).add(new Course(
                        Drug.DENOSUMAB,
                        Milligrams.of("60"),
                        Route.SUBCUTANEOUS,
                        TODAY.minusYears(4),
                        TODAY.minusYears(3)))
                .build();
        assertThat(note(patient, "denosumab-exit").now()).isTrue();
        assertThat(note(girl(15).build(), "denosumab-exit").now()).isFalse();
    }

    @Test
    void whoHadDenosumabDoesNotStartFromTheBeginning() {
        Course denosumab = new Course(
                Drug.DENOSUMAB, Milligrams.of("60"), Route.SUBCUTANEOUS, TODAY.minusYears(1), TODAY.minusMonths(8));
        assertThat(note(girl(8).add(denosumab).build(), "starting").now()).isFalse();
        DoseOfUnknownAmount unread = new DoseOfUnknownAmount(TODAY.minusDays(90), Drug.DENOSUMAB, Route.SUBCUTANEOUS);
        assertThat(note(girl(8).add(unread).build(), "starting").now()).isFalse();
        assertThat(note(girl(8).add(unread).build(), "denosumab-exit").now()).isTrue();
        DoseOfUnknownAmount ahead = new DoseOfUnknownAmount(TODAY.plusDays(1), Drug.DENOSUMAB, Route.SUBCUTANEOUS);
        assertThat(note(girl(8).add(ahead).build(), "starting").now()).isTrue();
    }

    @Test
    void aBisphosphonateThatEndedLeadsToStartingAgain() {
        Patient patient = girl(15).add(new Course(
                        Drug.RISEDRONATE, Milligrams.of("5"), Route.ORAL, TODAY.minusYears(4), TODAY.minusYears(3)))
                .build();
        assertThat(note(patient, "restart").now()).isTrue();
        assertThat(note(patient, "starting").now()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8,false,false", "13,true,true", "30,true,false", "60,false,false"})
    void ageOpensPregnancyAndTransition(int years, boolean pregnancy, boolean transition) {
        Patient patient = girl(years).build();
        assertThat(note(patient, "pregnancy").now()).isEqualTo(pregnancy);
        assertThat(note(patient, "transition").now()).isEqualTo(transition);
    }

    @Test
    void fracturePainAndSurgeryOpenTheirPathways() {
        Patient patient = girl(8).add(
                        new Fracture(TODAY.minusDays(20), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))
                .add(new PainScore(TODAY.minusDays(3), 6))
                .add(new PlannedProcedure(TODAY.plusDays(30), Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT))
                .add(new Finding(TODAY.minusDays(3), Finding.Kind.BACK_PAIN, false))
                .build();
        assertThat(note(patient, "fracture").now()).isTrue();
        assertThat(note(patient, "pain").why()).startsWith("pain 6 of 10");
        assertThat(note(patient, "restart").now()).isTrue();
        assertThat(note(girl(8).build(), "pain").now()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void aidsFollowTheFunctionalLevel(Grade grade) {
        Patient patient =
                girl(8).add(new MobilityAssessment(TODAY.minusDays(9), grade)).build();
        assertThat(note(patient, "aids").steps()).hasSize(3);
        assertThat(note(girl(8).build(), "aids").steps()).hasSize(8);
    }

    @Test
    void whatAppliesNowComesFirstAndBringsTheAnswersOfItsRules() {
        List<PathwayNote> notes = notes(girl(8).build());
        int lastNow = 0;
        for (int i = 0; i < notes.size(); i++) {
            if (notes.get(i).now()) {
                lastNow = i;
            }
        }
        assertThat(notes.subList(0, lastNow + 1)).allMatch(PathwayNote::now);
        assertThat(note(girl(8).build(), "pre-infusion").open()).isNotEmpty();
    }

    @Test
    void noVerdictOnTheCauseOfAFracture() {
        String text = String.join(
                " ",
                Pathway.standard().stream()
                        .filter(p -> p.id().equals("unexplained-fracture"))
                        .flatMap(p -> p.steps().stream())
                        .map(Pathway.Step::text)
                        .toList());
        assertThat(text).contains("no verdict").contains("safeguarding").contains("fragile bone");
    }

    /** 92 days (ln 10 x 40 d) after the fracture nine tenths are healed; a cast of ten days is counted. */
    @Test
    void aRecentFractureIsFollowedWithItsOwnDates() {
        Patient patient = girl(8).add(
                        new Fracture(TODAY.minusDays(20), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))
                .add(new Cast(TODAY.minusDays(20), TODAY.minusDays(10), Bone.TIBIA, Side.LEFT))
                .build();
        List<String> said =
                note(patient, "fracture").steps().stream().map(Statement::text).toList();
        assertThat(said.getFirst())
                .isEqualTo("Here: left tibia or fibula on " + TODAY.minusDays(20) + ", 20 days ago. In a cast until "
                        + TODAY.minusDays(10) + ", 10 days.");
        assertThat(said.get(1))
                .contains("about 13 weeks")
                .contains(TODAY.minusDays(20).plusDays(92).toString());
        assertThat(note(girl(8).build(), "fracture").steps())
                .noneMatch(s -> s.text().startsWith("Here:"));
    }

    @Test
    void aPathwayThatDoesNotApplyHoldsNoAnswersOfTheRecord() {
        assertThat(notes(girl(8).build()))
                .filteredOn(n -> !n.now())
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.open()).isEmpty());
    }
}
