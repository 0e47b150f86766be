package org.lamella.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamella.care.site.SiteConfiguration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command that serves over HTTP is told: where to listen, for which site, and on which day. */
final class ListeningOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port, 0 lets the system choose (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "HOST",
            description = "address to listen on (default: ${DEFAULT-VALUE}; any other needs TLS in front of it)")
    private String host = "127.0.0.1";

    @Option(names = "--site", paramLabel = "FILE", description = "site configuration (YAML)")
    private @Nullable Path site;

    @Option(names = "--as-of", paramLabel = "DATE", description = "fixed day of every answer (default: today, UTC)")
    private @Nullable LocalDate asOf;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /** @param port where to listen unless told otherwise */
    ListeningOptions(int port) {
        this.port = port;
    }

    /** Where to listen; refuses ports and addresses that cannot be. */
    InetSocketAddress address() {
        if (port < 0 || port > 65535) {
            throw new ParameterException(command.commandLine(), "--port: found " + port + ", accepted is 0 to 65535");
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new CannotFinish(
                    command.name() + ": --bind: found '" + host + "', accepted is an address of this machine");
        }
        return address;
    }

    SiteConfiguration site() {
        return SiteFile.read(site);
    }

    /** The day of an answer. */
    Supplier<LocalDate> today() {
        LocalDate fixed = asOf;
        return () -> fixed == null ? LocalDate.now(ZoneOffset.UTC) : fixed;
    }

    /**
     * Says where the service listens and waits until interrupted.
     *
     * @param actualPort port that was had
     * @param what path and what is answered there
     */
    void serve(int actualPort, String what) throws InterruptedException {
        command.commandLine()
                .getErr()
                .println("lamella " + command.name() + ": http://" + host + ":" + actualPort + what
                        + " (Ctrl-C ends it)");
        command.commandLine().getErr().flush();
        new CountDownLatch(1).await();
    }

    /** The refusal when the port cannot be had. */
    CannotFinish taken(Exception why) {
        return new CannotFinish(command.name() + ": cannot listen on " + host + ":" + port + " (" + why.getMessage()
                + "). Maybe the port is taken: try --port 0.");
    }
}
