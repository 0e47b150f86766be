package org.lamella.twin.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.lamella.patient.Analyte;
import org.lamella.patient.DxaScan;
import org.lamella.patient.LabResult;
import org.lamella.patient.Patient;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.measure.Age;

/** Densitometry and markers that siblings are held against; at most one value per day, kind and series. */
record MeasurementReading(Timeline time, MarkerMedians medians, List<String> remarks) {
    List<MeasuredValue> read(Patient patient) {
        List<MeasuredValue> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (DxaScan scan : patient.dxaScans()) {
            if (time.covers(scan.date())) {
                dxa(scan, values, seen);
            }
        }
        for (LabResult lab : patient.labs()) {
            if (time.covers(lab.date())) {
                marker(patient, lab, values, seen);
            }
        }
        values.sort(Comparator.comparingInt(MeasuredValue::ageDay).thenComparing(MeasuredValue::kind));
        return values;
    }

    private void dxa(DxaScan scan, List<MeasuredValue> values, Set<String> seen) {
        String reference = Objects.requireNonNullElse(scan.reference(), "");
        String device = Objects.requireNonNullElse(scan.device(), "");
        if (scan.site() != SkeletalSite.LUMBAR_SPINE) {
            remark("DXA of other regions than the lumbar spine is not used by the twin.");
        } else if (reference.toLowerCase(Locale.ROOT).contains("height")) {
            remark("Height-adjusted spine Z-scores are not used: the model's Z is for age and sex.");
        } else if (scan.reportedZ() != null) {
            String label = "lumbar spine Z" + (device.isEmpty() ? "" : " (" + device + ")");
            add(scan, Measured.SPINE_Z, scan.reportedZ().value(), label, device + "|" + reference, values, seen);
        } else if (scan.density() != null) {
            String label = "lumbar spine density, no Z reported" + (device.isEmpty() ? "" : " (" + device + ")");
            double density = scan.density().gramsPerSquareCentimetre();
            add(scan, Measured.SPINE_DENSITY, density, label, device, values, seen);
        } else {
            remark("A lumbar spine scan with mineral content alone is not used by the twin.");
        }
    }

    private void add(
            DxaScan scan,
            Measured kind,
            double value,
            String label,
            String series,
            List<MeasuredValue> values,
            Set<String> seen) {
        add(new MeasuredValue(scan.date(), time.day(scan.date()), kind, value, label, series), values, seen);
    }

    private void marker(Patient patient, LabResult lab, List<MeasuredValue> values, Set<String> seen) {
        Measured kind = switch (lab.analyte()) {
            case CTX -> Measured.CTX;
            case P1NP -> Measured.P1NP;
            default -> null;
        };
        if (kind == null) {
            return;
        }
        OptionalDouble median = medians.median(lab.analyte(), patient.sex(), Age.of(patient.birthDate(), lab.date()));
        double value = lab.value().doubleValue();
        if (median.isEmpty()) {
            remark(name(lab.analyte()) + " outside the ages of its reference is not used.");
        } else if (value > 0) {
            String method = Objects.requireNonNullElse(lab.method(), "");
            String label = name(lab.analyte()) + " relative to the age reference";
            double ratio = value / median.getAsDouble();
            add(new MeasuredValue(lab.date(), time.day(lab.date()), kind, ratio, label, method), values, seen);
        }
    }

    private static String name(Analyte analyte) {
        return analyte == Analyte.CTX ? "CTX" : "P1NP";
    }

    private void add(MeasuredValue value, List<MeasuredValue> values, Set<String> seen) {
        if (seen.add(value.ageDay() + "|" + value.kind() + "|" + value.series())) {
            values.add(value);
        } else {
            remark("Of several values of " + value.label() + " on " + value.date() + " the first is used.");
        }
    }

    private void remark(String text) {
        if (!remarks.contains(text)) {
            remarks.add(text);
        }
    }
}
