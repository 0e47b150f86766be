package org.lamella.clinic.smart;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.lamella.clinic.report.MessagePage;

/** The addresses to which a record system and its browser come. No request is logged. */
public final class SmartServer implements AutoCloseable {
    static final String LAUNCH = "/smart/launch";

    private static final String COOKIE = "lamella_launch";
    private static final int LONGEST_QUERY = 8192;
    /** Plans that are made at a time; each keeps the processors busy for seconds. */
    private static final int AT_A_TIME = 2;

    private final SmartLaunch launch;
    private final HttpServer server;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SmartServer(SmartLaunch launch, HttpServer server) {
        this.launch = launch;
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param launch the flow behind it; closed with the server
     * @param address host and port; port 0 lets the system choose
     * @throws IOException when the port cannot be had
     */
    public static SmartServer start(SmartLaunch launch, InetSocketAddress address) throws IOException {
        SmartServer smart = new SmartServer(launch, HttpServer.create(address, 0));
        smart.server.createContext("/", smart::handle);
        smart.server.setExecutor(smart.threads);
        smart.server.start();
        return smart;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Content-Type-Options", "nosniff");
            try {
                respond(exchange);
            } catch (SmartFault fault) {
                send(exchange, fault.status(), message(fault.found(), fault.advice()));
            } catch (RuntimeException defect) {
                send(
                        exchange,
                        500,
                        message(
                                "a defect of Lamella (" + defect.getClass().getSimpleName() + ")",
                                "no plan was made; nothing was checked"));
            }
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean callback = path.equals(SmartConfiguration.CALLBACK);
        if (!callback && !path.equals(LAUNCH)) {
            throw new SmartFault(
                    SmartFault.NOT_FOUND, "an address without a page", LAUNCH + " is where a record system launches");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            throw new SmartFault(SmartFault.METHOD_NOT_ALLOWED, "another method", "accepted is GET");
        }
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        if (callback) {
            finish(exchange, parameters);
            return;
        }
        SmartLaunch.SignIn signIn = launch.begin(parameters);
        exchange.getResponseHeaders().set("Location", signIn.address().toString());
        exchange.getResponseHeaders().set("Set-Cookie", cookie(signIn.browser(), true));
        exchange.sendResponseHeaders(302, -1);
    }

    private void finish(HttpExchange exchange, Map<String, String> parameters) throws IOException {
        if (!places.tryAcquire()) {
            throw new SmartFault(SmartFault.BUSY, "other plans are being made", "launch again in a minute");
        }
        try {
            String page = launch.finish(parameters, browser(exchange));
            exchange.getResponseHeaders().set("Set-Cookie", cookie("", false));
            send(exchange, 200, page);
        } finally {
            places.release();
        }
    }

    /** In a frame of another site only a cookie marked so comes back, and that only over https. */
    private String cookie(String value, boolean keep) {
        return COOKIE + "=" + value + "; Path=/smart; HttpOnly; Max-Age="
                + (keep ? Launches.LASTS.toSeconds() : 0)
                + (launch.overHttps() ? "; Secure; SameSite=None" : "; SameSite=Lax");
    }

    private static String browser(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> List.of(header.split(";")).stream())
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        if (query.length() > LONGEST_QUERY) {
            throw new SmartFault(
                    SmartFault.BAD_REQUEST, "a query over " + LONGEST_QUERY + " characters", "launch again");
        }
        for (String field : query.split("&")) {
            String[] parts = field.split("=", 2);
            String value = parts.length < 2 ? "" : decoded(parts[1]);
            if (parameters.put(decoded(parts[0]), value) != null) {
                throw new SmartFault(SmartFault.BAD_REQUEST, "a parameter that comes twice", "launch again");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new SmartFault(SmartFault.BAD_REQUEST, "an address with a broken escape", "launch again");
        }
    }

    private static String message(String found, String advice) {
        return MessagePage.render("No plan was made", List.of("Found " + found + ".", "What to do: " + advice + "."));
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        launch.close();
    }
}
