package org.lamella.cli;

import java.util.Locale;
import org.lamella.trial.analysis.SizeSearch;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.statistics.Effect;

/** A sample size in words and as a table. */
final class SizeWords {
    private SizeWords() {}

    static String csv(TrialRun.Found found, RunSettings settings) {
        StringBuilder table = new StringBuilder("PATIENTS,REPLICATES,POWER,LOW95,HIGH95\n");
        found.size()
                .power()
                .forEach((n, e) -> table.append(String.format(
                        Locale.ROOT,
                        "%d,%d,%.5f,%.5f,%.5f%n",
                        n,
                        settings.replicates(),
                        e.estimate(),
                        e.low(),
                        e.high())));
        return table.toString();
    }

    static String of(Protocol protocol, TrialRun.Found found, double power, RunSettings settings) {
        SizeSearch.Found size = found.size();
        String question = String.format(
                Locale.ROOT,
                "  %s, %s against %s, power %.2f, %d replicates:%n    ",
                protocol.primaryEndpoint().id(),
                protocol.arms().getLast().id(),
                protocol.arms().getFirst().id(),
                power,
                settings.replicates());
        if (size.patients() == 0) {
            return question
                    + String.format(
                            Locale.ROOT,
                            "not reached with %,d patients (power there %s); maybe a higher --most-patients, or another"
                                    + " endpoint",
                            found.largest(),
                            share(size.power().get(found.largest())));
        }
        String high =
                size.high() == 0 ? "more than " + found.largest() : String.format(Locale.ROOT, "%,d", size.high());
        return question
                + String.format(
                        Locale.ROOT,
                        "%,d patients over all arms (between %,d and %s, as far as the replicates tell); power there %s",
                        size.patients(),
                        size.low(),
                        high,
                        share(size.power().get(size.patients())));
    }

    private static String share(@org.jspecify.annotations.Nullable Effect e) {
        return e == null
                ? "not known"
                : String.format(Locale.ROOT, "%.2f (95 %% %.2f to %.2f)", e.estimate(), e.low(), e.high());
    }
}
