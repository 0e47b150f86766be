package org.lamella.clinic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.CareItem.Kind;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.HistoryEvent;
import org.lamella.care.plan.MeasuredPoint;
import org.lamella.care.plan.PathwayNote;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.PlanHeader;
import org.lamella.care.plan.RecordNote;
import org.lamella.care.plan.SpineNote;
import org.lamella.care.plan.StandingItem;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;
import org.lamella.twin.Estimate;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastPoint;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.FractureOutlook;
import org.lamella.twin.ObservationFit;
import org.lamella.twin.TwinFit;

/** Invented plans for tests of the reports. No person, figure or source in here is real. */
public final class SamplePlans {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 15);

    static final Citation ONE = cite("FIC1", "Invented guideline A, for tests only", VerificationLevel.V1);
    static final Citation TWO = cite("FIC2", "Invented trial B, for tests only", VerificationLevel.V1);
    static final Citation THREE = cite("FIC3", "Invented review C, for tests only", VerificationLevel.V2);
    static final Citation FOUR =
            new Citation("FIC4", "Invented hospital paper D", "local paper, not published", VerificationLevel.U);
    static final Citation FIVE =
            new Citation("FIC5", "Invented product leaflet E", "doi:10.5555/12345678", VerificationLevel.V1);

    private SamplePlans() {}

    private static Citation cite(String key, String title, VerificationLevel level) {
        return new Citation(key, title, "https://example.org/" + key, level);
    }

    private static Statement say(String text, Citation... sources) {
        return new Statement(text, List.of(sources));
    }

    private static CareItem item(
            String id, Kind kind, int priority, String title, String reason, LocalDate due, Citation... sources) {
        return new CareItem(
                id,
                kind,
                priority,
                title,
                reason,
                List.of("Age 7 y 2 mo", "Weight 18.4 kg on 2 Jun 2026"),
                due,
                List.of(sources),
                null);
    }

    /** A girl of seven with a full record. */
    public static Plan rich() {
        return new Plan(
                header("FICTION-01", "girl, 7 y 2 mo, OI type IV"),
                List.of(
                        "An infusion is due on 1 Jul 2026; vitamin D is low and must be put right first.",
                        "Denosumab must not be used at this age outside a trial.",
                        "Creatinine was last measured 14 months ago, so the kidney check cannot be made."),
                standing(),
                items(),
                options(),
                List.of(surgery()),
                spine(),
                pathways(),
                calendar(),
                history(),
                measured(),
                fit(),
                List.of(),
                cautions(),
                List.of(
                        new RecordNote(
                                "Bundle.entry[14].resource (Observation vitamin D)",
                                "15.2 ng/mL",
                                "converted to 37.9 nmol/L; the record's unit is kept beside it"),
                        new RecordNote(
                                "Bundle.entry[21].resource (Observation body weight)",
                                "405 without unit",
                                "not used: a bare number cannot be a weight; accepted are kg, g or [lb_av]")));
    }

    /** A record too thin for any forecast. */
    public static Plan bare() {
        return new Plan(
                header("FICTION-02", "boy, age 9 y, OI of unrecorded type"),
                List.of("Too little is recorded for a forecast."),
                List.of(new StandingItem(
                        "Growth", "Height Z", "cannot evaluate", "need a height", false, false, List.of())),
                List.of(item("LAB-01", Kind.MISSING, 1, "Weight is missing", "A dose needs a weight.", null, ONE)),
                List.of(option(
                        "pamidronate-4-monthly",
                        "Pamidronate every 4 months",
                        Availability.CANNOT_EVALUATE,
                        null,
                        null,
                        say("Cannot evaluate: need a weight taken within 30 days.", ONE))),
                List.of(),
                new SpineNote(
                        List.of("a Cobb angle with its date (whole-spine film)"),
                        List.of(),
                        List.of(new SpineNote.Topic(
                                "Curve", List.of(say("Cannot evaluate the curve: need a Cobb angle.", ONE))))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of("OI type", "a lumbar spine DXA"),
                List.of(say("Bone density is not strength, and strength is not fractures.", ONE)),
                List.of());
    }

    /** The rich plan of a small child with an unexplained fracture. */
    static Plan unexplained() {
        Plan p = rich();
        List<CareItem> items = new ArrayList<>(p.items());
        items.add(item(
                "DX-06",
                Kind.DUE,
                2,
                "Unexplained fracture in a small child",
                "An unexplained fracture at this age needs both an OI work-up and the local safeguarding referral.",
                AS_OF,
                ONE));
        return new Plan(
                p.header(),
                p.headline(),
                p.standing(),
                items,
                p.options(),
                p.surgery(),
                p.spine(),
                p.pathways(),
                p.calendar(),
                p.history(),
                p.measured(),
                p.fit(),
                p.forecastNeeds(),
                p.cautions(),
                p.notes());
    }

    /** The rich plan with the same words in every place that a record can reach. */
    static Plan withEveryTextAs(UnaryOperator<String> change) {
        return Rewritten.of(rich(), change);
    }

    /** A plan with far more of everything than a page expects. */
    static Plan crowded() {
        Plan p = rich();
        List<HistoryEvent> history = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            history.add(new HistoryEvent(
                    i % 2 == 0 ? "Fractures" : "Infusions",
                    LocalDate.of(2019, 6, 1).plusDays(40L * i),
                    null,
                    i % 2 == 0 ? "left femur, low-energy fall" : "pamidronate day 1 of 3",
                    false));
        }
        history.addAll(p.history());
        history.sort(java.util.Comparator.comparing(HistoryEvent::from));
        List<TreatmentOption> options = new ArrayList<>(p.options());
        for (int i = 0; i < 6; i++) {
            options.add(option(
                    "extra-" + i,
                    "Another option with a long name that needs more than one line, variant " + i,
                    Availability.AVAILABLE,
                    null,
                    forecast("extra-" + i, 0.1 * i, 1 - 0.05 * i)));
        }
        return new Plan(
                p.header(),
                p.headline(),
                p.standing(),
                p.items(),
                options,
                p.surgery(),
                p.spine(),
                p.pathways(),
                p.calendar(),
                history,
                p.measured(),
                p.fit(),
                List.of(),
                p.cautions(),
                p.notes());
    }

    private static SurgicalNote surgery() {
        return new SurgicalNote(
                "left femur",
                "osteotomy with rod planned for 2026-12-15",
                "telescoping rod",
                List.of(),
                List.of(say("The canal measures 3.6 mm.", ONE)),
                List.of(say("An oversized rod shields the bone from load.", ONE)),
                List.of(new SurgicalNote.BoneLength(0, 200, 200, 200), new SurgicalNote.BoneLength(5, 240, 255, 275)),
                say("A fixed rod of today's length would be outgrown after more than 5 years.", ONE),
                List.of(say("Invented series: complications 30 %.", ONE)),
                List.of(say("The next dose waits until healing is recorded.", ONE)),
                List.of(
                        new SurgicalNote.Device(
                                "Fassier-Duval", SurgicalNote.Fit.FITS, say("The canal takes one.", TWO)),
                        new SurgicalNote.Device(
                                "Locked nail", SurgicalNote.Fit.DOES_NOT_FIT, say("Growth plates are open.", THREE))),
                List.of(say("Model: nine tenths of the healing take 13 to 26 weeks.", FOUR)),
                List.of(say("Plate: a plate without a rod is not recommended.", ONE)));
    }

    private static SpineNote spine() {
        return new SpineNote(
                List.of(),
                List.of(new SpineNote.CurvePoint(0, 20, 24, 28), new SpineNote.CurvePoint(5, 24, 38, 80)),
                List.of(
                        new SpineNote.Topic(
                                "Curve",
                                List.of(
                                        say("Cobb angle 24 degrees on 2026-03-02."),
                                        say("Forecast if it keeps its pace: 38 degrees (24 to 80) in 5 years.", ONE))),
                        new SpineNote.Topic("Skull base", List.of(say("A lateral film is taken once.", TWO)))));
    }

    private static List<PathwayNote> pathways() {
        return List.of(
                new PathwayNote(
                        "pre-infusion",
                        "Before an infusion",
                        true,
                        "the next dose falls due on 2026-07-01",
                        List.of(say("Ask for new fractures and pain.", ONE)),
                        List.of(items().get(1))),
                new PathwayNote(
                        "denosumab-exit",
                        "After denosumab",
                        false,
                        "applies to anybody who ever had denosumab",
                        List.of(say("It is never stopped without a drug to follow.", FIVE)),
                        List.of()));
    }

    private static PlanHeader header(String id, String line) {
        return new PlanHeader(
                id,
                line,
                AS_OF,
                LocalDate.of(2019, 4, 3),
                "Demonstration site",
                true,
                1,
                "0.1.0-test",
                "LAM-1 invented set 0 (sha256 000000000000)");
    }

    private static List<StandingItem> standing() {
        return List.of(
                standing("Growth", "Height Z", "-3.1 SD", "108.4 cm on 2 Jun 2026; CDC 2000", ONE),
                standing("Growth", "Weight Z", "-1.6 SD", "18.4 kg on 2 Jun 2026; CDC 2000", ONE),
                standing("Growth", "Height velocity", "4.1 cm/y", "from 11 Apr 2025 to 2 Jun 2026"),
                standing("Bone", "Lumbar spine Z", "-2.4 SD", "as reported, Hologic, 20 May 2026"),
                new StandingItem(
                        "Bone",
                        "Vertebral strength",
                        "0.71 of a healthy peer",
                        "0.58 to 0.86",
                        true,
                        true,
                        List.of(THREE)),
                standing("Bone", "Vertebral fractures", "2 (T8, L1)", "film of 20 May 2026"),
                standing(
                        "Fractures",
                        "Long bones, last 3 years",
                        "1.3 per year",
                        "4 fractures; 95 % interval 0.4 to 3.4"),
                standing("Laboratory", "25-OH vitamin D", "38 nmol/L", "2 Jun 2026; gate 50 nmol/L", ONE),
                new StandingItem(
                        "Laboratory",
                        "Kidney function (eGFR)",
                        "cannot evaluate",
                        "need creatinine within 3 months; last 4 Apr 2025",
                        false,
                        false,
                        List.of(ONE)),
                standing("Treatment", "Pamidronate so far", "4.5 mg/kg in the last 12 months", "2.1 years on drug"),
                standing("Function", "Mobility", "walks with aids", "GMFCS-like grade 2, 2 Jun 2026"));
    }

    private static StandingItem standing(String group, String label, String value, String detail, Citation... sources) {
        return new StandingItem(group, label, value, detail, true, false, List.of(sources));
    }

    private static List<CareItem> items() {
        return List.of(
                item(
                        "STOP-01",
                        Kind.STOP,
                        1,
                        "Denosumab: not under 18 years outside a trial",
                        "Rebound with dangerous hypercalcaemia was seen in children.",
                        null,
                        ONE,
                        TWO),
                item(
                        "LAB-02",
                        Kind.HOLD,
                        1,
                        "Next infusion waits for vitamin D",
                        "25-OH vitamin D is 38 nmol/L, below the site's gate of 50 nmol/L.",
                        LocalDate.of(2026, 6, 22),
                        ONE),
                item(
                        "LAB-05",
                        Kind.MISSING,
                        2,
                        "Creatinine is 14 months old",
                        "Cannot evaluate kidney function: need a creatinine within 3 months.",
                        null,
                        ONE),
                item(
                        "IM-05",
                        Kind.NOT_YET,
                        5,
                        "DXA interval",
                        "Densitometry repeated before 2026-09-01 cannot show a change.",
                        LocalDate.of(2027, 3, 1),
                        TWO),
                item(
                        "DEN-01",
                        Kind.DUE,
                        3,
                        "Dental check before the next infusion",
                        "No dental visit is on record.",
                        LocalDate.of(2026, 6, 29),
                        THREE),
                new CareItem(
                        "MON-04",
                        Kind.DUE,
                        3,
                        "Lumbar spine DXA",
                        "The last scan will be 12 months old.",
                        List.of("Last scan 20 May 2026"),
                        LocalDate.of(2027, 5, 20),
                        List.of(ONE, FOUR),
                        "Invented guideline A says yearly; invented review C says every two years."),
                item(
                        "PT-01",
                        Kind.OPTION,
                        4,
                        "Physiotherapy review",
                        "Mobility fell by one grade since 2024.",
                        null,
                        THREE),
                item(
                        "SAFE-02",
                        Kind.INFORMATION,
                        5,
                        "Drugs do not cure",
                        "Drugs for OI ease its effects; they do not cure it and do not change lax joints.",
                        null,
                        ONE));
    }

    private static List<CareItem> calendar() {
        return List.of(
                item(
                        "DEN-01",
                        Kind.DUE,
                        3,
                        "Dental check",
                        "Before the next infusion.",
                        LocalDate.of(2026, 6, 29),
                        THREE),
                item(
                        "LAB-02",
                        Kind.DUE,
                        2,
                        "Repeat vitamin D and calcium",
                        "Four weeks after repletion starts.",
                        LocalDate.of(2026, 7, 13),
                        ONE),
                item(
                        "MON-02",
                        Kind.DUE,
                        3,
                        "Clinic visit",
                        "Every 4 months on treatment.",
                        LocalDate.of(2026, 10, 15),
                        ONE),
                item(
                        "MON-04",
                        Kind.DUE,
                        3,
                        "Lumbar spine DXA",
                        "Yearly on treatment.",
                        LocalDate.of(2027, 5, 20),
                        ONE));
    }

    private static List<TreatmentOption> options() {
        return List.of(
                option("no-drug", "No drug", Availability.AVAILABLE, null, forecast("no-drug", 0, 1)),
                option(
                        "pamidronate-4-monthly",
                        "Continue pamidronate 1.0 mg/kg a day, 3 days, every 4 months",
                        Availability.AVAILABLE,
                        pamidronate(),
                        forecast("pamidronate-4-monthly", 0.22, 0.78)),
                option(
                        "zoledronate-6-monthly",
                        "Change to zoledronate 0.05 mg/kg every 6 months",
                        Availability.ON_HOLD,
                        null,
                        forecast("zoledronate-6-monthly", 0.26, 0.75),
                        say("Waits for 25-OH vitamin D of at least 50 nmol/L; it is 38 nmol/L.", ONE)),
                option(
                        "alendronate-daily",
                        "Change to alendronate by mouth, daily",
                        Availability.CANNOT_EVALUATE,
                        null,
                        forecast("alendronate-daily", 0.16, 0.93),
                        say("Cannot evaluate: need to know whether she can sit upright for 30 minutes.", TWO)),
                option(
                        "neridronate-3-monthly",
                        "Change to neridronate 2 mg/kg every 3 months",
                        Availability.UNCONFIRMED,
                        null,
                        null,
                        say("The figure is commonly quoted; no source text was read.", FOUR)),
                option(
                        "denosumab",
                        "Denosumab",
                        Availability.STOPPED,
                        null,
                        null,
                        say("Not under 18 years outside a trial: rebound hypercalcaemia.", ONE, TWO)));
    }

    private static TreatmentOption option(
            String id,
            String title,
            Availability availability,
            DoseSheet sheet,
            Forecast forecast,
            Statement... reasons) {
        return new TreatmentOption(
                id,
                title,
                availability,
                reasons.length == 0 ? List.of(say("Nothing in the record speaks against it.")) : List.of(reasons),
                sheet,
                forecast,
                id.equals("no-drug") ? "no infusions; 2 visits a year" : "3 admissions of 3 days a year",
                List.of(
                        say("For: spine density rose in every invented trial.", TWO, THREE),
                        say("Against: fewer long-bone fractures were not shown.", THREE)),
                List.of(say("Fever and aches after the first infusion.", FIVE)));
    }

    private static DoseSheet pamidronate() {
        return new DoseSheet(
                "pamidronate disodium 3 mg/mL concentrate",
                "18 mg per day on 3 consecutive days, every 4 months",
                List.of(
                        new DoseSheet.Line("Dose by weight", "1.0 mg/kg x 18.4 kg = 18.4 mg", "18.4 mg"),
                        new DoseSheet.Line("Cap per day", "18.4 mg <= 60 mg", "not reached"),
                        new DoseSheet.Line(
                                "Rounding to 0.5 mg", "18.4 mg -> 18.5 mg; not above 1.0 mg/kg -> 18.0 mg", "18 mg"),
                        new DoseSheet.Line("Volume", "18 mg / (3 mg/mL) = 6 mL", "6 mL"),
                        new DoseSheet.Line("Dilution", "6 mL made up to 180 mL sodium chloride 0.9 %", "0.1 mg/mL"),
                        new DoseSheet.Line("Infusion time", "at least 4 h; 180 mL / 4 h", "45 mL/h"),
                        new DoseSheet.Line(
                                "Year total", "18 mg x 3 days x (12 / 4) = 162 mg; / 18.4 kg", "8.8 mg/kg per year")),
                List.of("The band is confirmed by the demonstration site configuration only (A. Example, 1 Jan 2026)."),
                List.of(ONE, FOUR));
    }

    static Forecast forecast(String id, double gainPerYear, double ratio) {
        List<ForecastPoint> z = new ArrayList<>();
        List<ForecastPoint> strength = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            double t = i / 4.0;
            double median = -2.4 - 0.05 * t + gainPerYear * 2.2 * (1 - Math.exp(-t / 1.6));
            z.add(new ForecastPoint(t, around(median, 0.15 + 0.13 * t)));
            strength.add(new ForecastPoint(t, around(0.71 + 0.1 * gainPerYear * t, 0.05 + 0.02 * t)));
        }
        List<FractureOutlook> fractures = IntStream.of(1, 3, 5)
                .mapToObj(y -> new FractureOutlook(
                        y,
                        new Estimate(
                                0.5 * y * ratio, 0.8 * y * ratio, 1.1 * y * ratio, 1.4 * y * ratio, 2.1 * y * ratio),
                        new Estimate(0, Math.floor(0.6 * y), y, 1.6 * y, 2.9 * y),
                        1 - Math.exp(-1.1 * y * ratio),
                        id.equals("no-drug")
                                ? new Estimate(1, 1, 1, 1, 1)
                                : new Estimate(ratio * 0.7, ratio * 0.9, ratio, ratio * 1.1, ratio * 1.35)))
                .toList();
        return new Forecast(
                id,
                List.of(
                        new ForecastCurve(ForecastQuantity.SPINE_Z, z),
                        new ForecastCurve(ForecastQuantity.VERTEBRAL_STRENGTH, strength)),
                fractures);
    }

    private static Estimate around(double median, double spread) {
        return new Estimate(
                median - 1.645 * spread,
                median - 0.674 * spread,
                median,
                median + 0.674 * spread,
                median + 1.645 * spread);
    }

    private static List<HistoryEvent> history() {
        return List.of(
                event("Fractures", 2020, 3, 14, null, "right femur, no recognised injury"),
                event("Fractures", 2021, 9, 2, null, "left tibia, low-energy fall"),
                event("Casts", 2021, 9, 2, LocalDate.of(2021, 10, 14), "left leg cast"),
                event("Drugs", 2024, 5, 6, LocalDate.of(2026, 3, 1), "pamidronate, every 4 months"),
                event("DXA", 2024, 4, 30, null, "spine Z -3.4"),
                event("Surgery", 2024, 9, 12, null, "right femur rod (Fassier-Duval)"),
                event("Fractures", 2024, 11, 20, null, "left forearm, low-energy fall"),
                event("Casts", 2024, 11, 20, LocalDate.of(2024, 12, 18), "forearm cast"),
                event("DXA", 2025, 5, 14, null, "spine Z -2.9"),
                event("Fractures", 2025, 8, 8, null, "left forearm, fall from bed"),
                event("Fractures", 2025, 8, 29, null, "right humerus, low-energy fall"),
                event("DXA", 2026, 5, 20, null, "spine Z -2.4"),
                new HistoryEvent("Surgery", LocalDate.of(2026, 11, 3), null, "left femur rod planned", true));
    }

    private static HistoryEvent event(String lane, int year, int month, int day, LocalDate until, String label) {
        return new HistoryEvent(lane, LocalDate.of(year, month, day), until, label, false);
    }

    private static List<MeasuredPoint> measured() {
        return List.of(
                new MeasuredPoint(
                        LocalDate.of(2024, 4, 30), "Lumbar spine Z", -3.4, "SD", "Lunar, reference of the maker"),
                new MeasuredPoint(
                        LocalDate.of(2025, 5, 14), "Lumbar spine Z", -2.9, "SD", "Hologic, reference of the maker"),
                new MeasuredPoint(
                        LocalDate.of(2026, 5, 20), "Lumbar spine Z", -2.4, "SD", "Hologic, reference of the maker"));
    }

    private static TwinFit fit() {
        return new TwinFit(
                4000,
                612.4,
                1,
                List.of(
                        new ObservationFit(
                                LocalDate.of(2025, 5, 14),
                                "lumbar spine Z (Hologic)",
                                "SD",
                                -2.9,
                                around(-2.8, 0.2),
                                around(-3.3, 0.9)),
                        new ObservationFit(
                                LocalDate.of(2026, 5, 20),
                                "lumbar spine Z (Hologic)",
                                "SD",
                                -2.4,
                                around(-2.45, 0.18),
                                around(-3.0, 0.9)),
                        new ObservationFit(
                                LocalDate.of(2026, 6, 2),
                                "long-bone fractures in 3 years",
                                "fractures",
                                4,
                                around(3.1, 0.9),
                                around(2.2, 1.1))),
                List.of("The Lunar value of 30 Apr 2024 was not used: its reference differs from the later scans."));
    }

    private static List<Statement> cautions() {
        return List.of(
                say(
                        "Bone density is not strength, and strength is not fractures; a gain in one is no gain in another.",
                        ONE),
                say("The invented trials were short; nothing is known beyond 4 years.", TWO, THREE));
    }
}
