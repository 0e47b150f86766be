package org.lamella.care.dose;

import org.lamella.care.plan.DoseSheet;
import org.lamella.care.site.Confirmation;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.patient.Route;

/** Writes the worked lines of a dose for a pharmacist to follow. */
final class DoseSheetWriter {

    private final DoseInputs in;
    private final DoseBand band;
    private final DecimalDose dose;
    private final SheetLines sheet = new SheetLines();

    private DoseSheetWriter(DoseInputs in, DoseBand band, DecimalDose dose) {
        this.in = in;
        this.band = band;
        this.dose = dose;
    }

    static DoseSheet write(DoseInputs in, DoseBand band, DecimalDose dose) {
        return new DoseSheetWriter(in, band, dose).sheet();
    }

    private DoseSheet sheet() {
        band.figures().forEach(sheet::cite);
        basis();
        new AmountLines(in, band, dose, sheet).write();
        if (in.facts().route() == Route.INTRAVENOUS) {
            new InfusionLines(in, dose, sheet).write();
        } else {
            new TabletLines(in, dose, sheet).write();
        }
        ScheduleLines schedule = new ScheduleLines(in, band, dose, sheet);
        schedule.write();
        confirmations();
        String product = in.solution().map(p -> ", " + p.label()).orElse("");
        return sheet.sheet(in.facts().title() + product, schedule.summary());
    }

    private void basis() {
        sheet.line(
                "Weight",
                "measured on " + in.weight().date(),
                in.weight().weight().toString());
        sheet.line("Band", "age " + in.age() + " on " + in.date(), band.label());
        int limit = in.site().ageLimits().weight(in.age()).value();
        if (in.weight().date().plusDays(limit).isBefore(in.date())) {
            sheet.warn("On the day of the dose the weight will be older than " + limit
                    + " days: weigh again and compute anew.");
        }
    }

    private void confirmations() {
        for (String id : DoseCalculator.confirmedValues(in, band)) {
            in.site().confirmation(id).map(Confirmation::sentence).ifPresent(sheet::warn);
        }
        if (in.site().demonstration()) {
            sheet.warn("Demonstration site configuration: not for care.");
        }
    }
}
