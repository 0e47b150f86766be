package org.lamella.clinic.smart;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.StreamSupport;
import org.lamella.clinic.smart.SmartConfiguration.Issuer;

/**
 * What a record system publishes under {@code .well-known/smart-configuration}.
 *
 * @param authorisation where the browser signs in
 * @param token where the code is exchanged
 * @param scopesOfVersion2 true when it understands scopes such as {@code .rs}, false for {@code .read}
 */
record EhrEndpoints(URI authorisation, URI token, boolean scopesOfVersion2) {
    private static final String PATH = "/.well-known/smart-configuration";

    static EhrEndpoints of(Issuer issuer, EhrHttp http) {
        JsonNode published = http.open(URI.create(issuer.base() + PATH), "its SMART configuration");
        if (!names(published.path("code_challenge_methods_supported"), "S256")) {
            throw missing("no S256 among code_challenge_methods_supported");
        }
        if (!names(published.path("capabilities"), "launch-ehr")) {
            throw missing("no launch-ehr among its capabilities");
        }
        return new EhrEndpoints(
                address(published, "authorization_endpoint"),
                address(published, "token_endpoint"),
                names(published.path("capabilities"), "permission-v2"));
    }

    private static boolean names(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(node -> node.asText().equals(name));
    }

    private static URI address(JsonNode published, String key) {
        try {
            URI address = new URI(published.path(key).asText());
            if (SmartConfiguration.fault(address) == null) {
                return address;
            }
        } catch (URISyntaxException wrong) {
            // Told below.
        }
        throw missing("no usable " + key);
    }

    private static SmartFault missing(String what) {
        return new SmartFault(
                SmartFault.BAD_GATEWAY,
                "the record system publishes " + what,
                "it must support SMART App Launch 2 with PKCE over https");
    }
}
