package org.lamella.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.PlanMaker;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.patient.Patient;
import org.lamella.twin.ParameterSets;
import org.lamella.twin.TwinFit;
import org.lamella.twin.TwinForecaster;
import org.lamella.twin.TwinSettings;

/** A whole plan, again and again in one JVM: rules, history of 4,000 siblings, five years of every option. */
final class PlanRun {
    private static final int ROUNDS = 6;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final TwinSettings SETTINGS = new TwinSettings(4000, 1, 5);
    private static final List<String> RECORDS = List.of(
            "newborn-type-iii.json",
            "girl-26-months-pamidronate.json",
            "boy-type-i-arm-fractures.json",
            "teenager-type-iv-zoledronate.json",
            "adult-type-i.json");

    private PlanRun() {}

    /**
     * What was measured.
     *
     * @param record file
     * @param round 0 is the first of its record
     * @param options with a forecast
     * @param siblings in all
     * @param effectiveSize effective number of siblings
     * @param wallSeconds time on the clock
     * @param cpuSeconds processor time of the process, compilers and garbage collection included
     * @param historySeconds of it on the clock, to the day of the plan
     * @param forecastSeconds of it on the clock, options
     * @param digest of the plan's forecasts
     */
    record Outcome(
            String record,
            int round,
            int options,
            int siblings,
            double effectiveSize,
            double wallSeconds,
            double cpuSeconds,
            double historySeconds,
            double forecastSeconds,
            String digest) {}

    /** All records in turn, round by round. */
    static List<Outcome> all(Path examples) {
        ParameterSets sets = ParameterSets.standard();
        PlanMaker maker = new PlanMaker(TwinForecaster.of(sets), CarePathway.standard(), "bench", sets.name());
        List<Outcome> outcomes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String record : RECORDS) {
                outcomes.add(one(maker, examples.resolve(record), round));
            }
        }
        return outcomes;
    }

    private static Outcome one(PlanMaker maker, Path file, int round) {
        Patient patient = switch (RecordReader.read(file, DAY)) {
            case RecordResult.Understood read -> read.patient();
            case RecordResult.Refused refused -> throw new IllegalArgumentException(file + " was refused");
        };
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long[] done = new long[2];
        long cpu = machine.getProcessCpuTime();
        long began = System.nanoTime();
        Plan plan = maker.make(patient, DAY, SiteConfiguration.defaults(), SETTINGS, List.of(), (stage, fraction) -> {
            if (fraction == 1) {
                done[stage.equals("history") ? 0 : 1] = System.nanoTime();
            }
        });
        double wall = (System.nanoTime() - began) / 1e9;
        double used = (machine.getProcessCpuTime() - cpu) / 1e9;
        TwinFit fit = plan.fit();
        var forecasts = plan.options().stream()
                .filter(option -> option.forecast() != null)
                .map(option -> option.forecast())
                .toList();
        return new Outcome(
                file.getFileName().toString(),
                round,
                forecasts.size(),
                SETTINGS.siblings(),
                fit == null ? 0 : fit.effectiveSampleSize(),
                wall,
                used,
                (done[0] - began) / 1e9,
                (done[1] - done[0]) / 1e9,
                HexFormat.of().toHexDigits(forecasts.toString().hashCode()));
    }
}
