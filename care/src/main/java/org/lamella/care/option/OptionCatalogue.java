package org.lamella.care.option;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.Proposal;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.measure.Age;

/** Which options are put side by side for a patient; every one is examined by the gate. */
public final class OptionCatalogue {

    /** Identifier of giving no drug. */
    public static final String NO_DRUG = "no-drug";

    private static final Drug CELL_OR_GENE_THERAPY = new Drug("cell-or-gene-therapy");
    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");

    private OptionCatalogue() {}

    /** All options, the patient's own treatment first after no drug, stopped ones last. */
    public static List<AssessedOption> assess(Patient patient, LocalDate asOf, SiteConfiguration site) {
        TreatmentHistory history = TreatmentHistory.of(patient, asOf);
        Optional<Drug> current = history.current();
        OptionWriter writer = new OptionWriter(patient, asOf, site);
        List<AssessedOption> options = new ArrayList<>();
        options.add(writer.noDrug(current));
        for (DrugFacts facts : ordered(current)) {
            Optional<DosingRegimen> own =
                    current.filter(facts.drug()::equals).flatMap(d -> ownRegimen(facts, history, patient.ageOn(asOf)));
            for (DosingRegimen regimen : shown(facts, history, patient.ageOn(asOf))) {
                String verb = verb(facts, regimen, current, own);
                options.add(writer.option(new Proposal(regimen.id(), facts, regimen), verb));
            }
        }
        for (DrugFacts facts : withoutRegimen(patient, asOf)) {
            options.add(writer.option(new Proposal(facts.drug().name(), facts, null), ""));
        }
        return List.copyOf(options);
    }

    private static String verb(
            DrugFacts facts, DosingRegimen regimen, Optional<Drug> current, Optional<DosingRegimen> own) {
        if (current.isEmpty()) {
            return "Start";
        }
        if (!current.get().equals(facts.drug())) {
            return "Switch to";
        }
        return own.filter(regimen::equals).isPresent() ? "Continue" : "Change to";
    }

    /** Drugs with a regimen; the one the patient is on comes first. */
    private static List<DrugFacts> ordered(Optional<Drug> current) {
        List<DrugFacts> drugs = new ArrayList<>(DrugFormulary.standard().withRegimen());
        drugs.sort(Comparator.comparing(f -> current.filter(f.drug()::equals).isEmpty()));
        return drugs;
    }

    /** Regimens for the age; when a drug has none, its first one, which the gate then stops with its reason. */
    private static List<DosingRegimen> shown(DrugFacts facts, TreatmentHistory history, Age age) {
        List<DosingRegimen> fitting = facts.regimens().stream()
                .filter(r -> r.covers(age) && !(r.maintenanceOnly() && history.naive()))
                .toList();
        return fitting.isEmpty() ? List.of(facts.regimens().getFirst()) : fitting;
    }

    /** The published regimen nearest to the usual rhythm. */
    private static Optional<DosingRegimen> ownRegimen(DrugFacts facts, TreatmentHistory history, Age age) {
        List<DosingRegimen> fitting =
                facts.regimens().stream().filter(r -> r.covers(age)).toList();
        Optional<Long> usual = history.usualIntervalDays(facts.drug());
        return usual.isEmpty()
                ? fitting.stream().findFirst()
                : fitting.stream().min(Comparator.comparingLong(r -> Math.abs(intervalDays(r, age) - usual.get())));
    }

    private static long intervalDays(DosingRegimen regimen, Age age) {
        return regimen.bands().stream()
                .filter(b -> b.age().holds(age))
                .findFirst()
                .map(DoseBand::interval)
                .map(i -> i.value().multiply(DAYS_PER_MONTH).longValue())
                .orElse(1L);
    }

    /** Drugs that are only ever stopped or investigational, when they concern this patient. */
    private static List<DrugFacts> withoutRegimen(Patient patient, LocalDate asOf) {
        boolean adult = patient.ageOn(asOf).atLeastYears(18);
        return DrugFormulary.standard().all().stream()
                .filter(f -> f.regimens().isEmpty())
                .filter(f -> concerns(f.drug(), adult) || recorded(patient, f.drug()))
                .toList();
    }

    private static boolean concerns(Drug drug, boolean adult) {
        boolean investigational =
                drug.equals(Drug.SETRUSUMAB) || drug.equals(Drug.FRESOLIMUMAB) || drug.equals(CELL_OR_GENE_THERAPY);
        boolean child = drug.equals(Drug.DENOSUMAB) || drug.equals(Drug.TERIPARATIDE) || drug.equals(Drug.ROMOSOZUMAB);
        return investigational || (child && !adult);
    }

    private static boolean recorded(Patient patient, Drug drug) {
        return patient.administrations().stream().anyMatch(a -> a.drug().equals(drug))
                || patient.courses().stream().anyMatch(c -> c.drug().equals(drug));
    }
}
