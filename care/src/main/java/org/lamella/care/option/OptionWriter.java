package org.lamella.care.option;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.care.dose.DoseCalculator;
import org.lamella.care.dose.DoseResult;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.site.Confirmation;
import org.lamella.care.site.Setting;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.spine.SpineFacts;
import org.lamella.care.stop.Gate;
import org.lamella.care.stop.GateDecision;
import org.lamella.care.stop.GateReason;
import org.lamella.care.stop.Proposal;
import org.lamella.evidence.Citation;
import org.lamella.evidence.drug.AgeSupport;
import org.lamella.evidence.drug.Disagreement;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.evidence.drug.SourcedText;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/** Puts one option into words, after the gate and the dose calculator have spoken. */
final class OptionWriter {

    private final Patient patient;
    private final LocalDate asOf;
    private final SiteConfiguration site;

    OptionWriter(Patient patient, LocalDate asOf, SiteConfiguration site) {
        this.patient = patient;
        this.asOf = asOf;
        this.site = site;
    }

    AssessedOption noDrug(Optional<Drug> current) {
        String title = current.map(d -> "Stop " + d + ", no drug").orElse("No drug");
        List<Statement> evidence = List.of(
                new Statement(
                        "After stopping at final height spine density rose by 4 % over four years, trabecular density of"
                                + " the radius fell by 19 %, and children with a long-bone fracture went from 42 to 16 %"
                                + " (31 children).",
                        sources("ST-03")),
                new Statement(
                        "In growing children who stop, new bone is laid down without the drug; how far density falls is"
                                + " reported differently.",
                        sources("ST-01")));
        List<Statement> risks = List.of(new Statement(
                "Fractures go on at the untreated rate; the record's own rate is in the standing.",
                sources("COCHRANE")));
        return switch (Gate.decideNoDrug(patient, asOf, OptionCatalogue.NO_DRUG)) {
            case Gate.NoDrugDecision.Permitted(Gate.ForecastPermit permit) ->
                new AssessedOption(
                        new TreatmentOption(
                                OptionCatalogue.NO_DRUG,
                                title,
                                Availability.AVAILABLE,
                                List.of(),
                                null,
                                null,
                                "no infusions, no tablets; follow-up goes on",
                                evidence,
                                risks),
                        List.of(),
                        permit);
            case Gate.NoDrugDecision.Stopped(List<GateReason> reasons) ->
                new AssessedOption(
                        new TreatmentOption(
                                OptionCatalogue.NO_DRUG,
                                title,
                                Availability.STOPPED,
                                statements(reasons),
                                null,
                                null,
                                "",
                                evidence,
                                risks),
                        reasons,
                        null);
        };
    }

    /** Sources of a rule, or those of the Cochrane review, which no rule owns alone. */
    private static List<Citation> sources(String ruleId) {
        return ruleId.equals("COCHRANE")
                ? List.of(DrugFormulary.standard().source("COCH"))
                : RuleCatalogue.standard().rule(ruleId).sources();
    }

    AssessedOption option(Proposal proposal, String verb) {
        GateDecision decision = Gate.decide(patient, asOf, site, proposal);
        List<Statement> reasons = new ArrayList<>(statements(decision.reasons()));
        AssessedOption assessed = switch (decision) {
            case GateDecision.Stopped _ -> assessed(proposal, verb, Availability.STOPPED, reasons, null, null);
            case GateDecision.Held held -> {
                reasons.add(assumption());
                yield assessed(proposal, verb, Availability.ON_HOLD, reasons, null, held.permit());
            }
            case GateDecision.CannotEvaluate missing -> {
                reasons.add(assumption());
                yield assessed(proposal, verb, Availability.CANNOT_EVALUATE, reasons, null, missing.permit());
            }
            case GateDecision.Cleared cleared -> dosed(proposal, verb, cleared, reasons);
        };
        return new AssessedOption(assessed.option(), decision.reasons(), assessed.permit());
    }

    private static Statement assumption() {
        return new Statement(
                "Its forecast assumes that this is settled first.",
                List.of(SpineFacts.standard().citation("LAM1-SPINE")));
    }

    private AssessedOption dosed(
            Proposal proposal, String verb, GateDecision.Cleared cleared, List<Statement> reasons) {
        Gate.ForecastPermit permit = cleared.clearance().permit();
        return switch (DoseCalculator.calculate(cleared.clearance())) {
            case DoseResult.Dose dose -> {
                for (String id : dose.amounts().confirmedValues()) {
                    site.confirmation(id)
                            .map(Confirmation::sentence)
                            .ifPresent(text -> reasons.addFirst(new Statement(text + ".", unseen())));
                }
                yield assessed(proposal, verb, Availability.AVAILABLE, reasons, dose.sheet(), permit);
            }
            case DoseResult.Unconfirmed unconfirmed -> {
                reasons.addFirst(new Statement(
                        "The dose for this age is commonly quoted, but no source text was seen. No dose is given until"
                                + " the site confirms " + String.join(", ", unconfirmed.valueIds())
                                + " with a name, a date and a source.",
                        unseen()));
                yield assessed(proposal, verb, Availability.UNCONFIRMED, reasons, null, permit);
            }
            case DoseResult.CannotEvaluate missing -> {
                missing.needs().forEach(n -> reasons.addFirst(new Statement("Needs " + n + ".", List.of())));
                yield assessed(proposal, verb, Availability.CANNOT_EVALUATE, reasons, null, permit);
            }
            case DoseResult.Refused refused -> {
                reasons.addFirst(new Statement(refused.reason(), refused.sources()));
                yield assessed(proposal, verb, Availability.STOPPED, reasons, null, null);
            }
        };
    }

    private static List<Citation> unseen() {
        return List.of(DrugFormulary.standard().source("UNSEEN"));
    }

    private AssessedOption assessed(
            Proposal proposal,
            String verb,
            Availability availability,
            List<Statement> reasons,
            @Nullable DoseSheet sheet,
            Gate.@Nullable ForecastPermit permit) {
        DrugFacts facts = proposal.facts();
        DosingRegimen regimen = proposal.regimen();
        String name = regimen == null ? facts.title() : regimen.title();
        String title = verb.isEmpty() ? name : verb + ": " + name;
        TreatmentOption option = new TreatmentOption(
                proposal.optionId(),
                title,
                availability,
                availability == Availability.STOPPED ? reasons : withAge(reasons, facts),
                sheet,
                null,
                regimen == null || availability == Availability.STOPPED ? "" : burden(facts, regimen),
                evidence(facts),
                facts.risks().stream().map(OptionWriter::statement).toList());
        return new AssessedOption(option, List.of(), permit);
    }

    /** The reasons and, when no study covers today's age, a labelled warning. */
    private List<Statement> withAge(List<Statement> reasons, DrugFacts facts) {
        int months = patient.ageOn(asOf).completedMonths();
        List<Statement> all = new ArrayList<>(reasons);
        AgeSupport.warning(facts.drug(), months, months)
                .ifPresent(text -> all.add(new Statement(
                        text,
                        facts.supportedAges().stream()
                                .flatMap(a -> a.sources().stream())
                                .distinct()
                                .toList())));
        return all;
    }

    private static Statement statement(SourcedText text) {
        return new Statement(text.text(), List.of(text.source()));
    }

    private static List<Statement> statements(List<GateReason> reasons) {
        return reasons.stream()
                .map(r -> new Statement(
                        r.facts().isEmpty() ? r.text() : r.text() + " (" + String.join("; ", r.facts()) + ")",
                        r.sources()))
                .toList();
    }

    private static List<Statement> evidence(DrugFacts facts) {
        List<Statement> statements = new ArrayList<>();
        facts.shows().forEach(t -> statements.add(statement(t)));
        facts.doesNotShow().forEach(t -> statements.add(statement(t)));
        for (Disagreement d : facts.disagreements()) {
            String readings = String.join(
                    "; ", d.readings().stream().map(SourcedText::text).toList());
            statements.add(new Statement(
                    "Sources differ about " + d.topic().toLowerCase(java.util.Locale.ROOT) + ": " + readings
                            + ". Used: " + d.choice(),
                    d.readings().stream().map(SourcedText::source).toList()));
        }
        return List.copyOf(statements);
    }

    private String burden(DrugFacts facts, DosingRegimen regimen) {
        Optional<DoseBand> band = regimen.bands().stream()
                .filter(b -> b.age().holds(patient.ageOn(asOf)))
                .findFirst();
        if (band.isEmpty()) {
            return "";
        }
        if (band.get().interval() == null || band.get().days() == null) {
            return "a tablet every day, taken upright; blood tests at follow-up";
        }
        int days = band.get().days().value().intValueExact();
        BigDecimal visits = BigDecimal.valueOf(12).divide(band.get().interval().value(), 1, RoundingMode.HALF_UP);
        BigDecimal infusions = visits.multiply(BigDecimal.valueOf(days));
        String time = site.infusionTime(facts.drug())
                .map(Setting::value)
                .map(m -> " of " + m + " minutes")
                .orElse("");
        return plain(infusions) + (infusions.compareTo(BigDecimal.ONE) == 0 ? " infusion" : " infusions") + time
                + " in " + plain(visits) + (visits.compareTo(BigDecimal.ONE) == 0 ? " visit" : " visits")
                + " a year, blood tests before each visit";
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
