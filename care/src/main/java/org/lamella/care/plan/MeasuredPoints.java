package org.lamella.care.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lamella.patient.DxaScan;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.Patient;
import org.lamella.patient.WeightMeasurement;

/** Measured values for the charts, exactly as reported. */
final class MeasuredPoints {

    private MeasuredPoints() {}

    static List<MeasuredPoint> of(Patient patient, LocalDate asOf) {
        List<MeasuredPoint> points = new ArrayList<>();
        for (DxaScan scan : patient.dxaScans()) {
            if (scan.date().isAfter(asOf)) {
                continue;
            }
            String site = capital(scan.site().label());
            if (scan.reportedZ() != null) {
                points.add(new MeasuredPoint(
                        scan.date(), site + " Z", scan.reportedZ().value(), "SD", reference(scan)));
            }
            if (scan.density() != null) {
                points.add(new MeasuredPoint(
                        scan.date(),
                        site + " BMD",
                        scan.density().gramsPerSquareCentimetre(),
                        "g/cm2",
                        reference(scan)));
            }
        }
        for (HeightMeasurement h : patient.heights()) {
            if (!h.date().isAfter(asOf)) {
                points.add(new MeasuredPoint(
                        h.date(),
                        "Height",
                        h.height().value(),
                        "cm",
                        h.posture().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
        }
        for (WeightMeasurement w : patient.weights()) {
            if (!w.date().isAfter(asOf)) {
                points.add(new MeasuredPoint(
                        w.date(),
                        "Weight",
                        w.weight().asDouble(),
                        "kg",
                        w.method().name().toLowerCase(Locale.ROOT)));
            }
        }
        points.sort(Comparator.comparing(MeasuredPoint::date)
                .thenComparing(MeasuredPoint::series)
                .thenComparing(MeasuredPoint::value));
        return List.copyOf(points);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String reference(DxaScan scan) {
        String reference = scan.reference() == null ? "reference not named" : scan.reference();
        return scan.device() == null ? reference + ", device not named" : reference + ", " + scan.device();
    }
}
