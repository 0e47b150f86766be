package org.lamella.trial.output;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.trial.run.Checkpoint;
import org.lamella.trial.run.Enrolment;
import org.lamella.trial.run.RunTally;

/** Checkpoints as bytes. */
final class CheckpointCodec {
    private CheckpointCodec() {}

    static void write(Checkpoint c, DataOutputStream out) throws IOException {
        out.writeInt(c.replicate());
        Enrolment.State s = c.enrolment();
        out.writeLong(s.nextPerson());
        write(s.screened(), s.knownFractures(), s.notMet(), s.enrolled(), s.trialDays(), s.simulatedDays(), out);
        out.writeInt(s.allocated().size());
        for (Map.Entry<String, List<Integer>> stratum : s.allocated().entrySet()) {
            out.writeUTF(stratum.getKey());
            out.writeInt(stratum.getValue().size());
            for (int n : stratum.getValue()) {
                out.writeInt(n);
            }
        }
        RunTally b = c.before();
        write(b.screened(), b.knownFractures(), b.notMet(), b.enrolled(), b.trialDays(), b.simulatedDays(), out);
    }

    private static void write(
            long screened,
            long knownFractures,
            List<Long> notMet,
            long enrolled,
            long trialDays,
            long simulatedDays,
            DataOutputStream out)
            throws IOException {
        out.writeLong(screened);
        out.writeLong(knownFractures);
        out.writeInt(notMet.size());
        for (long n : notMet) {
            out.writeLong(n);
        }
        out.writeLong(enrolled);
        out.writeLong(trialDays);
        out.writeLong(simulatedDays);
    }

    static Checkpoint read(DataInputStream in) throws IOException {
        int replicate = in.readInt();
        long nextPerson = in.readLong();
        RunTally here = tally(in);
        Map<String, List<Integer>> allocated = new TreeMap<>();
        int strata = in.readInt();
        for (int i = 0; i < strata; i++) {
            String stratum = in.readUTF();
            List<Integer> counts = new ArrayList<>();
            int arms = in.readInt();
            for (int a = 0; a < arms; a++) {
                counts.add(in.readInt());
            }
            allocated.put(stratum, counts);
        }
        return new Checkpoint(
                replicate,
                new Enrolment.State(
                        nextPerson,
                        here.screened(),
                        here.knownFractures(),
                        here.notMet(),
                        (int) here.enrolled(),
                        here.trialDays(),
                        here.simulatedDays(),
                        allocated),
                tally(in));
    }

    private static RunTally tally(DataInputStream in) throws IOException {
        long screened = in.readLong();
        long knownFractures = in.readLong();
        List<Long> notMet = new ArrayList<>();
        int criteria = in.readInt();
        for (int c = 0; c < criteria; c++) {
            notMet.add(in.readLong());
        }
        return new RunTally(in.readLong(), screened, knownFractures, notMet, in.readLong(), in.readLong(), true);
    }
}
