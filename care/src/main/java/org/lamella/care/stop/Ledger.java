package org.lamella.care.stop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.Citation;

/** Collects the reasons of one decision. */
final class Ledger {

    private final List<GateReason> reasons = new ArrayList<>();

    void stop(HardStop stop, String text, String... facts) {
        reasons.add(new GateReason(GateReason.Kind.STOP, stop.code(), text, List.of(facts), stop.sources()));
    }

    /** A stop whose reason lies in the sources of one regimen. */
    void stopBy(HardStop stop, List<Citation> sources, String text, String... facts) {
        reasons.add(new GateReason(GateReason.Kind.STOP, stop.code(), text, List.of(facts), sources));
    }

    void holdFor(HardStop stop, String text, String... facts) {
        reasons.add(new GateReason(GateReason.Kind.HOLD, stop.code(), text, List.of(facts), stop.sources()));
    }

    void hold(String ruleId, String text, String... facts) {
        reasons.add(new GateReason(GateReason.Kind.HOLD, ruleId, text, List.of(facts), sources(ruleId)));
    }

    void need(String ruleId, String text, String... facts) {
        reasons.add(new GateReason(GateReason.Kind.NEED, ruleId, text, List.of(facts), sources(ruleId)));
    }

    void note(String ruleId, String text, String... facts) {
        reasons.add(new GateReason(GateReason.Kind.NOTE, ruleId, text, List.of(facts), sources(ruleId)));
    }

    private static List<Citation> sources(String ruleId) {
        return RuleCatalogue.standard().rule(ruleId).sources();
    }

    boolean has(GateReason.Kind kind) {
        return reasons.stream().anyMatch(r -> r.kind() == kind);
    }

    /** What stops it, and nothing else: beside a stop, smaller matters would only distract. */
    List<GateReason> stops() {
        return reasons.stream().filter(r -> r.kind() == GateReason.Kind.STOP).toList();
    }

    /** Reasons, heaviest first, otherwise in the order in which they were found. */
    List<GateReason> reasons() {
        return reasons.stream().sorted(Comparator.comparing(GateReason::kind)).toList();
    }
}
