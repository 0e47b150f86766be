package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;
import static org.lamella.bone.Elementary.log;

import java.util.Arrays;
import org.lamella.evidence.ParameterSet;

/**
 * Drugs that act on signals (D1 to D5): denosumab, sclerostin antibodies, TGF-beta antibody, teriparatide, growth hormone,
 * calcitonin. Kinetics and the two drives that come of them. Lanes that never met such a drug are skipped; for them every
 * factor is exactly 1.
 */
final class Biologics {
    /** Numbers of this equation group; rates per day. */
    record Constants(
            double denosumabAbsorption,
            double denosumabElimination,
            double denosumabCapacity,
            double denosumabHalf,
            double denosumabHalfEffect,
            double denosumabResidual,
            double sclerostinAbsorption,
            double sclerostinElimination,
            double sclerostinHalf,
            double tgfElimination,
            double tgfHalf,
            double wntSclerostin,
            double wntTgf,
            double ranklSclerostin,
            double ranklTgf,
            double counterRate,
            double counterPower,
            double teriparatideFast,
            double teriparatideSlow,
            double teriparatideWnt,
            double teriparatideRankl,
            double hormoneRate,
            double hormoneWnt,
            double calcitoninDeath,
            double calcitoninTolerance,
            double calcitoninRecovery,
            double quietModelling) {
        static Constants from(ParameterSet bone, ParameterSet d) {
            double ln2 = log(2);
            return new Constants(
                    d.value("denosumab.absorption", "d-1"),
                    d.value("denosumab.elimination", "d-1"),
                    d.value("denosumab.capacity", "ng/kg/d") / d.value("denosumab.volume", "mL/kg"),
                    d.value("denosumab.half_saturation", "ng/mL"),
                    d.value("denosumab.half_effect", "ng/mL"),
                    d.value("denosumab.residual", "1"),
                    d.value("sclerostin_antibody.absorption", "d-1"),
                    ln2 / d.value("sclerostin_antibody.half_life", "d"),
                    d.value("sclerostin_antibody.half_effect", "ug/mL"),
                    ln2 / d.value("fresolimumab.half_life", "d"),
                    d.value("fresolimumab.half_effect", "ug/mL"),
                    bone.value("wnt.sclerostin_power", "1"),
                    bone.value("wnt.tgf_power", "1"),
                    bone.value("rankl.sclerostin_power", "1"),
                    bone.value("rankl.tgf_power", "1"),
                    1 / bone.value("wnt.counter_time", "d"),
                    bone.value("wnt.counter_power", "1"),
                    1 / d.value("teriparatide.fast_time", "d"),
                    1 / d.value("teriparatide.slow_time", "d"),
                    d.value("teriparatide.wnt_gain", "1"),
                    d.value("teriparatide.rankl_gain", "1"),
                    1 / d.value("somatropin.onset_time", "d"),
                    d.value("somatropin.wnt_gain", "1"),
                    d.value("calcitonin.death_gain", "1"),
                    ln2 / d.value("calcitonin.tolerance_half_life", "d"),
                    1 / d.value("calcitonin.recovery_time", "d"),
                    bone.value("wnt.quiet_modelling", "mm/a"));
        }
    }

    /** Denosumab waiting under the skin and in serum, ng/mL. */
    final double[] denosumabDepot;

    final double[] denosumab;
    /** Sclerostin antibody waiting and in serum, ug/mL. */
    final double[] sclerostinDepot;

    final double[] sclerostinAntibody;
    /** TGF-beta antibody in serum, ug/mL. */
    final double[] tgfAntibody;
    /** Fraction of the full daily dose that is being taken. */
    final double[] teriparatideIntake;

    final double[] hormoneIntake;
    final double[] calcitoninIntake;
    /** Effect of growth hormone, 0 to 1. */
    final double[] hormone;
    /** 1 from the first such drug on. */
    final double[] met;

    /** RANKL drive relative to the patient's baseline. */
    final double[] drive;
    /** Wnt drive w. */
    final double[] wnt;
    /** Modelling on quiet surfaces, mm/a, before the osteoblast output of the patient. */
    final double[] anabolic;
    /** Vigour's effect on refill, B to a small power. */
    final double[] refillVigour;
    /** Means of the last three over the last step. */
    final double[] meanHormone;

    final double[] meanAnabolic;
    final double[] meanRefillVigour;
    /** Calcitonin's addition to osteoclast death. */
    final double[] extraDeath;

    private final double[] teriparatideFast;
    private final double[] teriparatideSlow;
    private final double[] calcitoninTolerance;
    private final double[] counter;
    private final double refillPower;
    private final Constants c;
    private boolean present;
    private double beganHormone;
    private double beganAnabolic;
    private double beganRefillVigour;

    Biologics(LaneArrays arrays, Constants constants, double refillPower) {
        this.c = constants;
        this.refillPower = refillPower;
        denosumabDepot = arrays.addStepped("denosumab.depot", 0);
        denosumab = arrays.addStepped("denosumab.serum", 0);
        sclerostinDepot = arrays.addStepped("sclerostin_antibody.depot", 0);
        sclerostinAntibody = arrays.addStepped("sclerostin_antibody.serum", 0);
        tgfAntibody = arrays.addStepped("tgf_antibody.serum", 0);
        teriparatideIntake = arrays.add("teriparatide.intake", 0);
        hormoneIntake = arrays.add("growth_hormone.intake", 0);
        calcitoninIntake = arrays.add("calcitonin.intake", 0);
        hormone = arrays.addStepped("growth_hormone.effect", 0);
        met = arrays.add("biologics.met", 0);
        drive = arrays.addStepped("rankl.drive", 1);
        wnt = arrays.addStepped("wnt.drive", 1);
        anabolic = arrays.addStepped("wnt.anabolic", 0);
        refillVigour = arrays.addStepped("wnt.refillVigour", 1);
        meanHormone = new double[arrays.lanes()];
        meanAnabolic = new double[arrays.lanes()];
        meanRefillVigour = new double[arrays.lanes()];
        Arrays.fill(meanRefillVigour, 1);
        extraDeath = arrays.addStepped("calcitonin.death", 0);
        teriparatideFast = arrays.addStepped("teriparatide.fast", 0);
        teriparatideSlow = arrays.addStepped("teriparatide.slow", 0);
        calcitoninTolerance = arrays.addStepped("calcitonin.sensitivity", 1);
        counter = arrays.addStepped("sclerostin.counter", 1);
    }

    /**
     * Integrates one lane that met such a drug over {@code days} and renews its drives.
     *
     * @param baseline RANKL drive from oestrogen and parathyroid hormone
     */
    void advance(int i, double days, double baseline, Cells cells) {
        // half of what the step begins with; the other half in addToMeans
        beganHormone = hormone[i];
        beganAnabolic = anabolic[i];
        beganRefillVigour = refillVigour[i];
        kinetics(i, days);
        effects(i, days);
        drives(i, days, baseline, cells);
    }

    /** Begins the means of one lane's step. */
    void beginMeans(int i) {
        meanHormone[i] = 0;
        meanAnabolic[i] = 0;
        meanRefillVigour[i] = 0;
    }

    /** Adds the last short step to the means of one lane. */
    void addToMeans(int i, double share) {
        double half = 0.5 * share;
        meanHormone[i] += half * (beganHormone + hormone[i]);
        meanAnabolic[i] += half * (beganAnabolic + anabolic[i]);
        meanRefillVigour[i] += half * (beganRefillVigour + refillVigour[i]);
    }

    /** The drive of lanes that never met such a drug is their baseline. */
    void rest(int from, int until, double[] baseline) {
        if (present) {
            for (int i = from; i < until; i++) {
                drive[i] = met[i] > 0 ? drive[i] : baseline[i];
            }
        } else {
            System.arraycopy(baseline, from, drive, from, until - from);
        }
    }

    /** Looks whether lanes {@code from} to {@code until - 1} met such a drug. */
    void notice(int from, int until) {
        for (int i = from; i < until && !present; i++) {
            present = met[i] > 0;
        }
    }

    boolean present() {
        return present;
    }

    private void kinetics(int i, double days) {
        double absorbed = denosumabDepot[i] * (1 - exp(-c.denosumabAbsorption * days));
        denosumabDepot[i] -= absorbed;
        double serum = denosumab[i] + absorbed;
        denosumab[i] = serum / (1 + days * (c.denosumabElimination + c.denosumabCapacity / (c.denosumabHalf + serum)));
        double entering = sclerostinDepot[i] * (1 - exp(-c.sclerostinAbsorption * days));
        sclerostinDepot[i] -= entering;
        sclerostinAntibody[i] = (sclerostinAntibody[i] + entering) * exp(-c.sclerostinElimination * days);
        tgfAntibody[i] *= exp(-c.tgfElimination * days);
    }

    private void effects(int i, double days) {
        teriparatideFast[i] = approach(teriparatideFast[i], teriparatideIntake[i], days * c.teriparatideFast);
        teriparatideSlow[i] = approach(teriparatideSlow[i], teriparatideIntake[i], days * c.teriparatideSlow);
        hormone[i] = approach(hormone[i], hormoneIntake[i], days * c.hormoneRate);
        double lost = days * c.calcitoninTolerance * calcitoninIntake[i];
        double back = days * c.calcitoninRecovery;
        calcitoninTolerance[i] = (calcitoninTolerance[i] + back) / (1 + lost + back);
        extraDeath[i] = c.calcitoninDeath * calcitoninIntake[i] * calcitoninTolerance[i];
    }

    private void drives(int i, double days, double baseline, Cells cells) {
        double freeSclerostin = log(counter[i]) - log(1 + sclerostinAntibody[i] / c.sclerostinHalf);
        double tgf = -log(1 + tgfAntibody[i] / c.tgfHalf);
        double w = exp(-c.wntSclerostin * freeSclerostin - c.wntTgf * tgf)
                * (1 + c.teriparatideWnt * teriparatideFast[i])
                * (1 + c.hormoneWnt * hormone[i]);
        double rankl = exp(c.ranklSclerostin * freeSclerostin + c.ranklTgf * tgf)
                * (1 + c.teriparatideRankl * teriparatideSlow[i])
                * (c.denosumabResidual + (1 - c.denosumabResidual) / (1 + denosumab[i] / c.denosumabHalfEffect));
        wnt[i] = w;
        drive[i] = rankl * baseline;
        anabolic[i] = c.quietModelling * Math.max(w - 1, 0) * cells.osteoblastPool[i];
        refillVigour[i] = exp(refillPower * log(cells.vigour[i]));
        counter[i] = approach(counter[i], exp(c.counterPower * log(w)), days * c.counterRate);
    }

    private static double approach(double now, double target, double step) {
        return (now + step * target) / (1 + step);
    }
}
