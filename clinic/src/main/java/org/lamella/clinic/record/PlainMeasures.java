package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Route;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.UnusableEntry;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.ArealDensity;
import org.lamella.patient.measure.BoneMineralContent;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.measure.ZScore;

/** Entries of a plain record that carry a number with a unit. */
final class PlainMeasures {
    private static final String DOSE = "mg, ug or g, or per body weight mg/kg or ug/kg";

    private final RecordDraft draft;
    private final Amounts amounts;

    PlainMeasures(RecordDraft draft, Amounts amounts) {
        this.draft = draft;
        this.amounts = amounts;
    }

    void weight(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Runnable reading = () -> readWeight(e, day);
        day.ifPresentOrElse(
                d -> draft.expecting(draft.body.weightShelf(), d, UnusableEntry.Measure.WEIGHT, reading), reading);
    }

    private void readWeight(PlainEntry e, Optional<LocalDate> day) {
        Optional<MeasurementMethod> method = method(e);
        Optional<Kilograms> weight = e.amount("weight", "kg, g or [lb_av] (pounds)")
                .flatMap(w -> amounts.in(w, "weight", "kg", "kg, g or [lb_av] (pounds)"))
                .flatMap(kg -> amounts.make(e.at("weight"), () -> new Kilograms(kg)));
        day.flatMap(d -> weight.flatMap(kg -> method.map(m -> new WeightMeasurement(d, kg, m))))
                .ifPresent(w -> draft.body.add(e.at(), w));
    }

    void height(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Runnable reading = () -> readHeight(e, day);
        day.ifPresentOrElse(
                d -> draft.expecting(draft.body.heightShelf(), d, UnusableEntry.Measure.HEIGHT, reading), reading);
    }

    private void readHeight(PlainEntry e, Optional<LocalDate> day) {
        Optional<MeasurementMethod> method = method(e);
        Optional<HeightMeasurement.Posture> posture =
                e.choiceOr("posture", HeightMeasurement.Posture.class, HeightMeasurement.Posture.UNKNOWN);
        Optional<Centimetres> height = e.amount("height", "cm, m or [in_i] (inches)")
                .flatMap(w -> amounts.in(w, "height", "cm", "cm, m or [in_i] (inches)"))
                .flatMap(cm -> amounts.make(e.at("height"), () -> new Centimetres(cm.doubleValue())));
        day.flatMap(d -> height.flatMap(cm -> method.map(
                        m -> new HeightMeasurement(d, cm, posture.orElse(HeightMeasurement.Posture.UNKNOWN), m))))
                .ifPresent(h -> draft.body.add(e.at(), h));
    }

    /** An entry is a measurement unless it says otherwise; an unknown word keeps it from carrying a dose. */
    private static Optional<MeasurementMethod> method(PlainEntry e) {
        return e.choiceOr("method", MeasurementMethod.class, MeasurementMethod.MEASURED);
    }

    void dxa(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<SkeletalSite> site = e.choice("site", SkeletalSite.class);
        if (day.isEmpty() || site.isEmpty()) {
            return;
        }
        Optional<ArealDensity> density = figure(e, "density", "g/cm2")
                .flatMap(v -> amounts.make(e.at("density"), () -> new ArealDensity(v.doubleValue())));
        Optional<BoneMineralContent> content = figure(e, "content", "g")
                .flatMap(v -> amounts.make(e.at("content"), () -> new BoneMineralContent(v.doubleValue())));
        Optional<ZScore> z = e.number("z").flatMap(v -> amounts.make(e.at("z"), () -> new ZScore(v.doubleValue())));
        draft.dxa.add(
                e.at(),
                new DxaShelf.Part(
                        day.get(),
                        site.get(),
                        density.orElse(null),
                        content.orElse(null),
                        z.orElse(null),
                        e.text("reference").orElse(null),
                        e.text("device").orElse(null)));
    }

    private Optional<BigDecimal> figure(PlainEntry e, String key, String unit) {
        return e.optionalAmount(key, unit).flatMap(w -> amounts.in(w, "DXA " + key, unit, unit));
    }

    void lab(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<Analyte> analyte = e.choice("analyte", Analyte.class);
        if (day.isEmpty() || analyte.isEmpty()) {
            return;
        }
        UnusableEntry.Subject subject = new UnusableEntry.Laboratory(analyte.get());
        draft.expecting(draft.labs.shelf(), day.get(), subject, () -> lab(e, day.get(), analyte.get()));
    }

    private void lab(PlainEntry e, LocalDate day, Analyte analyte) {
        String accepted = LabUnits.accepted(analyte);
        Optional<BigDecimal> value = e.amount("value", accepted).flatMap(w -> amounts.lab(w, analyte));
        value.flatMap(v -> amounts.make(
                        e.at("value"),
                        () -> new LabResult(
                                day,
                                analyte,
                                v,
                                limit(e, "low", analyte),
                                limit(e, "high", analyte),
                                e.text("method").orElse(null))))
                .ifPresent(result -> draft.labs.add(e.at(), result));
    }

    private @Nullable BigDecimal limit(PlainEntry e, String key, Analyte analyte) {
        return e.optionalAmount(key, LabUnits.accepted(analyte))
                .flatMap(w -> amounts.lab(w, analyte))
                .orElse(null);
    }

    void dose(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<Drug> drug = e.word("drug", Drugs.names()).flatMap(Drugs::named);
        if (day.isEmpty() || drug.isEmpty()) {
            unclear(e, drug, day.orElse(null));
            return;
        }
        Route route = e.choiceOr("route", Route.class, Route.UNKNOWN).orElse(Route.UNKNOWN);
        e.amount("dose", DOSE)
                .flatMap(w -> administration(e, day.get(), drug.get(), route, w))
                .ifPresentOrElse(
                        dose -> draft.administrations.add(e.at(), dose),
                        () -> draft.unknownDoses.add(e.at(), new DoseOfUnknownAmount(day.get(), drug.get(), route)));
    }

    private Optional<Administration> administration(
            PlainEntry e, LocalDate day, Drug drug, Route route, Amounts.Written written) {
        String what = "dose of " + drug + " of " + day;
        if (written.unit().endsWith("/kg")) {
            return amounts.in(written, what, "mg/kg", DOSE)
                    .flatMap(v -> amounts.make(e.at("dose"), () -> new MilligramsPerKilogram(v)))
                    .map(v -> new Administration(day, drug, null, v, route));
        }
        return amounts.in(written, what, "mg", DOSE)
                .flatMap(v -> amounts.make(e.at("dose"), () -> new Milligrams(v)))
                .map(v -> new Administration(day, drug, v, null, route));
    }

    void course(PlainEntry e) {
        Optional<Drug> drug = e.word("drug", Drugs.names()).flatMap(Drugs::named);
        Optional<LocalDate> from = e.date("from");
        Optional<LocalDate> until = e.optionalDate("until");
        if (drug.isEmpty() || from.isEmpty() || (e.has("until") && until.isEmpty())) {
            unclear(e, drug, until.orElse(null));
            return;
        }
        String what = "course of " + drug.get();
        Optional<Milligrams> daily = e.amount("daily", Doses.acceptedDaily(drug.get()))
                .flatMap(w -> Doses.milligrams(w, what, drug.get(), amounts))
                .flatMap(v -> amounts.make(e.at("daily"), () -> new Milligrams(v)));
        Route route = e.choiceOr("route", Route.class, Route.UNKNOWN).orElse(Route.UNKNOWN);
        Optional<FhirDates.Span> span =
                FhirDates.ordered(e.at("until"), what, from.get(), until.orElse(null), draft.notes());
        span.flatMap(s -> daily.map(d -> new Course(drug.get(), d, route, s.from(), s.until())))
                .ifPresentOrElse(
                        course -> draft.courses.add(e.at(), course), () -> unclear(e, drug, until.orElse(null)));
    }

    /** A dose or course of a drug for bone that cannot be read was given all the same. */
    private void unclear(PlainEntry e, Optional<Drug> drug, @Nullable LocalDate latest) {
        if (drug.filter(BoneDrugs::is).isPresent()
                || (drug.isEmpty() && BoneDrugs.named(e.text("drug").orElse(null)))) {
            draft.unclearTreatment(latest, "a dose or course of a drug for bone that cannot be read (" + e.at() + ")");
        }
    }
}
