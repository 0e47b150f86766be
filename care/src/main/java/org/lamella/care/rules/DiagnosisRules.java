package org.lamella.care.rules;

import java.util.List;
import java.util.Map;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.measure.ZScore;

/** Is it OI, which group, and what the densitometry may and may not say. */
final class DiagnosisRules {
    private DiagnosisRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "DX-01", DiagnosisRules::established,
                "DX-02", DiagnosisRules::phenotype,
                "DX-03", DiagnosisRules::paediatricOsteoporosis,
                "DX-04", DiagnosisRules::densitometryAlone,
                "DX-05", DiagnosisRules::normalDensity,
                "DX-06", DiagnosisRules::unexplainedFracture,
                "DX-07", DiagnosisRules::missingFeature,
                "DX-08", DiagnosisRules::genetics);
    }

    private static Verdict established(Question q) {
        return q.facts().oiOnlySuspected()
                ? Verdict.missing("an OI type or gene, or a coded diagnosis of OI confirmed by a clinician")
                : Verdict.information("OI is recorded, so the OI rules apply.")
                        .because(q.facts().type())
                        .because(q.facts().gene().map(gene -> "gene " + gene).orElse(""));
    }

    private static Verdict phenotype(Question q) {
        Input<?> type = q.facts().type();
        Input<?> severity = q.facts().severity();
        Input<?> mobility = q.facts().mobility();
        if (type.unknown() || severity.unknown() || mobility.unknown()) {
            return Verdict.missing(type, severity, mobility);
        }
        return Verdict.information("Phenotype, severity by type and mobility are recorded; the gene sets neither"
                        + " severity nor dose.")
                .because(type, severity, mobility);
    }

    private static Verdict paediatricOsteoporosis(Question q) {
        PatientFacts f = q.facts();
        if (f.age().completedYears() > q.number("upper_age")) {
            return Verdict.notApplicable("The definition is for ages up to " + q.said("upper_age") + ".")
                    .because(f.ageFact());
        }
        if (!f.skeleton().vertebralFractures().isEmpty()) {
            return Verdict.information("Meets the ISCD definition of paediatric osteoporosis: vertebral fracture.")
                    .because("vertebral fracture on "
                            + f.skeleton().vertebralFractures().getFirst().date());
        }
        boolean young = !q.ageAtLeast("age_limit");
        int needed = q.number(young ? "long_bone_fractures_by_age_limit" : "long_bone_fractures_by_upper_age");
        long counted = f.skeleton().longBoneFragilityFractures().count();
        String fact = counted + " long-bone fractures without high-energy injury";
        Input<?> z = f.skeleton().zScan();
        if (counted >= needed && z.unknown()) {
            return Verdict.missing(z).because(fact);
        }
        if (counted >= needed && zAtMost(q, "z_limit")) {
            return Verdict.information(
                            "Meets the ISCD definition of paediatric osteoporosis: fractures and low density.")
                    .because(fact)
                    .because(z);
        }
        return f.skeleton().spineEverImaged()
                ? Verdict.notApplicable("The ISCD definition is not met by what is recorded; OI does not need it.")
                        .because(fact)
                        .because(z)
                : Verdict.missing("a lateral spine image, because one vertebral fracture would meet the definition")
                        .because(fact);
    }

    /** True when the reported Z-score is at or below the rule's figure. */
    static boolean zAtMost(Question q, String parameter) {
        return atMost(q.facts().skeleton().zScan(), q, parameter);
    }

    /** The same for a scan that was chosen otherwise. */
    static boolean atMost(Input<DxaScan> chosen, Question q, String parameter) {
        double limit = q.figure(parameter).doubleValue();
        return chosen.test(scan -> {
            ZScore z = scan.reportedZ();
            return z != null && z.value() <= limit;
        });
    }

    private static Verdict densitometryAlone(Question q) {
        if (q.ageAtLeast("upper_age")) {
            return Verdict.notApplicable("This rule concerns densitometry before " + q.said("upper_age") + ".")
                    .because(q.facts().ageFact());
        }
        return q.facts().skeleton().scans().findAny().isEmpty()
                ? Verdict.notApplicable("No densitometry is recorded.")
                : Verdict.information(
                                "Read Z-scores only, not T-scores; density alone makes no diagnosis of osteoporosis"
                                        + " in a child.")
                        .because(q.facts().ageFact())
                        .because(q.facts().skeleton().zScan());
    }

    private static Verdict normalDensity(Question q) {
        Input<?> z = q.facts().skeleton().zScan();
        if (z.unknown()) {
            return Verdict.missing(z);
        }
        return zAtMost(q, "z_limit")
                ? Verdict.notApplicable("The Z-score is not above " + q.said("z_limit") + ".")
                        .because(z)
                : Verdict.information("A Z-score above " + q.said("z_limit") + " does not exclude fragility.")
                        .because(z);
    }

    private static Verdict unexplainedFracture(Question q) {
        PatientFacts f = q.facts();
        List<Fracture> unexplained = f.skeleton()
                .fractures()
                .filter(x -> x.mechanism() == Fracture.Mechanism.NO_RECOGNISED_INJURY
                        || x.mechanism() == Fracture.Mechanism.UNKNOWN)
                .toList();
        if (q.ageAtLeast("upper_age") || unexplained.isEmpty()) {
            return Verdict.notApplicable(
                            "No unexplained fracture before " + q.said("upper_age") + " of age is recorded.")
                    .because(f.ageFact());
        }
        String fact = unexplained.getLast().bone().label() + " fracture on "
                + unexplained.getLast().date() + " without a recognised injury";
        return f.oiOnlySuspected()
                ? Verdict.due("An unexplained fracture at this age needs both an OI work-up (family history, sclerae,"
                                + " teeth, skeletal survey, collagen genes) and the local safeguarding referral; this"
                                + " says nothing about which is true.")
                        .priority(2)
                        .because(f.ageFact(), fact)
                        .on(f.asOf())
                : Verdict.information(
                                "OI is established and explains fragility; record the mechanism of each fracture all"
                                        + " the same.")
                        .because(f.ageFact(), fact);
    }

    private static Verdict missingFeature(Question q) {
        return q.facts().oiOnlySuspected()
                ? Verdict.information("OI stays in the differential when a single feature is absent; genetics decides.")
                        .because(q.facts().finding(Finding.Kind.BLUE_SCLERAE))
                        .because(q.facts().finding(Finding.Kind.FAMILY_HISTORY_OF_OI))
                : Verdict.notApplicable("OI is already established.");
    }

    private static Verdict genetics(Question q) {
        if (q.facts().oiOnlySuspected()) {
            return Verdict.notApplicable("Genetics follows the work-up of suspected OI (DX-06, DX-07).");
        }
        return q.facts()
                .gene()
                .map(gene -> Verdict.information("The gene is known; offer counselling for family planning.")
                        .because("gene " + gene))
                .orElseGet(
                        () -> Verdict.due("No gene is recorded: offer genetic counselling and testing; after a negative"
                                        + " COL1A1/COL1A2 result, a broader panel.")
                                .priority(4)
                                .because(q.facts().type())
                                .on(q.facts().asOf()));
    }
}
