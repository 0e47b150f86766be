package org.lamella.twin.prior;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.bone.Trait;
import org.lamella.bone.TypePriors;
import org.lamella.evidence.growth.GrowthMeasure;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.evidence.growth.Lms;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.measure.Age;
import org.lamella.twin.ObservationErrors;

/**
 * The prior of a person: OI type and sex first, then what is known without simulation. The last measured height informs
 * the height Z towards which the child tends, the last mobility grade the muscle force, a truncating variant moves the
 * centre a little towards healthy.
 */
public final class PriorOfPerson {
    private static final List<OiType> UNCLASSIFIED = List.of(OiType.I, OiType.III, OiType.IV, OiType.V);

    private final TypePriors priors;
    private final ObservationErrors errors;
    private final double heightLag;

    public PriorOfPerson(BoneParameters parameters, ObservationErrors errors) {
        this.priors = TypePriors.of(parameters);
        this.errors = errors;
        this.heightLag = parameters.bone().value("growth.height_z_lag", "a");
    }

    /**
     * @param patient the record
     * @param type recorded type
     * @param growth measured growth up to the day of the plan
     * @param asOf day of the plan
     */
    public PersonPrior of(Patient patient, OiType type, MeasuredGrowth growth, LocalDate asOf) {
        List<TraitPrior> types = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        List<OiType> possible = type == OiType.OTHER ? UNCLASSIFIED : List.of(type);
        for (OiType candidate : possible) {
            types.add(ofType(patient, candidate, growth, asOf));
            shares.add(possible.size() == 1 ? 1.0 : errors.typeShare(candidate));
        }
        return new PersonPrior(types, shares);
    }

    private TraitPrior ofType(Patient patient, OiType type, MeasuredGrowth growth, LocalDate asOf) {
        TraitPrior prior =
                TraitPrior.of(priors.median(type, patient.sex()), t -> priors.spread(type, t), priors::severityLoading);
        if (truncating(patient.diagnosis())) {
            prior = prior.towards(priors.healthy(patient.sex()), errors.nullVariantTowardsHealthy());
        }
        Optional<MobilityAssessment> mobility = patient.mobility().stream()
                .filter(m -> !m.date().isAfter(asOf))
                .filter(m -> m.grade() != MobilityAssessment.Grade.PRE_WALKING_INFANT)
                .reduce((older, newer) -> newer);
        if (mobility.isPresent()) {
            double force = StrictMath.log(errors.muscleForce(mobility.get().grade()));
            prior = prior.given(Trait.MOBILITY, force, 1, errors.mobilitySpread());
        }
        if (!growth.heights().isEmpty()) {
            MeasuredGrowth.Height last = growth.heights().getLast();
            double share = 1 - 0.5 * StrictMath.exp(-last.ageDays() / Age.DAYS_PER_YEAR / heightLag);
            prior = prior.given(Trait.HEIGHT_Z, linearHeightZ(patient, last), share, errors.heightTracking());
        }
        return prior;
    }

    /** Height over median, in coefficients of variation: the scale of {@link Trait#HEIGHT_Z}. */
    private static double linearHeightZ(Patient patient, MeasuredGrowth.Height height) {
        double months = Math.min(240, height.ageDays() / (Age.DAYS_PER_YEAR / 12));
        GrowthMeasure measure = months < 24 ? GrowthMeasure.LENGTH : GrowthMeasure.HEIGHT;
        Lms lms = GrowthReference.cdc2000().table(measure, patient.sex()).at(months);
        return (height.centimetres() / lms.median() - 1) / lms.variation();
    }

    /** True for variants of COL1A1 or COL1A2 that end the chain early: frameshift or stop. */
    static boolean truncating(OiDiagnosis diagnosis) {
        String gene = diagnosis.gene();
        String variant = diagnosis.variant();
        if (gene == null || variant == null || !gene.toUpperCase(Locale.ROOT).startsWith("COL1A")) {
            return false;
        }
        return variant.matches("(?s).*(fs|Ter|\\*).*");
    }
}
