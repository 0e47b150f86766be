package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.Statement;

/** What can be said about the size of a rod, with the arithmetic written out. */
final class RodSizing {
    private final RodFacts facts;

    RodSizing(RodFacts facts) {
        this.facts = facts;
    }

    /**
     * @param family family the published choices point to
     * @param canal narrowest diameter of the canal
     * @param outer outer diameter of the bone, or null when not measured
     */
    List<Statement> say(RodFamily family, Millimetres canal, @Nullable Millimetres outer) {
        List<Statement> said = new ArrayList<>();
        if (family == RodFamily.TELESCOPING) {
            said.add(telescoping(canal));
        }
        if (outer != null) {
            said.add(wall(family, canal, outer));
        }
        said.add(facts.cited(
                "An oversized rod shields the bone from load, and the bone around it is resorbed; no limit for the ratio"
                        + " of rod to bone was read.",
                "TXTROD"));
        return said;
    }

    private Statement telescoping(Millimetres canal) {
        double smallest = smallest();
        double next = facts.limit("next_telescoping_diameter").value();
        String room = canal.value() >= next
                ? String.format(
                        Locale.ROOT,
                        "the canal of %.1f mm takes %.1f mm and leaves %.1f mm (%.1f - %.1f)",
                        canal.value(),
                        next,
                        canal.value() - next,
                        canal.value(),
                        next)
                : String.format(
                        Locale.ROOT,
                        "the canal of %.1f mm takes %.1f mm and leaves %.1f mm (%.1f - %.1f); %.1f mm would need %.1f mm of"
                                + " reaming (%.1f - %.1f)",
                        canal.value(),
                        smallest,
                        canal.value() - smallest,
                        canal.value(),
                        smallest,
                        next,
                        next - canal.value(),
                        next,
                        canal.value());
        return facts.cited(
                "Fassier-Duval diameters that were read start at 3.2 and 4.0 mm: " + room
                        + ". Larger sizes exist; no list was read.",
                "FDTW");
    }

    /** Wall of the shaft, and how much of the bone the smallest or largest rod that was read would be. */
    private Statement wall(RodFamily family, Millimetres canal, Millimetres outer) {
        double wall = (outer.value() - canal.value()) / 2;
        String text = String.format(
                Locale.ROOT,
                "Outer diameter %.1f mm: the wall of the shaft is %.1f mm on each side, (%.1f - %.1f) / 2",
                outer.value(),
                wall,
                outer.value(),
                canal.value());
        if (family == RodFamily.TELESCOPING) {
            double rod =
                    canal.value() >= facts.limit("next_telescoping_diameter").value()
                            ? facts.limit("next_telescoping_diameter").value()
                            : smallest();
            text += String.format(
                    Locale.ROOT,
                    "; a rod of %.1f mm is %.0f %% of the bone (%.1f / %.1f)",
                    rod,
                    100 * rod / outer.value(),
                    rod,
                    outer.value());
        }
        return Statement.ofRecord(text + ".");
    }

    private double smallest() {
        return facts.limit("smallest_telescoping_diameter").value();
    }
}
