package org.lamella.bone;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;

/**
 * Groups of genotypes between which published cohorts differ on average. A group moves the medians of a type a little and
 * leaves the spread as it is: genotype explains little ({@code parameters/type_priors.yaml}, entries {@code genotype.*}).
 * Position and substituting residue within the helix are not told apart, because they predicted neither density nor
 * histomorphometry (natural_history.yaml, ls_z_genotype_montreal).
 */
public enum GenotypeClass {
    /** COL1A1 variants that end the chain early, so that half of the collagen is missing. */
    HAPLOINSUFFICIENCY("haploinsufficiency of COL1A1"),
    /** Glycine of the alpha 1 helix replaced. */
    GLYCINE_ALPHA1("glycine substitution in alpha 1 (COL1A1)"),
    /** Glycine of the alpha 2 helix replaced. */
    GLYCINE_ALPHA2("glycine substitution in alpha 2 (COL1A2)"),
    /** Other variants of COL1A1 and COL1A2. */
    OTHER_COLLAGEN("another variant of COL1A1 or COL1A2"),
    /** CRTAP, P3H1 (LEPRE1), PPIB: the prolyl 3-hydroxylation complex. */
    PROLYL_HYDROXYLATION("biallelic variants of CRTAP, P3H1 or PPIB"),
    /** IFITM5, type V. */
    IFITM5("IFITM5"),
    /** SERPINF1, type VI. */
    SERPINF1("biallelic variants of SERPINF1"),
    /** WNT1. */
    WNT1("WNT1"),
    /** Further genes of OI. */
    OTHER_GENE("another gene of OI"),
    /** No gene known. */
    UNKNOWN("no gene known");

    private static final Map<String, GenotypeClass> BY_GENE = Map.ofEntries(
            Map.entry("CRTAP", PROLYL_HYDROXYLATION),
            Map.entry("P3H1", PROLYL_HYDROXYLATION),
            Map.entry("LEPRE1", PROLYL_HYDROXYLATION),
            Map.entry("PPIB", PROLYL_HYDROXYLATION),
            Map.entry("IFITM5", IFITM5),
            Map.entry("SERPINF1", SERPINF1),
            Map.entry("WNT1", WNT1));

    private static final Pattern TRUNCATING = Pattern.compile("(?s).*(fs|Ter|\\*).*");
    private static final Pattern GLYCINE = Pattern.compile("(?s).*Gly\\d+(?!=|Gly|fs|Ter|\\*)[A-Z][a-z]{2}(?!fs).*");
    private static final Pattern GLYCINE_SHORT = Pattern.compile("(?s).*\\bp\\.\\(?G\\d+[A-FH-Z]\\b.*");

    private final String label;

    GenotypeClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Name in parameter files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The group of a recorded diagnosis. */
    public static GenotypeClass of(OiDiagnosis diagnosis) {
        return of(diagnosis.gene(), diagnosis.variant());
    }

    /**
     * The group of a gene and a variant.
     *
     * @param gene HGNC symbol, or null when unknown
     * @param variant HGVS text such as {@code p.(Gly200Ser)}, or null when unknown
     */
    public static GenotypeClass of(@Nullable String gene, @Nullable String variant) {
        if (gene == null || gene.isBlank()) {
            return UNKNOWN;
        }
        String symbol = gene.strip().toUpperCase(Locale.ROOT);
        if (symbol.equals("COL1A1") || symbol.equals("COL1A2")) {
            return collagen(symbol.equals("COL1A1"), variant == null ? "" : variant);
        }
        return BY_GENE.getOrDefault(symbol, OTHER_GENE);
    }

    private static GenotypeClass collagen(boolean first, String variant) {
        if (TRUNCATING.matcher(variant).matches()) {
            return first ? HAPLOINSUFFICIENCY : OTHER_COLLAGEN;
        }
        if (GLYCINE.matcher(variant).matches() || GLYCINE_SHORT.matcher(variant).matches()) {
            return first ? GLYCINE_ALPHA1 : GLYCINE_ALPHA2;
        }
        return OTHER_COLLAGEN;
    }

    /** The clinical type that defines or is defined by this genotype, if there is one. */
    public Optional<OiType> definingType() {
        return switch (this) {
            case IFITM5 -> Optional.of(OiType.V);
            case SERPINF1 -> Optional.of(OiType.VI);
            default -> Optional.empty();
        };
    }
}
