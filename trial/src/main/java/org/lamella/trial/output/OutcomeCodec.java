package org.lamella.trial.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.FractureSite;
import org.lamella.bone.GenotypeClass;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.TrialEvent;

/** Patients as bytes: for unfinished runs, for other machines, and for the fingerprint of a run. Loses nothing. */
public final class OutcomeCodec {
    private static final TrialEvent.Kind[] KINDS = TrialEvent.Kind.values();
    private static final FractureSite[] SITES = FractureSite.values();
    private static final Sex[] SEXES = Sex.values();
    private static final OiType[] TYPES = OiType.values();
    private static final GenotypeClass[] GENOTYPES = GenotypeClass.values();

    private OutcomeCodec() {}

    /** One patient as bytes. */
    public static byte[] bytes(PatientOutcome outcome) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            write(outcome, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Many patients as bytes, with their number in front. */
    public static byte[] bytes(List<PatientOutcome> outcomes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024 * (outcomes.size() + 1));
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(outcomes.size());
            for (PatientOutcome outcome : outcomes) {
                write(outcome, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** The patients of {@link #bytes(List)}. */
    public static List<PatientOutcome> all(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int n = in.readInt();
            List<PatientOutcome> outcomes = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                outcomes.add(read(in));
            }
            return outcomes;
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static void write(PatientOutcome o, DataOutput out) throws IOException {
        out.writeInt(o.replicate());
        out.writeInt(o.number());
        out.writeLong(o.key());
        out.writeInt(o.arm());
        out.writeByte(o.sex().ordinal());
        out.writeByte(o.type().ordinal());
        out.writeByte(o.genotype().ordinal());
        out.writeInt(o.ageDays());
        out.writeDouble(o.severity());
        out.writeInt(o.historyFractures());
        events(o.runIn(), out);
        out.writeDouble(o.adherence());
        out.writeInt(o.lastDay());
        out.writeBoolean(o.completed());
        table(o.measured(), out);
        table(o.truth(), out);
        events(o.events(), out);
    }

    private static void events(List<TrialEvent> events, DataOutput out) throws IOException {
        out.writeInt(events.size());
        for (TrialEvent event : events) {
            out.writeInt(event.day());
            out.writeByte(event.kind().ordinal());
            FractureSite site = event.site();
            out.writeByte(site == null ? -1 : site.ordinal());
            out.writeBoolean(event.counted());
            out.writeUTF(event.detail());
        }
    }

    private static void table(double[][] table, DataOutput out) throws IOException {
        out.writeInt(table.length);
        for (double[] row : table) {
            out.writeInt(row.length);
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    /** Reads one patient. */
    public static PatientOutcome read(DataInput in) throws IOException {
        return new PatientOutcome(
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                SEXES[in.readByte()],
                TYPES[in.readByte()],
                GENOTYPES[in.readByte()],
                in.readInt(),
                in.readDouble(),
                in.readInt(),
                events(in),
                in.readDouble(),
                in.readInt(),
                in.readBoolean(),
                table(in),
                table(in),
                events(in));
    }

    private static double[][] table(DataInput in) throws IOException {
        double[][] table = new double[in.readInt()][];
        for (int r = 0; r < table.length; r++) {
            table[r] = new double[in.readInt()];
            for (int c = 0; c < table[r].length; c++) {
                table[r][c] = in.readDouble();
            }
        }
        return table;
    }

    private static List<TrialEvent> events(DataInput in) throws IOException {
        int n = in.readInt();
        List<TrialEvent> events = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            int day = in.readInt();
            TrialEvent.Kind kind = KINDS[in.readByte()];
            byte site = in.readByte();
            events.add(new TrialEvent(day, kind, site < 0 ? null : SITES[site], in.readBoolean(), in.readUTF()));
        }
        return events;
    }
}
