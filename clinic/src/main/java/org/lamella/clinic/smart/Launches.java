package org.lamella.clinic.smart;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lamella.clinic.smart.SmartConfiguration.Issuer;

/** Launches on their way through the authorisation of a record system: in memory, for minutes, each used once. */
final class Launches {
    /** A clinician signs in within this time or launches again. */
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final int MOST = 1000;

    private final Map<String, Pending> byState = new LinkedHashMap<>();

    /**
     * A launch under way.
     *
     * @param issuer where it came from
     * @param token address at which the code is exchanged
     * @param verifier secret of PKCE
     * @param browser value of the cookie that the launching browser carries
     * @param scope what was asked for
     * @param until when it ends
     */
    record Pending(Issuer issuer, URI token, String verifier, String browser, String scope, Instant until) {
        @Override
        public String toString() {
            return "launch from " + issuer.base();
        }
    }

    synchronized void put(String state, Pending launch, Instant now) {
        byState.values().removeIf(p -> !now.isBefore(p.until()));
        if (byState.size() >= MOST) {
            throw new SmartFault(SmartFault.BUSY, "too many launches under way", "try again in ten minutes");
        }
        byState.put(state, launch);
    }

    /** The launch of a state, which is forgotten; empty when it is unknown, was used or has ended. */
    synchronized Optional<Pending> take(String state, Instant now) {
        return Optional.ofNullable(byState.remove(state)).filter(p -> now.isBefore(p.until()));
    }
}
