package org.lamella.trial.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.GenotypeClass;
import org.lamella.bone.Observable;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.OiType;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.trial.protocol.Recruitment;
import org.lamella.trial.protocol.Recruitment.Setting;

/**
 * The spread of people that was published comes out of the virtual population (natural_history.yaml). Treatment of the
 * published groups is mixed or unknown; the virtual people are untreated, so means are held loosely, spreads closer.
 */
class PopulationValidationTest {
    private static final BoneModel MODEL = BoneModel.create(BoneParameters.load());
    private static final KeyedRandom RANDOM = new KeyedRandom(2026);
    private static final int PEOPLE = 500;

    /** Rows of the page; written with {@code -Dlamella.write=true}. */
    private static final Map<String, String> ROWS = new java.util.TreeMap<>();

    private static void row(String what, String published, String format, Object... virtual) {
        ROWS.put(what, "| " + what + " | " + published + " | " + String.format(Locale.ROOT, format, virtual) + " |\n");
    }

    @AfterAll
    static void write() throws IOException {
        if (Boolean.getBoolean("lamella.write")) {
            Path page = Path.of("..", "docs", "explanation", "population.md");
            String text = Files.readString(page);
            String begin = "<!-- spread -->\n";
            String end = "<!-- /spread -->";
            String table = "Parameters: " + MODEL.parameters().fingerprint() + "; " + PEOPLE
                    + " virtual people in each group.\n\n| group | published | virtual |\n|---|---|---|\n"
                    + String.join("", ROWS.values());
            Files.writeString(
                    page,
                    text.substring(0, text.indexOf(begin) + begin.length())
                            + table
                            + text.substring(text.indexOf(end)));
        }
    }

    private static List<Person> people(
            double from, double typical, double to, double girls, Map<OiType, Double> types) {
        Recruitment recruitment = new Recruitment(
                Setting.REGISTER, PEOPLE, new Recruitment.AgeRange(from, to, typical), girls, types, List.of(), null);
        return new Population(recruitment, MODEL.priors(), RANDOM, 0).attending(0, PEOPLE);
    }

    private static Cohort grown(List<Person> people, FractureMode mode) {
        Person first = people.getFirst();
        Siblings.Builder siblings = Siblings.builder(people.size(), first.sex(), first.traits());
        for (int i = 0; i < people.size(); i++) {
            Person p = people.get(i);
            siblings.sex(i, p.sex()).traits(i, p.traits()).key(i, p.key());
        }
        int[] ages = people.stream().mapToInt(Person::ageDays).toArray();
        return MODEL.grown(siblings.build(), ages, lane -> Schedule.EMPTY, mode);
    }

    private static double[] read(Cohort cohort, Observable observable) {
        double[] values = new double[cohort.lanes()];
        Arrays.setAll(values, i -> cohort.read(observable, i));
        return values;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double sd(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    private static double quantile(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.floor(q * (sorted.length - 1))];
    }

    /**
     * 153 Chinese children, types I 70, III 33, IV 43, V 7, 10.2 (3.5) years: height Z -1.1 with SD 2.8; 4 (3 to 6)
     * fractures so far (natural_history.yaml, china_children_height_weight and china_first_fracture).
     */
    @Test
    void heightAndFracturesOfOneHundredAndFiftyThreeChildren() {
        Map<OiType, Double> types = new EnumMap<>(OiType.class);
        types.put(OiType.I, 70 / 153.0);
        types.put(OiType.III, 33 / 153.0);
        types.put(OiType.IV, 43 / 153.0);
        types.put(OiType.V, 7 / 153.0);
        Cohort cohort = grown(people(1.3, 10.2, 18, 51 / 153.0, types), new FractureMode.Sampled(RANDOM, 0));
        double[] height = read(cohort, Observable.HEIGHT_Z);
        double[] fractures = read(cohort, Observable.COUNT_FRACTURES);
        row("153 children in China: height Z, mean (SD)", "-1.08 (2.83)", "%.2f (%.2f)", mean(height), sd(height));
        row(
                "153 children in China: fractures so far, median (quartiles)",
                "4 (3 to 6)",
                "%.0f (%.0f to %.0f)",
                quantile(fractures, 0.5),
                quantile(fractures, 0.25),
                quantile(fractures, 0.75));
        assertThat(sd(height)).isBetween(2.83 / 1.3, 2.83 * 1.3);
        assertThat(quantile(fractures, 0.5)).isBetween(2.0, 8.0);
    }

    /** 71 adults of types I and IV, 41 (14) years, 44 women: spine Z -2.3 with SD 1.5 (PMID 39514768, paris_adults). */
    @Test
    void spineOfAdults() {
        Map<OiType, Double> types = new EnumMap<>(OiType.class);
        types.put(OiType.I, 0.8);
        types.put(OiType.IV, 0.2);
        Cohort cohort = grown(people(18, 41, 70, 44 / 71.0, types), new FractureMode.Sampled(RANDOM, 0));
        double[] z = read(cohort, Observable.SPINE_Z);
        row("71 adults of types I and IV in Paris: spine Z, mean (SD)", "-2.3 (1.5)", "%.2f (%.2f)", mean(z), sd(z));
        assertThat(sd(z)).isBetween(1.5 / 1.4, 1.5 * 1.4);
    }

    /**
     * 192 untreated children: haploinsufficiency -4.0, glycine substitutions -4.7 in either chain (Rauch 2010,
     * natural_history.yaml, ls_z_genotype_montreal). The difference holds type and genotype together.
     */
    @Test
    void haploinsufficiencyAgainstGlycineSubstitution() {
        Map<OiType, Double> types = new EnumMap<>(OiType.class);
        types.put(OiType.I, 0.4);
        types.put(OiType.III, 0.25);
        types.put(OiType.IV, 0.35);
        List<Person> people = people(0.1, 7, 16.9, 0.5, types);
        double[] z = read(grown(people, new FractureMode.Sampled(RANDOM, 0)), Observable.SPINE_Z_SIZE_FREE);
        double[] half = of(people, z, GenotypeClass.HAPLOINSUFFICIENCY);
        double[] first = of(people, z, GenotypeClass.GLYCINE_ALPHA1);
        double[] second = of(people, z, GenotypeClass.GLYCINE_ALPHA2);
        row(
                "192 children in Montreal: spine Z for height; haploinsufficiency, glycine alpha 1, alpha 2",
                "-4.0, -4.7, -4.7",
                "%.1f, %.1f, %.1f",
                mean(half),
                mean(first),
                mean(second));
        assertThat(mean(half)).isGreaterThan(mean(first)).isGreaterThan(mean(second));
        assertThat(Math.abs(mean(first) - mean(second))).isLessThan(0.5);
        assertThat(sd(half)).as("the same genotype, different severity").isGreaterThan(0.5);
    }

    private static double[] of(List<Person> people, double[] values, GenotypeClass genotype) {
        return java.util.stream.IntStream.range(0, values.length)
                .filter(i -> people.get(i).genotype() == genotype)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    /** 560 patients of a referral centre: COL1A1 55 %, COL1A2 29 %, a gene found in 83.5 % (Lin 2024, gene_mix_peking). */
    @Test
    void genesOfAReferralCentre() {
        Recruitment recruitment = new Recruitment(
                Setting.REFERRAL, 10, new Recruitment.AgeRange(0, 60, null), 0.5, null, List.of(), null);
        List<Person> people = new Population(recruitment, MODEL.priors(), RANDOM, 0).attending(0, 10_000);
        Map<GenotypeClass, Double> share = new EnumMap<>(GenotypeClass.class);
        people.forEach(p -> share.merge(p.genotype(), 1.0 / people.size(), Double::sum));
        double other = share.getOrDefault(GenotypeClass.OTHER_COLLAGEN, 0.0);
        double first =
                share.get(GenotypeClass.HAPLOINSUFFICIENCY) + share.get(GenotypeClass.GLYCINE_ALPHA1) + other / 2;
        double second = share.get(GenotypeClass.GLYCINE_ALPHA2) + other / 2;
        row(
                "560 patients of a centre in Peking: COL1A1, COL1A2, no gene found",
                "0.55, 0.29, 0.17",
                "%.2f, %.2f, %.2f",
                first,
                second,
                share.get(GenotypeClass.UNKNOWN));
        assertThat(first).isCloseTo(0.55, within(0.1));
        assertThat(second).isCloseTo(0.29, within(0.1));
        assertThat(share.get(GenotypeClass.UNKNOWN)).isCloseTo(0.165, within(0.12));
    }
}
