package org.lamella.trial.sensitivity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Cohort;
import org.lamella.bone.Engine;
import org.lamella.bone.FractureMode;
import org.lamella.bone.Observable;
import org.lamella.bone.QuietPace;
import org.lamella.bone.Recorder;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Regimen;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.random.KeyedRandom;

/**
 * The same virtual children of one OI type, untreated until the age of six, then four years with no drug, with
 * zoledronate every six months, or with daily alendronate. Fractures are expectations, so nothing but the factors moves
 * the outputs.
 */
public final class ChoiceOfTreatment implements Experiment {
    private static final int START = 2192;
    private static final int YEAR = 365;
    private static final int YEARS = 4;
    private static final long POPULATION = 20;

    private static final Regimen ZOLEDRONATE = new Regimen.Repeated(
            Drug.ZOLEDRONATE,
            Route.INTRAVENOUS,
            new Regimen.Amount.ByWeight(MilligramsPerKilogram.of("0.05"), Milligrams.of("4")),
            1,
            182,
            0,
            0);
    private static final Regimen ALENDRONATE = new Regimen.Daily(
            Drug.ALENDRONATE,
            Route.ORAL,
            new Regimen.Amount.WeightBand(Milligrams.of("5"), Kilograms.of("30"), Milligrams.of("10")),
            0,
            0);

    private final BoneParameters parameters;
    private final List<SensitivityFactor> factors;
    private final OiType type;
    private final int children;

    /**
     * @param parameters the numbers that are not moved
     * @param factors those that are
     * @param type OI type of the children
     * @param children number of them, 2 or more; half are girls
     */
    public ChoiceOfTreatment(BoneParameters parameters, List<SensitivityFactor> factors, OiType type, int children) {
        this.parameters = parameters;
        this.factors = List.copyOf(factors);
        this.type = type;
        this.children = children;
    }

    @Override
    public List<String> outputs() {
        return List.of(
                "spine Z after 2 years of zoledronate",
                "spine Z after 4 years of zoledronate",
                "fractures per year on zoledronate",
                "choice: spine Z gained over no drug in 4 years",
                "choice: fracture rate relative to no drug",
                "choice: spine Z on zoledronate less on alendronate");
    }

    @Override
    public double[] at(double[] position) {
        Map<String, Double> moved = new TreeMap<>();
        for (int f = 0; f < factors.size(); f++) {
            moved.put(factors.get(f).id(), factors.get(f).at(position[f]));
        }
        BoneModel model = BoneModel.create(parameters.with(moved), Engine.STANDARD.sequential());
        Siblings.Builder builder =
                Siblings.builder(children, Sex.FEMALE, model.priors().median(type, Sex.FEMALE));
        for (int i = 0; i < children; i++) {
            Sex sex = i % 2 == 0 ? Sex.FEMALE : Sex.MALE;
            builder.sex(i, sex)
                    .traits(i, model.priors().draw(type, sex, new KeyedRandom(POPULATION), i, 0))
                    .key(i, i);
        }
        Cohort young = model.newborns(builder.build());
        young.fractures(new FractureMode.Imposed());
        young.passQuietly(START, Schedule.EMPTY, new QuietPace(7, 28));
        Arm none = new Arm(young.fork(), new Regimen.NoDrug());
        Arm zoledronate = new Arm(young.fork(), ZOLEDRONATE);
        Arm alendronate = new Arm(young.fork(), ALENDRONATE);
        return new double[] {
            zoledronate.zAtTwo,
            zoledronate.zAtEnd,
            zoledronate.rate,
            zoledronate.zAtEnd - none.zAtEnd,
            zoledronate.rate / none.rate,
            zoledronate.zAtEnd - alendronate.zAtEnd
        };
    }

    /** One arm: mean spine Z after two and four years, mean fractures per year. */
    private static final class Arm {
        final double zAtTwo;
        final double zAtEnd;
        final double rate;

        Arm(Cohort cohort, Regimen regimen) {
            int end = START + YEARS * YEAR;
            Schedule schedule = Schedule.builder().regimen(START, end, regimen).build();
            double before = mean(cohort, Observable.EXPECTED_FRACTURES);
            cohort.advanceTo(START + 2 * YEAR, schedule, Recorder.NONE);
            zAtTwo = mean(cohort, Observable.SPINE_Z);
            cohort.advanceTo(end, schedule, Recorder.NONE);
            zAtEnd = mean(cohort, Observable.SPINE_Z);
            rate = (mean(cohort, Observable.EXPECTED_FRACTURES) - before) / YEARS;
        }

        private static double mean(Cohort cohort, Observable observable) {
            double sum = 0;
            for (int i = 0; i < cohort.lanes(); i++) {
                sum += cohort.read(observable, i);
            }
            return sum / cohort.lanes();
        }
    }
}
