package org.lamella.trial.protocol;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the top level of a protocol file; each section has its own reader. */
final class ProtocolReader {
    private static final Pattern ID = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,59}");
    private static final long LARGEST_FILE = 1_000_000;

    private ProtocolReader() {}

    static Protocol read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) {
                throw new ProtocolFault(name, 0, "", "a folder", "a protocol file in YAML");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new ProtocolFault(name, 0, "", "a file of " + Files.size(file) + " bytes", "up to 1 MB");
            }
            return parse(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new ProtocolFault(name, 0, "", "no such file", "a protocol file such as trial/protocols/*.yaml");
        } catch (MalformedInputException e) {
            throw new ProtocolFault(name, 0, "", "bytes that are not UTF-8 text", "a protocol in YAML");
        } catch (IOException e) {
            throw new ProtocolFault(name, 0, "", "a file that cannot be read (" + e.getMessage() + ")", "a YAML file");
        }
    }

    static Protocol parse(String file, String text) {
        Entry top = Entry.parse(file, text);
        top.onlyKeys(
                "protocol",
                "title",
                "about",
                "recruitment",
                "run_in",
                "randomisation",
                "arms",
                "rules",
                "open_label",
                "crossover",
                "visits",
                "measurements",
                "conduct",
                "endpoints",
                "analysis");
        Entry id = top.get("protocol");
        if (!ID.matcher(id.text()).matches()) {
            throw id.wrong("letters, digits and underscores, beginning with a letter");
        }
        Recruitment recruitment = RecruitmentReader.read(top.get("recruitment"));
        List<StudyTime> visits = VisitReader.visits(top.get("visits"));
        List<Measurement> measurements = VisitReader.measurements(top.get("measurements"), visits);
        List<Arm> arms = ArmReader.read(top, visits.getLast(), measurements);
        Randomisation randomisation = randomisation(top.get("randomisation"));
        boolean paired = randomisation.method() == Randomisation.Method.PAIRED;
        return new Protocol(
                id.text(),
                top.text("title"),
                about(top.get("about"), top),
                recruitment,
                runIn(top),
                randomisation,
                arms,
                visits,
                measurements,
                ConductReader.read(top.get("conduct"), recruitment.setting()),
                EndpointReader.read(top, measurements, visits.getLast(), paired),
                top.find("analysis")
                        .map(e -> AnalysisReader.read(e, arms, paired))
                        .orElse(AnalysisPlan.USUAL));
    }

    private static StudyTime runIn(Entry top) {
        return top.find("run_in")
                .map(e -> {
                    StudyTime time = e.time();
                    if (time.compareTo(Criterion.FractureHistory.LONGEST) > 0) {
                        throw e.wrong("a run-in of up to 2 years");
                    }
                    return time;
                })
                .orElse(StudyTime.ZERO);
    }

    private static Randomisation randomisation(Entry entry) {
        entry.onlyKeys("method", "blinding", "strata");
        List<Randomisation.Stratum> strata = new ArrayList<>();
        for (Entry item : entry.items("strata")) {
            strata.add(item.choice(Randomisation.Stratum.class));
        }
        return new Randomisation(
                entry.get("method").choice(Randomisation.Method.class),
                entry.find("blinding")
                        .map(b -> b.choice(Randomisation.Blinding.class))
                        .orElse(Randomisation.Blinding.OPEN),
                strata);
    }

    private static Protocol.About about(Entry entry, Entry top) {
        entry.onlyKeys("role", "study", "sources", "assumptions");
        List<String> sources =
                entry.get("sources").items().stream().map(Entry::text).toList();
        if (sources.isEmpty()) {
            throw entry.get("sources").wrong("at least one DOI, web address or registration");
        }
        Map<String, String> assumptions = new LinkedHashMap<>();
        entry.find("assumptions").ifPresent(list -> {
            for (String path : list.keys()) {
                Entry reason = list.get(path);
                if (!exists(top, path)) {
                    throw reason.fault(
                            "an assumption about '" + path + "', which the file does not hold",
                            "the path of an entry of this file, such as conduct.drop_out");
                }
                assumptions.put(path, reason.text());
            }
        });
        return new Protocol.About(
                entry.get("role").choice(Protocol.Role.class),
                entry.find("study").map(Entry::text).orElse(""),
                sources,
                assumptions);
    }

    private static boolean exists(Entry top, String path) {
        Entry at = top;
        for (String key : path.split("\\.")) {
            if (!at.isMap() || at.find(key).isEmpty()) {
                return false;
            }
            at = at.get(key);
        }
        return true;
    }
}
