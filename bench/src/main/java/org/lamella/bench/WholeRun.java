package org.lamella.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.Schedule;

/** Runs a {@link Job}: threads take chunks of patients, grow them, and let them go, so that memory stays flat. */
final class WholeRun {
    private static final int CHUNK = 128;

    private final BoneModel model;

    /** @param model with a sequential engine */
    WholeRun(BoneModel model) {
        this.model = model;
    }

    /**
     * What was measured.
     *
     * @param job the work
     * @param wallSeconds time on the clock
     * @param cpuSeconds processor time of all worker threads
     * @param peakHeapMegabytes sum of the highest use of all heap pools, garbage included
     * @param liveHeapMegabytes what the last collection left, or -1 when there was none
     * @param readings values taken
     * @param digest of all values: the same for any number of threads
     */
    record Outcome(
            Job job,
            double wallSeconds,
            double cpuSeconds,
            double peakHeapMegabytes,
            double liveHeapMegabytes,
            long readings,
            String digest) {
        public double patientYearsPerSecond() {
            return job.patientYears() / wallSeconds;
        }

        public double patientYearsPerCpuSecond() {
            return job.patientYears() / cpuSeconds;
        }
    }

    Outcome run(Job job) {
        Schedule treatment = job.treatment();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        AtomicInteger next = new AtomicInteger();
        AtomicLong digest = new AtomicLong();
        AtomicLong readings = new AtomicLong();
        AtomicLong cpu = new AtomicLong();
        Runnable worker = () -> {
            long began = cpuTime();
            for (int first = next.getAndAdd(CHUNK); first < job.patients(); first = next.getAndAdd(CHUNK)) {
                Monthly monthly = chunk(job, treatment, first, Math.min(first + CHUNK, job.patients()));
                digest.addAndGet(monthly.digest());
                readings.addAndGet(monthly.readings());
            }
            cpu.addAndGet(cpuTime() - began);
        };
        long began = System.nanoTime();
        everywhere(worker, job.threads());
        double wall = (System.nanoTime() - began) / 1e9;
        return new Outcome(
                job,
                wall,
                cpu.get() / 1e9,
                heap.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / 1e6,
                live(heap),
                readings.get(),
                Long.toHexString(digest.get()));
    }

    private static double live(List<MemoryPoolMXBean> heap) {
        long used = heap.stream()
                .filter(p -> p.getCollectionUsage() != null)
                .mapToLong(p -> p.getCollectionUsage().getUsed())
                .sum();
        return used > 0 ? used / 1e6 : -1;
    }

    private Monthly chunk(Job job, Schedule treatment, int from, int until) {
        Cohort cohort = model.newborns(Job.patients(model, from, until));
        cohort.fractures(Job.fractures());
        Monthly monthly = new Monthly();
        cohort.advanceTo(job.days(), treatment, monthly);
        return monthly;
    }

    private static void everywhere(Runnable worker, int threads) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(pool.submit(worker));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
