package org.lamella.care.site;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;

/**
 * What a hospital sets for itself, each value with its provenance. Without a configuration {@link #defaults()} apply,
 * which confirm nothing, so that values without a source give no dose.
 *
 * <p>A site can be stricter than the hard stops but never laxer: the reader refuses such values.
 *
 * @param name name of the site
 * @param demonstration true when the configuration is made up for demonstration and must not be used for care
 * @param vitaminDGateNmolPerL least 25-hydroxyvitamin D for an infusion, nmol/L
 * @param firstDoseAdmission who stays in hospital after the first infusion
 * @param infusionMinutes infusion time by drug, minutes
 * @param holdBeforeOsteotomyDays days before an elective osteotomy in which no antiresorptive is given, or null when
 *     the site has not set any (no number is agreed in the literature)
 * @param ageLimits how old measurements may be
 * @param products what the pharmacy stocks, in file order
 * @param confirmations values without a source that a named clinician confirmed
 * @param ruleSwitches rules turned on or off
 * @param ruleFigures figures of care rules that the site sets
 */
public record SiteConfiguration(
        String name,
        boolean demonstration,
        Setting<BigDecimal> vitaminDGateNmolPerL,
        Setting<FirstDoseAdmission> firstDoseAdmission,
        SortedMap<Drug, Setting<Integer>> infusionMinutes,
        @Nullable Setting<Integer> holdBeforeOsteotomyDays,
        AgeLimits ageLimits,
        List<Product> products,
        List<Confirmation> confirmations,
        List<RuleSwitch> ruleSwitches,
        List<RuleFigure> ruleFigures) {

    public SiteConfiguration {
        infusionMinutes = Collections.unmodifiableSortedMap(new TreeMap<>(infusionMinutes));
        products = List.copyOf(products);
        confirmations = List.copyOf(confirmations);
        ruleSwitches = List.copyOf(ruleSwitches);
        ruleFigures = List.copyOf(ruleFigures);
    }

    /** The configuration of a hospital that has not configured anything. */
    public static SiteConfiguration defaults() {
        return SiteDefaults.CONFIGURATION;
    }

    /**
     * Reads a file.
     *
     * @throws org.lamella.evidence.data.DataFileException naming the key with its line, what was found and what is
     *     accepted
     * @throws IOException when the file cannot be read
     */
    public static SiteConfiguration load(Path file) throws IOException {
        return read(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Reads a text; {@code fileName} is the name used in errors. */
    public static SiteConfiguration read(String fileName, String yaml) {
        return new SiteConfigurationReader(fileName, yaml).read();
    }

    /** The confirmation of a value, when the site gave one. */
    public Optional<Confirmation> confirmation(String valueId) {
        return confirmations.stream().filter(c -> c.valueId().equals(valueId)).findFirst();
    }

    /** Products of a drug in file order; the first suitable one is used. */
    public List<Product> productsOf(Drug drug) {
        return products.stream().filter(p -> p.drug().equals(drug)).toList();
    }

    /** Whether the site switched a rule, and how. */
    public Optional<RuleSwitch> ruleSwitch(String ruleId) {
        return ruleSwitches.stream().filter(s -> s.ruleId().equals(ruleId)).findFirst();
    }

    public Optional<Setting<Integer>> osteotomyHold() {
        return Optional.ofNullable(holdBeforeOsteotomyDays);
    }

    /** Infusion time of a drug, when one is known. */
    public Optional<Setting<Integer>> infusionTime(Drug drug) {
        return Optional.ofNullable(infusionMinutes.get(drug));
    }
}
