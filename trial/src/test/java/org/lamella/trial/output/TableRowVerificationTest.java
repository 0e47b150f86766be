package org.lamella.trial.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows hand out their cells in the order of their columns; numbers read back as they were. */
class TableRowVerificationTest {
    private static final class Gathered implements Cells {
        final List<Object> cells = new ArrayList<>();

        @Override
        public Cells text(String value) {
            cells.add(value);
            return this;
        }

        @Override
        public Cells whole(int value) {
            cells.add(value);
            return this;
        }

        @Override
        public Cells number(double value) {
            cells.add(value);
            return this;
        }
    }

    @Test
    void cellsAreTheColumnsInOrder() throws ReflectiveOperationException {
        List<TableRow> rows = List.of(
                new SubjectRow("a", "b", 1, 2, "c", "d", "e", "f", "h", 3.5, 4, 3, 5.5, 6.5, "g", 7, 8, 9.5),
                new VisitRow("a", 1, "b", 2, "c", "d", 3.5, 4.5, 5.5, 6.5),
                new EventRow("a", 1, "b", 2, "c", "d", "e", "f"));
        for (TableRow row : rows) {
            Gathered gathered = new Gathered();
            row.cells(gathered);
            List<Object> columns = new ArrayList<>();
            for (RecordComponent column : row.getClass().getRecordComponents()) {
                columns.add(column.getAccessor().invoke(row));
            }
            assertThat(gathered.cells).isEqualTo(columns);
        }
    }

    @Test
    void numbersReadBackAsTheyWere() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Names.rounded((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-5, 8)));
            assertThat(Double.parseDouble(written(value))).isEqualTo(value == 0 ? 0.0 : value);
        }
        assertThat(written(12)).isEqualTo("12.0");
        assertThat(written(-0.5)).isEqualTo("-0.5");
        assertThat(written(1e-5)).isEqualTo("0.00001");
        assertThat(written(-0.0)).isEqualTo("0.0");
        assertThat(written(1.25e20)).isEqualTo("1.25E20");
    }

    @Test
    void textsAndWholeNumbersAreWrittenAsTheyAre() {
        AsciiText text = new AsciiText(1);
        text.put("a")
                .put(-0)
                .put(Integer.MIN_VALUE)
                .put('|')
                .put(Integer.MAX_VALUE)
                .put("Z-Größe ≥ 2 µg");
        assertThat(text).hasToString("a0-2147483648|2147483647Z-Größe ≥ 2 µg");
    }

    private static String written(double value) {
        return new AsciiText(4).decimal(value).toString();
    }
}
