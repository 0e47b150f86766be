package org.lamella.care.dose;

import java.time.LocalDate;
import java.util.Optional;
import org.lamella.care.site.Product;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.Gate;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;

/**
 * What a dose follows from; read out of a clearance.
 *
 * @param facts the drug
 * @param regimen the regimen
 * @param age age on the day of the dose
 * @param weight measured weight
 * @param firstEver whether the record holds no bisphosphonate
 * @param site site configuration
 * @param date day of the dose
 */
record DoseInputs(
        DrugFacts facts,
        DosingRegimen regimen,
        Age age,
        WeightMeasurement weight,
        boolean firstEver,
        SiteConfiguration site,
        LocalDate date) {

    static DoseInputs of(Gate.Clearance clearance) {
        return new DoseInputs(
                clearance.facts(),
                clearance.regimen(),
                clearance.age(),
                clearance.weight(),
                clearance.firstEver(),
                clearance.site(),
                clearance.doseDate());
    }

    /** The site's first solution of the drug; one product per dose, never two. */
    Optional<Product> solution() {
        return site.productsOf(facts.drug()).stream()
                .filter(p -> p.form() == Product.Form.SOLUTION)
                .findFirst();
    }

    /** The confirmed first-day factor applies only when the site confirmed it. */
    boolean confirmed(String valueId) {
        return site.confirmation(valueId).isPresent();
    }
}
