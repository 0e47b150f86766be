package org.lamella.clinic.cds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP side of the service. It logs no request and keeps nothing of one. */
public final class CdsServer implements AutoCloseable {
    /** Largest request that is read, in bytes. */
    static final int LARGEST = 10_000_000;

    private static final String ROOT = "/cds-services";

    private final CdsService service;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private CdsServer(CdsService service, HttpServer server) {
        this.service = service;
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param address host and port; port 0 lets the system choose
     * @throws IOException when the port cannot be had
     */
    public static CdsServer start(CdsService service, InetSocketAddress address) throws IOException {
        CdsServer cds = new CdsServer(service, HttpServer.create(address, 0));
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
            try {
                body = respond(exchange);
            } catch (CdsFault fault) {
                status = fault.status();
                body = fault.body();
            } catch (RuntimeException defect) {
                status = 500;
                body = "{\"error\": \"a defect of Lamella (" + defect.getClass().getSimpleName()
                        + "); no card was made, so nothing was checked\"}\n";
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
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
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new CdsFault(CdsFault.UNSUPPORTED_TYPE, "another content type", "application/json");
        }
        String body = read(exchange.getRequestBody());
        if (feedback) {
            return "";
        }
        return service.answer(hook, body);
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
