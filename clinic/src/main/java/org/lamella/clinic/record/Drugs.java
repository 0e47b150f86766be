package org.lamella.clinic.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.patient.Drug;

/** Drugs that a record may name. */
final class Drugs {
    private static final List<Drug> KNOWN = Stream.of(
                    Drug.PAMIDRONATE,
                    Drug.ZOLEDRONATE,
                    Drug.NERIDRONATE,
                    Drug.ALENDRONATE,
                    Drug.RISEDRONATE,
                    Drug.OLPADRONATE,
                    Drug.DENOSUMAB,
                    Drug.TERIPARATIDE,
                    Drug.ROMOSOZUMAB,
                    Drug.SETRUSUMAB,
                    Drug.FRESOLIMUMAB,
                    Drug.SOMATROPIN,
                    Drug.CALCITONIN,
                    Drug.VITAMIN_D,
                    Drug.CALCIUM)
            .sorted()
            .toList();

    private Drugs() {}

    static Optional<Drug> named(String name) {
        return KNOWN.stream().filter(drug -> drug.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return KNOWN.stream().map(Drug::name).toList();
    }
}
