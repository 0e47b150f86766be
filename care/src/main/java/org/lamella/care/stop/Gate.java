package org.lamella.care.stop;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.care.history.NextDose;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.patient.Administration;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.Regimen;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;
import org.lamella.twin.CandidateRegimen;

/**
 * The one way to a dose or a forecast. Every option passes all checks here; {@link Clearance} and {@link ForecastPermit}
 * have private constructors, so that no other code can make one. A fact that is missing, stale or contradictory never
 * counts as harmless.
 */
public final class Gate {

    /** An adult's last denosumab within this time calls for a follow-on drug (DOS-DEN-03; 12 months assumed). */
    private static final int DENOSUMAB_DAYS = 365;

    private Gate() {}

    /** Permission to forecast an option; made by the gate only. */
    public static final class ForecastPermit {
        private final CandidateRegimen candidate;

        private ForecastPermit(CandidateRegimen candidate) {
            this.candidate = candidate;
        }

        /** The regimen to forecast. */
        public CandidateRegimen candidate() {
            return candidate;
        }
    }

    /** Permission to compute a dose; made by the gate only, and only when every check has passed. */
    public static final class Clearance {
        private final Situation situation;
        private final DosingRegimen regimen;
        private final WeightMeasurement weight;
        private final ForecastPermit permit;

        private Clearance(Situation situation, DosingRegimen regimen, WeightMeasurement weight, ForecastPermit permit) {
            this.situation = situation;
            this.regimen = regimen;
            this.weight = weight;
            this.permit = permit;
        }

        public DrugFacts facts() {
            return situation.proposal().facts();
        }

        public DosingRegimen regimen() {
            return regimen;
        }

        public SiteConfiguration site() {
            return situation.site();
        }

        /** The measured weight that carries the dose. */
        public WeightMeasurement weight() {
            return weight;
        }

        /** Day of the next dose. */
        public LocalDate doseDate() {
            return situation.doseDate();
        }

        /** Age on the day of the next dose, which chooses the band. */
        public Age age() {
            return situation.patient().ageOn(situation.doseDate());
        }

        /** True when the record holds no bisphosphonate, so that the next dose counts as the first. */
        public boolean firstEver() {
            return situation.history().naive();
        }

        public ForecastPermit permit() {
            return permit;
        }
    }

    /** Examines a proposal. */
    public static GateDecision decide(Patient patient, LocalDate asOf, SiteConfiguration site, Proposal proposal) {
        TreatmentHistory history = TreatmentHistory.of(patient, asOf);
        LocalDate doseDate = NextDose.date(history, patient, asOf);
        Situation s = new Situation(patient, asOf, site, history, proposal, doseDate);
        Ledger ledger = new Ledger();
        DrugCheck.examine(s, ledger);
        if (!proposal.ownRegimen()) {
            return decision(s, ledger);
        }
        MineralCheck.examine(s, ledger);
        KidneyCheck.examine(s, ledger);
        PregnancyCheck.examine(s, ledger);
        OralCheck.examine(s, ledger);
        WeightCheck.examine(s, ledger);
        IndicationCheck.examine(s, ledger);
        OsteotomyCheck.examine(s, ledger);
        InfusionCheck.examine(s, ledger);
        WarningSignCheck.examine(s, ledger);
        DoubtCheck.examine(s, ledger);
        return decision(s, ledger);
    }

    private static GateDecision decision(Situation s, Ledger ledger) {
        DosingRegimen regimen = s.proposal().regimen();
        if (regimen == null || ledger.has(GateReason.Kind.STOP)) {
            return new GateDecision.Stopped(ledger.stops());
        }
        ForecastPermit permit = new ForecastPermit(
                new CandidateRegimen(s.proposal().optionId(), new ForecastRegimens(s, regimen).regimen()));
        if (ledger.has(GateReason.Kind.HOLD)) {
            return new GateDecision.Held(permit, ledger.reasons());
        }
        if (ledger.has(GateReason.Kind.NEED)) {
            return new GateDecision.CannotEvaluate(permit, ledger.reasons());
        }
        WeightMeasurement weight = WeightCheck.usableWeight(s).orElseThrow();
        return new GateDecision.Cleared(new Clearance(s, regimen, weight, permit), ledger.reasons());
    }

    /**
     * Examines giving no drug, which is stopped for one group only: adults on denosumab without a follow-on.
     *
     * @param optionId identifier of the option
     */
    public static NoDrugDecision decideNoDrug(Patient patient, LocalDate asOf, String optionId) {
        boolean adult = patient.ageOn(asOf).atLeastYears(18);
        Optional<LocalDate> denosumab = lastDenosumab(patient, asOf);
        if (adult && denosumab.isPresent()) {
            LocalDate last = denosumab.get();
            boolean recent = last.plusDays(DENOSUMAB_DAYS).isAfter(asOf);
            boolean followed = TreatmentHistory.of(patient, asOf)
                    .lastCycle()
                    .filter(c -> c.first().isAfter(last))
                    .isPresent();
            if (recent && !followed) {
                Ledger ledger = new Ledger();
                ledger.stop(
                        HardStop.BEFORE_HEALING_OR_WITHOUT_FOLLOW_ON,
                        "Denosumab must not simply end in an adult: several vertebral fractures may follow.",
                        "last denosumab " + last);
                return new NoDrugDecision.Stopped(ledger.reasons());
            }
        }
        return new NoDrugDecision.Permitted(new ForecastPermit(new CandidateRegimen(optionId, new Regimen.NoDrug())));
    }

    /** Last day of denosumab: given in a known or unknown amount, or taken as a course. */
    private static Optional<LocalDate> lastDenosumab(Patient patient, LocalDate asOf) {
        Stream<LocalDate> doses = patient.dosesOf(Drug.DENOSUMAB, asOf).stream().map(Administration::date);
        Stream<LocalDate> unknown = patient.dosesOfUnknownAmount().stream()
                .filter(d -> d.drug().equals(Drug.DENOSUMAB))
                .map(DoseOfUnknownAmount::date);
        Stream<LocalDate> courses = patient.courses().stream()
                .filter(c -> c.drug().equals(Drug.DENOSUMAB) && !c.from().isAfter(asOf))
                .map(c -> c.covers(asOf) ? asOf : Objects.requireNonNull(c.until()));
        return Stream.of(doses, unknown, courses)
                .flatMap(days -> days)
                .filter(day -> !day.isAfter(asOf))
                .max(Comparator.naturalOrder());
    }

    /** Whether giving no drug may be offered. */
    public sealed interface NoDrugDecision {

        /**
         * It may be offered.
         *
         * @param permit key to a forecast
         */
        record Permitted(ForecastPermit permit) implements NoDrugDecision {}

        /**
         * It must not be offered.
         *
         * @param reasons at least one hard stop
         */
        record Stopped(List<GateReason> reasons) implements NoDrugDecision {
            public Stopped {
                reasons = List.copyOf(reasons);
            }
        }
    }
}
