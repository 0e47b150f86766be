package org.lamella.care.spine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.patient.Patient;
import org.lamella.twin.Estimate;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastPoint;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.FractureOutlook;

/** Recorded fractures of vertebrae and what the bone model expects of strength, collapse and shape. */
final class VertebraNotes {
    private static final SpineFacts FACTS = SpineFacts.standard();

    private static final List<ForecastQuantity> SAID = List.of(
            ForecastQuantity.VERTEBRAL_STRENGTH,
            ForecastQuantity.VERTEBRAL_FRACTURES,
            ForecastQuantity.VERTEBRAL_DEFORMITY);

    private VertebraNotes() {}

    static List<Statement> of(Patient patient, LocalDate asOf, List<TreatmentOption> options) {
        RecordedVertebrae recorded = RecordedVertebrae.of(patient, asOf);
        List<Statement> said = new ArrayList<>(recorded.statements());
        List<Forecast> forecasts = options.stream()
                .flatMap(option -> Optional.ofNullable(option.forecast()).stream())
                .filter(forecast -> SAID.stream()
                        .allMatch(quantity -> forecast.curve(quantity)
                                .filter(curve -> !curve.points().isEmpty())
                                .isPresent()))
                .toList();
        if (forecasts.isEmpty()) {
            said.add(model("Strength, collapse and shape of vertebrae are not forecast for this record."));
            return said;
        }
        List<Forecast> noDrug =
                forecasts.stream().filter(VertebraNotes::withoutDrug).toList();
        List<Forecast> drugs = forecasts.stream().filter(f -> !withoutDrug(f)).toList();
        noDrug.forEach(forecast -> said.add(model(alone(forecast, recorded))));
        if (!drugs.isEmpty()) {
            said.add(model(together(drugs)));
        }
        if (recorded.count() > 0) {
            said.add(model("The model does not take recorded fractures of vertebrae into their height: what it gives as"
                    + " lost is an expectation from the chance of collapse, today's figure too. The films say what is"
                    + " lost so far."));
        }
        said.add(model("Strength is an index. Fractures are those that a film would show, most of them never felt. What"
                + " is lost is an expectation over all lumbar vertebrae, driven by the chance of collapse and won back in"
                + " part by growth; which vertebra collapses, and when, is not forecast."));
        return said;
    }

    private static boolean withoutDrug(Forecast forecast) {
        return forecast.fractures().stream()
                .map(FractureOutlook::ratioToNoDrug)
                .allMatch(ratio -> ratio.low() == 1 && ratio.high() == 1);
    }

    private static Statement model(String text) {
        return FACTS.cited(text, "LAM1-SPINE");
    }

    private static ForecastCurve curve(Forecast forecast, ForecastQuantity quantity) {
        return forecast.curve(quantity).orElseThrow();
    }

    private static Estimate end(Forecast forecast, ForecastQuantity quantity) {
        return curve(forecast, quantity).end().estimate();
    }

    private static String alone(Forecast forecast, RecordedVertebrae recorded) {
        ForecastPoint now =
                curve(forecast, ForecastQuantity.VERTEBRAL_STRENGTH).points().getFirst();
        ForecastPoint then =
                curve(forecast, ForecastQuantity.VERTEBRAL_STRENGTH).end();
        Estimate fractures = end(forecast, ForecastQuantity.VERTEBRAL_FRACTURES);
        return String.format(
                        Locale.ROOT,
                        "Model, no drug: strength of a vertebra %.2f of a healthy peer's today and %.2f (%.2f to %.2f) in %.0f"
                                + " years; %.1f (%.1f to %.1f) vertebral fractures until then; ",
                        now.estimate().median(),
                        then.estimate().median(),
                        then.estimate().low(),
                        then.estimate().high(),
                        then.yearsAhead(),
                        fractures.median(),
                        fractures.low(),
                        fractures.high())
                + lost(forecast, recorded);
    }

    /** Beside recorded fractures only the change is said, because the model's level today knows nothing of them. */
    private static String lost(Forecast forecast, RecordedVertebrae recorded) {
        Estimate lost = end(forecast, ForecastQuantity.VERTEBRAL_DEFORMITY);
        double now = curve(forecast, ForecastQuantity.VERTEBRAL_DEFORMITY)
                .points()
                .getFirst()
                .estimate()
                .median();
        return recorded.count() > 0
                ? String.format(
                        Locale.ROOT,
                        "height and depth of the vertebrae lost to collapse by then %.0f percentage points more than"
                                + " today (change of the median), recorded fractures not counted.",
                        100 * (lost.median() - now))
                : String.format(
                        Locale.ROOT,
                        "height and depth of the vertebrae lost to collapse %.0f %% today and %.0f %% (%.0f to %.0f) then.",
                        100 * now,
                        100 * lost.median(),
                        100 * lost.low(),
                        100 * lost.high());
    }

    private static String together(List<Forecast> drugs) {
        return String.format(
                Locale.ROOT,
                "Model, under the %s: strength %s, vertebral fractures %s, height and depth lost %s percentage points more"
                        + " than today (medians%s; each option with its interval under \u201cOption by option\u201d).",
                drugs.size() == 1 ? "drug option" : drugs.size() + " drug options",
                range(drugs, f -> end(f, ForecastQuantity.VERTEBRAL_STRENGTH).median(), "%.2f"),
                range(drugs, f -> end(f, ForecastQuantity.VERTEBRAL_FRACTURES).median(), "%.1f"),
                range(drugs, VertebraNotes::pointsLost, "%.0f"),
                drugs.size() == 1 ? "" : ", least to most");
    }

    private static double pointsLost(Forecast forecast) {
        ForecastCurve curve = curve(forecast, ForecastQuantity.VERTEBRAL_DEFORMITY);
        return 100
                * (curve.end().estimate().median()
                        - curve.points().getFirst().estimate().median());
    }

    private static String range(List<Forecast> drugs, ToDoubleFunction<Forecast> figure, String format) {
        DoubleSummaryStatistics medians = drugs.stream().mapToDouble(figure).summaryStatistics();
        String least = String.format(Locale.ROOT, format, medians.getMin()).replaceFirst("^-(0(?:\\.0*)?)$", "$1");
        String most = String.format(Locale.ROOT, format, medians.getMax()).replaceFirst("^-(0(?:\\.0*)?)$", "$1");
        return least.equals(most) ? least : least + " to " + most;
    }
}
