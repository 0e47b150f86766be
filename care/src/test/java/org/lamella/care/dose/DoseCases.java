package org.lamella.care.dose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.lamella.care.Children;
import org.lamella.care.site.Confirmation;
import org.lamella.care.site.Product;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.Gate;
import org.lamella.care.stop.GateDecision;
import org.lamella.care.stop.Proposal;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.measure.Milligrams;

/** Cases of the dose files, and the way from a case through the gate to a dose. */
final class DoseCases {

    private static final Map<String, Product> PRODUCTS = Map.of(
            "p3", solution(Drug.PAMIDRONATE, "30", "10"),
            "p9", solution(Drug.PAMIDRONATE, "90", "10"),
            "z08", solution(Drug.ZOLEDRONATE, "4", "5"),
            "z005", solution(Drug.ZOLEDRONATE, "5", "100"),
            "n125", solution(Drug.NERIDRONATE, "25", "2"));

    private DoseCases() {}

    record Case(
            LocalDate born,
            String kilograms,
            String regimen,
            boolean first,
            String product,
            boolean confirmed,
            String expected) {
        @Override
        public String toString() {
            return regimen + ", born " + born + ", " + kilograms + " kg, " + (first ? "first, " : "") + product;
        }
    }

    private static Product solution(Drug drug, String mg, String ml) {
        return new Product(drug, "Solution", Product.Form.SOLUTION, new BigDecimal(mg), new BigDecimal(ml), "test");
    }

    static Stream<Case> read(String file) {
        try (InputStream in = Objects.requireNonNull(DoseCases.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.startsWith("born"))
                    .map(l -> l.split(";"))
                    .map(c -> new Case(
                            LocalDate.parse(c[0]), c[1], c[2], c[3].equals("yes"), c[4], c[5].equals("yes"), c[6]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SiteConfiguration site(String product, boolean confirmed) {
        SiteConfiguration usual = SiteConfiguration.defaults();
        List<Confirmation> confirmations = confirmed
                ? DrugFormulary.standard().confirmableValues().stream()
                        .map(id -> new Confirmation(id, "Dr B", LocalDate.of(2026, 1, 1), "local protocol"))
                        .toList()
                : List.of();
        return new SiteConfiguration(
                "test site",
                false,
                usual.vitaminDGateNmolPerL(),
                usual.firstDoseAdmission(),
                usual.infusionMinutes(),
                null,
                usual.ageLimits(),
                product.equals("none") ? List.of() : List.of(PRODUCTS.get(product)),
                confirmations,
                List.of(),
                List.of());
    }

    static Patient patient(LocalDate born, String kilograms, boolean first) {
        PatientBuilder builder = Children.inOrder(born, kilograms);
        if (!first) {
            // Some tablets long ago: no longer naive, yet nothing is due from an interval.
            builder.add(new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, born, born.plusDays(1)));
        }
        return builder.build();
    }

    static Proposal proposal(String regimen) {
        for (DrugFacts facts : DrugFormulary.standard().withRegimen()) {
            DosingRegimen found = facts.regimen(regimen).orElse(null);
            if (found != null) {
                return new Proposal(regimen, facts, found);
            }
        }
        throw new IllegalArgumentException("no regimen " + regimen);
    }

    static GateDecision decide(Case c) {
        return Gate.decide(
                patient(c.born(), c.kilograms(), c.first()),
                Children.TODAY,
                site(c.product(), c.confirmed()),
                proposal(c.regimen()));
    }

    /** The outcome in the words of the files. */
    static String outcome(Case c) {
        return switch (decide(c)) {
            case GateDecision.Stopped _ -> "stopped";
            case GateDecision.Held h -> "held " + h.reasons();
            case GateDecision.CannotEvaluate n -> "needs " + n.reasons();
            case GateDecision.Cleared cleared ->
                switch (DoseCalculator.calculate(cleared.clearance())) {
                    case DoseResult.Unconfirmed _ -> "unconfirmed";
                    case DoseResult.CannotEvaluate _ -> "cannot";
                    case DoseResult.Refused r -> "refused " + r.reason();
                    case DoseResult.Dose dose -> shown(dose.amounts());
                };
        };
    }

    private static String shown(DoseAmounts a) {
        DoseAmounts.DayDose last = a.days().getLast();
        boolean annual = a.intervalMonths() != null && proposalByWeight(a);
        return String.join(
                "|",
                plain(a.days().getFirst().dose().value()),
                plain(last.dose().value()),
                String.valueOf(a.days().size()),
                last.volumeMl() == null ? "-" : plain(last.volumeMl()),
                annual ? plain(a.annualMgPerKg()) : "-");
    }

    private static boolean proposalByWeight(DoseAmounts a) {
        return !a.bandId().equals("zoledronate.adult-yearly");
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
