package org.lamella.trial.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;

/** Every column of every table, and every code of what was measured, is explained. */
class DataDictionaryVerificationTest {
    private static final Protocol PROTOCOL = Protocol.read(Path.of("protocols/studies/gatti2005_neridronate.yaml"));

    @Test
    void explainsEveryColumn() {
        String dictionary = DataDictionary.csv(PROTOCOL);
        Map<String, Class<? extends Record>> tables =
                Map.of("subjects", SubjectRow.class, "visits", VisitRow.class, "events", EventRow.class);
        tables.forEach((name, type) -> {
            for (RecordComponent column : type.getRecordComponents()) {
                assertThat(dictionary)
                        .as("%s.%s", name, column.getName())
                        .containsPattern(
                                "(?m)^" + name + "," + column.getName() + ",[^,]+,\"[^\"]{4,}\",(CDISC|own) name$");
            }
        });
        for (String column : EndpointTable.HEADER.split(",")) {
            assertThat(dictionary).containsPattern("(?m)^endpoints," + column + ",");
        }
        for (Measurement m : PROTOCOL.measurements()) {
            assertThat(dictionary)
                    .contains("PARAMCD," + m.quantity().code() + ","
                            + m.quantity().unit() + ",");
        }
    }
}
