package org.lamella.trial.output;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.Checkpoint;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;

/**
 * What a run has finished so far, on disk: numbered chunks of patients, each closed by the checkpoint after it. A chunk is
 * written aside and renamed, and carries a checksum, so a killed run leaves whole chunks only. One run at a time holds the
 * folder.
 */
final class RunLog implements OutcomeSink, AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 20;
    private static final long CHUNK_NANOS = 2_000_000_000L;
    private static final int MAGIC = 0x4C414D33;

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(CHUNK_BYTES * 2);
    private final Fingerprint fingerprint = new Fingerprint();
    private Checkpoint reached;
    private int patientsWaiting;
    private int chunks;
    private long lastChunk = System.nanoTime();

    private RunLog(Path folder, FileChannel lockFile, FileLock lock, Checkpoint reached) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
        this.reached = reached;
    }

    /**
     * Opens the log of a folder for a run.
     *
     * @param folder made when absent
     * @param identity everything that decides the results, one line each; chunks of another run are refused
     * @param protocol protocol of the run
     * @throws RunFault when another run holds the folder, or left unfinished work there
     */
    static RunLog open(Path folder, String identity, Protocol protocol) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lockOf(channel);
        if (lock == null) {
            channel.close();
            throw new RunFault(folder.toAbsolutePath().getParent()
                    + ": another run is writing here; accepted is a folder of its own for each run (--out)");
        }
        Path run = folder.resolve("run.txt");
        if (Files.exists(run) && !Files.readString(run).equals(identity)) {
            String found = Files.readString(run);
            channel.close();
            throw new RunFault(
                    folder.toAbsolutePath().getParent() + ": holds the unfinished run of other settings\n  found  "
                            + found.strip().replace("\n", ", ") + "\n  asked  "
                            + identity.strip().replace("\n", ", ")
                            + "\nAccepted are the same settings, which continue that run; another folder (--out); or --restart,"
                            + " which discards it.");
        }
        Files.writeString(run, identity);
        return new RunLog(folder, channel, lock, Checkpoint.beginning(protocol));
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** Hands all finished patients to a sink and says where the run goes on. Damaged chunks and those after them are dropped. */
    Checkpoint replay(OutcomeSink sink) throws IOException {
        boolean whole = true;
        for (int n = 0; Files.exists(chunk(n)); n++) {
            whole = whole && replay(Files.readAllBytes(chunk(n)), sink);
            if (whole) {
                chunks = n + 1;
            } else {
                Files.delete(chunk(n));
            }
        }
        return reached;
    }

    private boolean replay(byte[] bytes, OutcomeSink sink) throws IOException {
        int body = bytes.length - Long.BYTES;
        if (body < Integer.BYTES) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, body);
        try (DataInputStream tail = new DataInputStream(new ByteArrayInputStream(bytes, body, Long.BYTES))) {
            if (tail.readLong() != sum.getValue()) {
                return false;
            }
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(bytes, 0, body)))) {
            if (in.readInt() != MAGIC) {
                return false;
            }
            int patients = in.readInt();
            for (int i = 0; i < patients; i++) {
                PatientOutcome outcome = OutcomeCodec.read(in);
                fingerprint.add(OutcomeCodec.bytes(outcome));
                sink.accept(outcome);
            }
            reached = CheckpointCodec.read(in);
        }
        return true;
    }

    @Override
    public void accept(PatientOutcome outcome) {
        byte[] bytes = OutcomeCodec.bytes(outcome);
        fingerprint.add(bytes);
        waiting.writeBytes(bytes);
        patientsWaiting++;
    }

    @Override
    public void reached(Checkpoint point) {
        reached = point;
        long now = System.nanoTime();
        if (waiting.size() >= CHUNK_BYTES || now - lastChunk > CHUNK_NANOS) {
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A sink that hands patients on and then notes them here. */
    OutcomeSink before(OutcomeSink first) {
        return new OutcomeSink() {
            @Override
            public void accept(PatientOutcome outcome) {
                first.accept(outcome);
                RunLog.this.accept(outcome);
            }

            @Override
            public void reached(Checkpoint point) {
                RunLog.this.reached(point);
            }
        };
    }

    /** Writes what waits; call after the last checkpoint. */
    void flush() throws IOException {
        lastChunk = System.nanoTime();
        if (patientsWaiting == 0) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(waiting.size() + 1024);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(patientsWaiting);
        waiting.writeTo(out);
        CheckpointCodec.write(reached, out);
        CRC32 sum = new CRC32();
        sum.update(bytes.toByteArray());
        out.writeLong(sum.getValue());
        Path aside = folder.resolve("chunk.writing");
        Files.write(aside, bytes.toByteArray());
        Files.move(aside, chunk(chunks), StandardCopyOption.ATOMIC_MOVE);
        chunks++;
        waiting.reset();
        patientsWaiting = 0;
    }

    String fingerprint() {
        return fingerprint.hex();
    }

    private Path chunk(int n) {
        return folder.resolve(String.format(Locale.ROOT, "chunk-%06d.bin", n));
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
