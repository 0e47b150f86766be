package org.lamella.twin.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.Observable;
import org.lamella.bone.Trait;
import org.lamella.patient.OiType;
import org.lamella.patient.Regimen;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.twin.CandidateRegimen;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.FractureOutlook;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.cloud.Parallel;
import org.lamella.twin.cloud.RecordLikelihood;
import org.lamella.twin.cloud.SiblingCloud;
import org.lamella.twin.cloud.SiblingSampler;
import org.lamella.twin.future.FutureSimulation;
import org.lamella.twin.future.Horizon;
import org.lamella.twin.history.FractureWindow;
import org.lamella.twin.history.History;
import org.lamella.twin.history.HistoryReader;
import org.lamella.twin.prior.PersonPrior;
import org.lamella.twin.prior.PriorOfPerson;
import org.lamella.twin.proposal.SiblingKeys;
import org.lamella.twin.weight.Weights;

/** Fits virtual children and collects where the truth lies among the siblings. */
final class Calibration {
    private static final int BINS = 10;

    private final List<String> names = List.of("spine Z", "limb hazard", "turnover", "osteoblast output", "frailty");
    private final List<List<Double>> ranks = new ArrayList<>();
    private final List<Double> effectiveSizes = new ArrayList<>();
    private int children;
    private int nextZInside;
    private int nextScanInside;
    private int nextFracturesInside;

    private Calibration() {
        names.forEach(name -> ranks.add(new ArrayList<>()));
    }

    static Calibration run(BoneModel model, long seed, int children, int siblings) {
        ObservationErrors errors = ObservationErrors.load();
        Calibration calibration = new Calibration();
        try (Parallel pool = new Parallel(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < children; i++) {
                calibration.fit(model, errors, VirtualChild.draw(model, errors, seed, i), siblings, pool);
            }
        }
        return calibration;
    }

    private void fit(BoneModel model, ObservationErrors errors, VirtualChild child, int siblings, Parallel pool) {
        History read = new HistoryReader(model.drugs(), (analyte, sex, age) -> VirtualChild.median(analyte), errors)
                .read(child.record(), child.asOf());
        History history = completeFractureHistory(read, child);
        OiType type =
                java.util.Objects.requireNonNull(child.record().diagnosis().type());
        PersonPrior prior =
                new PriorOfPerson(model.parameters(), errors).of(child.record(), type, history.growth(), child.asOf());
        KeyedRandom random = new KeyedRandom(99);
        SiblingSampler sampler = new SiblingSampler(
                List.of(model),
                List.of(prior),
                history,
                new RecordLikelihood(history, errors),
                random,
                new SiblingKeys(child.record().id()));
        SiblingCloud cloud = sampler.sample(siblings, pool, fraction -> {});
        Weights weights = cloud.posterior();
        effectiveSizes.add(weights.effectiveSampleSize());
        double[][] known = new double[names.size()][siblings];
        for (SiblingCloud.Block block : cloud.blocks()) {
            for (int lane = 0; lane < block.indices().length; lane++) {
                int sibling = block.indices()[lane];
                Cohort cohort = block.cohort();
                known[0][sibling] = cohort.read(Observable.SPINE_Z, lane);
                known[1][sibling] = cohort.read(Observable.HAZARD_FEMUR, lane)
                        + cohort.read(Observable.HAZARD_TIBIA, lane)
                        + cohort.read(Observable.HAZARD_UPPER_LIMB, lane);
                known[2][sibling] = block.siblings().trait(Trait.TURNOVER, lane);
                known[3][sibling] = block.siblings().trait(Trait.OSTEOBLAST_OUTPUT, lane);
                known[4][sibling] = block.siblings().trait(Trait.FRAILTY, lane);
            }
        }
        double[] truth = {
            child.spineZ(),
            child.limbHazard(),
            child.traits().get(Trait.TURNOVER),
            child.traits().get(Trait.OSTEOBLAST_OUTPUT),
            child.traits().get(Trait.FRAILTY)
        };
        for (int q = 0; q < truth.length; q++) {
            double below = 0;
            for (int s = 0; s < siblings; s++) {
                below += known[q][s] < truth[q] ? weights.of(s) : 0;
            }
            ranks.get(q).add(below);
        }
        forecast(history, cloud, child, errors, random, pool);
    }

    /** The virtual clinic knows that its list of fractures is complete from birth, also when it is empty. */
    private static History completeFractureHistory(History read, VirtualChild child) {
        List<FractureWindow.Event> limb = read.past().events().stream()
                .filter(org.lamella.bone.Schedule.Fracture.class::isInstance)
                .map(org.lamella.bone.Schedule.Fracture.class::cast)
                .filter(f -> f.site() != org.lamella.bone.FractureSite.VERTEBRA)
                .map(f -> new FractureWindow.Event(f.day(), f.site()))
                .toList();
        return new History(
                read.sex(),
                read.asOfDay(),
                read.growth(),
                read.past(),
                read.lasting(),
                read.values(),
                Optional.of(new FractureWindow(0, read.asOfDay(), limb)),
                read.remarks());
    }

    private void forecast(
            History history,
            SiblingCloud cloud,
            VirtualChild child,
            ObservationErrors errors,
            KeyedRandom random,
            Parallel pool) {
        Forecast forecast = new FutureSimulation(history, Horizon.of(1), random)
                .run(cloud, List.of(new CandidateRegimen("none", new Regimen.NoDrug())), 500, 0.5, pool, fraction -> {})
                .getFirst();
        children++;
        var z = forecast.curve(ForecastQuantity.SPINE_Z).orElseThrow().end().estimate();
        nextZInside += child.nextZ() >= z.low() && child.nextZ() <= z.high() ? 1 : 0;
        double spread = (z.high() - z.low()) / 2;
        double error = 2.13 * Math.hypot(errors.spineZ().own(), errors.spineZ().shared());
        double middle = (z.high() + z.low()) / 2;
        nextScanInside += Math.abs(child.nextScan() - middle) <= Math.hypot(spread, error) ? 1 : 0;
        FractureOutlook outlook = forecast.fractures().getLast();
        nextFracturesInside += child.nextFractures()
                                >= Math.floor(outlook.counts().low())
                        && child.nextFractures() <= Math.ceil(outlook.counts().high())
                ? 1
                : 0;
    }

    /** Chi-squared statistic of the ranks over ten bins; nine degrees of freedom when the siblings are calibrated. */
    double chiSquared(int quantity) {
        int[] counts = new int[BINS];
        ranks.get(quantity).forEach(r -> counts[(int) Math.min(BINS - 1, r * BINS)]++);
        double expected = children / (double) BINS;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    /** Share of true values inside the central 90 % of the siblings. */
    double coverage(int quantity) {
        return ranks.get(quantity).stream().filter(r -> r >= 0.05 && r <= 0.95).count() / (double) children;
    }

    double meanRank(int quantity) {
        return ranks.get(quantity).stream().mapToDouble(r -> r).average().orElseThrow();
    }

    List<String> names() {
        return names;
    }

    double nextZCoverage() {
        return nextZInside / (double) children;
    }

    double nextScanCoverage() {
        return nextScanInside / (double) children;
    }

    double nextFracturesCoverage() {
        return nextFracturesInside / (double) children;
    }

    OptionalDouble medianEffectiveSize() {
        List<Double> sorted = effectiveSizes.stream().sorted().toList();
        return sorted.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sorted.get(sorted.size() / 2));
    }

    String report() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d virtual children, median effective sample size %.0f (smallest %.0f)%n",
                children,
                medianEffectiveSize().orElse(0),
                effectiveSizes.stream().mapToDouble(s -> s).min().orElse(0)));
        for (int q = 0; q < names.size(); q++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s mean rank %.3f, chi-squared %.1f (9 df), inside 90 %%: %.3f%n",
                    names.get(q),
                    meanRank(q),
                    chiSquared(q),
                    coverage(q)));
        }
        text.append(String.format(
                Locale.ROOT,
                "a year later: true Z inside 90 %% forecast %.3f, measured Z %.3f, fractures %.3f%n",
                nextZCoverage(),
                nextScanCoverage(),
                nextFracturesCoverage()));
        return text.toString();
    }
}
