package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.care.plan.SurgicalNote;

/** Notes that say the same of the left and the right bone are told once. */
final class BothSides {
    private static final Map<String, String> PLURAL =
            Map.of("femur", "femora", "tibia or fibula", "tibiae", "humerus", "humeri", "forearm", "forearms");

    private BothSides() {}

    /** The notes, each pair of sides with the same words as one; order of first mention. */
    static List<SurgicalNote> merged(List<SurgicalNote> notes) {
        List<SurgicalNote> merged = new ArrayList<>();
        for (SurgicalNote note : notes) {
            Optional<SurgicalNote> other = merged.stream()
                    .filter(m -> sides(m, note) && m.forBone("").equals(note.forBone("")))
                    .findFirst();
            if (other.isPresent()) {
                String bone = note.bone().replaceFirst("^(?:left|right) ", "");
                merged.set(
                        merged.indexOf(other.get()),
                        note.forBone("both " + PLURAL.getOrDefault(bone, bone + " bones")));
            } else {
                merged.add(note);
            }
        }
        return List.copyOf(merged);
    }

    private static boolean sides(SurgicalNote one, SurgicalNote other) {
        return one.bone().startsWith("left ")
                        && other.bone().equals("right " + one.bone().substring("left ".length()))
                || one.bone().startsWith("right ")
                        && other.bone().equals("left " + one.bone().substring("right ".length()));
    }
}
