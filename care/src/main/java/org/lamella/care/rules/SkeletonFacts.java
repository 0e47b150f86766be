package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Rod;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.measure.ArealDensity;

/** Density, fractures, operations and rods up to the day, as the rules ask about them; plans lie ahead. */
final class SkeletonFacts {
    private static final String Z_SCORE = "a reported BMD Z-score of lumbar spine or total body less head";

    private final PatientFacts facts;
    private final LocalDate asOf;

    SkeletonFacts(PatientFacts facts) {
        this.facts = facts;
        this.asOf = facts.asOf();
    }

    /** Latest lumbar spine Z-score as reported that is recent enough, else total body less head. */
    Input<DxaScan> zScan() {
        int maxDays = facts.number("DX-03", facts.age().atLeastYears(18) ? "z_max_age_adult" : "z_max_age");
        Input<DxaScan> recent = zScan(maxDays);
        return recent.unknown() && zScanOfAnyAge() instanceof Input.Known<DxaScan>(DxaScan old, String fact)
                ? new Input.Unknown<>(Z_SCORE + " not older than " + maxDays + " days (" + fact + "; "
                        + facts.lastSeen(old.date()) + ")")
                : recent;
    }

    /** As above, however old: for a stop, which does not lapse because what it rests on has aged. */
    Input<DxaScan> zScanOfAnyAge() {
        return zScan(Integer.MAX_VALUE);
    }

    private Input<DxaScan> zScan(int maxDays) {
        for (SkeletalSite site : List.of(SkeletalSite.LUMBAR_SPINE, SkeletalSite.TOTAL_BODY_LESS_HEAD)) {
            Optional<DxaScan> scan = scans(site)
                    .filter(s -> s.reportedZ() != null && facts.daysSince(s.date()) <= maxDays)
                    .reduce((older, newer) -> newer);
            if (scan.isPresent()) {
                DxaScan found = scan.get();
                return new Input.Known<>(
                        found, site.label() + " Z " + found.reportedZ() + " as reported on " + found.date());
            }
        }
        return new Input.Unknown<>(Z_SCORE);
    }

    /** Figure of the latest examination of a kind, when it is not older than a figure of a rule in days. */
    Input<BigDecimal> figure(Examination.Kind kind, String ruleId, String maxAge) {
        Optional<Examination> latest = facts.examination(kind);
        BigDecimal value = latest.map(Examination::value).orElse(null);
        String unit = Units.spoken(kind.unit());
        if (latest.isEmpty() || value == null) {
            return new Input.Unknown<>("the " + kind.label() + " in " + unit);
        }
        LocalDate day = latest.get().date();
        String fact = kind.label() + " " + value + " " + unit + " on " + day;
        int maxDays = facts.number(ruleId, maxAge);
        return facts.daysSince(day) > maxDays
                ? new Input.Unknown<>("the " + kind.label() + " not older than " + maxDays + " days (" + fact + "; "
                        + facts.lastSeen(day) + ")")
                : new Input.Known<>(value, fact);
    }

    /**
     * Lumbar spine density of a day.
     *
     * @param date day of the scan
     * @param density areal density
     */
    record SpineDensity(LocalDate date, ArealDensity density) {
        /** Change from this scan to a later one in percent. */
        double percentTo(SpineDensity later) {
            return 100 * (later.density.gramsPerSquareCentimetre() / density.gramsPerSquareCentimetre() - 1);
        }
    }

    List<SpineDensity> spineDensities() {
        List<SpineDensity> densities = new ArrayList<>();
        scans(SkeletalSite.LUMBAR_SPINE).forEach(scan -> {
            ArealDensity density = scan.density();
            if (density != null) {
                densities.add(new SpineDensity(scan.date(), density));
            }
        });
        return densities;
    }

    private Stream<DxaScan> scans(SkeletalSite site) {
        return scans().filter(scan -> scan.site() == site);
    }

    Stream<DxaScan> scans() {
        return facts.patient().dxaScans().stream().filter(scan -> !scan.date().isAfter(asOf));
    }

    Stream<Fracture> fractures() {
        return facts.patient().fractures().stream().filter(f -> !f.date().isAfter(asOf));
    }

    /** Fractures of long bones without a high-energy injury. */
    Stream<Fracture> longBoneFragilityFractures() {
        return fractures().filter(f -> f.bone().longBone() && f.mechanism() != Fracture.Mechanism.HIGH_ENERGY);
    }

    List<VertebralFracture> vertebralFractures() {
        return facts.patient().vertebralFractures().stream()
                .filter(f -> !f.date().isAfter(asOf))
                .toList();
    }

    boolean spineEverImaged() {
        return facts.examination(Examination.Kind.SPINE_RADIOGRAPH_LATERAL).isPresent()
                || !vertebralFractures().isEmpty();
    }

    Stream<Surgery> surgeries() {
        return facts.patient().surgeries().stream().filter(s -> !s.date().isAfter(asOf));
    }

    /** Operations that cut bone and whose healing is not recorded by the day. */
    List<Surgery> unhealedOsteotomies() {
        return surgeries()
                .filter(s -> s.kind().cutsBone())
                .filter(s -> s.healedOn() == null || s.healedOn().isAfter(asOf))
                .toList();
    }

    /** Planned procedures on or after the day, nearest first. */
    Stream<PlannedProcedure> planned() {
        return facts.patient().plannedProcedures().stream()
                .filter(p -> !p.date().isBefore(asOf));
    }

    Stream<Rod> rodsInPlace() {
        return facts.patient().rods().stream()
                .filter(r -> !r.insertedOn().isAfter(asOf))
                .filter(r -> r.removedOn() == null || r.removedOn().isAfter(asOf));
    }

    Input<Boolean> growing() {
        Input<Boolean> plates = facts.finding(Finding.Kind.EPIPHYSES_OPEN);
        return plates.unknown() ? new Input.Unknown<>("whether the growth plates are open") : plates;
    }
}
