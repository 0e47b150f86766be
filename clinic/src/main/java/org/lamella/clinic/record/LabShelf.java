package org.lamella.clinic.record;

import org.lamella.patient.LabResult;

/** Laboratory results, without those that no living person has. */
final class LabShelf {
    private final Notes notes;
    private final Shelf<LabResult> shelf;

    LabShelf(Notes notes) {
        this.notes = notes;
        shelf = new Shelf<>("laboratory result", LabResult::date, notes);
    }

    void add(String at, LabResult result) {
        Plausibility.impossible(result.analyte(), result.value())
                .ifPresentOrElse(
                        range -> notes.leftOut(
                                Reason.IMPLAUSIBLE,
                                at,
                                shown(result),
                                range,
                                "Check the unit; the figure may have been meant in another one."),
                        () -> shelf.add(at, result));
    }

    Shelf<LabResult> shelf() {
        return shelf;
    }

    static String shown(LabResult result) {
        return result.analyte().label() + " " + result.value().toPlainString() + " "
                + result.analyte().unit();
    }
}
