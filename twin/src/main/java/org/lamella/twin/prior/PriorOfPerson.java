package org.lamella.twin.prior;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.GenotypeClass;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.bone.PubertalLoss;
import org.lamella.bone.Trait;
import org.lamella.bone.TraitValues;
import org.lamella.bone.TypePriors;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.measure.Age;
import org.lamella.twin.ObservationErrors;

/**
 * The prior of a person: OI type and sex first, then what is known without simulation. The last measured height informs
 * the height Z towards which the child tends, the last mobility grade the muscle force. The group of the genotype moves the
 * medians a little; when the type is unclassified, a genotype that defines a type stands for it.
 */
public final class PriorOfPerson {
    private static final List<OiType> UNCLASSIFIED = List.of(OiType.I, OiType.III, OiType.IV, OiType.V);

    private final TypePriors priors;
    private final ObservationErrors errors;
    private final double heightLag;
    private final double pubertalLossWidth;

    public PriorOfPerson(BoneParameters parameters, ObservationErrors errors) {
        this.priors = TypePriors.of(parameters);
        this.errors = errors;
        this.heightLag = parameters.bone().value("growth.height_z_lag", "a");
        this.pubertalLossWidth = parameters.bone().value("growth.pubertal_loss_width", "a");
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
        List<OiType> possible = type == OiType.OTHER ? unclassified(patient.diagnosis()) : List.of(type);
        for (OiType candidate : possible) {
            types.add(ofType(patient, candidate, growth, asOf));
            shares.add(possible.size() == 1 ? 1.0 : errors.typeShare(candidate));
        }
        return new PersonPrior(types, shares);
    }

    private TraitPrior ofType(Patient patient, OiType type, MeasuredGrowth growth, LocalDate asOf) {
        GenotypeClass genotype = GenotypeClass.of(patient.diagnosis());
        TraitPrior prior = TraitPrior.of(
                priors.median(type, patient.sex(), genotype), t -> priors.spread(type, t), priors::severityLoading);
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
            double before = last.linearZ(patient.sex()) + puberty(type, patient).lost(last.ageDays());
            prior = prior.given(Trait.HEIGHT_Z, before, share, errors.heightTracking());
        }
        return prior;
    }

    /** What a blunted spurt takes from the height Z of this type. */
    private PubertalLoss puberty(OiType type, Patient patient) {
        TraitValues median = priors.median(type, patient.sex());
        return new PubertalLoss(
                median.get(Trait.PUBERTAL_LOSS), MeasuredGrowth.peakVelocityAge(patient.sex()), pubertalLossWidth);
    }

    private static List<OiType> unclassified(OiDiagnosis diagnosis) {
        return GenotypeClass.of(diagnosis).definingType().map(List::of).orElse(UNCLASSIFIED);
    }
}
