package org.lamella.clinic.report.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.clinic.report.Figures;
import org.lamella.evidence.Citation;
import org.lamella.twin.Forecast;
import org.lamella.twin.FractureOutlook;

/** Options that can be discussed as a RequestGroup, their drafts, and a RiskAssessment per forecast. */
final class OptionResources {
    private final Plan plan;
    private final Entries entries;
    private final PlanBundle.Parties parties;
    private final RequestGroup options = new RequestGroup();
    private Optional<Reference> group = Optional.empty();

    OptionResources(Plan plan, Entries entries, PlanBundle.Parties parties) {
        this.plan = plan;
        this.entries = entries;
        this.parties = parties;
    }

    /** The group of options, when at least one can be discussed. */
    Optional<Reference> group() {
        return group;
    }

    /** Adds all resources of the options; answers with the risk assessments. */
    List<Reference> add() {
        List<Reference> risks = new ArrayList<>();
        RequestGroup.RequestGroupActionComponent choice = new RequestGroup.RequestGroupActionComponent();
        choice.setTitle("Treatment options, with reasons; none is an order");
        choice.setSelectionBehavior(RequestGroup.ActionSelectionBehavior.ATMOSTONE);
        for (int i = 0; i < plan.options().size(); i++) {
            TreatmentOption option = plan.options().get(i);
            Optional<Reference> risk = risk(option, i);
            risk.ifPresent(risks::add);
            if (option.availability() == Availability.AVAILABLE) {
                draft(option, i).or(() -> risk).ifPresent(r -> choice.addAction(action(option, r)));
            }
        }
        if (choice.hasAction()) {
            options.setStatus(RequestGroup.RequestStatus.DRAFT);
            options.setIntent(RequestGroup.RequestIntent.PROPOSAL);
            options.setSubject(parties.patient().copy());
            options.setAuthoredOnElement(entries.day());
            options.setAuthor(parties.software().copy());
            options.addAction(choice);
            List<String> titles = choice.getAction().stream()
                    .map(RequestGroup.RequestGroupActionComponent::getTitle)
                    .toList();
            group = Optional.of(entries.add(options, "options", "Options that can be discussed", titles));
        }
        return risks;
    }

    private RequestGroup.RequestGroupActionComponent action(TreatmentOption option, Reference resource) {
        RequestGroup.RequestGroupActionComponent action = new RequestGroup.RequestGroupActionComponent();
        action.setTitle(Entries.clean(option.title()));
        action.setDescription(Entries.clean("Burden: " + option.burden() + ". "
                + text(Stream.concat(option.evidence().stream(), option.risks().stream()))));
        action.setResource(resource.copy());
        for (Citation source : sources(option)) {
            RelatedArtifact artifact = new RelatedArtifact();
            artifact.setType(RelatedArtifact.RelatedArtifactType.CITATION);
            artifact.setCitation(Entries.clean(source.title() + ". " + source.reference() + ". Level "
                    + source.level().name() + "."));
            if (source.link().matches("https?://\\S+")) {
                artifact.setUrl(source.link());
            }
            action.addDocumentation(artifact);
        }
        return action;
    }

    /** A draft, for an available option with a dose sheet only. */
    private Optional<Reference> draft(TreatmentOption option, int index) {
        DoseSheet sheet = option.doseSheet();
        if (sheet == null || option.availability() != Availability.AVAILABLE) {
            return Optional.empty();
        }
        MedicationRequest request = new MedicationRequest();
        request.setStatus(MedicationRequest.MedicationRequestStatus.DRAFT);
        request.setIntent(MedicationRequest.MedicationRequestIntent.OPTION);
        request.setMedication(medication(sheet));
        request.setSubject(parties.patient().copy());
        request.setAuthoredOnElement(entries.day());
        request.setRequester(parties.software().copy());
        request.addDosageInstruction().setText(Entries.clean(sheet.summary()));
        request.addNote(PlanBundle.note("Draft of one option for discussion; not an order."));
        if (plan.header().siteIsDemonstration()) {
            request.addNote(
                    PlanBundle.note("Computed with the demonstration site configuration: not for use on a patient."));
        }
        sheet.warnings().forEach(w -> request.addNote(PlanBundle.note(w)));
        List<String> lines = sheet.lines().stream()
                .map(l -> l.label() + ": " + l.working() + " -> " + l.result())
                .toList();
        lines.forEach(line -> request.addNote(PlanBundle.note(line)));
        Reference reference =
                entries.add(request, "draft-" + index, "Draft: " + option.title() + ". " + sheet.summary(), lines);
        entries.sources(reference, parties.software(), sheet.sources());
        return Optional.of(reference);
    }

    private static CodeableConcept medication(DoseSheet sheet) {
        CodeableConcept concept = Entries.concept(sheet.drug());
        DrugCodes.of(sheet.drug()).forEach(concept::addCoding);
        return concept;
    }

    private Optional<Reference> risk(TreatmentOption option, int index) {
        Forecast forecast = option.forecast();
        if (forecast == null || forecast.fractures().isEmpty()) {
            return Optional.empty();
        }
        RiskAssessment risk = new RiskAssessment();
        risk.setStatus(RiskAssessment.RiskAssessmentStatus.PRELIMINARY);
        risk.setSubject(parties.patient().copy());
        risk.setOccurrence(entries.day());
        risk.setPerformer(parties.software().copy());
        risk.setCode(Entries.concept(option.title()));
        risk.setMethod(Entries.concept("Simulation over weighted virtual siblings; parameters "
                + plan.header().parameterSet() + "; seed " + plan.header().seed()));
        List<String> rationales = new ArrayList<>();
        for (FractureOutlook outlook : forecast.fractures()) {
            rationales.add(rationale(outlook));
            risk.addPrediction(prediction(outlook));
        }
        risk.addNote(PlanBundle.note(
                "Model forecast, not a measurement. Probabilities are on the scale 0 to 1. Bone density is not strength, and "
                        + "strength is not fractures. The option is today: "
                        + option.availability().name() + "."));
        Reference reference =
                entries.add(risk, "risk-" + index, "Fractures forecast for: " + option.title(), rationales);
        entries.sources(reference, parties.software(), sources(option));
        return Optional.of(reference);
    }

    private static RiskAssessment.RiskAssessmentPredictionComponent prediction(FractureOutlook outlook) {
        RiskAssessment.RiskAssessmentPredictionComponent prediction =
                new RiskAssessment.RiskAssessmentPredictionComponent();
        prediction.setOutcome(Entries.concept("At least one fracture"));
        prediction.setProbability(
                new org.hl7.fhir.r4.model.DecimalType(Figures.rounded(outlook.probabilityOfAny(), 4)));
        double ratio = outlook.ratioToNoDrug().median();
        if (Double.isFinite(ratio)) {
            prediction.setRelativeRisk(Figures.rounded(ratio, 3));
        }
        prediction.setWhen(new Range().setLow(years(0)).setHigh(years(outlook.years())));
        prediction.setRationale(rationale(outlook));
        return prediction;
    }

    private static Quantity years(double years) {
        BigDecimal value =
                BigDecimal.valueOf(years).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return new Quantity()
                .setValue(value.scale() < 0 ? value.setScale(0) : value)
                .setUnit("years")
                .setSystem("http://unitsofmeasure.org")
                .setCode("a");
    }

    private static String rationale(FractureOutlook outlook) {
        return "Within " + Figures.years(outlook.years()) + " years: expected fractures "
                + Figures.withInterval(outlook.expected(), 1) + ", relative to no drug "
                + Figures.withInterval(outlook.ratioToNoDrug(), 2) + " (median, 5th to 95th centile of the siblings).";
    }

    private static String text(Stream<Statement> statements) {
        return String.join(" ", statements.map(Statement::text).toList());
    }

    private static List<Citation> sources(TreatmentOption option) {
        Set<Citation> all = new LinkedHashSet<>();
        Stream.of(option.reasons(), option.evidence(), option.risks())
                .flatMap(List::stream)
                .forEach(s -> all.addAll(s.sources()));
        return List.copyOf(all);
    }
}
