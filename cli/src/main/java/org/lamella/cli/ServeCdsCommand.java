package org.lamella.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.cds.ApplyService;
import org.lamella.clinic.cds.CdsServer;
import org.lamella.clinic.cds.CdsService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lamella serve-cds}: the CDS Hooks service over HTTP, until interrupted. */
@Command(
        name = "serve-cds",
        mixinStandardHelpOptions = true,
        description =
                "Serves CDS Hooks and PlanDefinition/$$apply over HTTP (loopback unless told otherwise) until interrupted. Nothing of a request"
                        + " is logged or kept.",
        footer = {"", "Example:", "  ./lamella serve-cds --port 8085", "then GET http://127.0.0.1:8085/cds-services"})
final class ServeCdsCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port, 0 lets the system choose (default: ${DEFAULT-VALUE})")
    private int port = 8085;

    @Option(
            names = "--bind",
            paramLabel = "HOST",
            description = "address to listen on (default: ${DEFAULT-VALUE}; any other needs TLS in front of it)")
    private String host = "127.0.0.1";

    @Option(names = "--site", paramLabel = "FILE", description = "site configuration (YAML)")
    private @Nullable Path site;

    @Option(names = "--as-of", paramLabel = "DATE", description = "fixed day of every call (default: today, UTC)")
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
        SiteConfiguration configured = SiteFile.read(site);
        Supplier<LocalDate> today = () -> fixed == null ? LocalDate.now(ZoneOffset.UTC) : fixed;
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new CannotFinish("serve-cds: --bind: found '" + host + "', accepted is an address of this machine");
        }
        try (CdsServer server =
                CdsServer.start(new CdsService(configured, today), new ApplyService(configured, today), address)) {
            spec.commandLine()
                    .getErr()
                    .println("lamella serve-cds: http://" + host + ":" + server.port()
                            + "/cds-services and /fhir/PlanDefinition/lamella-TOPIC/$apply (Ctrl-C ends it)");
            spec.commandLine().getErr().flush();
            new CountDownLatch(1).await();
        } catch (IOException taken) {
            throw new CannotFinish("serve-cds: cannot listen on " + host + ":" + port + " (" + taken.getMessage()
                    + "). Maybe the port is taken: try --port 0.");
        }
        return ExitCode.DONE;
    }
}
