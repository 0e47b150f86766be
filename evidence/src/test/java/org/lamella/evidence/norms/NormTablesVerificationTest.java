package org.lamella.evidence.norms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.CsvTable;

class NormTablesVerificationTest {
    @Test
    void everyTableNamesSourceAndLicence() {
        for (String name : NormTables.names()) {
            CsvTable table = NormTables.table(name);
            String head = String.join("\n", table.comments()).toLowerCase(Locale.ROOT);
            assertThat(table.rows()).as(name).isNotEmpty();
            assertThat(head).as(name).contains("licence");
            boolean sourced = List.of("source", "cite", "doi:", "anchors:", "note 1:", "abstract", "fitted").stream()
                    .anyMatch(head::contains);
            assertThat(sourced).as(name + " names where its figures come from").isTrue();
        }
    }

    @Test
    void unknownTableIsRefusedWithTheKnownNames() {
        assertThatThrownBy(() -> NormTables.table("nothing.csv")).hasMessageContaining("markers_by_age.csv");
    }

    @Test
    void monotoneCubicReproducesAStraightLineAndNeverOvershoots() {
        double[] x = {0, 1, 3, 4, 7};
        MonotoneCubic line = new MonotoneCubic(x, new double[] {1, 3, 7, 9, 15});
        MonotoneCubic steep = new MonotoneCubic(x, new double[] {0, 0.1, 5, 5.1, 5.2});
        double before = -1;
        for (double p = 0; p <= 7; p += 0.01) {
            assertThat(line.at(p)).isCloseTo(1 + 2 * p, within(1e-12));
            assertThat(steep.at(p)).isGreaterThanOrEqualTo(before);
            before = steep.at(p);
        }
        assertThat(steep.at(3)).isEqualTo(5);
    }

    @Test
    void standingOfAKnownDistributionIsItsZScore() {
        double[] centiles = {2.5, 25, 50, 75, 97.5};
        double[] row = new double[centiles.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = 100 * Math.exp(0.3 * CentileCurves.quantile(centiles[i] / 100));
        }
        CentileCurves curves = new CentileCurves(centiles, new double[] {0, 10}, new double[][] {row, row}, true);
        for (double z = -1.9; z <= 1.9; z += 0.1) {
            double value = 100 * Math.exp(0.3 * z);
            assertThat(curves.standing(5, value).zScore().orElseThrow()).isCloseTo(z, within(1e-9));
        }
        assertThat(((Standing.Within) curves.standing(5, 100)).centile()).isCloseTo(50, within(1e-9));
        assertThat(curves.standing(5, 1)).isEqualTo(new Standing.Below(2.5, row[0]));
        assertThat(curves.standing(5, 1000)).isEqualTo(new Standing.Above(97.5, row[4]));
        assertThat(curves.standing(5, 1000).describe("ug/L")).isEqualTo("above centile 97.5 (180.0 ug/L)");
    }
}
