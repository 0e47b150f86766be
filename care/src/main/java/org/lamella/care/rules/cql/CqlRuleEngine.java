package org.lamella.care.rules.cql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kotlin.Pair;
import kotlin.Unit;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.RuleEngine;
import org.lamella.care.rules.RuleSettings;
import org.lamella.patient.Patient;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.execution.EvaluationResults;
import org.opencds.cqf.cql.engine.runtime.Date;

/**
 * The rules as CQL, for those rules that have a CQL text. It decides the kind of answer only; sentences and facts are
 * those of the rule. Libraries are kept, so making one is slow and asking it is not. Not thread-safe: one for each thread.
 */
public final class CqlRuleEngine implements RuleEngine {
    private final LibraryManager manager;
    private final ChartModel resolver;
    private final Map<String, List<String>> rules = RuleLibraries.rules();

    /** Reads the translated libraries and the model of FHIR side by side; this is most of a cold start. */
    public CqlRuleEngine() {
        CompletableFuture<ChartModel> model = CompletableFuture.supplyAsync(ChartModel::new);
        manager = ElmLibraries.manager();
        resolver = model.join();
    }

    /** Answers for the rules that have a CQL text, in the order of the catalogue. */
    @Override
    public List<RuleAnswer> answers(Patient patient, LocalDate asOf, RuleSettings settings) {
        Map<String, RuleAnswer.Kind> kinds = kinds(patient, asOf, settings);
        List<RuleAnswer> answers = new ArrayList<>();
        for (Rule rule : RuleCatalogue.standard().rules()) {
            RuleAnswer.Kind kind = kinds.get(rule.id());
            if (kind != null) {
                answers.add(answer(rule, kind));
            }
        }
        return List.copyOf(answers);
    }

    private static RuleAnswer answer(Rule rule, RuleAnswer.Kind kind) {
        List<String> needs = kind != RuleAnswer.Kind.MISSING
                ? List.of()
                : rule.inputs().isEmpty() ? List.of(rule.trigger()) : rule.inputs();
        String reason = kind == RuleAnswer.Kind.MISSING
                ? "Cannot evaluate: need " + String.join("; ", needs) + "."
                : rule.action() + ".";
        return new RuleAnswer(rule, kind, 5, reason, List.of(), needs, List.of(), null);
    }

    /** Kind of answer by rule id. */
    public Map<String, RuleAnswer.Kind> kinds(Patient patient, LocalDate asOf, RuleSettings settings) {
        EvaluationResults results = evaluate(patient, asOf, settings, rules);
        Map<String, RuleAnswer.Kind> kinds = new LinkedHashMap<>();
        rules.forEach((library, ids) -> {
            VersionedIdentifier identifier = identifier(library);
            EvaluationResult result = results.getResultFor(identifier);
            for (String id : ids) {
                Object value = result.get(id).getValue();
                // A null must never read as "nothing to do".
                kinds.put(id, value == null ? RuleAnswer.Kind.MISSING : RuleAnswer.Kind.valueOf(value.toString()));
            }
        });
        return kinds;
    }

    /**
     * What speaks against a drug, by definition of {@code LamellaGate}, such as {@code LAB-03 STOP}; empty lists are
     * permission to show an option, nothing more.
     */
    public Map<DrugGate, List<String>> against(Patient patient, LocalDate asOf, RuleSettings settings) {
        List<String> names =
                Stream.of(DrugGate.values()).map(DrugGate::definition).toList();
        EvaluationResult result =
                Objects.requireNonNull(evaluate(patient, asOf, settings, Map.of(RuleLibraries.GATE, names))
                        .getResultFor(identifier(RuleLibraries.GATE)));
        Map<DrugGate, List<String>> against = new EnumMap<>(DrugGate.class);
        for (DrugGate gate : DrugGate.values()) {
            // A null would read as permission.
            Object value = Objects.requireNonNull(result.get(gate.definition()).getValue(), gate.definition());
            against.put(gate, ((List<?>) value).stream().map(String::valueOf).toList());
        }
        return against;
    }

    private EvaluationResults evaluate(
            Patient patient, LocalDate asOf, RuleSettings settings, Map<String, List<String>> definitions) {
        PatientChart chart = new PatientChart(patient);
        CqlEngine engine = new CqlEngine(
                new Environment(
                        manager,
                        Map.of("http://hl7.org/fhir", new CompositeDataProvider(resolver, new ChartRetrieve(chart))),
                        null),
                EnumSet.of(CqlEngine.Options.EnableExpressionCaching));
        EvaluationResults results = engine.evaluate(evaluation(chart, asOf, settings, definitions));
        results.getExceptions().forEach((library, failure) -> {
            throw new IllegalStateException("CQL library " + library.getId() + ": " + failure.getMessage(), failure);
        });
        return results;
    }

    /** One evaluation of all libraries, so that facts they share are worked out once. */
    private static EvaluationParams evaluation(
            PatientChart chart, LocalDate asOf, RuleSettings settings, Map<String, List<String>> definitions) {
        EvaluationParams.Builder params = new EvaluationParams.Builder();
        definitions.forEach((library, ids) -> params.library(identifier(library), chosen -> {
            chosen.expressions(ids.toArray(String[]::new));
            return Unit.INSTANCE;
        }));
        params.setContextParameter(new Pair<>("Patient", chart.person()));
        params.setParameters(parameters(asOf, settings));
        params.setEvaluationDateTime(asOf.atStartOfDay(ZoneOffset.UTC));
        return params.build();
    }

    private static VersionedIdentifier identifier(String library) {
        VersionedIdentifier identifier = new VersionedIdentifier();
        identifier.setId(library);
        identifier.setVersion(RuleLibraries.VERSION);
        return identifier;
    }

    /** Parameters of {@code LamellaConfig} by name; a figure that no site gave is left out. */
    static Map<String, Object> parameters(LocalDate asOf, RuleSettings settings) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("AsOf", new Date(asOf));
        parameters.put("Confirmed", settings.confirmed().stream().sorted().toList());
        parameters.put("SwitchedOff", settings.switchedOff().stream().sorted().toList());
        put(parameters, "VitaminDGate", settings.figures().get("LAB-02.vitamin_d_gate"), false);
        put(parameters, "FirstLabMaxAge", settings.figures().get("LAB-01.lab_max_age"), true);
        put(parameters, "LaterLabMaxAge", settings.figures().get("LAB-02.lab_max_age"), true);
        put(parameters, "HeightMaxAge", settings.figures().get("LAB-04.height_max_age"), true);
        put(parameters, "PregnancyTestMaxAge", settings.figures().get("LAB-09.test_max_age"), true);
        put(parameters, "WeightMaxAgeInfant", settings.figures().get("DOS-00.weight_max_age_infant"), true);
        put(parameters, "WeightMaxAge", settings.figures().get("DOS-00.weight_max_age"), true);
        put(parameters, "DentalReviewMaxAge", settings.figures().get("DEN-01.review_max_age"), true);
        put(parameters, "ZScoreMaxAge", settings.figures().get("DX-03.z_max_age"), true);
        put(parameters, "ZScoreMaxAgeAdult", settings.figures().get("DX-03.z_max_age_adult"), true);
        put(parameters, "CobbMaxAge", settings.figures().get("SP-03.cobb_max_age"), true);
        put(parameters, "CanalMaxAge", settings.figures().get("ORT-02.canal_max_age"), true);
        put(parameters, "PainMaxAge", settings.figures().get("PA-01.pain_max_age"), true);
        put(parameters, "DxaFromMonths", settings.figures().get("IM-05.first_age"), true);
        put(parameters, "DentalFromMonths", settings.figures().get("DEN-02.first_age"), true);
        put(parameters, "OutcomeSetFromMonths", settings.figures().get("OUT-01.first_age"), true);
        put(parameters, "HoldWindowDays", settings.figures().get("SUR-H-01.hold_window"), true);
        put(parameters, "AdmitBelowYears", settings.figures().get("INF-07.admit_below"), true);
        put(parameters, "CalciumCoverDays", settings.figures().get("VD-05.cover_days"), true);
        put(parameters, "ZoledronateMinutes", settings.figures().get("DOS-ZA-05.site_minutes"), true);
        put(parameters, "PamidronateMinutes", settings.figures().get("DOS-PAM-05.site_minutes"), true);
        put(parameters, "SiteFracturesPerYear", settings.figures().get("IND-01.site_fractures_per_year"), false);
        put(parameters, "PrecisionError", settings.figures().get("IM-07.precision_error"), false);
        put(parameters, "ResponsePrecisionError", settings.figures().get("MON-03.precision_error"), false);
        return parameters;
    }

    private static void put(Map<String, Object> to, String name, @Nullable BigDecimal value, boolean integer) {
        if (value != null) {
            to.put(name, integer ? (Object) value.intValueExact() : value);
        }
    }
}
