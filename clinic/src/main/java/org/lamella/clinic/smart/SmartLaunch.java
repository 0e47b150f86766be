package org.lamella.clinic.smart;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.lamella.clinic.smart.Launches.Pending;
import org.lamella.clinic.smart.SmartConfiguration.Issuer;

/**
 * The EHR launch of SMART App Launch 2: authorisation code with PKCE (S256) as a public client, then the record, then a
 * page. A token lives for one exchange and is neither kept nor written.
 */
public final class SmartLaunch implements AutoCloseable {
    /** Errors of OAuth 2 that may be named; any other word of a request is not repeated. */
    private static final Set<String> ERRORS = Set.of(
            "access_denied",
            "invalid_request",
            "invalid_scope",
            "server_error",
            "temporarily_unavailable",
            "unauthorized_client",
            "unsupported_response_type");

    private final SmartConfiguration configuration;
    private final UnaryOperator<String> page;
    private final Supplier<Instant> now;
    private final Secrets secrets;
    private final EhrHttp http = new EhrHttp();
    private final Launches launches = new Launches();

    SmartLaunch(SmartConfiguration configuration, UnaryOperator<String> page, Supplier<Instant> now, Secrets secrets) {
        this.configuration = configuration;
        this.page = page;
        this.now = now;
        this.secrets = secrets;
    }

    /**
     * @param configuration trusted record systems
     * @param page makes the page of a record given as a FHIR Bundle in JSON
     * @param now the time
     */
    public static SmartLaunch of(SmartConfiguration configuration, UnaryOperator<String> page, Supplier<Instant> now) {
        return new SmartLaunch(configuration, page, now, Secrets.strong());
    }

    /**
     * Where the browser goes to sign in.
     *
     * @param address of the record system
     * @param browser value of the cookie that the browser brings back
     */
    record SignIn(URI address, String browser) {}

    boolean overHttps() {
        return configuration.redirect().getScheme().equals("https");
    }

    /** Begins a launch from the parameters {@code iss} and {@code launch}. */
    SignIn begin(Map<String, String> parameters) {
        Issuer issuer = configuration
                .issuer(needed(parameters, "iss"))
                .orElseThrow(() -> new SmartFault(
                        SmartFault.FORBIDDEN,
                        "a launch from a record system that is not on the list of issuers",
                        "those who run this program can add it to its configuration"));
        String launch = needed(parameters, "launch");
        EhrEndpoints ehr = EhrEndpoints.of(issuer, http);
        String state = secrets.next();
        String verifier = secrets.next();
        String browser = secrets.next();
        String scope = SmartScopes.asked(ehr.scopesOfVersion2());
        Instant time = now.get();
        launches.put(
                state, new Pending(issuer, ehr.token(), verifier, browser, scope, time.plus(Launches.LASTS)), time);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("response_type", "code");
        fields.put("client_id", issuer.clientId());
        fields.put("redirect_uri", configuration.redirect().toString());
        fields.put("launch", launch);
        fields.put("scope", scope);
        fields.put("state", state);
        fields.put("aud", issuer.base().toString());
        fields.put("code_challenge", Secrets.challenge(verifier));
        fields.put("code_challenge_method", "S256");
        return new SignIn(URI.create(ehr.authorisation() + "?" + EhrHttp.query(fields)), browser);
    }

    /**
     * Ends a launch: the page of the patient.
     *
     * @param parameters what the record system sent with the browser
     * @param browser value of the cookie of {@link SignIn}, empty when there is none
     */
    String finish(Map<String, String> parameters, String browser) {
        Pending launch = launches.take(needed(parameters, "state"), now.get())
                .orElseThrow(() -> new SmartFault(
                        SmartFault.BAD_REQUEST,
                        "a launch that is unknown, was used before or took longer than " + Launches.LASTS.toMinutes()
                                + " minutes",
                        "launch again from the record system"));
        if (!launch.browser().equals(browser)) {
            throw new SmartFault(
                    SmartFault.FORBIDDEN,
                    "a launch that began in another browser, or a browser without cookies",
                    "launch again and let this address set its cookie");
        }
        if (parameters.containsKey("error")) {
            String error = parameters.get("error");
            throw new SmartFault(
                    SmartFault.FORBIDDEN,
                    "the record system refused" + (ERRORS.contains(error) ? ": " + error : ""),
                    "ask those who run it whether this program may be used");
        }
        JsonNode granted = token(launch, needed(parameters, "code"));
        String token = granted.path("access_token").asText();
        String patient = granted.path("patient").asText();
        if (token.isBlank() || !granted.path("token_type").asText().equalsIgnoreCase("Bearer")) {
            throw new SmartFault(
                    SmartFault.BAD_GATEWAY, "the record system gave no bearer token", "ask those who run it");
        }
        if (!patient.matches("[A-Za-z0-9.-]{1,64}")) {
            throw new SmartFault(
                    SmartFault.BAD_GATEWAY,
                    "the record system named no patient",
                    "open the chart of a patient, then launch again");
        }
        List<String> lacking = SmartScopes.lacking(granted.path("scope").asText(launch.scope()));
        if (!lacking.isEmpty()) {
            throw new SmartFault(
                    SmartFault.FORBIDDEN,
                    "no right to read " + String.join(", ", lacking),
                    "all of it is needed: a part left out would read as facts that do not exist");
        }
        return page.apply(EhrRecord.read(http, launch.issuer().base(), token, patient));
    }

    private JsonNode token(Pending launch, String code) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", configuration.redirect().toString());
        fields.put("client_id", launch.issuer().clientId());
        fields.put("code_verifier", launch.verifier());
        return http.form(launch.token(), fields, "the exchange of the code");
    }

    private static String needed(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new SmartFault(
                    SmartFault.BAD_REQUEST, "no parameter '" + name + "'", "launch from the record system");
        }
        return value;
    }

    @Override
    public void close() {
        http.close();
    }
}
