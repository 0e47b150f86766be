package org.lamella.trial.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the footer of a Parquet file into one order. The library lists the encodings of a column in the order of a hash
 * set, which changes from one run to the next; the file means the same, but its bytes would not be reproducible.
 */
final class ParquetFooter {
    private static final int TAIL = 8;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private ParquetFooter() {}

    static void order(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long length = file.length();
            byte[] tail = new byte[TAIL];
            file.seek(length - TAIL);
            file.readFully(tail);
            int size = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            long start = length - TAIL - size;
            byte[] footer = new byte[size];
            file.seek(start);
            file.readFully(footer);
            FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(footer));
            for (RowGroup group : meta.getRow_groups()) {
                for (ColumnChunk column : group.getColumns()) {
                    order(column.getMeta_data());
                }
            }
            ByteArrayOutputStream ordered = new ByteArrayOutputStream(size);
            Util.writeFileMetaData(meta, ordered);
            file.seek(start);
            file.write(ordered.toByteArray());
            file.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(ordered.size())
                    .array());
            file.write(MAGIC);
            file.setLength(file.getFilePointer());
        }
    }

    private static void order(ColumnMetaData column) {
        List<Encoding> encodings = new ArrayList<>(column.getEncodings());
        encodings.sort(Comparator.comparingInt(Encoding::getValue));
        column.setEncodings(encodings);
        if (column.isSetEncoding_stats()) {
            List<PageEncodingStats> stats = new ArrayList<>(column.getEncoding_stats());
            stats.sort(Comparator.comparingInt(
                            (PageEncodingStats s) -> s.getPage_type().getValue())
                    .thenComparingInt(s -> s.getEncoding().getValue()));
            column.setEncoding_stats(stats);
        }
    }
}
