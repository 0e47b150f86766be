package org.lamella.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.trial.output.TrialFolder;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.TrialRefused;
import org.lamella.trial.run.VirtualTrial;

/** Runs a trial for the terminal: model, progress, Ctrl-C, clock. */
final class TrialRun {
    private TrialRun() {}

    /**
     * What a run left, and how fast it was.
     *
     * @param finished files and tally
     * @param seconds from the first person screened to the last file written
     * @param threads threads that simulated
     */
    record Result(TrialFolder.Finished finished, double seconds, int threads) {
        /** The closing line: time within the trial, then everything that was simulated. */
        String rateLine() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f patient-years from enrolment on; %,.0f simulated in all, life before enrolment included, in %.1f"
                            + " s on %d thread%s (files written meanwhile): %,.0f patient-years/s",
                    finished.tally().trialYears(),
                    finished.tally().simulatedYears(),
                    seconds,
                    threads,
                    threads == 1 ? "" : "s",
                    finished.tally().simulatedYears() / seconds);
        }
    }

    static Result into(Path folder, Protocol protocol, String text, RunSettings settings, PrintWriter err) {
        try (TerminalProgress progress = new TerminalProgress(err)) {
            VirtualTrial trial =
                    new VirtualTrial(protocol, BoneModel.create(BoneParameters.load(), Engine.STANDARD.sequential()));
            long start = System.nanoTime();
            TrialFolder.Finished finished = TrialFolder.write(trial, text, settings, folder, Version.text(), progress);
            return new Result(finished, (System.nanoTime() - start) / 1e9, settings.threads());
        } catch (TrialRefused refused) {
            throw new InputRefused(String.valueOf(refused.getMessage()));
        } catch (UncheckedIOException e) {
            throw unwritable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static InputRefused unwritable(Path folder, IOException why) {
        return new InputRefused(
                folder + ": cannot be written (" + why.getClass().getSimpleName() + ": " + why.getMessage()
                        + "); accepted is a folder that may be written, with enough free space");
    }
}
