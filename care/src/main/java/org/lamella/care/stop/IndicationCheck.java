package org.lamella.care.stop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.OiType;
import org.lamella.patient.PlannedProcedure;

/**
 * Hard stop 9: nothing is started for low density alone, nor routinely in mild OI without symptoms. A patient already
 * on treatment is not asked again.
 */
final class IndicationCheck {

    private IndicationCheck() {}

    static void examine(Situation s, Ledger ledger) {
        if (!s.proposal().facts().bisphosphonate() || !s.history().naive()) {
            return;
        }
        List<String> criteria = criteria(s);
        OiType type = s.patient().diagnosis().type();
        if (type == OiType.I && onlyLongBoneFractures(s, criteria)) {
            ledger.hold(
                    "IND-02",
                    "Mild OI: no routine start. The team has to judge whether the recorded limb fractures are recurrent;"
                            + " a vertebral fracture, deformity, impaired mobility or severe pain would change that.",
                    criteria.toArray(new String[0]));
        } else if (!criteria.isEmpty()) {
            ledger.note(
                    "IND-01",
                    "Recorded reasons to discuss treatment; the team decides.",
                    criteria.toArray(new String[0]));
        } else if (type == null) {
            ledger.need(
                    "IND-01",
                    "Needs the OI type, or a recorded reason to start: vertebral fracture, repeated long-bone fractures,"
                            + " deformity, mobility impaired by fractures, or severe bone pain.");
        } else if (type == OiType.I) {
            ledger.stop(
                    HardStop.NO_INDICATION,
                    "Mild OI without a recorded vertebral fracture, repeated long-bone fractures, deformity, impaired"
                            + " mobility or severe pain; low density alone is no reason to start.",
                    type.label());
        } else {
            ledger.hold(
                    "IND-01",
                    "No reason to start is recorded (vertebral fracture, repeated long-bone fractures, deformity, impaired"
                            + " mobility, severe pain): to be discussed by the team.",
                    type.label());
        }
    }

    /** True when limb fractures are the only recorded reason; in mild OI their number alone does not settle it. */
    private static boolean onlyLongBoneFractures(Situation s, List<String> criteria) {
        return criteria.size() == 1
                && longBoneReason(s).filter(criteria::contains).isPresent();
    }

    private static Optional<String> longBoneReason(Situation s) {
        long byTen = longBoneFractures(s, 10);
        long byNineteen = longBoneFractures(s, 19);
        return byTen >= 2 || byNineteen >= 3
                ? Optional.of(byNineteen + " long-bone fractures by 19 years, " + byTen + " of them by 10 years")
                : Optional.empty();
    }

    /** Recorded reasons to start, in words. */
    static List<String> criteria(Situation s) {
        List<String> found = new ArrayList<>();
        long vertebral = s.patient().vertebralFractures().stream()
                .filter(v -> !v.date().isAfter(s.asOf()))
                .count();
        if (vertebral > 0) {
            found.add(vertebral + (vertebral == 1 ? " vertebral fracture" : " vertebral fractures"));
        }
        longBoneReason(s).ifPresent(found::add);
        long adult = s.fractures()
                .filter(f ->
                        s.patient().ageOn(f.date()).atLeastYears(18) && f.mechanism() != Fracture.Mechanism.HIGH_ENERGY)
                .count();
        if (adult > 0) {
            found.add(adult + " low-energy fractures as an adult");
        }
        if (s.patient().diagnosis().type() == OiType.III) {
            found.add("severe OI (type III)");
        }
        add(found, s, Finding.Kind.BOWING);
        add(found, s, Finding.Kind.IMPAIRED_MOBILITY_FROM_FRACTURES);
        add(found, s, Finding.Kind.SIGNIFICANT_PAIN);
        for (PlannedProcedure planned : s.patient().plannedProcedures()) {
            if (planned.kind().cutsBone() && !planned.date().isBefore(s.asOf())) {
                found.add("deformity that needs surgery (" + planned.kind().label() + " planned for " + planned.date()
                        + ")");
            }
        }
        return found;
    }

    private static void add(List<String> found, Situation s, Finding.Kind kind) {
        if (s.present(kind)) {
            found.add(kind.label());
        }
    }

    private static long longBoneFractures(Situation s, int byYears) {
        return s.fractures()
                .filter(f -> f.bone().longBone()
                        && f.mechanism() != Fracture.Mechanism.HIGH_ENERGY
                        && !s.patient().ageOn(f.date()).atLeastYears(byYears))
                .count();
    }
}
