package org.lamella.trial.output;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * Hands the cells of a row to the columns of a Parquet file without a detour through reflection. A text that was just
 * written to a column, such as the name of a subject, is not encoded again.
 */
final class ParquetRows<R extends Record & TableRow> extends WriteSupport<R> {
    private final Class<R> type;
    private final MessageType schema;

    @SuppressWarnings("NullAway.Init") // the library sets it before the first row
    private Columns columns;

    ParquetRows(Class<R> type) {
        this.type = type;
        this.schema = schema(type);
    }

    private static MessageType schema(Class<? extends Record> type) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (RecordComponent c : type.getRecordComponents()) {
            if (c.getType() == int.class) {
                message.addField(Types.required(PrimitiveTypeName.INT32).named(c.getName()));
            } else if (c.getType() == double.class) {
                message.addField(Types.required(PrimitiveTypeName.DOUBLE).named(c.getName()));
            } else {
                message.addField(Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(c.getName()));
            }
        }
        return message.named(type.getSimpleName());
    }

    @Override
    public String getName() {
        return type.getName();
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        columns = new Columns(consumer, schema);
    }

    @Override
    public void write(R row) {
        columns.begin();
        row.cells(columns);
        columns.end();
    }

    /** The row under way. */
    private static final class Columns implements Cells {
        private final RecordConsumer to;
        private final String[] names;
        private final String[] texts;
        private final Binary[] encoded;
        private int column;

        Columns(RecordConsumer to, MessageType schema) {
            this.to = to;
            int n = schema.getFieldCount();
            names = new String[n];
            texts = new String[n];
            encoded = new Binary[n];
            for (int i = 0; i < n; i++) {
                names[i] = schema.getFieldName(i);
                texts[i] = "";
                encoded[i] = Binary.EMPTY;
            }
        }

        void begin() {
            to.startMessage();
            column = 0;
        }

        void end() {
            to.endMessage();
        }

        @Override
        public Cells text(String value) {
            if (!value.equals(texts[column])) {
                texts[column] = value;
                encoded[column] = Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8));
            }
            to.startField(names[column], column);
            to.addBinary(encoded[column]);
            return next();
        }

        @Override
        public Cells whole(int value) {
            to.startField(names[column], column);
            to.addInteger(value);
            return next();
        }

        @Override
        public Cells number(double value) {
            to.startField(names[column], column);
            to.addDouble(value);
            return next();
        }

        private Cells next() {
            to.endField(names[column], column);
            column++;
            return this;
        }
    }
}
