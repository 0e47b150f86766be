package org.lamella.bone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.evidence.Parameter;
import org.lamella.evidence.ParameterSet;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/**
 * Random parameters, people and histories, each a pure function of seed and number of the draw.
 *
 * <p>Every number of bone and drugs, and every median, spread and loading of the types, is drawn over the range of
 * {@link ParameterRange}, widened to the bounds of calibration where the number is one that calibration may move; by ratio
 * where the range is above 0. In every fourth draw each number sits at one end of its range. Two people live under each
 * draw: one from the drawn medians and spreads of a random type, one with traits from anywhere in their checked ranges.
 */
final class RandomDraws {
    static final int PEOPLE = 2;
    private static final int CORNERS = 4;
    private static final int BY_PARAMETER = 10_000;
    private static final int BY_TRAIT = 20_000;
    private static final int BY_EVENT = 30_000;

    private record Bounds(String id, double low, double high) {
        double at(double u) {
            return low > 0 ? low * StrictMath.pow(high / low, u) : low + u * (high - low);
        }
    }

    private final KeyedRandom random;
    private final List<Bounds> moved = new ArrayList<>();

    RandomDraws(long seed) {
        random = new KeyedRandom(seed);
        Map<String, double[]> calibration = calibrationBounds();
        BoneParameters all = Fixtures.PARAMETERS;
        for (ParameterSet set : List.of(all.bone(), all.drugs(), all.types())) {
            for (Parameter p : set.all()) {
                ParameterRange range = ParameterRange.of(p);
                double[] wider = calibration.getOrDefault(p.id(), new double[] {range.low(), range.high()});
                Bounds bounds = new Bounds(p.id(), Math.min(range.low(), wider[0]), Math.max(range.high(), wider[1]));
                if (bounds.low() < bounds.high()) {
                    moved.add(bounds);
                }
            }
        }
    }

    /** Bounds within which calibration may move a number, from {@code qualification/calibration/targets.yaml}. */
    private static Map<String, double[]> calibrationBounds() {
        Path file = Path.of("..", "qualification", "calibration", "targets.yaml");
        try {
            YamlNode entries =
                    YamlNode.parse(file.toString(), Files.readString(file)).get("parameters");
            Map<String, double[]> bounds = new TreeMap<>();
            for (String id : entries.keys()) {
                bounds.put(id, new double[] {
                    entries.get(id).number("low"), entries.get(id).number("high")
                });
            }
            return bounds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of parameters that are drawn. */
    int moved() {
        return moved.size();
    }

    BoneParameters parameters(int draw) {
        Map<String, Double> values = new TreeMap<>();
        for (int k = 0; k < moved.size(); k++) {
            double u = uniform(draw, BY_PARAMETER + k);
            values.put(moved.get(k).id(), moved.get(k).at(corner(draw) ? Math.rint(u) : u));
        }
        return Fixtures.PARAMETERS.with(values);
    }

    static boolean corner(int draw) {
        return draw % CORNERS == CORNERS - 1;
    }

    Siblings people(int draw, TypePriors priors) {
        OiType type = OiType.values()[random.below(OiType.values().length, draw, 0, Process.OTHER, 0)];
        Sex sex = draw % 2 == 0 ? Sex.FEMALE : Sex.MALE;
        return Siblings.builder(PEOPLE, sex, priors.healthy(sex))
                .traits(0, priors.draw(type, sex, random, draw, 0))
                .traits(1, TraitValues.of(trait -> {
                    double u = uniform(draw, BY_TRAIT + trait.ordinal());
                    double low = trait.lowest();
                    double high = trait.highest();
                    return trait.clamp(
                            trait.scale() == Trait.Scale.LOG
                                    ? low * StrictMath.pow(high / low, u)
                                    : low + (high - low) * u);
                }))
                .sex(1, draw % 4 < 2 ? Sex.FEMALE : Sex.MALE)
                .key(0, 2L * draw)
                .key(1, 2L * draw + 1)
                .build();
    }

    /** A full life: up to four drugs for some years each, and injuries and operations. Doses are those of studies. */
    Schedule history(int draw, int person, int days) {
        int at = BY_EVENT + 1000 * person;
        Schedule.Builder builder = Schedule.builder();
        int courses = 1 + random.below(4, draw, 0, Process.OTHER, at);
        for (int c = 0; c < courses; c++) {
            int from = day(draw, at + 10 * c + 1, days);
            int until = Math.min(days, from + 90 + day(draw, at + 10 * c + 2, days / 3));
            treat(builder, random.below(15, draw, 0, Process.OTHER, at + 10 * c + 3), from, until);
        }
        for (int e = 0; e < 6; e++) {
            int day = day(draw, at + 100 + 3 * e, days);
            FractureSite site = FractureSite.values()[random.below(4, draw, 0, Process.OTHER, at + 101 + 3 * e)];
            switch (random.below(5, draw, 0, Process.OTHER, at + 102 + 3 * e)) {
                case 0 -> builder.fracture(day, site);
                case 1 -> builder.cast(day, day + 60, site);
                case 2 -> builder.add(new Schedule.RodInserted(day, site, e % 2 == 0));
                case 3 -> builder.add(new Schedule.Osteotomy(day, site));
                default -> builder.add(new Schedule.Training(day, day + 200, 0.2));
            }
        }
        return builder.build();
    }

    private static void treat(Schedule.Builder builder, int drug, int from, int until) {
        switch (drug) {
            case 0 -> repeat(builder, from, until, 182, Drug.ZOLEDRONATE, "0.05");
            case 1 -> repeat(builder, from, until, 60, Drug.PAMIDRONATE, "1.5");
            case 2 -> repeat(builder, from, until, 91, Drug.NERIDRONATE, "2");
            case 3 -> builder.daily(from, until, Drug.ALENDRONATE, Fixtures.fixed("10"));
            case 4 -> builder.daily(from, until, Drug.RISEDRONATE, Fixtures.fixed("5"));
            case 5 -> builder.daily(from, until, Drug.OLPADRONATE, Fixtures.fixed("10"));
            case 6 -> repeat(builder, from, until, 84, Drug.DENOSUMAB, "1");
            case 7 -> repeat(builder, from, until, 30, Drug.ROMOSOZUMAB, "3");
            case 8 -> repeat(builder, from, until, 30, Drug.SETRUSUMAB, "20");
            case 9 -> repeat(builder, from, until, 91, Drug.FRESOLIMUMAB, "8");
            case 10 -> builder.daily(from, until, Drug.TERIPARATIDE, Fixtures.fixed("0.02"));
            case 11 -> builder.daily(from, until, Drug.SOMATROPIN, Fixtures.perKg("0.05"));
            case 12 -> builder.daily(from, until, Drug.CALCITONIN, Fixtures.fixed("0.02"));
            case 13 -> builder.daily(from, until, Drug.VITAMIN_D, Fixtures.fixed("0.05"));
            default -> builder.daily(from, until, Drug.CALCIUM, Fixtures.fixed("1000"));
        }
    }

    private static void repeat(Schedule.Builder builder, int from, int until, int every, Drug drug, String mgPerKg) {
        for (int day = from; day < until; day += every) {
            builder.dose(day, drug, Fixtures.perKg(mgPerKg));
        }
    }

    private int day(int draw, int index, int days) {
        return random.below(days, draw, 0, Process.OTHER, index);
    }

    private double uniform(int draw, int index) {
        return random.uniform(draw, 0, Process.OTHER, index);
    }

    FractureMode fractures() {
        return new FractureMode.Sampled(random, 1);
    }
}
