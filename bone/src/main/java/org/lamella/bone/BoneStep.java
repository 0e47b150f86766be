package org.lamella.bone;

import java.util.ArrayList;
import java.util.List;

/**
 * One integration step of some lanes of a block, each of its own length ({@link Bodies#length}), up to 14 days. The groups
 * stand in the order of cause and effect: signals, cells, bone, load, injuries, hazard, drugs.
 *
 * <p>What is linear in its own state and meets steady signals is integrated exactly. Of everything else that loses x of
 * itself in a step, 1 / (1 + x + x^2 / 2) is left, and gains enter so that steady states are kept: positive at any length,
 * and exact to the second order. Later groups see the means of earlier ones over the step. Allocates nothing.
 */
final class BoneStep {
    private final Bodies b;
    private final StepLength length;
    private final Signals signals;
    private final LanePart all;

    /**
     * @param bodies whose lanes are integrated
     * @param signalsPerDay steps a day of what changes within days, in lanes under a drug that acts on signals
     */
    BoneStep(Bodies bodies, int signalsPerDay) {
        this.b = bodies;
        this.length = bodies.length;
        this.signals = new Signals(bodies, signalsPerDay);
        List<LanePart> parts = new ArrayList<>();
        parts.add((from, until) -> b.homeostasis.advance(from, until, length));
        parts.add(this::foretellDrugs);
        parts.add(this::precursors);
        parts.add((from, until) -> osteoclasts(b.spine, b.trabecularDrug, from, until));
        parts.add((from, until) -> osteoclasts(b.metaphysis, b.metaphysealDrug, from, until));
        parts.add(this::corticalOsteoclasts);
        parts.add(this::refillBalance);
        parts.add((from, until) -> trabecular(b.spine, b.trabecularDrug, from, until));
        parts.add((from, until) -> trabecular(b.metaphysis, b.metaphysealDrug, from, until));
        parts.add((from, until) -> trabecular(b.ilium, b.trabecularDrug, from, until));
        for (Shaft shaft : b.shafts) {
            parts.add((from, until) -> shaft(shaft, from, until));
        }
        parts.add(this::shells);
        for (Injuries injuries : b.injuries) {
            parts.add((from, until) -> injuries.advance(from, until, length));
        }
        parts.add((from, until) -> b.loading.advance(from, until, length, b.biologics.meanHormone, b.meanCallus));
        parts.add(this::fractures);
        parts.add(this::drugs);
        parts.add(this::present);
        parts.add((from, until) -> b.homeostasis.calcium(from, until, length, b.spine.resorption, b.spine.formation));
        all = LanePart.inOrder(parts);
    }

    /** Integrates lanes {@code from} to {@code until - 1}; events and refreshed factors must be in place. */
    void advance(int from, int until) {
        all.compute(from, until);
    }

    /** Signals, osteoblasts and precursors. */
    private void precursors(int from, int until) {
        if (b.biologics.present()) {
            signals.follow(from, until);
        }
        b.biologics.rest(from, until, b.homeostasis.drive);
        b.cells.precursors(from, until, length, b.homeostasis.drive);
    }

    private void osteoclasts(TrabecularSite site, SurfaceDrug drug, int from, int until) {
        survival(drug, from, until);
        site.osteoclasts.advance(from, until, b.cells.recruits, site.mechanostat.resorption, b.survival);
    }

    private void corticalOsteoclasts(int from, int until) {
        survival(b.corticalDrug, from, until);
        for (Shaft shaft : b.shafts) {
            shaft.osteoclasts.advance(from, until, b.cells.recruits, shaft.mechanostat.resorption, b.survival);
        }
        if (b.biologics.present()) {
            signals.settle(from, until);
        }
    }

    private void survival(SurfaceDrug drug, int from, int until) {
        if (drug.present()) {
            b.survival.renew(from, until, length, drug.surface, drug.midway);
        } else {
            b.survival.rest(from, until, length);
        }
    }

    private void refillBalance(int from, int until) {
        double[] own = b.homeostasis.refill;
        double[] vigour = b.biologics.refillVigour;
        double[] meanVigour = b.biologics.meanRefillVigour;
        double[] now = b.balance;
        double[] mean = b.meanBalance;
        for (int i = from; i < until; i++) {
            now[i] = own[i] * vigour[i];
            mean[i] = own[i] * meanVigour[i];
        }
    }

    private void trabecular(TrabecularSite site, SurfaceDrug drug, int from, int until) {
        double[] vigour = b.cells.meanVigour;
        site.remodel(from, until, length, b.trabecularResorption, b.meanBalance, vigour, b.biologics.meanAnabolic);
        site.shape(from, until, length, drug.midway);
        site.mineralise(from, until, length, b.homeostasis.mineralSupply);
    }

    private void shaft(Shaft shaft, int from, int until) {
        shaft.remodel(from, until, length, b.corticalResorption, b.meanBalance, b.biologics.meanAnabolic);
        shaft.shape(from, until, length, b.cells.meanVigour);
        shaft.material(from, until, length, b.cells.poresLeft, b.homeostasis.mineralSupply);
    }

    private void shells(int from, int until) {
        b.spineShell.advance(from, until, length, b.cells.meanVigour, b.biologics.meanAnabolic);
        b.iliacShell.advance(from, until, length, b.cells.meanVigour, b.biologics.meanAnabolic);
    }

    private void fractures(int from, int until) {
        b.vertebra.advance(
                from,
                until,
                length,
                b.fractures.hazard[FractureSite.VERTEBRA.ordinal()],
                b.spine.osteoclasts.meanActivity,
                b.traits.of(Trait.TURNOVER));
        b.fractures.accumulate(from, until, length);
    }

    private void foretellDrugs(int from, int until) {
        TrabecularSite spine = b.spine;
        TrabecularSite metaphysis = b.metaphysis;
        Shaft femur = b.shafts[0];
        b.trabecularDrug.foretell(from, until, length, spine.formation, spine.resorption, spine.supplyRate);
        b.metaphysealDrug.foretell(
                from, until, length, metaphysis.formation, metaphysis.resorption, metaphysis.supplyRate);
        b.corticalDrug.foretell(from, until, length, femur.formation, femur.resorption, b.growth.relativeVelocity);
    }

    private void drugs(int from, int until) {
        TrabecularSite spine = b.spine;
        TrabecularSite metaphysis = b.metaphysis;
        Shaft femur = b.shafts[0];
        b.trabecularDrug.advance(from, until, length, spine.meanFormation, spine.meanResorption, spine.supplyRate);
        b.metaphysealDrug.advance(
                from, until, length, metaphysis.meanFormation, metaphysis.meanResorption, metaphysis.supplyRate);
        b.corticalDrug.advance(
                from, until, length, femur.meanFormation, femur.meanResorption, b.growth.relativeVelocity);
    }

    /** Resorption and formation at the end of the step, for readings and for the next step's beginning. */
    private void present(int from, int until) {
        double[] vigour = b.cells.vigour;
        double[] anabolic = b.biologics.anabolic;
        b.spine.present(from, until, b.trabecularResorption, b.balance, vigour, anabolic);
        b.metaphysis.present(from, until, b.trabecularResorption, b.balance, vigour, anabolic);
        b.ilium.present(from, until, b.trabecularResorption, b.balance, vigour, anabolic);
        for (Shaft shaft : b.shafts) {
            shaft.present(from, until, b.corticalResorption, b.balance, anabolic);
        }
    }
}
