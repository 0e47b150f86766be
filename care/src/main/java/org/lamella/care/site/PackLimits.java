package org.lamella.care.site;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lamella.evidence.data.YamlNode;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.Drug;

/**
 * Refuses a pack that cannot be: a drug of unknown name, or a strength or volume in another unit than mg and mL. Volumes
 * of infusions are computed from them, so a strength in g or ug would make a dose a thousand times too large or small.
 * The bounds are assumed, wide enough for every pack and narrow enough for a factor of a thousand.
 */
final class PackLimits {
    /** A pack holds at most this many of the largest single doses, and at least one of them divided by it. */
    private static final BigDecimal FACTOR = BigDecimal.valueOf(50);

    private static final BigDecimal LEAST_MILLILITRES = new BigDecimal("0.5");
    private static final BigDecimal MOST_MILLILITRES = BigDecimal.valueOf(1000);

    private PackLimits() {}

    /** Checks the drug, {@code mg} and {@code ml} of one product of a site configuration. */
    static void check(YamlNode product) {
        DrugFacts facts = facts(product.get("drug"));
        Optional<BigDecimal> largest = facts.limits(Limit.Kind.MAX_PER_DOSE).stream()
                .map(limit -> limit.figure().value())
                .max(Comparator.naturalOrder());
        largest.ifPresent(dose -> within(
                product.get("mg"),
                dose.divide(FACTOR),
                dose.multiply(FACTOR),
                "mg in one vial or tablet of " + facts.drug()));
        product.find("ml").ifPresent(volume -> within(volume, LEAST_MILLILITRES, MOST_MILLILITRES, "mL in one vial"));
    }

    private static DrugFacts facts(YamlNode drug) {
        List<String> known = DrugFormulary.standard().all().stream()
                .map(facts -> facts.drug().name())
                .sorted()
                .toList();
        String name = drug.text();
        if (!known.contains(name)) {
            throw drug.wrong("one of " + String.join(", ", known)
                    + NearestKey.of(name, known)
                            .map(k -> "; perhaps '" + k + "' was meant")
                            .orElse(""));
        }
        return DrugFormulary.standard().find(new Drug(name)).orElseThrow();
    }

    private static void within(YamlNode node, BigDecimal least, BigDecimal most, String unit) {
        BigDecimal value = node.decimal();
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw node.wrong(least.stripTrailingZeros().toPlainString() + " to "
                    + most.stripTrailingZeros().toPlainString() + " " + unit);
        }
    }
}
