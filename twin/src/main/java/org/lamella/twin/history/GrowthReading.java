package org.lamella.twin.history;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Patient;
import org.lamella.patient.WeightMeasurement;

/** Measured heights and weights, one per day. */
record GrowthReading(Timeline time, List<String> remarks) {
    MeasuredGrowth read(Patient patient) {
        List<MeasuredGrowth.Height> heights = new ArrayList<>();
        int last = -1;
        for (HeightMeasurement h : patient.heights()) {
            int day = time.day(h.date());
            boolean usable = time.covers(h.date())
                    && h.method() != MeasurementMethod.ESTIMATED
                    && h.posture() != HeightMeasurement.Posture.ARM_SPAN;
            if (usable && day > last) {
                heights.add(new MeasuredGrowth.Height(day, h.height().value()));
                last = day;
            }
        }
        List<MeasuredGrowth.Weight> weights = new ArrayList<>();
        last = -1;
        for (WeightMeasurement w : patient.weights()) {
            int day = time.day(w.date());
            boolean usable = time.covers(w.date()) && w.method() != MeasurementMethod.ESTIMATED;
            if (usable && day > last) {
                weights.add(
                        new MeasuredGrowth.Weight(day, Math.max(0.5, w.weight().asDouble())));
                last = day;
            }
        }
        if (heights.isEmpty()) {
            remarks.add(
                    "No measured height: the siblings' heights follow their type, which makes size and dose response"
                            + " less certain.");
        }
        if (weights.isEmpty()) {
            remarks.add(
                    "No measured weight: the siblings' weights follow their type, which makes load and dose response"
                            + " less certain.");
        }
        return new MeasuredGrowth(heights, weights);
    }
}
