package org.lamella.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.smart.PlanOfRecord;
import org.lamella.clinic.smart.SmartConfiguration;
import org.lamella.clinic.smart.SmartLaunch;
import org.lamella.clinic.smart.SmartServer;
import org.lamella.evidence.data.DataFileException;
import org.lamella.twin.TwinSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port, 0 lets the system choose (default: ${DEFAULT-VALUE})")
    private int port = 8086;

    @Option(
            names = "--bind",
            paramLabel = "HOST",
            description = "address to listen on (default: ${DEFAULT-VALUE}; any other needs TLS in front of it)")
    private String host = "127.0.0.1";

    @Option(names = "--site", paramLabel = "FILE", description = "site configuration (YAML)")
    private @Nullable Path site;

    @Option(names = "--as-of", paramLabel = "DATE", description = "fixed day of every plan (default: today, UTC)")
    private @Nullable LocalDate asOf;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new ParameterException(spec.commandLine(), "--port: found " + port + ", accepted is 0 to 65535");
        }
        LocalDate fixed = asOf;
        SmartConfiguration trusted = configuration();
        SiteConfiguration configured = SiteFile.read(site);
        Supplier<LocalDate> today = () -> fixed == null ? LocalDate.now(ZoneOffset.UTC) : fixed;
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new CannotFinish("serve-smart: --bind: found '" + host + "', accepted is an address of this machine");
        }
        PlanOfRecord page = new PlanOfRecord(PlanLine.standard(), configured, TwinSettings.DEFAULT, today);
        try (SmartServer server = SmartServer.start(SmartLaunch.of(trusted, page, Instant::now), address)) {
            spec.commandLine()
                    .getErr()
                    .println("lamella serve-smart: http://" + host + ":" + server.port() + "/smart/launch for "
                            + trusted.issuers().size() + " record system(s) (Ctrl-C ends it)");
            spec.commandLine().getErr().flush();
            new CountDownLatch(1).await();
        } catch (IOException taken) {
            throw new CannotFinish("serve-smart: cannot listen on " + host + ":" + port + " (" + taken.getMessage()
                    + "). Maybe the port is taken: try --port 0.");
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
