package org.lamella.trial.output;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lamella.evidence.data.YamlNode;
import org.lamella.trial.protocol.TreatmentCautions;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.TrialVariant;
import org.lamella.trial.run.VirtualTrial;

/**
 * What is needed to make the same files again, and how to check that they are the same.
 *
 * @param settings patients, replicates, seed (threads do not matter)
 * @param variant what the replicates were to tell
 * @param parameters hash of the model's parameters
 * @param complete false when the run was stopped early
 * @param outcomes fingerprint of all patients, the same for every way of running the trial; empty in old manifests
 * @param files hash of each file by name
 */
public record Manifest(
        RunSettings settings,
        TrialVariant variant,
        String parameters,
        boolean complete,
        String outcomes,
        Map<String, String> files) {
    /** Name of the manifest in its folder. */
    public static final String NAME = "manifest.json";

    static String json(
            VirtualTrial trial,
            RunSettings settings,
            RunTally tally,
            String version,
            String fingerprint,
            Map<String, String> hashes) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("what", "virtual trial");
        top.put("complete", tally.complete());
        top.put("protocol", trial.protocol().id());
        top.put("variant", trial.variant().name().toLowerCase(Locale.ROOT));
        top.put("version", version);
        top.put("java", Runtime.version().toString());
        top.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        top.put("parameters_sha256", Hashes.of(trial.model().parameters()));
        top.put("seed", settings.seed());
        top.put("patients", settings.patients());
        top.put("replicates", settings.replicates());
        top.put("enrolled", tally.enrolled());
        top.put("screened", tally.screened());
        top.put("trial_patient_years", Names.rounded(tally.trialYears()));
        top.put("cautions", TreatmentCautions.of(trial.protocol()));
        top.put("reproduce", "lamella reproduce manifest.json");
        top.put("outcomes_sha256_sum", fingerprint);
        top.put("files_sha256", hashes);
        return Json.write(top);
    }

    /**
     * Reads a manifest.
     *
     * @param name name used in faults
     * @param text the file
     * @param threads threads to run with
     * @throws org.lamella.evidence.data.DataFileException when it is not a manifest of a trial
     */
    public static Manifest read(String name, String text, int threads) {
        YamlNode top = YamlNode.parse(name, text);
        YamlNode files = top.get("files_sha256");
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String file : files.keys()) {
            hashes.put(file, files.text(file));
        }
        YamlNode seed = top.get("seed");
        return new Manifest(
                new RunSettings(
                        top.get("patients").integer(),
                        top.get("replicates").integer(),
                        Long.parseLong(seed.scalar()),
                        threads),
                top.keys().contains("variant") ? top.choice("variant", TrialVariant.class) : TrialVariant.DESIGNED,
                top.text("parameters_sha256"),
                top.get("complete").flag(),
                top.keys().contains("outcomes_sha256_sum") ? top.text("outcomes_sha256_sum") : "",
                hashes);
    }
}
