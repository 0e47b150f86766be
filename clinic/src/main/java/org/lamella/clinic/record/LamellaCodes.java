package org.lamella.clinic.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Rod;
import org.lamella.patient.Route;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;

/**
 * Lamella's own FHIR code systems, for what has no public code that could be checked. Each system is the list of
 * constants of one type of the patient vocabulary, so that the two cannot drift apart.
 */
final class LamellaCodes {
    /** Canonical base of every Lamella artefact in FHIR. */
    static final String BASE = "https://lamella.example.org/fhir";

    private static final String SYSTEMS = BASE + "/CodeSystem/";

    /** Codes of observations that have no public code, or whose public code does not say which part is meant. */
    static final Set<String> OBSERVATIONS = Set.of(
            "weight",
            "height",
            "density",
            "mineral-content",
            "z-score",
            "reference",
            "mobility",
            "pain",
            "pregnancy",
            "gene",
            "variant",
            "vertebral-fracture",
            "rod-diameter",
            "rod-length");

    private LamellaCodes() {}

    /** Address of the code system of a kind. */
    static String system(Concept.Kind kind) {
        return SYSTEMS + kebab(kind);
    }

    /** Every code of Lamella by system and code; looked up for each entry of a record. */
    private static final class Index {
        private static final Map<String, Map<String, Concept>> BY_SYSTEM = Arrays.stream(Concept.Kind.values())
                .collect(Collectors.toUnmodifiableMap(
                        LamellaCodes::system,
                        kind -> codes(kind).stream()
                                .collect(Collectors.toUnmodifiableMap(code -> code, code -> new Concept(kind, code)))));

        private static final ClassValue<Map<String, Enum<?>>> CONSTANTS = new ClassValue<>() {
            @Override
            protected Map<String, Enum<?>> computeValue(Class<?> type) {
                return Arrays.stream((Enum<?>[]) type.getEnumConstants())
                        .collect(Collectors.toUnmodifiableMap(LamellaCodes::kebab, constant -> constant));
            }
        };
    }

    static Optional<Concept> find(String system, String code) {
        return Optional.ofNullable(
                Index.BY_SYSTEM.getOrDefault(system, Map.of()).get(code));
    }

    /** All codes of a kind in order; empty for the kinds that have public codes only. */
    static List<String> codes(Concept.Kind kind) {
        return switch (kind) {
            case OI_TYPE -> names(OiType.values());
            case LAB -> names(Analyte.values());
            case DXA_SITE -> names(SkeletalSite.values());
            case FINDING -> names(Finding.Kind.values());
            case EXAMINATION -> names(Examination.Kind.values());
            case MOBILITY -> names(MobilityAssessment.Grade.values());
            case PREGNANCY -> names(PregnancyStatus.Status.values());
            case METHOD -> names(MeasurementMethod.values());
            case POSTURE -> names(HeightMeasurement.Posture.values());
            case BONE, FRACTURE -> names(Bone.values());
            case SIDE -> names(Side.values());
            case MECHANISM -> names(Fracture.Mechanism.values());
            case PROCEDURE -> names(Surgery.Kind.values());
            case ROD -> names(Rod.Kind.values());
            case ROUTE -> names(Route.values());
            case OBSERVATION -> OBSERVATIONS.stream().sorted().toList();
            case ANSWER -> List.of("yes", "no");
            case CARE -> List.of("cast", "dental-review");
            case GENANT -> List.of("0", "1", "2", "3");
            case VERTEBRA -> vertebrae();
            case DRUG -> Drugs.names();
            case DIAGNOSIS, GENE, NOT_USED -> List.of();
        };
    }

    /** C1 to L5, and unknown. */
    static List<String> vertebrae() {
        return Stream.of(level("C", 7), level("T", 12), level("L", 5), Stream.of("unknown"))
                .flatMap(levels -> levels)
                .toList();
    }

    private static Stream<String> level(String region, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> region + i);
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(LamellaCodes::kebab).toList();
    }

    /** The constant whose hyphenated name this is. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String code) {
        return Optional.ofNullable(type.cast(Index.CONSTANTS.get(type).get(code)));
    }
}
