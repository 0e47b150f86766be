package org.lamella.bone;

import java.util.Map;
import java.util.TreeMap;
import org.lamella.evidence.ParameterSet;
import org.lamella.evidence.drug.NoBenefit;
import org.lamella.patient.Drug;

/**
 * What each drug does in the model. A new drug is its numbers in {@code drugs.yaml} and one line here, plus a class when
 * it acts in a new way.
 */
final class DrugActions {
    /** How a drug enters the bodies. Amounts are in mg. */
    interface Action {
        /** One administration. */
        void give(Bodies bodies, int lane, double mg);

        /** Sets the daily intake of a running course; called again whenever the factors are renewed. */
        void daily(Bodies bodies, int lane, double mgPerDay);
    }

    private final Map<Drug, Action> actions = new TreeMap<>();

    private DrugActions() {}

    static DrugActions from(ParameterSet d) {
        DrugActions all = new DrugActions();
        for (Drug drug : new Drug[] {
            Drug.ZOLEDRONATE, Drug.PAMIDRONATE, Drug.NERIDRONATE, Drug.ALENDRONATE, Drug.RISEDRONATE, Drug.OLPADRONATE
        }) {
            all.actions.put(drug, Bisphosphonate.from(d, drug));
        }
        double denosumabVolume = d.value("denosumab.volume", "mL/kg");
        double sclerostinVolume = d.value("sclerostin_antibody.volume", "mL/kg");
        double tgfVolume = d.value("fresolimumab.volume", "mL/kg");
        all.actions.put(Drug.DENOSUMAB, (Dosing)
                (b, i, mg) -> b.biologics.denosumabDepot[i] += mg * 1e6 / (denosumabVolume * b.growth.weight[i]));
        double subcutaneous = d.value("romosozumab.bioavailability", "1");
        all.actions.put(Drug.ROMOSOZUMAB, (Dosing) (b, i, mg) ->
                b.biologics.sclerostinDepot[i] += subcutaneous * mg * 1e3 / (sclerostinVolume * b.growth.weight[i]));
        all.actions.put(Drug.SETRUSUMAB, (Dosing)
                (b, i, mg) -> b.biologics.sclerostinAntibody[i] += mg * 1e3 / (sclerostinVolume * b.growth.weight[i]));
        all.actions.put(Drug.FRESOLIMUMAB, (Dosing)
                (b, i, mg) -> b.biologics.tgfAntibody[i] += mg * 1e3 / (tgfVolume * b.growth.weight[i]));
        double teriparatide = d.value("teriparatide.full_dose", "mg/d");
        all.actions.put(Drug.TERIPARATIDE, (Intake)
                (b, i, mg) -> b.biologics.teriparatideIntake[i] = Math.min(mg / teriparatide, 2));
        double growthHormone = d.value("somatropin.full_dose", "mg/kg/d");
        all.actions.put(Drug.SOMATROPIN, (Intake) (b, i, mg) ->
                b.biologics.hormoneIntake[i] = Math.min(mg / (growthHormone * b.growth.weight[i]), 1.5));
        double calcitonin = d.value("calcitonin.full_dose", "mg/d");
        all.actions.put(
                Drug.CALCITONIN, (Intake) (b, i, mg) -> b.biologics.calcitoninIntake[i] = Math.min(mg / calcitonin, 2));
        double perMg = d.value("vitamin_d.rise", "nmol/L/(mg/d)");
        all.actions.put(Drug.VITAMIN_D, (Supplement) (b, i, mg) -> b.homeostasis.vitaminDIntake[i] = perMg * mg);
        double calcium = d.value("calcium.full_dose", "mg/d");
        all.actions.put(
                Drug.CALCIUM, (Supplement) (b, i, mg) -> b.homeostasis.calciumIntake[i] = Math.min(mg / calcium, 1));
        all.nulls();
        return all;
    }

    /** Placebo, and the historical treatments for which the evidence shows no benefit: given and counted, without effect. */
    private void nulls() {
        Supplement none = (b, i, mg) -> {};
        actions.put(new Drug("placebo"), none);
        NoBenefit.all().stream()
                .filter(NoBenefit::withoutAnyEffect)
                .flatMap(n -> n.names().stream())
                .forEach(name -> actions.put(name, none));
    }

    java.util.Set<Drug> known() {
        return java.util.Collections.unmodifiableSet(actions.keySet());
    }

    Action of(Drug drug) {
        Action found = actions.get(drug);
        if (found == null) {
            throw new IllegalArgumentException(
                    "the bone model has no drug '" + drug + "'; it knows " + actions.keySet());
        }
        return found;
    }

    /** A biologic given as single doses. */
    @FunctionalInterface
    private interface Dosing extends Action {
        void enter(Bodies bodies, int lane, double mg);

        @Override
        default void give(Bodies bodies, int lane, double mg) {
            bodies.biologics.met[lane] = 1;
            enter(bodies, lane, mg);
        }

        @Override
        default void daily(Bodies bodies, int lane, double mgPerDay) {
            if (mgPerDay > 0) {
                throw new IllegalArgumentException("antibodies are given as single doses, not as a daily course");
            }
        }
    }

    /** A biologic given every day. */
    @FunctionalInterface
    private interface Intake extends Action {
        void set(Bodies bodies, int lane, double mgPerDay);

        @Override
        default void give(Bodies bodies, int lane, double mg) {
            throw new IllegalArgumentException("this drug is given as a daily course, not as single doses");
        }

        @Override
        default void daily(Bodies bodies, int lane, double mgPerDay) {
            if (mgPerDay > 0) {
                bodies.biologics.met[lane] = 1;
            }
            set(bodies, lane, mgPerDay);
        }
    }

    /** A supplement; single doses are small against the store and have no effect. */
    @FunctionalInterface
    private interface Supplement extends Action {
        void set(Bodies bodies, int lane, double mgPerDay);

        @Override
        default void give(Bodies bodies, int lane, double mg) {}

        @Override
        default void daily(Bodies bodies, int lane, double mgPerDay) {
            set(bodies, lane, mgPerDay);
        }
    }
}
