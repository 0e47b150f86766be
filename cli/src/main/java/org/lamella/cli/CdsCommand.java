package org.lamella.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamella.clinic.cds.CdsCard;
import org.lamella.clinic.cds.CdsJson;
import org.lamella.clinic.cds.Hook;
import org.lamella.clinic.cds.PathwayCards;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code lamella cds}: a record in, CDS Hooks cards out. */
@Command(
        name = "cds",
        mixinStandardHelpOptions = true,
        description = "Writes the CDS Hooks cards that a record system would be sent for a patient.",
        footer = {
            "",
            "Example:",
            "  ./lamella cds examples/girl-low-vitamin-d.json --hook order-sign --drug zoledronate --as-of 2026-11-01"
        })
final class CdsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RECORD", description = "FHIR R4 Bundle (JSON) or plain Lamella record (YAML or JSON)")
    @SuppressWarnings("NullAway.Init") // required parameter, set by picocli
    private Path record;

    @Option(
            names = "--hook",
            paramLabel = "HOOK",
            converter = HookName.class,
            description = "patient-view, order-select or order-sign (default: patient-view)")
    private Hook hook = Hook.PATIENT_VIEW;

    @Option(names = "--drug", paramLabel = "DRUG", description = "drug of the order, such as zoledronate")
    private @Nullable String drug;

    @Option(names = "--as-of", paramLabel = "DATE", description = "day of the call (default: today, UTC)")
    private @Nullable LocalDate asOf;

    @Option(names = "--site", paramLabel = "FILE", description = "site configuration (YAML)")
    private @Nullable Path site;

    @Option(names = "--out", paramLabel = "FILE", description = "file for the cards (default: standard output)")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Hooks by their name in the specification. */
    static final class HookName implements picocli.CommandLine.ITypeConverter<Hook> {
        @Override
        public Hook convert(String value) {
            for (Hook hook : Hook.values()) {
                if (hook.code().equals(value)) {
                    return hook;
                }
            }
            throw new TypeConversionException(
                    "found '" + value + "', accepted is patient-view, order-select or order-sign");
        }
    }

    @Override
    public Integer call() {
        if ((hook == Hook.PATIENT_VIEW) != (drug == null)) {
            throw new ParameterException(
                    spec.commandLine(), "--drug belongs to order-select and order-sign, which need it");
        }
        LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
        Patient patient = switch (RecordReader.read(record, day)) {
            case RecordResult.Understood read -> read.patient();
            case RecordResult.Refused refused ->
                throw new InputRefused(refused.faults().stream()
                        .map(fault -> record + ": " + fault.sentence())
                        .collect(Collectors.joining(System.lineSeparator())));
        };
        PathwayCards pathway = new PathwayCards(SiteFile.read(site));
        List<CdsCard> cards = drug == null
                ? pathway.patientView(patient, day)
                : pathway.order(patient, day, new Drug(drug), "MedicationRequest/draft");
        write(CdsJson.response(cards));
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
