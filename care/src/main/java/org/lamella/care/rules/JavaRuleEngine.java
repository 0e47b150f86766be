package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lamella.patient.Patient;

/** The rules in typed Java. */
public final class JavaRuleEngine implements RuleEngine {
    private final RuleCatalogue catalogue = RuleCatalogue.standard();
    private final Map<String, Judgement> judgements = new HashMap<>();

    public JavaRuleEngine() {
        for (Map<String, Judgement> topic : List.of(
                SafetyRules.judgements(),
                DiagnosisRules.judgements(),
                ImagingRules.judgements(),
                LaboratoryRules.judgements(),
                VitaminDRules.judgements(),
                IndicationRules.judgements(),
                DoseRules.judgements(),
                DoseLimitRules.judgements(),
                OtherDrugRules.judgements(),
                InfusionRules.judgements(),
                DentalRules.judgements(),
                SurgicalHoldRules.judgements(),
                OrthopaedicRules.judgements(),
                RodRules.judgements(),
                FractureRules.judgements(),
                SpineRules.judgements(),
                OrganRules.judgements(),
                PregnancyRules.judgements(),
                RehabilitationRules.judgements(),
                FollowUpRules.judgements())) {
            topic.forEach((id, judgement) -> {
                if (judgements.put(id, judgement) != null) {
                    throw new IllegalStateException("rule " + id + " is decided in two places");
                }
            });
        }
        for (Rule rule : catalogue.rules()) {
            if (!judgements.containsKey(rule.id())) {
                throw new IllegalStateException("rule " + rule.id() + " is in the catalogue but nothing decides it");
            }
        }
    }

    @Override
    public List<RuleAnswer> answers(Patient patient, LocalDate asOf, RuleSettings settings) {
        PatientFacts facts = new PatientFacts(patient, asOf, settings);
        List<RuleAnswer> answers = new ArrayList<>();
        for (Rule rule : catalogue.rules()) {
            answers.add(RuleAnswer.of(rule, decide(rule, facts, settings)));
        }
        return List.copyOf(answers);
    }

    private Verdict decide(Rule rule, PatientFacts facts, RuleSettings settings) {
        if (!settings.on(rule)) {
            return new Verdict(
                    RuleAnswer.Kind.OFF, 5, SwitchedOff.reason(rule, settings), List.of(), List.of(), List.of(), null);
        }
        Judgement judgement = judgements.get(rule.id());
        if (judgement == null) {
            throw new IllegalStateException("rule " + rule.id() + " has no judgement");
        }
        return judgement.judge(new Question(rule, facts, settings));
    }
}
