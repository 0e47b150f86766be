package org.lamella.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.lamella.clinic.smart.PlanOfRecord;
import org.lamella.clinic.smart.SmartConfiguration;
import org.lamella.clinic.smart.SmartLaunch;
import org.lamella.clinic.smart.SmartServer;
import org.lamella.evidence.data.DataFileException;
import org.lamella.twin.TwinSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lamella serve-smart}: plans opened from a hospital's record system, until interrupted. */
@Command(
        name = "serve-smart",
        mixinStandardHelpOptions = true,
        description =
                "Answers SMART App Launch (EHR launch) of the record systems in the configuration and shows the plan of the"
                        + " patient whose chart is open (loopback unless told otherwise) until interrupted. No request is"
                        + " logged; no record and no token is kept.",
        footer = {
            "",
            "Example:",
            "  ./lamella serve-smart --config smart.yaml --port 8086",
            "then the record system opens http://127.0.0.1:8086/smart/launch?iss=...&launch=..."
        })
final class ServeSmartCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "trusted record systems and the address of the callback (YAML)")
    @SuppressWarnings("NullAway.Init") // required option, set by picocli
    private Path config;

    @Mixin
    private final ListeningOptions listening = new ListeningOptions(8086);

    @Override
    public Integer call() throws InterruptedException {
        InetSocketAddress address = listening.address();
        SmartConfiguration trusted = configuration();
        PlanOfRecord page =
                new PlanOfRecord(PlanLine.standard(), listening.site(), TwinSettings.DEFAULT, listening.today());
        try (SmartServer server = SmartServer.start(SmartLaunch.of(trusted, page, Instant::now), address)) {
            listening.serve(
                    server.port(), "/smart/launch for " + trusted.issuers().size() + " record system(s)");
        } catch (IOException taken) {
            throw listening.taken(taken);
        }
        return ExitCode.DONE;
    }

    private SmartConfiguration configuration() {
        if (!Files.isRegularFile(config)) {
            throw new InputRefused(config + ": no such file; accepted is a launch configuration in YAML, such as"
                    + " the one in docs/how-to/launch-from-an-ehr.md");
        }
        try {
            return SmartConfiguration.load(config);
        } catch (DataFileException wrong) {
            throw new InputRefused(String.valueOf(wrong.getMessage()));
        } catch (MalformedInputException binary) {
            throw new InputRefused(config + ": found bytes that are not UTF-8 text; accepted is a YAML file");
        } catch (IOException unreadable) {
            throw new InputRefused(config + ": cannot be read (" + unreadable.getMessage() + ")");
        }
    }
}
