package org.lamella.care.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.care.plan.StandingItem;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Patient;
import org.lamella.patient.SkeletalSite;

/** Densities exactly as reported: a Z-score keeps its reference and device and is never recomputed. */
final class DensityStanding {

    private DensityStanding() {}

    static List<StandingItem> of(Patient patient, LocalDate asOf) {
        Lines lines = new Lines("Density (DXA)", asOf);
        boolean spine = false;
        for (SkeletalSite site : SkeletalSite.values()) {
            Optional<DxaScan> latest = latest(patient, asOf, site);
            if (latest.isPresent()) {
                spine |= site == SkeletalSite.LUMBAR_SPINE;
                line(lines, latest.get(), previous(patient, latest.get()));
            }
        }
        if (!spine) {
            lines.unknown("Lumbar spine Z", "a DXA scan of the lumbar spine with its reference and device", Lines.ISCD);
        }
        return lines.items();
    }

    private static Optional<DxaScan> latest(Patient patient, LocalDate asOf, SkeletalSite site) {
        return patient.dxaScans().stream()
                .filter(s -> s.site() == site && !s.date().isAfter(asOf))
                .reduce((older, newer) -> newer);
    }

    /** The earlier scan of the same site, reference and device, so that a change can be read. */
    private static Optional<DxaScan> previous(Patient patient, DxaScan latest) {
        return patient.dxaScans().stream()
                .filter(s -> s.site() == latest.site()
                        && s.date().isBefore(latest.date())
                        && s.reportedZ() != null
                        && java.util.Objects.equals(s.reference(), latest.reference())
                        && java.util.Objects.equals(s.device(), latest.device()))
                .reduce((older, newer) -> newer);
    }

    private static void line(Lines lines, DxaScan scan, Optional<DxaScan> previous) {
        String label = scan.site().label().substring(0, 1).toUpperCase(Locale.ROOT)
                + scan.site().label().substring(1);
        String reference = "as reported on " + scan.date() + "; "
                + (scan.reference() == null ? "the report names no reference" : scan.reference()) + ", "
                + (scan.device() == null ? "the report names no device" : scan.device());
        String old = lines.stale(scan.date()) ? "; older than a year" : "";
        if (scan.reportedZ() == null) {
            String density = scan.density() == null
                    ? ""
                    : String.format(
                            Locale.ROOT, "; BMD %.3f g/cm2", scan.density().gramsPerSquareCentimetre());
            lines.unknown(label + " Z", "the Z-score of the report; it is not computed here" + density, Lines.ISCD);
            return;
        }
        String change = previous.map(p -> p.reportedZ() == null
                        ? ""
                        : "; before " + p.reportedZ() + " on " + p.date() + ", same reference and device")
                .orElse("");
        lines.known(label + " Z", scan.reportedZ().toString(), reference + old + change, Lines.ISCD);
    }
}
