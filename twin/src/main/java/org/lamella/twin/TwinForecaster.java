package org.lamella.twin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.lamella.bone.BoneModel;
import org.lamella.evidence.drug.AgeSupport;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Regimen;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.twin.cloud.Agreement;
import org.lamella.twin.cloud.Parallel;
import org.lamella.twin.cloud.RecordLikelihood;
import org.lamella.twin.cloud.SiblingCloud;
import org.lamella.twin.cloud.SiblingSampler;
import org.lamella.twin.future.FutureSimulation;
import org.lamella.twin.future.Horizon;
import org.lamella.twin.history.History;
import org.lamella.twin.history.HistoryReader;
import org.lamella.twin.history.MarkerMedians;
import org.lamella.twin.prior.PersonPrior;
import org.lamella.twin.prior.PriorOfPerson;
import org.lamella.twin.proposal.SiblingKeys;

/**
 * Forecasts by weighted siblings: drawn from the prior of the OI type, simulated along the record, weighted by its
 * likelihood, and sent through the options ({@code docs/explanation/twin.md}). Thread-safe; the result depends on the
 * record, the options, the settings and the parameter sets only, not on the number of threads.
 */
public final class TwinForecaster implements Forecaster {
    /** Equally weighted copies that are sent through the options. */
    private static final int FORECAST_COPIES = 500;

    private static final double SMALL_EFFECTIVE_SIZE = 100;

    private final List<BoneModel> ensemble;
    private final ObservationErrors errors;
    private final MarkerMedians medians;
    private final int threads;

    /**
     * @param ensemble parameter sets of the bone model, at least one; siblings are dealt out among them
     * @param errors errors of measurement
     * @param medians age reference of markers
     * @param threads 1 or more
     */
    public TwinForecaster(List<BoneModel> ensemble, ObservationErrors errors, MarkerMedians medians, int threads) {
        if (ensemble.isEmpty() || threads < 1) {
            throw new IllegalArgumentException("forecaster: found " + ensemble.size() + " parameter sets and " + threads
                    + " threads, accepted are 1 or more of each");
        }
        this.ensemble = List.copyOf(ensemble);
        this.errors = errors;
        this.medians = medians;
        this.threads = threads;
    }

    /** The forecaster with the parameters that come with Lamella, on all processors. */
    public static TwinForecaster standard() {
        return of(ParameterSets.standard());
    }

    /** The forecaster with given parameter sets, on all processors. */
    public static TwinForecaster of(ParameterSets sets) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new TwinForecaster(sets.models(), ObservationErrors.load(), MarkerMedians.standard(), processors);
    }

    @Override
    public ForecastResult forecast(
            Patient patient,
            LocalDate asOf,
            List<CandidateRegimen> candidates,
            TwinSettings settings,
            Progress progress) {
        if (candidates.stream().noneMatch(c -> c.regimen() instanceof Regimen.NoDrug)) {
            throw new IllegalArgumentException(
                    "options: found none without drug, accepted is a list that contains one, because the others are"
                            + " compared with it");
        }
        OiType type = patient.diagnosis().type();
        if (type == null) {
            return new ForecastResult.CannotForecast(List.of("OI type"));
        }
        if (asOf.isBefore(patient.birthDate())) {
            return new ForecastResult.CannotForecast(List.of("a day of the plan on or after the day of birth"));
        }
        if (patient.ageOn(asOf).days() + Horizon.of(settings.horizonYears()).lastDay() > BoneModel.LAST_DAY) {
            return new ForecastResult.CannotForecast(List.of("an age that stays below "
                    + (int) (BoneModel.LAST_DAY / Age.DAYS_PER_YEAR) + " years to the end of the forecast"));
        }
        try (Parallel pool = new Parallel(threads)) {
            return new ForecastResult.Forecasted(run(patient, type, asOf, candidates, settings, progress, pool));
        }
    }

    private TwinForecast run(
            Patient patient,
            OiType type,
            LocalDate asOf,
            List<CandidateRegimen> candidates,
            TwinSettings settings,
            Progress progress,
            Parallel pool) {
        Set<Drug> drugs = ensemble.getFirst().drugs();
        List<CandidateRegimen> simulated = candidates.stream()
                .filter(c -> drugs.containsAll(drugsOf(c.regimen())))
                .toList();
        History history = new HistoryReader(drugs, medians, errors).read(patient, asOf);
        KeyedRandom random = new KeyedRandom(settings.seed());
        SiblingKeys keys = new SiblingKeys(patient.id());
        List<PersonPrior> priors = ensemble.stream()
                .map(model -> new PriorOfPerson(model.parameters(), errors).of(patient, type, history.growth(), asOf))
                .toList();
        RecordLikelihood likelihood = new RecordLikelihood(history, errors);
        SiblingSampler sampler = new SiblingSampler(ensemble, priors, history, likelihood, random, keys);
        SiblingCloud cloud =
                sampler.sample(settings.siblings(), pool, fraction -> progress.report("history", fraction));
        Agreement agreement = new Agreement(history, errors, cloud, asOf);
        double comb = random.uniform(keys.ofPatient(), 0, Process.RESAMPLING, 0);
        List<Forecast> forecasts = new FutureSimulation(history, Horizon.of(settings.horizonYears()), random)
                .run(
                        cloud,
                        simulated,
                        Math.min(FORECAST_COPIES, settings.siblings()),
                        comb,
                        pool,
                        fraction -> progress.report("forecast", fraction));
        double size = cloud.posterior().effectiveSampleSize();
        List<String> warnings = warnings(type, history, agreement, size);
        candidates.stream()
                .filter(c -> !simulated.contains(c))
                .forEach(c -> warnings.add("Option " + c.optionId() + " has no forecast: the bone model does not know "
                        + drugsOf(c.regimen()) + "."));
        Set<Drug> given = new TreeSet<>();
        simulated.forEach(c -> given.addAll(drugsOf(c.regimen())));
        Age now = patient.ageOn(asOf);
        int months = now.completedMonths();
        warnings.addAll(AgeSupport.warnings(given, months, months + 12 * settings.horizonYears() - 1));
        TwinFit fit =
                new TwinFit(settings.siblings(), ensemble.size(), size, settings.seed(), agreement.fits(), warnings);
        return new TwinForecast(fit, forecasts);
    }

    private static Set<Drug> drugsOf(Regimen regimen) {
        return switch (regimen) {
            case Regimen.NoDrug none -> Set.of();
            case Regimen.Repeated repeated -> Set.of(repeated.drug());
            case Regimen.Daily daily -> Set.of(daily.drug());
            case Regimen.Combined combined -> {
                Set<Drug> all = new TreeSet<>();
                combined.parts().forEach(part -> all.addAll(drugsOf(part)));
                yield all;
            }
        };
    }

    private static List<String> warnings(OiType type, History history, Agreement agreement, double size) {
        List<String> warnings = new ArrayList<>();
        if (size < SMALL_EFFECTIVE_SIZE) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "Only about %.0f siblings agree with the record (effective sample size); intervals are rough. Ask"
                            + " for more siblings, or check the record.",
                    size));
        }
        if (type == OiType.OTHER) {
            warnings.add("The OI type is another or unclassified one: siblings are a mixture of types I, III, IV and V,"
                    + " which makes the forecast wider and less certain.");
        }
        if (type == OiType.VI || type == OiType.V) {
            warnings.add("Little was published about " + type.label()
                    + "; its prior rests on few patients and on judgement.");
        }
        warnings.addAll(agreement.conflicts());
        warnings.addAll(history.remarks());
        return warnings;
    }
}
