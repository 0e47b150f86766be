package org.lamella.bone;

import org.lamella.patient.measure.Age;

/**
 * One integration step of all lanes of a block: semi-implicit, losses implicit and gains explicit, so that every state
 * stays positive. The order of the calls is the order of cause and effect: signals, cells, bone, drugs, load, injuries,
 * hazard. Allocates nothing.
 */
final class DailyStep {
    private final Bodies b;

    DailyStep(Bodies bodies) {
        this.b = bodies;
    }

    /** Integrates all lanes over {@code days}; events and refreshed factors must be in place. */
    void advance(double days) {
        double h = days / Age.DAYS_PER_YEAR;
        b.homeostasis.advance(days, b.spine.resorption, b.spine.formation);
        signals(h, days);
        refillBalance();
        // before the cells that die of it: with the drug of the end of the step their lag behind it is that of the
        // equations
        drugs(h, days);
        osteoclasts(days);
        trabecular(b.spine, h, b.trabecularDrug.surface);
        trabecular(b.metaphysis, h, b.metaphysealDrug.surface);
        trabecular(b.ilium, h, b.trabecularDrug.surface);
        for (Shaft shaft : b.shafts) {
            shaft.remodel(h, b.corticalResorption, b.balance, b.biologics.anabolic);
            shaft.shape(h, b.cells.vigour);
            shaft.material(h, b.cells.poresLeft, b.homeostasis.mineralSupply);
        }
        b.spineShell.advance(h, b.cells.vigour, b.biologics.anabolic);
        b.iliacShell.advance(h, b.cells.vigour, b.biologics.anabolic);
        b.loading.advance(days, b.biologics.hormone, b.callus);
        for (Injuries injury : b.injuries) {
            injury.advance(h, days);
        }
        b.vertebra.advance(h, b.fractures.hazard[FractureSite.VERTEBRA.ordinal()]);
        b.fractures.accumulate(h);
    }

    /** Drives and cells. Where no lane met a drug that acts on signals, osteoblasts rest at exactly 1. */
    private void signals(double h, double days) {
        if (b.biologics.present()) {
            b.biologics.advance(days, b.homeostasis.drive, b.cells);
            b.cells.osteoblasts(days, b.biologics.wnt);
            b.growth.advance(h, b.biologics.hormone);
        } else {
            b.biologics.rest(b.homeostasis.drive);
        }
        b.cells.precursors(days, b.biologics.drive);
    }

    private void refillBalance() {
        double[] own = b.homeostasis.refill;
        double[] vigour = b.biologics.refillVigour;
        for (int i = 0; i < b.balance.length; i++) {
            b.balance[i] = own[i] * vigour[i];
        }
    }

    private void osteoclasts(double days) {
        double[] death = b.biologics.extraDeath;
        osteoclasts(days, b.spine.osteoclasts, b.spine.mechanostat, b.trabecularDrug, death);
        osteoclasts(days, b.metaphysis.osteoclasts, b.metaphysis.mechanostat, b.metaphysealDrug, death);
        survival(days, b.corticalDrug, death);
        for (Shaft shaft : b.shafts) {
            shaft.osteoclasts.advance(days, b.cells.recruits, shaft.mechanostat.resorption, b.survival.share);
        }
    }

    private void osteoclasts(double days, Osteoclasts site, Mechanostat load, SurfaceDrug drug, double[] death) {
        survival(days, drug, death);
        site.advance(days, b.cells.recruits, load.resorption, b.survival.share);
    }

    private void survival(double days, SurfaceDrug drug, double[] death) {
        if (drug.present() || b.biologics.present()) {
            b.survival.renew(days, drug.surface, death);
        } else {
            b.survival.rest(days);
        }
    }

    private void trabecular(TrabecularSite site, double h, double[] drug) {
        site.remodel(h, b.trabecularResorption, b.balance, b.cells.vigour, b.biologics.anabolic);
        site.shape(h, drug);
        site.mineralise(h, b.homeostasis.mineralSupply);
    }

    private void drugs(double h, double days) {
        if (b.trabecularDrug.present()) {
            drug(b.trabecularDrug, b.spine, h, days);
        }
        if (b.metaphysealDrug.present()) {
            drug(b.metaphysealDrug, b.metaphysis, h, days);
        }
        if (b.corticalDrug.present()) {
            Shaft femur = b.shafts[0];
            double adult = b.model.corticalAdult;
            double[] growth = b.growth.relativeVelocity;
            b.corticalDrug.advance(h, days, femur.formation, femur.resorption, adult, growth);
        }
    }

    private void drug(SurfaceDrug drug, TrabecularSite site, double h, double days) {
        drug.advance(h, days, site.formation, site.resorption, b.model.trabecularAdult, site.supplyRate);
    }
}
