package org.lamella.bone;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.lamella.evidence.Citation;
import org.lamella.evidence.Sourced;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;

/**
 * What a reading is as a measurement, from {@code parameters/observables.yaml}.
 *
 * @param observable the reading
 * @param method how it is measured; for a latent reading what it stands for
 * @param latent true when nobody can measure it in a patient
 * @param scale scale of the error; of no meaning for a latent reading
 * @param error standard deviation of one measurement: of the logarithm when relative, else in the unit of the reading
 * @param status how the error is known
 * @param source where it was read
 * @param note remark
 * @param z the reading that is its Z-score and against what, or {@code none} with the reason
 */
public record ObservableFacts(
        Observable observable,
        String method,
        boolean latent,
        Scale scale,
        double error,
        Status status,
        String source,
        String note,
        String z)
        implements Sourced {
    private static final String FILE = "parameters/observables.yaml";

    /** Scale of a measurement error. */
    public enum Scale {
        RELATIVE,
        ABSOLUTE
    }

    private static final class Holder {
        static final Map<Observable, ObservableFacts> ALL = read(YamlNode.resource(Citation.class, FILE));
    }

    /** Facts of a reading. */
    public static ObservableFacts of(Observable observable) {
        ObservableFacts facts = Holder.ALL.get(observable);
        if (facts == null) {
            throw new DataFileException(FILE, "observables." + observable, "nothing", "an entry for every reading");
        }
        return facts;
    }

    @Override
    public String id() {
        return "error." + observable.name().toLowerCase(Locale.ROOT);
    }

    static Map<Observable, ObservableFacts> read(YamlNode top) {
        YamlNode all = top.onlyKeys("observables").get("observables");
        Map<Observable, ObservableFacts> facts = new EnumMap<>(Observable.class);
        for (String key : all.keys()) {
            YamlNode node = all.get(key);
            Observable observable;
            try {
                observable = Observable.valueOf(key);
            } catch (IllegalArgumentException unknown) {
                throw new DataFileException(top.file(), node.path(), "no such reading", "a constant of Observable");
            }
            facts.put(observable, node.has("latent") ? latent(observable, node) : measured(observable, node));
        }
        return facts;
    }

    private static ObservableFacts latent(Observable observable, YamlNode node) {
        node.onlyKeys("latent");
        return new ObservableFacts(
                observable,
                node.text("latent"),
                true,
                Scale.ABSOLUTE,
                0,
                Status.ASSUMED,
                "model",
                "cannot be measured",
                "none");
    }

    private static ObservableFacts measured(Observable observable, YamlNode node) {
        node.onlyKeys("method", "scale", "error", "status", "source", "note", "z");
        double error = node.number("error");
        if (error < 0 || error > 5) {
            throw node.get("error").wrong("a standard deviation of 0 to 5");
        }
        return new ObservableFacts(
                observable,
                node.text("method"),
                false,
                node.choice("scale", Scale.class),
                error,
                node.choice("status", Status.class),
                node.text("source"),
                node.text("note"),
                node.text("z"));
    }
}
