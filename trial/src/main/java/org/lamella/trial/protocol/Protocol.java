package org.lamella.trial.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A trial as its designer wrote it.
 *
 * @param id short name, also the name of the file
 * @param title one line for readers
 * @param about where the design comes from and what was assumed
 * @param recruitment who is asked and who may enter
 * @param runIn observation before randomisation, without trial treatment; zero when there is none
 * @param randomisation how people come into arms
 * @param arms the arms, the comparator first
 * @param visits all visit times, rising, beginning at zero
 * @param measurements what is measured
 * @param conduct adherence, drop-out, adjudication
 * @param endpoints questions, at least one, one of them primary
 * @param analysis how they are answered beyond the usual
 */
public record Protocol(
        String id,
        String title,
        About about,
        Recruitment recruitment,
        StudyTime runIn,
        Randomisation randomisation,
        List<Arm> arms,
        List<StudyTime> visits,
        List<Measurement> measurements,
        Conduct conduct,
        List<Endpoint> endpoints,
        AnalysisPlan analysis) {
    public Protocol {
        arms = List.copyOf(arms);
        visits = List.copyOf(visits);
        measurements = List.copyOf(measurements);
        endpoints = List.copyOf(endpoints);
    }

    /** A protocol with the usual analysis. */
    public Protocol(
            String id,
            String title,
            About about,
            Recruitment recruitment,
            StudyTime runIn,
            Randomisation randomisation,
            List<Arm> arms,
            List<StudyTime> visits,
            List<Measurement> measurements,
            Conduct conduct,
            List<Endpoint> endpoints) {
        this(
                id,
                title,
                about,
                recruitment,
                runIn,
                randomisation,
                arms,
                visits,
                measurements,
                conduct,
                endpoints,
                AnalysisPlan.USUAL);
    }

    /** The same trial with nothing to find: every arm is treated as the first one. */
    public Protocol underNull() {
        Arm first = arms.getFirst();
        return new Protocol(
                id,
                title,
                about,
                recruitment,
                runIn,
                randomisation,
                arms.stream()
                        .map(a -> new Arm(a.id(), a.label(), a.share(), first.treatments(), first.rules()))
                        .toList(),
                visits,
                measurements,
                conduct,
                endpoints,
                analysis);
    }

    /**
     * Reads and checks a protocol file.
     *
     * @throws ProtocolFault naming file, line, key, what was found and what is accepted
     */
    public static Protocol read(Path file) {
        return ProtocolReader.read(file);
    }

    /** Reads and checks a protocol; {@code file} is the name used in faults. */
    public static Protocol parse(String file, String text) {
        return ProtocolReader.parse(file, text);
    }

    /** Length of the trial from randomisation to the last visit. */
    public StudyTime duration() {
        return visits.getLast();
    }

    public Arm arm(String armId) {
        return arms.stream()
                .filter(a -> a.id().equals(armId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arm '" + armId + "'"));
    }

    public Endpoint primaryEndpoint() {
        return endpoints.stream().filter(Endpoint::primary).findFirst().orElse(endpoints.getFirst());
    }

    /**
     * Where the design comes from and what was assumed.
     *
     * @param role what the study may be used for
     * @param study identifier of the study in the evidence, or empty for a question of our own
     * @param sources DOIs, web addresses or registrations; never empty
     * @param assumptions path of an entry of the file to the reason for the value assumed there
     */
    public record About(Role role, String study, List<String> sources, Map<String, String> assumptions) {
        public About {
            sources = List.copyOf(sources);
            assumptions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(assumptions));
        }
    }

    /** What a study may be used for. */
    public enum Role {
        /** Its results may set parameters. */
        CALIBRATE,
        /** Only its density results may. */
        CALIBRATE_BMD_ONLY,
        /** Compared, never fitted. */
        VALIDATE,
        /** Compared in direction only. */
        VALIDATE_QUALITATIVE,
        /** Its results are not known to the project: blind prediction. */
        RESERVED,
        /** Background; no comparison intended. */
        CONTEXT,
        /** A question of our own without a published answer. */
        QUESTION
    }
}
