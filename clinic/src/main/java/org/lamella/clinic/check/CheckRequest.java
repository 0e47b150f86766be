package org.lamella.clinic.check;

import java.nio.file.Path;
import java.time.LocalDate;
import org.lamella.care.rules.RuleSettings;

/**
 * What is to be checked.
 *
 * @param folder folder with FHIR bundles (JSON) and plain records (YAML or JSON), at any depth
 * @param out folder for the results, made when it does not exist
 * @param asOf day of the check; nothing dated later is used
 * @param settings what the site decided about the rules
 * @param threads threads that read and evaluate, at least 1; they do not change the results
 * @param toReadOnly true to leave out answers that nobody needs to read: rules that are off or whose trigger is not met
 */
public record CheckRequest(
        Path folder, Path out, LocalDate asOf, RuleSettings settings, int threads, boolean toReadOnly) {
    private static final int MOST_THREADS = 256;

    public CheckRequest {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads: found " + threads + ", accepted is 1 to " + MOST_THREADS);
        }
    }
}
