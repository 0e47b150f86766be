package org.lamella.twin.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.bone.Schedule;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.twin.ObservationErrors;

/** Reads a record as it stood on a day. Nothing dated after that day is used. */
public final class HistoryReader {
    private final Set<Drug> drugs;
    private final MarkerMedians medians;
    private final ObservationErrors errors;

    /**
     * @param drugs drugs that the bone model knows
     * @param medians age reference of markers
     * @param errors errors of measurement
     */
    public HistoryReader(Set<Drug> drugs, MarkerMedians medians, ObservationErrors errors) {
        this.drugs = Set.copyOf(drugs);
        this.medians = medians;
        this.errors = errors;
    }

    /**
     * @param patient the record
     * @param asOf day of the plan, not before birth
     */
    public History read(Patient patient, LocalDate asOf) {
        Timeline time = new Timeline(patient.birthDate(), asOf);
        List<String> remarks = new ArrayList<>();
        MeasuredGrowth growth = new GrowthReading(time, remarks).read(patient);
        Schedule.Builder past = Schedule.builder();
        Schedule.Builder lasting = Schedule.builder();
        new TreatmentReading(time, drugs, remarks).read(patient, past);
        new SurgeryReading(time, errors.usualCastDays(), remarks).read(patient, past, lasting);
        FractureReading fractures = new FractureReading(time, remarks);
        fractures.impose(patient, past);
        Optional<FractureWindow> window = fractures.window(patient);
        List<MeasuredValue> values = new MeasurementReading(time, medians, remarks).read(patient);
        return new History(
                patient.sex(), time.asOfDay(), growth, past.build(), lasting.build(), values, window, remarks);
    }
}
