package org.lamella.bone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.lamella.patient.measure.Age;

/**
 * Books what enters and leaves every store of one lane of the whole model, step by step, from the equations of the page
 * (T2 to T6, S1, S2, S4, S5, B2, B3) with the losses at the end of the step, those of
 * bisphosphonate with its mean over the step, and compares the books with the stores.
 * Trabecular volume, number, cavities and mineral of three sites; radius, cortex, cavities and mineral of three shafts; two
 * shells; bisphosphonate on and in bone of three compartments.
 */
final class Ledger {
    private static final double H = 1 / Age.DAYS_PER_YEAR;

    private final Bodies b;
    private final int i;
    private final List<Account> accounts = new ArrayList<>();
    private double worst;
    private String worstName = "";
    private int clipped;
    private int packed;

    /** One store: what it held, what was booked since. */
    private final class Account {
        final String name;
        final DoubleSupplier store;
        double booked;
        double turned;

        Account(String name, DoubleSupplier store) {
            this.name = name;
            this.store = store;
            this.booked = store.getAsDouble();
            this.turned = Math.abs(booked);
            accounts.add(this);
        }

        void book(double in, double out) {
            booked += in - out;
            turned += in;
        }
    }

    private interface Step {
        void before();

        void after();
    }

    private final List<Step> steps = new ArrayList<>();

    Ledger(Bodies bodies, int lane) {
        b = bodies;
        i = lane;
        steps.add(new Trabeculae("spine", b.spine, b.trabecularDrug, b.model.spine));
        steps.add(new Trabeculae("metaphysis", b.metaphysis, b.metaphysealDrug, b.model.metaphysis));
        steps.add(new Trabeculae("ilium", b.ilium, b.trabecularDrug, b.model.ilium));
        steps.add(new Cortex("femur", b.shafts[0], b.model.femur));
        steps.add(new Cortex("tibia", b.shafts[1], b.model.tibia));
        steps.add(new Cortex("arm", b.shafts[2], b.model.arm));
        steps.add(new Width("spineShell", b.spineShell));
        steps.add(new Width("iliacShell", b.iliacShell));
        steps.add(new Drug("trabecular", b.trabecularDrug, b.spine.formation, b.spine.resorption, b.spine.supplyRate));
        steps.add(new Drug(
                "metaphyseal",
                b.metaphysealDrug,
                b.metaphysis.formation,
                b.metaphysis.resorption,
                b.metaphysis.supplyRate));
        steps.add(new Drug(
                "cortical", b.corticalDrug, b.shafts[0].formation, b.shafts[0].resorption, b.growth.relativeVelocity));
    }

    /** Before a day is advanced; {@code doses} of that day are not yet given. */
    void before() {
        steps.forEach(Step::before);
    }

    /** After a day was advanced by one step. */
    void after() {
        steps.forEach(Step::after);
    }

    /** A dose entered a bisphosphonate compartment; to be called between {@link #before} and {@link #after}. */
    void entered(double trabecular, double metaphyseal, double cortical) {
        ((Drug) steps.get(8)).entered = trabecular;
        ((Drug) steps.get(9)).entered = metaphyseal;
        ((Drug) steps.get(10)).entered = cortical;
    }

    /** Largest difference between store and book, relative to all that ever was in the store where that exceeds 1. */
    double worst() {
        for (Account account : accounts) {
            double apart = Math.abs(account.store.getAsDouble() - account.booked) / Math.max(1, account.turned);
            if (!(apart <= worst)) {
                worst = apart;
                worstName = account.name;
            }
        }
        return worst;
    }

    String worstName() {
        return worstName;
    }

    /** Days on which a cortex was cut to the radius, which takes bone that no flow accounts for. */
    int clipped() {
        return clipped;
    }

    /** Days on which the plates of a site filled all they can. */
    int packed() {
        return packed;
    }

    private double[] array(String name) {
        return b.arrays.matching(name::equals)[0];
    }

    private final class Trabeculae implements Step {
        final TrabecularSite site;
        final SurfaceDrug drug;
        final TrabecularSite.Constants c;
        final double[] target;
        final double[] dilution;
        final Account volume;
        final Account number;
        final Account cavities;
        final Account mineral;
        double n;
        double th;
        double q;
        double mu;

        Trabeculae(String name, TrabecularSite site, SurfaceDrug drug, TrabecularSite.Constants c) {
            this.site = site;
            this.drug = drug;
            this.c = c;
            target = array(name + ".supplyNumber");
            dilution = array(name + ".dilution");
            volume = new Account(name + " volume", () -> site.volumeFraction(i));
            number = new Account(name + " number", () -> site.number[i]);
            cavities = new Account(name + " cavities", () -> site.cavities[i]);
            mineral = new Account(name + " mineral", () -> site.mineral[i]);
        }

        @Override
        public void before() {
            n = site.number[i];
            th = site.thickness[i];
            q = site.cavities[i];
            mu = site.mineral[i];
        }

        @Override
        public void after() {
            double j = site.resorption[i];
            double f = site.formation[i];
            double ge = site.supplyRate[i];
            double now = site.thickness[i];
            cavities.book(H * j, H * site.cavities[i] / c.refillTime());

            double all = site.number[i];
            double kept = c.healthyNumber() * b.trait(Trait.SPONGIOSA, i);
            double k = H * c.consolidation() * j;
            double share = k / (1 + drug.surface[i] + k);
            double beforeConsolidation = all > kept ? kept + (all - kept) / (1 - share) : all;
            double lost = beforeConsolidation - all;
            double perforation = c.perforationRate() * Math.max(j / th - c.perforationLimit(), 0);
            double supplied = H * ge * target[i];
            double gone = H * (ge + perforation) * beforeConsolidation + lost;
            number.book(supplied, gone);

            double renewed = H * dilution[i];
            double thicker = 2 * H * f + renewed * c.newThickness();
            double uncut = (th + thicker) / (1 + 2 * H * j / th + renewed);
            // what finds no room is booked as a loss, and counted
            double cut = uncut > TrabecularSite.PACKED / all ? uncut - now : 0;
            packed += cut > 1e-12 ? 1 : 0;
            double thinner = (2 * H * j / th + renewed) * (now + cut) + cut;
            volume.book(n * thicker + now * supplied, n * thinner + now * gone);

            double secondary = c.mineralRate() * b.trait(Trait.MINERAL_SPEED, i) * b.homeostasis.mineralSupply[i];
            double renewal = 2 * f / now + ge;
            mineral.book(H * (secondary + renewal * c.firstMineral()), H * (secondary + renewal) * site.mineral[i]);
        }
    }

    private final class Cortex implements Step {
        final Shaft shaft;
        final Shaft.Constants c;
        final double[] grows;
        final double[] drift;
        final Account radius;
        final Account cortex;
        final Account cavities;
        final Account mineral;
        double ct;

        Cortex(String name, Shaft shaft, Shaft.Constants c) {
            this.shaft = shaft;
            this.c = c;
            grows = array(name + ".growth");
            drift = array(name + ".drift");
            radius = new Account(name + " radius", () -> shaft.radius[i]);
            cortex = new Account(name + " cortex", () -> shaft.cortex[i]);
            cavities = new Account(name + " cavities", () -> shaft.cavities[i]);
            mineral = new Account(name + " mineral", () -> shaft.mineral[i]);
        }

        @Override
        public void before() {
            ct = shaft.cortex[i];
        }

        @Override
        public void after() {
            double j = shaft.resorption[i];
            double f = shaft.formation[i];
            double apposed = b.cells.vigour[i] * (grows[i] * shaft.mechanostat.formation[i] + shaft.expansion[i]);
            radius.book(H * apposed, 0);
            cavities.book(H * j, H * shaft.cavities[i] / c.refillTime());
            double now = shaft.cortex[i];
            double loss = drift[i] * shaft.osteoclasts.activity[i] + j / ct;
            double uncut = (ct + H * (apposed + f)) / (1 + H * loss);
            // what the limit of the radius takes is booked as a loss, and counted
            double cut = uncut > 0.95 * shaft.radius[i] ? uncut - now : 0;
            clipped += cut > 1e-12 ? 1 : 0;
            cortex.book(H * (apposed + f), H * loss * (now + cut) + cut);
            double secondary = c.mineralRate() * b.trait(Trait.MINERAL_SPEED, i) * b.homeostasis.mineralSupply[i];
            double renewal = (f + grows[i] + 0.3 * j) / now;
            mineral.book(H * (secondary + renewal * c.firstMineral()), H * (secondary + renewal) * shaft.mineral[i]);
        }
    }

    private final class Width implements Step {
        final Shell shell;
        final double[] lays;
        final double[] takes;
        final Account width;

        Width(String name, Shell shell) {
            this.shell = shell;
            lays = array(name + ".apposition");
            takes = array(name + ".removal");
            width = new Account(name + " width", () -> shell.width[i]);
        }

        @Override
        public void before() {}

        @Override
        public void after() {
            double gain = lays[i] * b.cells.vigour[i] * b.spine.mechanostat.formation[i]
                    + b.biologics.anabolic[i] * b.trait(Trait.OSTEOBLAST_OUTPUT, i);
            width.book(H * gain, H * takes[i] * b.spine.osteoclasts.activity[i] * shell.width[i]);
        }
    }

    private final class Drug implements Step {
        final SurfaceDrug drug;
        final double[] formation;
        final double[] resorption;
        final double[] growth;
        final double adult;
        final Account mass;
        double entered;
        double f;
        double j;
        double onBone;
        double inBone;

        Drug(String name, SurfaceDrug drug, double[] formation, double[] resorption, double[] growth) {
            this.drug = drug;
            this.formation = formation;
            this.resorption = resorption;
            this.growth = growth;
            adult = name.equals("cortical") ? b.model.corticalAdult : b.model.trabecularAdult;
            mass = new Account(name + " bisphosphonate", () -> drug.surface[i] + drug.buried[i]);
        }

        @Override
        public void before() {
            f = formation[i];
            j = resorption[i];
            onBone = drug.surface[i];
            inBone = drug.buried[i];
            entered = 0;
        }

        @Override
        public void after() {
            SurfaceDrug.Constants c = b.model.surfaceDrug;
            double exposed = Math.min(c.exposure() * j / adult, c.exposure() * c.recyclingCap());
            double released = H * c.recycling() * exposed * inBone;
            double burial = c.burial() * Elementary.pow(f / adult, c.burialPower());
            double x = H * (c.desorption() + burial + growth[i]);
            double y = H * (exposed + growth[i]);
            double meanOnBone = mean(onBone + entered, drug.intake[i] + released, x);
            double meanInBone = mean(inBone, H * burial * meanOnBone, y);
            double washed = H * (c.desorption() + growth[i]) * meanOnBone;
            double removed = H * (exposed + growth[i]) * meanInBone;
            mass.book(entered + drug.intake[i] + released, washed + removed);
        }

        /** Mean over a step of a store that gains a given amount and loses x of itself, as 1 / (1 + x + x^2 / 2). */
        private static double mean(double start, double gained, double x) {
            return (start * (1 + x / 2) + gained * (0.5 + x / 2)) / (1 + x + x * x / 2);
        }
    }
}
