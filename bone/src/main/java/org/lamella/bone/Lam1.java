package org.lamella.bone;

import org.lamella.evidence.ParameterSet;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.patient.Sex;

/** The model's numbers, read once and shared by all blocks. */
final class Lam1 {
    final Growth.Constants growth;
    final Loading.Constants loading;
    final Mechanostat.Constants mechanostat;
    final Cells.Constants cells;
    final Osteoclasts.Constants osteoclasts;
    final TrabecularSite.Constants spine;
    final TrabecularSite.Constants metaphysis;
    final TrabecularSite.Constants ilium;
    final Shaft.Constants femur;
    final Shaft.Constants tibia;
    final Shaft.Constants arm;
    final Shell.Constants spineShell;
    final Shell.Constants iliacShell;
    final SurfaceDrug.Constants surfaceDrug;
    final Biologics.Constants biologics;
    final Homeostasis.Constants homeostasis;
    final Strength.Constants strength;
    final Injuries.Constants injuries;
    final Fractures.Constants fractures;
    final VertebralShape.Constants vertebra;
    final DrugActions drugs;
    final AgeFactors ages;
    final GrowthTable[] growthTables = new GrowthTable[Sex.values().length];
    final StepLength.Rates fadings;
    final double trabecularAdult;
    final double trabecularChild;
    final double corticalAdult;
    final double corticalChild;
    final double newbornThickness;
    final double refillPower;
    final double corticalMarkerShare;
    final double ctxPower;
    final double creatininePower;
    final double p1npPower;
    final double alkalinePower;
    final double adultSpineArea;
    final SpineDensityReference density;
    final HipDensityReference hipDensity;
    final double trunkPerLimb;
    final double hipSpineWeight;
    final double hipMetaphysisWeight;
    final double neckMetaphysisWeight;
    final double bodyTrabecularShare;
    final double tibiaTrabecularDensity;
    final double radiusTrabecularDensity;
    final double tibiaCorticalDensity;
    final double radiusCorticalDensity;

    /**
     * @param parameters the numbers
     * @param lastDay oldest age in days that will be asked for
     */
    Lam1(BoneParameters parameters, int lastDay) {
        ParameterSet p = parameters.bone();
        ParameterSet d = parameters.drugs();
        growth = Growth.Constants.from(p);
        loading = Loading.Constants.from(p);
        mechanostat = Mechanostat.Constants.from(p);
        cells = Cells.Constants.from(p);
        osteoclasts = Osteoclasts.Constants.from(p, d);
        spine = TrabecularSite.Constants.from(p, "spine");
        metaphysis = TrabecularSite.Constants.from(p, "metaphysis");
        ilium = TrabecularSite.Constants.from(p, "ilium");
        femur = Shaft.Constants.from(p, "femur");
        tibia = Shaft.Constants.from(p, "tibia");
        arm = Shaft.Constants.from(p, "arm");
        spineShell = Shell.Constants.from(p, p.value("shell.spine_share", "1"));
        iliacShell = Shell.Constants.from(p, 1);
        surfaceDrug = SurfaceDrug.Constants.from(d);
        biologics = Biologics.Constants.from(p, d);
        homeostasis = Homeostasis.Constants.from(p);
        strength = Strength.Constants.from(p);
        injuries = Injuries.Constants.from(p);
        fractures = Fractures.Constants.from(p);
        vertebra = VertebralShape.Constants.from(p);
        drugs = DrugActions.from(d);
        ages = new AgeFactors(growth, fractures, width(p), lastDay + 60);
        for (Sex sex : Sex.values()) {
            growthTables[sex.ordinal()] = new GrowthTable(GrowthReference.cdc2000(), sex);
        }
        trabecularAdult = p.value("trabecular.resorption_adult", "mm/a");
        trabecularChild = p.value("trabecular.resorption_child", "mm/a");
        corticalAdult = p.value("shaft.resorption_adult", "mm/a");
        corticalChild = p.value("shaft.resorption_child", "mm/a");
        newbornThickness = p.value("trabecular.newborn_thickness", "mm");
        fadings = StepLength.Rates.from(p);
        refillPower = p.value("trabecular.refill_vigour_power", "1");
        corticalMarkerShare = p.value("marker.cortical_share", "1");
        ctxPower = p.value("marker.ctx_power", "1");
        creatininePower = p.value("marker.creatinine_muscle_power", "1");
        p1npPower = p.value("marker.p1np_power", "1");
        alkalinePower = p.value("marker.alkaline_phosphatase_power", "1");
        adultSpineArea = p.value("spine.adult_area", "cm2");
        density = SpineDensityReference.load();
        hipDensity = HipDensityReference.load(density);
        double trunk = p.value("reading.trunk_fracture_share", "1");
        trunkPerLimb = trunk / (1 - trunk);
        hipSpineWeight = p.value("reading.hip_spine_weight", "1");
        hipMetaphysisWeight = p.value("reading.hip_metaphysis_weight", "1");
        neckMetaphysisWeight = p.value("reading.neck_metaphysis_weight", "1");
        bodyTrabecularShare = p.value("reading.body_trabecular_share", "1");
        tibiaTrabecularDensity = p.value("reading.tibia_trabecular_density", "mg/cm3");
        radiusTrabecularDensity = p.value("reading.radius_trabecular_density", "mg/cm3");
        tibiaCorticalDensity = p.value("reading.tibia_cortical_density", "mg/cm3");
        radiusCorticalDensity = p.value("reading.radius_cortical_density", "mg/cm3");
    }

    private static MonotoneCubic width(ParameterSet p) {
        double[] ages = {0, 2, 4, 7, 9, 12.5, 15.5, 20};
        double[] widths = new double[ages.length];
        for (int i = 0; i < ages.length; i++) {
            String age = ages[i] == Math.rint(ages[i]) ? String.valueOf((int) ages[i]) : String.valueOf(ages[i]);
            widths[i] = p.value("shell.iliac_width_at_" + age.replace('.', '_'), "mm");
        }
        return new MonotoneCubic(ages, widths);
    }
}
