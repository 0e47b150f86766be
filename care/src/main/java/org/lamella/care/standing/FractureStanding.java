package org.lamella.care.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.care.plan.StandingItem;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Fracture;
import org.lamella.patient.Patient;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.measure.Age;

/** Fracture rates with exact intervals, vertebral fractures, and the paediatric osteoporosis definition. */
final class FractureStanding {

    private final Patient patient;
    private final LocalDate asOf;
    private final Lines lines;

    private FractureStanding(Patient patient, LocalDate asOf) {
        this.patient = patient;
        this.asOf = asOf;
        this.lines = new Lines("Fractures", asOf);
    }

    static List<StandingItem> of(Patient patient, LocalDate asOf) {
        FractureStanding standing = new FractureStanding(patient, asOf);
        standing.rate("Last 12 months", asOf.minusYears(1));
        standing.rate("Last 24 months", asOf.minusYears(2));
        standing.rate("Since birth", patient.birthDate());
        standing.longBones();
        standing.vertebral();
        standing.definition();
        return standing.lines.items();
    }

    /** Counts from the later of a day and birth; births and the day itself included. */
    private void rate(String label, LocalDate since) {
        LocalDate from = since.isBefore(patient.birthDate()) ? patient.birthDate() : since;
        double years = ChronoUnit.DAYS.between(from, asOf) / Age.DAYS_PER_YEAR;
        long events = patient.fractures().stream()
                .filter(f -> !f.date().isBefore(from) && !f.date().isAfter(asOf))
                .count();
        // Two fractures in eight weeks are not "13 a year": below half a year the count says more than a rate.
        if (years < 0.5) {
            lines.known(label, events + (events == 1 ? " fracture" : " fractures"), "too short a time for a rate");
            return;
        }
        PoissonInterval rate = PoissonInterval.of(events, years);
        lines.known(
                label,
                String.format(
                        Locale.ROOT,
                        "%d %s, %.1f a year (%.1f to %.1f)",
                        events,
                        events == 1 ? "fracture" : "fractures",
                        rate.rate(),
                        rate.low(),
                        rate.high()),
                String.format(
                        Locale.ROOT,
                        "outside the spine, as recorded, over %.1f years; exact 95 %% Poisson interval%s",
                        years,
                        events == 0 ? "; an unrecorded fracture would not show here" : ""),
                Lines.GARWOOD);
    }

    private void longBones() {
        lines.known(
                "Long bones",
                patient.ageOn(asOf).atLeastYears(10)
                        ? longBonesBy(10) + " before 10 years, " + longBonesBy(19)
                                + (adult() ? " before 19 years" : " so far")
                        : longBonesBy(10) + " so far",
                "not from high-energy injuries; counted for the paediatric definition",
                Lines.ISCD);
    }

    private boolean adult() {
        return patient.ageOn(asOf).atLeastYears(19);
    }

    private long longBonesBy(int years) {
        return patient.fractures().stream()
                .filter(f -> f.bone().longBone()
                        && f.mechanism() != Fracture.Mechanism.HIGH_ENERGY
                        && !f.date().isAfter(asOf)
                        && !patient.ageOn(f.date()).atLeastYears(years))
                .count();
    }

    private List<VertebralFracture> vertebrae() {
        return patient.vertebralFractures().stream()
                .filter(v -> !v.date().isAfter(asOf))
                .toList();
    }

    private boolean spineImaged() {
        return !vertebrae().isEmpty()
                || patient.latestExamination(org.lamella.patient.Examination.Kind.SPINE_RADIOGRAPH_LATERAL, asOf)
                        .isPresent();
    }

    private void vertebral() {
        List<VertebralFracture> found = vertebrae();
        if (!spineImaged()) {
            lines.unknown("Vertebral fractures", "a lateral image of the spine", Lines.ISCD);
            return;
        }
        String levels = String.join(
                ", ",
                found.stream()
                        .map(v -> v.level() + (v.grade() == 0 ? "" : " grade " + v.grade()) + " (" + v.date() + ")")
                        .toList());
        lines.known(
                "Vertebral fractures",
                found.isEmpty() ? "none recorded" : String.valueOf(found.size()),
                found.isEmpty() ? "a lateral image is recorded" : levels,
                Lines.ISCD);
    }

    /** ISCD 2019: a vertebral fracture, or Z of -2.0 or less with two long-bone fractures by 10 or three by 19 years. */
    private void definition() {
        if (patient.ageOn(asOf).atLeastYears(20)) {
            return;
        }
        String label = "Paediatric osteoporosis";
        if (!vertebrae().isEmpty()) {
            lines.known(label, "definition met", "by a vertebral fracture", Lines.ISCD);
            return;
        }
        boolean history = longBonesBy(10) >= 2 || longBonesBy(19) >= 3;
        Optional<Double> lowest = lowestZ();
        if (history && lowest.filter(z -> z <= -2.0).isPresent()) {
            lines.known(label, "definition met", "by long-bone fractures and a density Z of -2.0 or less", Lines.ISCD);
        } else if (!spineImaged()) {
            lines.unknown(label, "a lateral image of the spine: a vertebral fracture would meet it", Lines.ISCD);
        } else if (history && lowest.isEmpty()) {
            lines.unknown(label, "a density Z-score of spine or body of the last year", Lines.ISCD);
        } else {
            lines.known(
                    label,
                    "definition not met",
                    "no vertebral fracture; long bones or density do not add up",
                    Lines.ISCD);
        }
    }

    private Optional<Double> lowestZ() {
        return patient.dxaScans().stream()
                .filter(s -> !s.date().isAfter(asOf) && !lines.stale(s.date()))
                .filter(s -> s.site() == SkeletalSite.LUMBAR_SPINE || s.site() == SkeletalSite.TOTAL_BODY_LESS_HEAD)
                .map(DxaScan::reportedZ)
                .filter(java.util.Objects::nonNull)
                .map(z -> z.value())
                .min(java.util.Comparator.naturalOrder());
    }
}
