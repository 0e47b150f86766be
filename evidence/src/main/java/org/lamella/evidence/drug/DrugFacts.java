package org.lamella.evidence.drug;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;
import org.lamella.patient.Route;

/**
 * Everything the product knows about a drug.
 *
 * @param drug the drug
 * @param title name as printed
 * @param drugClass how it acts
 * @param route how it is given
 * @param codes codes that were seen in public lists
 * @param roundingStep step to which a dose is rounded when the site names no product, or null when there is no regimen
 * @param limits bounds; of two of a kind the stricter applies
 * @param preparation how an infusion is made up, or null for oral drugs and drugs without a regimen
 * @param firstDose how the first dose differs, or null when nothing was read
 * @param regimens published regimens; none for drugs that are only ever stopped or investigational
 * @param disagreements where sources differ
 * @param shows what studies show
 * @param doesNotShow what studies do not show
 * @param risks known risks
 * @param supportedAges ages that studies cover; empty when none states them
 */
public record DrugFacts(
        Drug drug,
        String title,
        DrugClass drugClass,
        Route route,
        List<DrugCode> codes,
        @Nullable Figure roundingStep,
        List<Limit> limits,
        @Nullable Preparation preparation,
        @Nullable FirstDoseRule firstDose,
        List<DosingRegimen> regimens,
        List<Disagreement> disagreements,
        List<SourcedText> shows,
        List<SourcedText> doesNotShow,
        List<SourcedText> risks,
        List<SupportedAge> supportedAges) {

    public DrugFacts {
        codes = List.copyOf(codes);
        limits = List.copyOf(limits);
        regimens = List.copyOf(regimens);
        disagreements = List.copyOf(disagreements);
        shows = List.copyOf(shows);
        doesNotShow = List.copyOf(doesNotShow);
        risks = List.copyOf(risks);
        supportedAges = List.copyOf(supportedAges);
        if (!regimens.isEmpty() && roundingStep == null) {
            throw new IllegalArgumentException(drug + ": a drug with a regimen needs a rounding step");
        }
    }

    /** Every limit of a kind. */
    public List<Limit> limits(Limit.Kind kind) {
        return limits.stream().filter(l -> l.kind() == kind).toList();
    }

    /** The strictest limit of a kind: the lowest maximum or the highest minimum. */
    public Optional<Limit> limit(Limit.Kind kind) {
        Comparator<Limit> byValue = Comparator.comparing((Limit l) -> l.figure().value());
        boolean isMaximum = kind == Limit.Kind.MAX_PER_DOSE || kind == Limit.Kind.MAX_PER_YEAR;
        return limits(kind).stream().min(isMaximum ? byValue : byValue.reversed());
    }

    /** Value of the strictest limit of a kind. */
    public Optional<BigDecimal> limitValue(Limit.Kind kind) {
        return limit(kind).map(l -> l.figure().value());
    }

    /** The first-dose rule, when there is one. */
    public Optional<FirstDoseRule> firstDoseRule() {
        return Optional.ofNullable(firstDose);
    }

    /** The regimen with an identifier. */
    public Optional<DosingRegimen> regimen(String id) {
        return regimens.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    public boolean bisphosphonate() {
        return drugClass == DrugClass.BISPHOSPHONATE;
    }
}
