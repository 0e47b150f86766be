package org.lamella.clinic.cds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.care.history.NextDose;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.plan.CareItem;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.Gate;
import org.lamella.care.stop.GateDecision;
import org.lamella.care.stop.GateReason;
import org.lamella.care.stop.Proposal;
import org.lamella.clinic.cds.CdsCard.Indicator;
import org.lamella.evidence.Citation;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/** Turns answers of the pathway and decisions of the gate into cards, heaviest first. */
public final class PathwayCards {
    /** More cards than this are not read; the rest is counted on one card. */
    static final int MOST = 8;

    private static final int PRESSING = 3;
    /** Two bisphosphonates never run together: in a plan a note beside a dose for later, for an order of today a warning. */
    private static final String TOGETHER = "DOS-00";

    private final SiteConfiguration site;

    public PathwayCards(SiteConfiguration site) {
        this.site = site;
    }

    /** Cards when a chart is opened: what stops, waits, is missing or is due; one card counts what was left out. */
    public List<CdsCard> patientView(Patient patient, LocalDate day) {
        List<CareItem> items = CarePathway.standard().items(patient, day, site);
        List<CdsCard> cards = new ArrayList<>();
        for (CareItem item : items) {
            if (item.priority() <= PRESSING
                    && item.kind().compareTo(CareItem.Kind.NOT_YET) < 0
                    && cards.size() < MOST) {
                cards.add(card(item));
            }
        }
        cards.sort(Comparator.comparing(CdsCard::indicator));
        int others = items.size() - cards.size();
        if (others > 0) {
            cards.add(new CdsCard(
                    "PATHWAY",
                    others + " further statements of the OI pathway apply to this person.",
                    "They are less pressing. The whole list with sources is in the plan (`lamella plan`).",
                    Indicator.INFO,
                    List.of(),
                    null));
        }
        return List.copyOf(cards);
    }

    private static CdsCard card(CareItem item) {
        Indicator indicator = switch (item.kind()) {
            case STOP -> Indicator.CRITICAL;
            case HOLD -> Indicator.WARNING;
            case DUE, MISSING -> item.priority() <= 2 ? Indicator.WARNING : Indicator.INFO;
            case NOT_YET, OPTION, INFORMATION -> Indicator.INFO;
        };
        String detail = detail(item.reason(), item.facts());
        if (item.disagreement() != null) {
            detail += "\n\nOther sources say: " + item.disagreement();
        }
        return new CdsCard(item.ruleId(), CdsCard.shortened(item.reason()), detail, indicator, item.sources(), null);
    }

    /**
     * Cards for a drug that is being ordered.
     *
     * @param draftOrder reference of the draft order, such as {@code MedicationRequest/1}, or null
     */
    public List<CdsCard> order(Patient patient, LocalDate day, Drug drug, @Nullable String draftOrder) {
        Optional<DrugFacts> facts = DrugFormulary.standard().find(drug);
        if (facts.isEmpty()) {
            return List.of(notChecked(drug.name()));
        }
        List<GateReason> reasons = reasons(patient, day, facts.get());
        List<CdsCard> cards = new ArrayList<>();
        for (GateReason reason : reasons) {
            if (reason.kind() != GateReason.Kind.NOTE || reason.code().equals(TOGETHER)) {
                cards.add(card(reason, drug, draftOrder));
            }
        }
        if (facts.get().bisphosphonate()) {
            tooEarly(patient, day, drug).ifPresent(cards::add);
        }
        cards.sort(Comparator.comparing(CdsCard::indicator));
        if (cards.isEmpty()) {
            cards.add(new CdsCard(
                    "GATE",
                    "Nothing in the record that was sent speaks against " + drug + "; this is no order.",
                    detail(
                            "The amount was not checked: compute it with `lamella plan` and check the worked line.",
                            reasons.stream().map(GateReason::text).toList()),
                    Indicator.INFO,
                    List.of(),
                    null));
        }
        return List.copyOf(cards);
    }

    /** An order is for today; a plan computes the dose for the day on which the interval of the last one ends. */
    private static Optional<CdsCard> tooEarly(Patient patient, LocalDate day, Drug drug) {
        TreatmentHistory history = TreatmentHistory.of(patient, day);
        return NextDose.due(history, patient).filter(due -> due.isAfter(day)).map(due -> {
            String last =
                    history.lastCycle().map(c -> c.drug() + " on " + c.last()).orElseThrow();
            return new CdsCard(
                    TOGETHER,
                    CdsCard.shortened(drug + ": the interval after the last dose ends on " + due + "; not before."),
                    detail(
                            "A dose covers the interval of its regimen; no bisphosphonate is given before it has passed.",
                            List.of("last dose: " + last)),
                    Indicator.WARNING,
                    RuleCatalogue.standard().rule(TOGETHER).sources(),
                    null);
        });
    }

    /** Reasons of that published regimen which the least speaks against; a drug without one is stopped by the gate. */
    private List<GateReason> reasons(Patient patient, LocalDate day, DrugFacts facts) {
        List<@Nullable DosingRegimen> regimens = new ArrayList<>(facts.regimens());
        if (regimens.isEmpty()) {
            regimens.add(null);
        }
        return regimens.stream()
                .map(regimen -> Gate.decide(
                        patient,
                        day,
                        site,
                        new Proposal(regimen == null ? facts.drug().name() : regimen.id(), facts, regimen)))
                .min(Comparator.comparingInt(PathwayCards::weight))
                .orElseThrow()
                .reasons();
    }

    private static int weight(GateDecision decision) {
        return switch (decision) {
            case GateDecision.Cleared cleared -> 0;
            case GateDecision.Held held -> 1;
            case GateDecision.CannotEvaluate missing -> 1;
            case GateDecision.Stopped stopped -> 2;
        };
    }

    private static CdsCard card(GateReason reason, Drug drug, @Nullable String draftOrder) {
        boolean stop = reason.kind() == GateReason.Kind.STOP;
        return new CdsCard(
                reason.code(),
                CdsCard.shortened(drug + ": " + reason.text()),
                detail(reason.text(), reason.facts()),
                stop ? Indicator.CRITICAL : Indicator.WARNING,
                reason.sources(),
                stop ? draftOrder : null);
    }

    /** For an order whose drug is not known here: silence would read as agreement. */
    static CdsCard notChecked(String medication) {
        return new CdsCard(
                "NOT-CHECKED",
                CdsCard.shortened("Not checked: Lamella does not know the drug '" + medication + "' of this order."),
                "Known are the drugs of the formulary by Lamella, ATC and RxNorm codes. Names are not interpreted.",
                Indicator.INFO,
                List.of(),
                null);
    }

    private static String detail(String reason, List<String> facts) {
        StringBuilder text = new StringBuilder(reason);
        if (!facts.isEmpty()) {
            text.append("\n\nFacts used:");
            facts.forEach(fact -> text.append("\n- ").append(fact));
        }
        return text.append("\n\nResearch and education; advice to a professional, never an order.")
                .toString();
    }

    /** Citations by key, each once. */
    static Map<String, Citation> distinct(List<Citation> sources) {
        Map<String, Citation> byKey = new LinkedHashMap<>();
        sources.forEach(source -> byKey.putIfAbsent(source.key(), source));
        return byKey;
    }
}
