package org.lamella.patient;

import java.util.regex.Pattern;

/**
 * A drug by its lower-case international name. Everything else about a drug (codes, class, kinetics, regimens, age
 * range) is data in the evidence module, so that a new drug is one file of facts.
 *
 * @param name lower-case name such as {@code zoledronate}
 */
public record Drug(String name) implements Comparable<Drug> {
    // Before the constants, whose construction uses it.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    public static final Drug PAMIDRONATE = new Drug("pamidronate");
    public static final Drug ZOLEDRONATE = new Drug("zoledronate");
    public static final Drug NERIDRONATE = new Drug("neridronate");
    public static final Drug ALENDRONATE = new Drug("alendronate");
    public static final Drug RISEDRONATE = new Drug("risedronate");
    public static final Drug OLPADRONATE = new Drug("olpadronate");
    public static final Drug DENOSUMAB = new Drug("denosumab");
    public static final Drug TERIPARATIDE = new Drug("teriparatide");
    public static final Drug ROMOSOZUMAB = new Drug("romosozumab");
    public static final Drug SETRUSUMAB = new Drug("setrusumab");
    public static final Drug FRESOLIMUMAB = new Drug("fresolimumab");
    public static final Drug SOMATROPIN = new Drug("somatropin");
    public static final Drug CALCITONIN = new Drug("calcitonin");
    public static final Drug VITAMIN_D = new Drug("vitamin-d");
    public static final Drug CALCIUM = new Drug("calcium");

    public Drug {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "drug name: found '" + name + "', accepted are lower-case letters, digits and hyphens");
        }
    }

    @Override
    public int compareTo(Drug other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
