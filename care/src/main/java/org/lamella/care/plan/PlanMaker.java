package org.lamella.care.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.care.option.AssessedOption;
import org.lamella.care.option.OptionCatalogue;
import org.lamella.care.pathway.PathwayNotes;
import org.lamella.care.rod.RodNotes;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.spine.SpineNotes;
import org.lamella.care.standing.StandingReport;
import org.lamella.care.stop.Gate;
import org.lamella.patient.Patient;
import org.lamella.twin.CandidateRegimen;
import org.lamella.twin.Forecast;
import org.lamella.twin.Forecaster;
import org.lamella.twin.TwinFit;
import org.lamella.twin.TwinForecast;
import org.lamella.twin.TwinSettings;

/**
 * Makes the plan of one patient on one day: standing, answers of the care rules, options through the gate with their
 * forecasts, calendar, history. The same input gives the same plan; nothing dated after the day is used.
 */
public final class PlanMaker {

    private final Forecaster forecaster;
    private final CarePathway pathway;
    private final String softwareVersion;
    private final String parameterSet;

    /**
     * @param forecaster turns the record into forecasts
     * @param pathway the care rules
     * @param softwareVersion version of Lamella, printed in the header
     * @param parameterSet name and hash of the model parameters, printed in the header
     */
    public PlanMaker(Forecaster forecaster, CarePathway pathway, String softwareVersion, String parameterSet) {
        this.forecaster = forecaster;
        this.pathway = pathway;
        this.softwareVersion = softwareVersion;
        this.parameterSet = parameterSet;
    }

    /**
     * Makes the plan.
     *
     * @param patient the record
     * @param asOf day of the plan, not before birth
     * @param site site configuration
     * @param settings size and seed of the twin
     * @param notes what the record reader did not use or changed
     * @param progress told the fraction done
     * @throws IllegalArgumentException when the day lies before birth
     */
    public Plan make(
            Patient patient,
            LocalDate asOf,
            SiteConfiguration site,
            TwinSettings settings,
            List<RecordNote> notes,
            Forecaster.Progress progress) {
        if (asOf.isBefore(patient.birthDate())) {
            throw new IllegalArgumentException("day of the plan: found " + asOf + ", accepted is the day of birth, "
                    + patient.birthDate() + ", or later");
        }
        List<AssessedOption> assessed = OptionCatalogue.assess(patient, asOf, site);
        Outcome outcome = forecast(patient, asOf, assessed, settings, progress);
        List<CareItem> items = CareItems.ordered(patient, pathway.items(patient, asOf, site));
        List<TreatmentOption> options = outcome.join(assessed);
        Plan plan = new Plan(
                header(patient, asOf, site, settings),
                Headline.of(patient, asOf, items, assessed),
                StandingReport.of(patient, asOf, site),
                items,
                options,
                RodNotes.of(patient, asOf, outcome.untreated()),
                SpineNotes.of(patient, asOf, options),
                PathwayNotes.of(patient, asOf, items, options),
                CareItems.calendar(patient, asOf, pathway.calendarItems(patient, asOf, site)),
                HistoryEvents.of(patient, asOf),
                MeasuredPoints.of(patient, asOf),
                outcome.fit,
                outcome.needs,
                Cautions.of(outcome.fit != null),
                notes);
        return ForbiddenText.check(plan);
    }

    private PlanHeader header(Patient patient, LocalDate asOf, SiteConfiguration site, TwinSettings settings) {
        return new PlanHeader(
                patient.id(),
                PatientLine.of(patient, asOf),
                asOf,
                patient.birthDate(),
                site.name(),
                site.demonstration(),
                settings.seed(),
                softwareVersion,
                parameterSet);
    }

    private Outcome forecast(
            Patient patient,
            LocalDate asOf,
            List<AssessedOption> assessed,
            TwinSettings settings,
            Forecaster.Progress progress) {
        List<CandidateRegimen> candidates = new ArrayList<>();
        for (AssessedOption option : assessed) {
            option.permission().map(Gate.ForecastPermit::candidate).ifPresent(candidates::add);
        }
        boolean comparable = candidates.stream().anyMatch(c -> c.optionId().equals(OptionCatalogue.NO_DRUG));
        if (!comparable) {
            return new Outcome(null, List.of("giving no drug as a comparison, which is stopped here"));
        }
        return switch (forecaster.forecast(patient, asOf, candidates, settings, progress)) {
            case Forecaster.ForecastResult.Forecasted(TwinForecast forecast) -> new Outcome(forecast, List.of());
            case Forecaster.ForecastResult.CannotForecast(List<String> needs) -> new Outcome(null, needs);
        };
    }

    /** What the forecaster answered. */
    private static final class Outcome {
        private final @Nullable TwinForecast forecast;
        private final @Nullable TwinFit fit;
        private final List<String> needs;

        Outcome(@Nullable TwinForecast forecast, List<String> needs) {
            this.forecast = forecast;
            this.fit = forecast == null ? null : forecast.fit();
            this.needs = needs;
        }

        /** The forecast without a drug, for its height curve. */
        @Nullable
        Forecast untreated() {
            return forecast == null
                    ? null
                    : forecast.forOption(OptionCatalogue.NO_DRUG).orElse(null);
        }

        /** Options with their forecasts; a stopped option has no permit and gets none, whatever was forecast. */
        List<TreatmentOption> join(List<AssessedOption> assessed) {
            return assessed.stream()
                    .map(a -> {
                        Forecast own = forecast == null || a.permission().isEmpty()
                                ? null
                                : forecast.forOption(a.option().id()).orElse(null);
                        return own == null ? a.option() : a.option().withForecast(own);
                    })
                    .toList();
        }
    }
}
