package org.lamella.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import org.lamella.bone.BoneParameters;
import org.lamella.trial.analysis.SizeSearch;
import org.lamella.trial.output.RunFault;
import org.lamella.trial.output.TrialCluster;
import org.lamella.trial.output.TrialFolder;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.TrialRefused;
import org.lamella.trial.run.TrialVariant;
import org.lamella.trial.run.VirtualTrial;

/**
 * Runs a trial for the terminal: model, progress, Ctrl-C, clock, and faults in plain words.
 *
 * @param folder where to write
 * @param file name of the protocol file, for messages
 * @param protocol the trial
 * @param text what is in that file
 * @param variant what the replicates are to tell
 * @param err standard error
 */
record TrialRun(Path folder, String file, Protocol protocol, String text, TrialVariant variant, PrintWriter err) {
    /**
     * What a run left, and how fast it was.
     *
     * @param finished files and tally
     * @param simulatedHere patient-years simulated in this run, what was taken up from an earlier one not included
     * @param seconds from the first person screened to the last file written
     * @param threads threads or processors that simulated
     */
    record Result(TrialFolder.Finished finished, double simulatedHere, double seconds, int threads) {
        /** The closing line: time within the trial, then everything that was simulated. */
        String rateLine() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f patient-years from enrolment on; %,.0f simulated now, life before enrolment included, in %.1f"
                            + " s on %d thread%s (files written meanwhile): %,.0f patient-years/s",
                    finished.tally().trialYears(),
                    simulatedHere,
                    seconds,
                    threads,
                    threads == 1 ? "" : "s",
                    simulatedHere / seconds);
        }
    }

    /** Runs on the threads of this machine. */
    Result here(RunSettings settings) {
        return guarded(progress -> {
            VirtualTrial trial = trial();
            long start = System.nanoTime();
            TrialFolder.Finished finished = TrialFolder.write(trial, text, settings, folder, Version.text(), progress);
            return result(finished, progress.yearsBefore(), start, settings.threads());
        });
    }

    /** Runs on Spark. */
    Result onSpark(RunSettings settings, String master, int partitions, Map<String, String> sparkSettings) {
        TrialCluster cluster = ServiceLoader.load(TrialCluster.class)
                .findFirst()
                .orElseThrow(() -> new InputRefused(
                        "--spark: this program was started without Spark; accepted is" + " ./lamella trial ... --spark "
                                + master + ", which builds the module 'cluster' when needed"));
        return guarded(progress -> {
            VirtualTrial trial = trial();
            try (TrialCluster.Session session = cluster.connect(master, partitions, sparkSettings)) {
                long start = System.nanoTime();
                TrialFolder.Finished finished = TrialFolder.writeFrom(
                        session.trial(file, text, variant), trial, text, settings, folder, Version.text(), progress);
                return result(finished, 0, start, session.processors());
            }
        });
    }

    /** Finds the number of patients for a power, by runs of growing size. */
    Found size(double power, RunSettings first, int mostPatients) {
        return guarded(progress -> {
            VirtualTrial trial = trial();
            SizeSearch search = new SizeSearch(protocol, power);
            long start = System.nanoTime();
            RunTally tally = RunTally.nothing(protocol);
            int patients = Math.min(first.patients(), mostPatients);
            while (true) {
                search.begin(patients);
                progress.another();
                RunTally now = trial.run(
                        new RunSettings(patients, first.replicates(), first.seed(), first.threads()), search, progress);
                tally = tally.plus(now);
                if (!now.complete()) {
                    throw new CancellationException("stopped");
                }
                if (search.largeEnough() || patients >= mostPatients) {
                    break;
                }
                patients = Math.min(2 * patients, mostPatients);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Found(search.find(), patients, tally.simulatedYears() / seconds);
        });
    }

    /**
     * A sample size.
     *
     * @param size what was found
     * @param largest patients of the largest run
     * @param rate patient-years per second
     */
    record Found(SizeSearch.Found size, int largest, double rate) {}

    private static Result result(TrialFolder.Finished finished, double yearsBefore, long start, int threads) {
        return new Result(
                finished, finished.tally().simulatedYears() - yearsBefore, (System.nanoTime() - start) / 1e9, threads);
    }

    private VirtualTrial trial() {
        return variant.trial(protocol, BoneParameters.load());
    }

    /** Work that may fail on the disk. */
    private interface Work<T> {
        T run(TerminalProgress progress) throws IOException;
    }

    private <T> T guarded(Work<T> work) {
        try (TerminalProgress progress = new TerminalProgress(err)) {
            return work.run(progress);
        } catch (TrialRefused refused) {
            throw new InputRefused(refused.getMessage() + "\n" + where(refused.entry()));
        } catch (RunFault refused) {
            throw new InputRefused(String.valueOf(refused.getMessage()));
        } catch (CancellationException stopped) {
            throw new CannotFinish(folder
                    + ": stopped before it was finished. A run on Spark, or for a sample size, leaves no partial files and"
                    + " cannot be continued: the same command begins anew and gives what it would have given."
                    + " Without --spark a stopped run is continued.");
        } catch (OutOfMemoryError full) {
            throw new CannotFinish(folder + ": Java's memory did not suffice (" + full.getMessage()
                    + "); accepted are more memory (LAMELLA_JAVA_OPTS=-Xmx4g) or fewer threads (--threads 1)."
                    + " What was finished is kept: run the same command again.");
        } catch (UncheckedIOException e) {
            throw unwritable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** File and line of an entry, or of the recruitment. */
    private String where(String entry) {
        String[] lines = text.split("\n", -1);
        int recruitment = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("recruitment:")) {
                recruitment = i + 1;
            }
            boolean criteria = entry.equals("criteria:");
            if (criteria ? lines[i].strip().startsWith(entry) : lines[i].contains(entry)) {
                return "(" + file + ":" + (i + 1) + ": " + (criteria ? "criteria" : lines[i].strip()) + ")";
            }
        }
        return "(" + file + ":" + recruitment + ": recruitment)";
    }

    private CannotFinish unwritable(IOException why) {
        return new CannotFinish(
                folder + ": cannot be written (" + why.getClass().getSimpleName() + ": " + why.getMessage()
                        + "); accepted is a folder that may be written, with enough free space."
                        + " What was finished is kept: make space and run the same command again.");
    }
}
