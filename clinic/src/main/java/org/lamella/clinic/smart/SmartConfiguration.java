package org.lamella.clinic.smart;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.data.YamlNode;

/**
 * What a hospital has agreed for launches: where this program answers, and the record systems it trusts with the client
 * identifier each has given. A public client: there is no secret.
 *
 * @param redirect address of the callback, as registered at every issuer
 * @param issuers record systems from which a launch is accepted; at least one
 */
public record SmartConfiguration(URI redirect, List<Issuer> issuers) {
    /** Path of the callback; the address of {@code redirect} ends with it. */
    static final String CALLBACK = "/smart/callback";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * A record system.
     *
     * @param base address of its FHIR R4 service, without a slash at the end
     * @param clientId identifier that it has given to this program
     */
    public record Issuer(URI base, String clientId) {
        public Issuer {
            String fault = fault(base);
            if (fault != null) {
                throw new IllegalArgumentException("issuer: found " + fault + ", accepted is an address such as"
                        + " https://ehr.example.org/fhir");
            }
            if (clientId.isBlank()) {
                throw new IllegalArgumentException("issuer " + base + ": found no client_id");
            }
        }
    }

    public SmartConfiguration {
        issuers = List.copyOf(issuers);
        if (issuers.isEmpty()) {
            throw new IllegalArgumentException("issuers: found none, accepted is at least one");
        }
        String fault = fault(redirect);
        if (fault != null || !redirect.getPath().endsWith(CALLBACK)) {
            throw new IllegalArgumentException("redirect_uri: found "
                    + (fault == null ? "a path that does not end with " + CALLBACK : fault)
                    + ", accepted is an address such as https://lamella.example.org" + CALLBACK);
        }
    }

    /**
     * Reads a configuration.
     *
     * @throws IOException when the file cannot be read
     * @throws org.lamella.evidence.data.DataFileException when it holds something else; the message names the key
     */
    public static SmartConfiguration load(Path file) throws IOException {
        return read(file.getFileName().toString(), Files.readString(file));
    }

    static SmartConfiguration read(String fileName, String yaml) {
        YamlNode top = YamlNode.parse(fileName, yaml).onlyKeys("redirect_uri", "issuers");
        List<Issuer> issuers = new ArrayList<>();
        for (YamlNode node : top.items("issuers")) {
            node.onlyKeys("iss", "client_id");
            URI base = address(node, "iss");
            if (node.text("client_id").isBlank()) {
                throw node.get("client_id").wrong("the identifier that the record system gave");
            }
            issuers.add(new Issuer(base, node.text("client_id")));
        }
        if (issuers.isEmpty()) {
            throw top.get("issuers").wrong("at least one issuer");
        }
        URI redirect = address(top, "redirect_uri");
        if (!redirect.getPath().endsWith(CALLBACK)) {
            throw top.get("redirect_uri").wrong("an address that ends with " + CALLBACK);
        }
        return new SmartConfiguration(redirect, issuers);
    }

    private static URI address(YamlNode node, String key) {
        try {
            URI address = new URI(node.text(key).replaceFirst("/$", ""));
            if (fault(address) == null) {
                return address;
            }
        } catch (URISyntaxException wrong) {
            // Told below, with what is accepted.
        }
        throw node.get(key).wrong("an https address without user, query and fragment (http only on this machine)");
    }

    /** The issuer of an address, exactly as configured; a slash at the end does not matter. */
    Optional<Issuer> issuer(String iss) {
        String plain = iss.replaceFirst("/$", "");
        return issuers.stream().filter(i -> i.base().toString().equals(plain)).findFirst();
    }

    /** What is wrong with an address to which a browser or a token is sent, or null when nothing is. */
    static @Nullable String fault(URI address) {
        String host = address.getHost();
        String scheme = address.getScheme();
        if (host == null || scheme == null) {
            return "no complete address";
        }
        boolean secure = scheme.equals("https") || scheme.equals("http") && LOOPBACK.contains(host);
        if (!secure) {
            return "an address that is not https";
        }
        return address.getUserInfo() != null || address.getQuery() != null || address.getFragment() != null
                ? "an address with user, query or fragment"
                : null;
    }
}
