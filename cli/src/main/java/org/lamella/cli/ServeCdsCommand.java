package org.lamella.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.cds.ApplyService;
import org.lamella.clinic.cds.CdsServer;
import org.lamella.clinic.cds.CdsService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lamella serve-cds}: the CDS Hooks service over HTTP, until interrupted. */
@Command(
        name = "serve-cds",
        mixinStandardHelpOptions = true,
        description =
                "Serves CDS Hooks and PlanDefinition/$$apply over HTTP (loopback unless told otherwise) until interrupted. Nothing of a request"
                        + " is logged or kept.",
        footer = {"", "Example:", "  ./lamella serve-cds --port 8085", "then GET http://127.0.0.1:8085/cds-services"})
final class ServeCdsCommand implements Callable<Integer> {
    @Mixin
    private final ListeningOptions listening = new ListeningOptions(8085);

    @Override
    public Integer call() throws InterruptedException {
        InetSocketAddress address = listening.address();
        SiteConfiguration site = listening.site();
        Supplier<LocalDate> today = listening.today();
        try (CdsServer server = CdsServer.start(new CdsService(site, today), new ApplyService(site, today), address)) {
            listening.serve(server.port(), "/cds-services and /fhir/PlanDefinition/lamella-TOPIC/$apply");
        } catch (IOException taken) {
            throw listening.taken(taken);
        }
        return ExitCode.DONE;
    }
}
