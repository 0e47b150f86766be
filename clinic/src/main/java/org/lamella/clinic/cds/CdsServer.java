package org.lamella.clinic.cds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP side of CDS Hooks and of {@code $apply}. It logs no request and keeps nothing of one. */
public final class CdsServer implements AutoCloseable {
    /** Largest request that is read, in bytes. */
    static final int LARGEST = 10_000_000;

    private static final String ROOT = "/cds-services";

    private final CdsService service;
    private final ApplyService plans;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private CdsServer(CdsService service, ApplyService plans, HttpServer server) {
        this.service = service;
        this.plans = plans;
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param service answers to CDS Hooks
     * @param plans answers to {@code PlanDefinition/$apply}
     * @param address host and port; port 0 lets the system choose
     * @throws IOException when the port cannot be had
     */
    public static CdsServer start(CdsService service, ApplyService plans, InetSocketAddress address)
            throws IOException {
        CdsServer cds = new CdsServer(service, plans, HttpServer.create(address, 0));
        cds.server.createContext("/", cds::handle);
        cds.server.setExecutor(cds.threads);
        cds.server.start();
        return cds;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            String body;
            boolean fhir = exchange.getRequestURI().getPath().startsWith(ApplyService.ROOT + "/");
            try {
                body = respond(exchange);
            } catch (CdsFault fault) {
                status = fault.status();
                body = fhir ? fault.outcome() : fault.body();
            } catch (RuntimeException defect) {
                status = 500;
                body = "{\"error\": \"a defect of Lamella (" + defect.getClass().getSimpleName()
                        + "); no card was made, so nothing was checked\"}\n";
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", fhir ? "application/fhir+json" : "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.startsWith(ApplyService.ROOT + "/")) {
            return fhir(exchange, path.substring(ApplyService.ROOT.length() + 1), method);
        }
        if (path.equals(ROOT)) {
            only("GET", method);
            return CdsJson.discovery();
        }
        boolean feedback = path.endsWith("/feedback");
        String id = path.startsWith(ROOT + "/")
                ? path.substring(ROOT.length() + 1, path.length() - (feedback ? "/feedback".length() : 0))
                : "";
        Hook hook = Hook.ofService(id)
                .orElseThrow(() -> new CdsFault(
                        CdsFault.NOT_FOUND, "an address without a service", ROOT + " and the services named there"));
        only("POST", method);
        json(exchange, "application/json");
        String body = read(exchange.getRequestBody());
        if (feedback) {
            return "";
        }
        return service.answer(hook, body);
    }

    private String fhir(HttpExchange exchange, String path, String method) throws IOException {
        if (!path.endsWith(ApplyService.OPERATION)) {
            only("GET", method);
            return plans.read(path);
        }
        String plan = path.substring(0, path.length() - ApplyService.OPERATION.length());
        plans.read(plan);
        only("POST", method);
        json(exchange, "application/fhir+json");
        return plans.apply(plan, read(exchange.getRequestBody()));
    }

    private static void json(HttpExchange exchange, String accepted) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !(type.startsWith("application/json") || type.startsWith(accepted))) {
            throw new CdsFault(CdsFault.UNSUPPORTED_TYPE, "another content type", accepted);
        }
    }

    private static void only(String accepted, String method) {
        if (!method.equals(accepted)) {
            throw new CdsFault(CdsFault.METHOD_NOT_ALLOWED, "another method", accepted + " at this address");
        }
    }

    private static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new CdsFault(CdsFault.TOO_LARGE, "a request over " + LARGEST + " bytes", "a smaller one");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
