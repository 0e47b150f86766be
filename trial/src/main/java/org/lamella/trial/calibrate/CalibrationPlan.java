package org.lamella.trial.calibrate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;
import org.lamella.patient.Sex;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.protocol.StudyTime;

/**
 * What is fitted, and with what: the content of {@code qualification/calibration/targets.yaml}.
 *
 * @param parameters numbers that may move
 * @param experiments what is simulated, by name
 * @param targets published figures
 */
public record CalibrationPlan(
        List<MovingParameter> parameters, Map<String, Experiment> experiments, List<CalibrationTarget> targets) {
    public CalibrationPlan {
        parameters = List.copyOf(parameters);
        experiments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(experiments));
        targets = List.copyOf(targets);
    }

    /**
     * Reads a targets file.
     *
     * @param file the file
     * @param protocols folder of the protocol library
     * @throws org.lamella.evidence.data.DataFileException naming file and key, also for a study that must not be fitted
     */
    public static CalibrationPlan read(Path file, Path protocols) throws IOException {
        YamlNode top = YamlNode.parse(file.getFileName().toString(), Files.readString(file))
                .onlyKeys("title", "parameters", "experiments", "targets");
        List<MovingParameter> parameters = new ArrayList<>();
        YamlNode moving = top.get("parameters");
        for (String id : moving.keys()) {
            parameters.add(parameter(id, moving.get(id).onlyKeys("start", "stages", "log_sd", "low", "high")));
        }
        Map<String, Experiment> experiments = new LinkedHashMap<>();
        YamlNode named = top.get("experiments");
        for (String id : named.keys()) {
            experiments.put(id, experiment(id, named.get(id), protocols));
        }
        List<CalibrationTarget> targets = new ArrayList<>();
        for (YamlNode node : top.items("targets")) {
            targets.add(target(node, experiments));
        }
        return new CalibrationPlan(parameters, experiments, targets);
    }

    /**
     * The part of a stage: its own targets and the parameters that it moves. Earlier stages enter through their result,
     * which is the prior of this one.
     */
    public CalibrationPlan stage(int stage) {
        List<CalibrationTarget> of =
                targets.stream().filter(t -> t.stage() == stage).toList();
        List<MovingParameter> movable =
                parameters.stream().filter(p -> p.stages().contains(stage)).toList();
        if (of.isEmpty() || movable.isEmpty()) {
            throw new IllegalArgumentException("stage: found " + stage + ", which moves nothing; accepted are "
                    + parameters.stream()
                            .flatMap(p -> p.stages().stream())
                            .distinct()
                            .sorted()
                            .toList());
        }
        return new CalibrationPlan(movable, experiments, of);
    }

    private static MovingParameter parameter(String id, YamlNode node) {
        Set<Integer> stages =
                node.items("stages").stream().map(YamlNode::integer).collect(Collectors.toUnmodifiableSet());
        return new MovingParameter(
                id, node.number("start"), stages, node.number("log_sd"), node.number("low"), node.number("high"));
    }

    private static Experiment experiment(String id, YamlNode node, Path protocols) {
        node.onlyKeys("protocol", "criteria", "patients", "single_dose", "healthy");
        if (node.has("healthy")) {
            return new HealthyCourse(id, node.get("healthy").onlyKeys("sex").choice("sex", Sex.class));
        }
        if (node.has("single_dose")) {
            YamlNode dose = node.get("single_dose").onlyKeys("drug", "doses_mg", "sex", "age");
            List<BigDecimal> doses =
                    dose.items("doses_mg").stream().map(YamlNode::decimal).toList();
            return new SingleDose(
                    id,
                    new Drug(dose.text("drug")),
                    doses,
                    dose.choice("sex", Sex.class),
                    SingleDose.days(dose.number("age")));
        }
        Protocol protocol = Protocol.read(protocols.resolve(node.text("protocol")));
        boolean open = node.optionalText("criteria").isPresent();
        int atLeast = node.has("patients") ? node.get("patients").integer() : 0;
        return new TrialExperiment(id, open ? TrialExperiment.withoutCriteria(protocol) : protocol, atLeast);
    }

    private static CalibrationTarget target(YamlNode node, Map<String, Experiment> experiments) {
        node.onlyKeys(
                "id",
                "stage",
                "experiment",
                "arm",
                "quantity",
                "at",
                "statistic",
                "endpoint",
                "evidence",
                "value",
                "source",
                "unit",
                "scale",
                "se",
                "basis",
                "discrepancy");
        Experiment experiment = experiments.get(node.text("experiment"));
        if (experiment == null) {
            throw node.wrong("one of the experiments " + experiments.keySet());
        }
        // A trial's figures come from the evidence, where its role is checked; other figures carry their own source.
        EvidenceFigure figure = experiment instanceof TrialExperiment trial
                ? EvidenceFigure.of(trial.protocol().about().study(), node.get("evidence"))
                : new EvidenceFigure(node.number("value"), node.text("source"));
        return new CalibrationTarget(
                node.text("id"),
                node.get("stage").integer(),
                experiment.id(),
                node.text("arm"),
                node.choice("quantity", Quantity.class),
                StudyTime.parse(node.text("at")).orElseThrow(() -> node.wrong("a time such as 12 months")),
                node.choice("statistic", CalibrationTarget.Statistic.class),
                node.optionalText("endpoint").orElse(""),
                figure.value(),
                node.text("unit"),
                figure.source(),
                node.choice("scale", CalibrationTarget.Scale.class),
                node.number("se"),
                node.text("basis"),
                node.number("discrepancy"));
    }
}
