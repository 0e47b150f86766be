package org.lamella.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamella.care.rules.Topic;
import org.lamella.clinic.apply.PlanApplication;
import org.lamella.clinic.cds.ApplyService;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.patient.Patient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code lamella apply}: PlanDefinition/$apply of the published plans on one record. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description =
                "Applies plans of the pathway (FHIR PlanDefinition/$$apply) to a record: a Bundle with a CarePlan,"
                        + " a RequestGroup and communications for each plan, all proposals, never orders.",
        footer = {
            "",
            "Example:",
            "  ./lamella apply examples/girl-low-vitamin-d.json --plan dosing --as-of 2026-11-01 --out applied.json"
        })
final class ApplyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RECORD", description = "FHIR R4 Bundle (JSON) or plain Lamella record (YAML or JSON)")
    @SuppressWarnings("NullAway.Init") // required parameter, set by picocli
    private Path record;

    @Option(
            names = "--plan",
            paramLabel = "TOPIC",
            converter = TopicName.class,
            description = "topic of a plan, such as laboratory or dosing; may be repeated (default: every plan)")
    private List<Topic> topics = new ArrayList<>();

    @Option(names = "--as-of", paramLabel = "DATE", description = "day of the question (default: today, UTC)")
    private @Nullable LocalDate asOf;

    @Option(names = "--site", paramLabel = "FILE", description = "site configuration (YAML)")
    private @Nullable Path site;

    @Option(names = "--out", paramLabel = "FILE", description = "file for the Bundle (default: standard output)")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Plans by topic, with or without the prefix of their address. */
    static final class TopicName implements picocli.CommandLine.ITypeConverter<Topic> {
        @Override
        public Topic convert(String value) {
            String name = value.startsWith("lamella-") ? value.substring("lamella-".length()) : value;
            return Arrays.stream(Topic.values())
                    .filter(topic -> topic.file().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("found '" + value + "', accepted is one of "
                            + Arrays.stream(Topic.values()).map(Topic::file).collect(Collectors.joining(", "))));
        }
    }

    @Override
    public Integer call() {
        LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
        Patient patient = switch (RecordReader.read(record, day)) {
            case RecordResult.Understood read -> read.patient();
            case RecordResult.Refused refused ->
                throw new InputRefused(refused.faults().stream()
                        .map(fault -> record + ": " + fault.sentence())
                        .collect(Collectors.joining(System.lineSeparator())));
        };
        List<Topic> chosen = topics.isEmpty() ? List.of(Topic.values()) : List.copyOf(topics);
        write(ApplyService.json(new PlanApplication(SiteFile.read(site)).apply(chosen, patient, day)));
        return ExitCode.DONE;
    }

    private void write(String json) {
        if (out == null) {
            spec.commandLine().getOut().print(json);
            return;
        }
        try {
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(out, json, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new CannotFinish(out + ": cannot be written (" + unwritable.getMessage() + ")");
        }
        spec.commandLine().getOut().println("written: " + out);
    }
}
