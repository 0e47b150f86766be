package org.lamella.care.dose;

import java.util.Objects;
import java.util.Optional;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.Limit;

/** Total of a year, days of the cycle, what to do when a date slips, and the whole in one line. */
final class ScheduleLines {

    private final DoseInputs in;
    private final DoseBand band;
    private final DecimalDose dose;
    private final SheetLines sheet;

    ScheduleLines(DoseInputs in, DoseBand band, DecimalDose dose, SheetLines sheet) {
        this.in = in;
        this.band = band;
        this.dose = dose;
        this.sheet = sheet;
    }

    void write() {
        yearly();
        days();
        practice();
    }

    private void yearly() {
        if (band.interval() == null) {
            sheet.line("Per year", SheetLines.mg(dose.days().getFirst()) + " x 365.25", SheetLines.mg(dose.annualMg()));
            return;
        }
        String cycle =
                band.dose().text() + " x " + Objects.requireNonNull(band.days()).plain();
        String working = cycle + " x 12 / " + band.interval().plain() + " months";
        if (!band.byWeight()) {
            sheet.line("Per year", working, SheetLines.mg(dose.annualMg()));
            return;
        }
        Optional<Limit> limit = in.facts().limit(Limit.Kind.MAX_PER_YEAR);
        String against = limit.map(l -> " (most " + l.figure().text() + ")").orElse("");
        limit.ifPresent(l -> sheet.cite(l.figure()));
        sheet.line("Per year", working, SheetLines.plain(dose.annualPerKilogram()) + " mg/kg" + against);
    }

    private void days() {
        for (int i = 0; i < dose.days().size(); i++) {
            String volume = dose.volumes().isEmpty()
                    ? ""
                    : " (" + SheetLines.plain(dose.volumes().get(i)) + " mL)";
            String label = in.regimen().schedule() == DosingRegimen.Schedule.DAILY
                    ? "From " + in.date() + " on, every day"
                    : "Day " + (i + 1) + ", " + in.date().plusDays(i);
            sheet.line(label, "", SheetLines.mg(dose.days().get(i)) + volume);
        }
        if (band.interval() != null) {
            sheet.line(
                    "Next cycle",
                    in.date() + " + " + band.interval().plain() + " months",
                    "from " + in.date().plusMonths(band.interval().value().longValue()));
        }
    }

    private void practice() {
        if (band.interval() == null) {
            return;
        }
        sheet.line(
                "When a date slips",
                "give it when ready and count the interval from the day it was given",
                "never two doses to catch up");
        sheet.line(
                "Calcium and vitamin D",
                "adequate intake before and after; calcium cover after the dose by local order only",
                "no cover unless the site orders it");
        RuleCatalogue.standard().rule("VD-05").sources().forEach(sheet::cite);
    }

    String summary() {
        String usual = SheetLines.mg(dose.days().getLast());
        if (band.interval() == null) {
            return usual + " by mouth every day";
        }
        boolean differs = dose.days().getFirst().compareTo(dose.days().getLast()) != 0;
        String first = differs ? SheetLines.mg(dose.days().getFirst()) + " on day 1, then " : "";
        String days = dose.days().size() == 1
                ? first + usual
                : first + usual + " per day on " + dose.days().size() + " consecutive days";
        String interval = band.interval().plain();
        boolean reduced = dose.perKilogram() != null
                && dose.perKilogram().compareTo(band.dose().value()) < 0;
        String rhythm = interval.equals("12") ? ", once a year" : ", every " + interval + " months";
        return days + (reduced ? " as the first dose, then " + band.dose().text() : "") + rhythm;
    }
}
