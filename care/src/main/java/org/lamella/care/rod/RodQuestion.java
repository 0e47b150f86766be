package org.lamella.care.rod;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Bone;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.measure.Age;

/**
 * What the adviser needs to know about one bone.
 *
 * @param bone femur, tibia, humerus or forearm
 * @param side body side
 * @param sex sex
 * @param age age on the day of the plan
 * @param canal narrowest canal diameter, or null when not measured
 * @param outer outer diameter, or null when not measured
 * @param epiphysesOpen whether the growth plates are known to be open (true) or closed (false), or null when unknown
 * @param height forecast of height, or null when there is none
 */
public record RodQuestion(
        Bone bone,
        Side side,
        Sex sex,
        Age age,
        @Nullable Millimetres canal,
        @Nullable Millimetres outer,
        @Nullable Boolean epiphysesOpen,
        @Nullable HeightPath height) {
    public RodQuestion {
        BoneGrowth.lengthOf(bone);
        if (canal != null && outer != null && canal.value() >= outer.value()) {
            throw new IllegalArgumentException(
                    "rod question: canal " + canal + " is not narrower than the bone " + outer);
        }
    }

    Optional<HeightPath> heightPath() {
        return Optional.ofNullable(height);
    }
}
