package org.lamella.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.ElementaryBenchmark;
import org.lamella.bone.Engine;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures one part and writes it to {@code results/PART.json}; started by {@code bench/run}. */
public final class Bench {
    private static final int ROUNDS = 3;

    private final Path folder;
    private final String date;

    private Bench(Path folder, String date) {
        this.folder = folder;
        this.date = date;
    }

    /** Arguments: part, folder of results, date, folder of example records. */
    public static void main(String[] args) throws IOException, RunnerException {
        Bench bench = new Bench(Path.of(args[1]), args[2]);
        switch (args[0]) {
            case "jmh" -> bench.jmh();
            case "peer" -> bench.write("peer", bench.peer());
            case "whole" -> bench.write("whole", bench.whole());
            case "threads" -> bench.write("threads", bench.threads());
            case "scaling" -> bench.write("scaling", bench.scaling());
            case "plan" -> bench.write("plan", PlanRun.all(Path.of(args[3])));
            case "million" -> bench.write("million", bench.million());
            default -> {
                System.err.println("bench: found '" + args[0]
                        + "', accepted are jmh, peer, whole, threads, plan, scaling, million, page");
                System.exit(2);
            }
        }
    }

    private void jmh() throws RunnerException, IOException {
        new Runner(new OptionsBuilder()
                        .include(KernelBenchmark.class.getName())
                        .include(ElementaryBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs("-Xmx1g", "-XX:+UseParallelGC")
                        .addProfiler(GCProfiler.class)
                        .resultFormat(ResultFormatType.JSON)
                        .result(folder.resolve("jmh-raw.json").toString())
                        .build())
                .run();
        ObjectMapper json = new ObjectMapper();
        Path raw = folder.resolve("jmh-raw.json");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var entry : json.readTree(raw.toFile())) {
            Map<String, Object> row = new LinkedHashMap<>();
            String name = entry.get("benchmark").asText();
            row.put("benchmark", name.substring(name.lastIndexOf('.') + 1));
            row.put("lanes", entry.path("params").path("blockLanes").asText(""));
            row.put("nanoseconds", entry.get("primaryMetric").get("score").asDouble());
            row.put("error", entry.get("primaryMetric").path("scoreError").asDouble(0));
            row.put(
                    "bytes",
                    entry.get("secondaryMetrics")
                            .path("gc.alloc.rate.norm")
                            .path("score")
                            .asDouble(-1));
            rows.add(row);
        }
        Files.delete(raw);
        write("jmh", rows);
    }

    private static BoneModel model(int lanes) {
        return BoneModel.create(
                BoneParameters.load(), Engine.STANDARD.withBlockLanes(lanes).sequential());
    }

    private static WholeRun warm() {
        WholeRun run = new WholeRun(model(Engine.STANDARD.blockLanes()));
        run.run(new Job(2048, 10, 2));
        return run;
    }

    private List<WholeRun.Outcome> whole() {
        WholeRun run = new WholeRun(model(Engine.STANDARD.blockLanes()));
        List<WholeRun.Outcome> outcomes = new ArrayList<>();
        for (int round = 0; round < 1 + ROUNDS; round++) {
            outcomes.add(run.run(new Job(10_000, 10, 1)));
        }
        return outcomes;
    }

    private List<WholeRun.Outcome> threads() {
        WholeRun run = warm();
        List<WholeRun.Outcome> outcomes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            outcomes.add(run.run(new Job(10_000, 10, 1)));
            outcomes.add(run.run(new Job(10_000, 10, 2)));
        }
        return outcomes;
    }

    private List<WholeRun.Outcome> scaling() {
        WholeRun run = warm();
        List<WholeRun.Outcome> outcomes = new ArrayList<>();
        for (int patients : new int[] {100, 1_000, 10_000, 100_000}) {
            outcomes.add(run.run(new Job(patients, 10, 2)));
        }
        return outcomes;
    }

    private List<WholeRun.Outcome> million() {
        return List.of(warm().run(new Job(1_000_000, 10, 2)));
    }

    /** Rounds interleaved, so that a busy moment strikes all alike. */
    private List<Object> peer() {
        Peer batch = new Peer(model(Engine.STANDARD.blockLanes()), 10);
        List<Object> outcomes = new ArrayList<>();
        for (int round = 0; round < 1 + ROUNDS; round++) {
            List<Object> these = new ArrayList<>();
            these.add(batch.kernel("KERNEL", Engine.STANDARD.blockLanes(), 2048));
            these.add(batch.kernel("KERNEL_ONE_LANE", 1, 24));
            for (Peer.Method method : Peer.Method.values()) {
                these.add(batch.hipparchus(method, 3));
            }
            these.add(Map.of("name", "EVALUATION_ONE_LANE", "cpuSeconds", batch.evaluation()));
            if (round > 0) {
                outcomes.addAll(these);
            }
        }
        return outcomes;
    }

    private void write(String part, Object results) throws IOException {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("part", part);
        page.put("date", date);
        page.put("processor", processor());
        page.put("threadsOfMachine", Runtime.getRuntime().availableProcessors());
        page.put("loadAverage", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        page.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        page.put("heapLimitMegabytes", Runtime.getRuntime().maxMemory() / 1e6);
        page.put("parameters", BoneParameters.load().fingerprint());
        page.put("results", results);
        Path file = folder.resolve(part + ".json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), page);
        System.out.println("bench: wrote " + file);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
