package org.lamella.twin.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureSite;
import org.lamella.bone.Observable;
import org.lamella.bone.Schedule;
import org.lamella.bone.Trait;
import org.lamella.patient.OiType;
import org.lamella.patient.Regimen;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.twin.CandidateRegimen;
import org.lamella.twin.Estimate;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.ParameterSets;
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

/**
 * Simulation-based calibration of the twin (Talts et al. 2018, arXiv:1804.06788): truth drawn from the prior and one of
 * the parameter sets, a record made of it, the record fitted. Siblings are calibrated when the truth's rank among them is
 * uniform and intervals hold what they promise. It shows that the twin does what it says; whether children are like the
 * model is another question, which the qualification book answers.
 */
public final class SimulatedTruth {
    private static final int COPIES = 500;
    private static final int MOST = 8;

    private final ParameterSets sets;
    private final ObservationErrors errors = ObservationErrors.load();
    private final long seed;
    private final int siblings;
    private final double wantedSize;

    /**
     * @param sets parameter sets; child {@code i} lives under set {@code i mod size}, its siblings under all
     * @param seed study seed
     * @param siblings for each child, 100 or more
     */
    public SimulatedTruth(ParameterSets sets, long seed, int siblings) {
        this(sets, seed, siblings, 0);
    }

    /**
     * A study that asks for more siblings, at most eight times as many, where few agree with the record, as the warning
     * of a plan advises.
     *
     * @param sets parameter sets; child {@code i} lives under set {@code i mod size}, its siblings under all
     * @param seed study seed
     * @param siblings for each child at first, 100 or more
     * @param wantedSize effective sample size below which more are asked for
     */
    public SimulatedTruth(ParameterSets sets, long seed, int siblings, double wantedSize) {
        this.wantedSize = wantedSize;
        this.sets = sets;
        this.seed = seed;
        this.siblings = siblings;
    }

    /**
     * Fits virtual children.
     *
     * @param children number of them, 1 or more
     * @param progress told the fraction done
     */
    public List<Outcome> run(int children, DoubleConsumer progress) {
        List<Outcome> outcomes = new ArrayList<>();
        try (Parallel pool = new Parallel(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < children; i++) {
                BoneModel model = sets.models().get(i % sets.models().size());
                outcomes.add(fit(VirtualChild.draw(model, errors, seed, i), pool));
                progress.accept((i + 1.0) / children);
            }
        }
        return List.copyOf(outcomes);
    }

    private Outcome fit(VirtualChild child, Parallel pool) {
        BoneModel first = sets.models().getFirst();
        History history = completeFractureHistory(
                new HistoryReader(first.drugs(), (analyte, sex, age) -> VirtualChild.median(analyte), errors)
                        .read(child.record(), child.asOf()));
        OiType type = Objects.requireNonNull(child.record().diagnosis().type());
        List<PersonPrior> priors = sets.models().stream()
                .map(model -> new PriorOfPerson(model.parameters(), errors)
                        .of(child.record(), type, history.growth(), child.asOf()))
                .toList();
        KeyedRandom random = new KeyedRandom(99);
        SiblingSampler sampler = new SiblingSampler(
                sets.models(),
                priors,
                history,
                new RecordLikelihood(history, errors),
                random,
                new SiblingKeys(child.record().id()));
        int asked = siblings;
        SiblingCloud cloud = sampler.sample(asked, pool, fraction -> {});
        while (cloud.posterior().effectiveSampleSize() < wantedSize && asked < MOST * siblings) {
            double lacking = wantedSize / cloud.posterior().effectiveSampleSize();
            asked = (int) Math.min(MOST * (double) siblings, asked * Math.max(2, Math.ceil(1.5 * lacking)));
            cloud = sampler.sample(asked, pool, fraction -> {});
        }
        return new Outcome(
                type.name(),
                child.record().sex().name(),
                (int) Math.round(history.asOfDay() / 365.25),
                child.treated(),
                asked,
                cloud.posterior().effectiveSampleSize(),
                ranks(child, history, cloud, random),
                next(child, history, cloud, random, pool));
    }

    private List<Double> ranks(VirtualChild child, History history, SiblingCloud cloud, KeyedRandom random) {
        Weights weights = cloud.posterior();
        double[] truth = {
            child.spineZ(),
            child.limbHazard(),
            child.traits().get(Trait.TURNOVER),
            child.traits().get(Trait.OSTEOBLAST_OUTPUT),
            child.traits().get(Trait.FRAILTY)
        };
        Double[] below = new Double[truth.length];
        java.util.Arrays.fill(below, 0.0);
        int[] today = {history.asOfDay()};
        for (SiblingCloud.Block block : cloud.blocks()) {
            for (int lane = 0; lane < block.indices().length; lane++) {
                int sibling = block.indices()[lane];
                Cohort cohort = block.cohort();
                double offset = cloud.scale()
                        .future(
                                cloud.spineOffsets()[sibling],
                                today,
                                random,
                                block.siblings().key(lane))[0];
                double[] own = {
                    cohort.read(Observable.SPINE_Z, lane) + offset,
                    cohort.read(Observable.HAZARD_FEMUR, lane)
                            + cohort.read(Observable.HAZARD_TIBIA, lane)
                            + cohort.read(Observable.HAZARD_UPPER_LIMB, lane),
                    block.siblings().trait(Trait.TURNOVER, lane),
                    block.siblings().trait(Trait.OSTEOBLAST_OUTPUT, lane),
                    block.siblings().trait(Trait.FRAILTY, lane)
                };
                for (int q = 0; q < own.length; q++) {
                    below[q] += own[q] < truth[q] ? weights.of(sibling) : 0;
                }
            }
        }
        return List.of(below);
    }

    /** The virtual clinic knows that its list of fractures is complete from birth, also when it is empty. */
    private static History completeFractureHistory(History read) {
        List<FractureWindow.Event> limb = read.past().events().stream()
                .filter(Schedule.Fracture.class::isInstance)
                .map(Schedule.Fracture.class::cast)
                .filter(f -> f.site() != FractureSite.VERTEBRA)
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

    private List<Outcome.Interval> next(
            VirtualChild child, History history, SiblingCloud cloud, KeyedRandom random, Parallel pool) {
        Forecast forecast = new FutureSimulation(history, Horizon.of(1), random)
                .run(cloud, List.of(new CandidateRegimen("none", new Regimen.NoDrug())), COPIES, 0.5, pool, f -> {})
                .getFirst();
        Estimate z =
                forecast.curve(ForecastQuantity.SPINE_Z).orElseThrow().end().estimate();
        double own = errors.spineZ().own();
        Estimate counts = forecast.fractures().getLast().counts();
        return List.of(
                new Outcome.Interval(
                        within(child.nextZ(), z.lowerQuartile(), z.upperQuartile(), 0),
                        within(child.nextZ(), z.low(), z.high(), 0)),
                // quartile and 95 % point of Student's t with four degrees of freedom
                new Outcome.Interval(
                        within(child.nextScan(), z.lowerQuartile(), z.upperQuartile(), 0.741 * own),
                        within(child.nextScan(), z.low(), z.high(), 2.132 * own)),
                new Outcome.Interval(
                        within(
                                child.nextFractures(),
                                Math.floor(counts.lowerQuartile()),
                                Math.ceil(counts.upperQuartile()),
                                0),
                        within(child.nextFractures(), Math.floor(counts.low()), Math.ceil(counts.high()), 0)));
    }

    /** Inside an interval whose half width is joined in quadrature by an error. */
    private static boolean within(double truth, double low, double high, double error) {
        double middle = (low + high) / 2;
        return Math.abs(truth - middle) <= Math.hypot((high - low) / 2, error);
    }
}
