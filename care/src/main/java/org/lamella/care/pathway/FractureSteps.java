package org.lamella.care.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.lamella.care.plan.Statement;
import org.lamella.care.rod.Healing;
import org.lamella.care.rod.RodFacts;
import org.lamella.patient.Bone;
import org.lamella.patient.Cast;
import org.lamella.patient.Fracture;
import org.lamella.patient.Patient;
import org.lamella.patient.Side;

/** What the pathway of a fracture says of this person's: how old it is, how long in a cast, when it should have healed. */
final class FractureSteps {
    private static final int ADULT_FROM = 18;

    private final Patient patient;
    private final LocalDate asOf;

    FractureSteps(Patient patient, LocalDate asOf) {
        this.patient = patient;
        this.asOf = asOf;
    }

    /** Statements about fractures of limbs since a day, newest first. */
    List<Statement> since(LocalDate from) {
        List<Statement> said = new ArrayList<>();
        for (Fracture fracture : patient.fractures().reversed()) {
            if (fracture.date().isAfter(from) && !fracture.date().isAfter(asOf) && limb(fracture.bone())) {
                said.add(Statement.ofRecord(age(fracture) + cast(fracture)));
                said.addAll(new Healing(RodFacts.standard())
                        .say(!patient.ageOn(asOf).atLeastYears(ADULT_FROM), false, false, fracture.date()));
            }
        }
        return said;
    }

    private static boolean limb(Bone bone) {
        return bone.region() == Bone.Region.LOWER_LIMB || bone.region() == Bone.Region.UPPER_LIMB;
    }

    private String age(Fracture fracture) {
        long days = ChronoUnit.DAYS.between(fracture.date(), asOf);
        String side = fracture.side() == Side.LEFT || fracture.side() == Side.RIGHT
                ? fracture.side().name().toLowerCase(java.util.Locale.ROOT) + " "
                : "";
        return "Here: " + side + fracture.bone().label() + " on " + fracture.date() + ", " + days
                + (days == 1 ? " day ago." : " days ago.");
    }

    /** The shortest immobilisation begins with knowing how long it has lasted. */
    private String cast(Fracture fracture) {
        for (Cast cast : patient.casts()) {
            boolean same = cast.bone() == fracture.bone()
                    && !cast.from().isBefore(fracture.date())
                    && !cast.from().isAfter(asOf);
            if (same) {
                LocalDate until = cast.until() == null || cast.until().isAfter(asOf) ? asOf : cast.until();
                long days = ChronoUnit.DAYS.between(cast.from(), until);
                return " In a cast " + (until.equals(asOf) ? "since " + cast.from() : "until " + until) + ", " + days
                        + (days == 1 ? " day." : " days.");
            }
        }
        return " No cast is recorded for it.";
    }
}
