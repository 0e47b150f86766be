package org.lamella.clinic.apply;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.RuleSettings;
import org.lamella.care.rules.Topic;
import org.lamella.care.rules.cql.AppliedAction;
import org.lamella.care.rules.cql.CqlRuleEngine;
import org.lamella.care.rules.cql.DrugGate;
import org.lamella.care.rules.cql.PathwayContent;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.Gate;
import org.lamella.care.stop.GateDecision;
import org.lamella.care.stop.GateReason;
import org.lamella.care.stop.Proposal;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/**
 * Applies plans of the pathway to a person. The CQL engine decides what applies; a regimen passes two gates, the CQL
 * library {@code LamellaGate} and the gate of hard stops in Java, and stays away when either of them has a reason.
 * Thread-safe.
 */
public final class PlanApplication {
    private final SiteConfiguration site;
    private final PathwayContent content = new PathwayContent(RuleCatalogue.standard());
    /** The engine is slow to make and serves one thread at a time. */
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable CqlRuleEngine engine;

    public PlanApplication(SiteConfiguration site) {
        this.site = site;
    }

    /**
     * A bundle with a CarePlan and a RequestGroup for each topic, all of them drafts and proposals.
     *
     * @param topics plans to apply
     * @param patient whom they are applied to
     * @param day day of the question
     */
    public Bundle apply(List<Topic> topics, Patient patient, LocalDate day) {
        RuleSettings settings = CarePathway.settings(site);
        Map<String, RuleAnswer.Kind> kinds;
        Map<DrugGate, List<String>> against;
        lock.lock();
        try {
            CqlRuleEngine cql = engine == null ? new CqlRuleEngine() : engine;
            engine = cql;
            kinds = cql.kinds(patient, day, settings);
            against = new EnumMap<>(cql.against(patient, day, settings));
        } finally {
            lock.unlock();
        }
        against.replaceAll((gate, reasons) -> reasons.isEmpty() ? hardStops(gate, patient, day) : reasons);
        Map<String, RuleAnswer> answers = CarePathway.standard().evaluate(patient, day, settings).stream()
                .collect(Collectors.toMap(answer -> answer.rule().id(), answer -> answer));
        AppliedBundle bundle = new AppliedBundle(patient.id(), day, content, answers);
        for (Topic topic : topics) {
            bundle.add(topic, AppliedAction.of(content.plan(topic), kinds, against));
        }
        return bundle.finish();
    }

    /** Reasons of the gate in Java against the drug; none when at least one published regimen is cleared. */
    private List<String> hardStops(DrugGate gate, Patient patient, LocalDate day) {
        return gate.drug().map(drug -> hardStops(drug, patient, day)).orElse(List.of());
    }

    private List<String> hardStops(Drug drug, Patient patient, LocalDate day) {
        DrugFacts facts = DrugFormulary.standard().find(drug).orElseThrow();
        List<GateDecision> decisions = facts.regimens().stream()
                .map(regimen -> Gate.decide(patient, day, site, new Proposal(regimen.id(), facts, regimen)))
                .toList();
        if (decisions.stream().anyMatch(GateDecision.Cleared.class::isInstance)) {
            return List.of();
        }
        // A drug without a regimen of its own is only ever described, and its rules have said what they know.
        return decisions.stream()
                .flatMap(decision -> decision.reasons().stream())
                .filter(reason -> reason.kind() != GateReason.Kind.NOTE)
                .map(reason -> reason.code() + " " + reason.kind())
                .distinct()
                .toList();
    }
}
