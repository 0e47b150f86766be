package org.lamella.bone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.lamella.patient.measure.Age;

/**
 * Books what enters and leaves every store of one lane of the whole model, step by step, from the equations of the page
 * (T2 to T6, S1, S2, S4, S5, B2, B3), each loss with the mean of its store over the step, and compares the books with the
 * stores. A step is looked at on each of its days, as it would be if it ended there.
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
    /** Length of the step under way in years, and in days when it was last looked at. */
    private double h;

    private double lastUnderWay;

    /** One store: what it held, what was booked since. */
    private final class Account {
        final String name;
        final DoubleSupplier store;
        double booked;
        double turned;
        double bookedBefore;
        double turnedBefore;

        Account(String name, DoubleSupplier store) {
            this.name = name;
            this.store = store;
            this.booked = store.getAsDouble();
            this.turned = Math.abs(booked);
            accounts.add(this);
        }

        /** Books a step, in the place of what was booked of its first days. */
        void book(double in, double out) {
            booked = bookedBefore + in - out;
            turned = turnedBefore + in;
        }

        /** A store that gains and loses x of itself over a step of {@code start}: books both, by its mean. */
        void book(double start, double gain, double x) {
            book(gain, x * mean(start, gain, x));
        }

        void begin() {
            bookedBefore = booked;
            turnedBefore = turned;
        }
    }

    /** Mean over a step of a store that gains a given amount and loses x of itself, as 1 / (1 + x + x^2 / 2). */
    private static double mean(double start, double gained, double x) {
        return (start * (1 + x / 2) + gained * (0.5 + x / 2)) / (1 + x + x * x / 2);
    }

    private interface Step {
        /** At the beginning of a step. */
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
        steps.add(new Drug(
                "trabecular", b.trabecularDrug, b.spine.meanFormation, b.spine.meanResorption, b.spine.supplyRate));
        steps.add(new Drug(
                "metaphyseal",
                b.metaphysealDrug,
                b.metaphysis.meanFormation,
                b.metaphysis.meanResorption,
                b.metaphysis.supplyRate));
        steps.add(new Drug(
                "cortical",
                b.corticalDrug,
                b.shafts[0].meanFormation,
                b.shafts[0].meanResorption,
                b.growth.relativeVelocity));
    }

    /**
     * Before a day is advanced; {@code doses} of that day are not yet given.
     *
     * @param begins true when something happens today that ends the step under way
     */
    void before(boolean begins) {
        if (begins || lastUnderWay == 0) {
            h = 0;
            accounts.forEach(Account::begin);
            steps.forEach(Step::before);
        }
    }

    /**
     * After a day was advanced.
     *
     * @param underWay days since the last step of the lane; 0 when one has just ended
     */
    void after(double underWay) {
        lastUnderWay = underWay;
        h += H;
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
            double j = site.meanResorption[i];
            double f = site.meanFormation[i];
            double ge = site.supplyRate[i];
            double now = site.thickness[i];
            double e = StrictMath.exp(-h / c.refillTime());
            double time = c.refillTime();
            cavities.book(h * j, h * j - (j * time - q) * (1 - e));

            double kept = c.healthyNumber() * b.trait(Trait.SPONGIOSA, i);
            double k = 0.5 * h * c.consolidation() * j / (1 + drug.midway[i]);
            double first = Math.max(n - kept, 0) * (1 - 1 / (1 + k + k * k / 2));
            double perforation = c.perforationRate() * Math.max(j / th - c.perforationLimit(), 0);
            double supplied = h * ge * target[i];
            double x = h * (ge + perforation);
            double between = n - first + supplied - x * mean(n - first, supplied, x);
            double second = Math.max(between - kept, 0) * (1 - 1 / (1 + k + k * k / 2));
            double gone = first + x * mean(n - first, supplied, x) + second;
            number.book(supplied, gone);
            double all = site.number[i];

            double eaten = 2 * h * j;
            double renewed = h * dilution[i];
            double falling = Math.min(c.thinLimit() / (th + c.thinLimit()) + eaten / th, 1);
            double thicker = 2 * h * f + renewed * c.newThickness();
            double loses = falling * eaten / th + renewed;
            double mean = mean(th, thicker - (1 - falling) * eaten, loses);
            double thinner = (1 - falling) * eaten + loses * mean;
            // what finds no room is booked as a loss, and counted
            double uncut = th + thicker - thinner;
            double cut = uncut > TrabecularSite.PACKED / all ? uncut - now : 0;
            packed += cut > 1e-12 ? 1 : 0;
            volume.book(n * thicker + now * supplied, n * (thinner + cut) + now * gone);

            double secondary = h * c.mineralRate() * b.trait(Trait.MINERAL_SPEED, i) * b.homeostasis.mineralSupply[i];
            double renewal = h * (2 * f / (0.5 * (th + now)) + ge);
            mineral.book(mu, secondary + renewal * c.firstMineral(), secondary + renewal);
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
        double q;
        double mu;

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
            q = shaft.cavities[i];
            mu = shaft.mineral[i];
        }

        @Override
        public void after() {
            double j = shaft.meanResorption[i];
            double f = shaft.meanFormation[i];
            double apposed = b.cells.meanVigour[i] * (grows[i] * shaft.mechanostat.formation[i] + shaft.expansion[i]);
            radius.book(h * apposed, 0);
            double e = StrictMath.exp(-h / c.refillTime());
            cavities.book(h * j, h * j - (j * c.refillTime() - q) * (1 - e));
            double now = shaft.cortex[i];
            double x = h * (drift[i] * shaft.osteoclasts.meanActivity[i] + j / ct);
            double gain = h * (apposed + f);
            double loss = x * mean(ct, gain, x);
            double uncut = ct + gain - loss;
            // what the limit of the radius takes is booked as a loss, and counted
            double cut = uncut > 0.95 * shaft.radius[i] ? uncut - now : 0;
            clipped += cut > 1e-12 ? 1 : 0;
            cortex.book(gain, loss + cut);
            double secondary = h * c.mineralRate() * b.trait(Trait.MINERAL_SPEED, i) * b.homeostasis.mineralSupply[i];
            double renewal = h * (f + grows[i] + 0.3 * j) / (0.5 * (ct + now));
            mineral.book(mu, secondary + renewal * c.firstMineral(), secondary + renewal);
        }
    }

    private final class Width implements Step {
        final Shell shell;
        final double[] lays;
        final double[] takes;
        final Account width;
        double w;

        Width(String name, Shell shell) {
            this.shell = shell;
            lays = array(name + ".apposition");
            takes = array(name + ".removal");
            width = new Account(name + " width", () -> shell.width[i]);
        }

        @Override
        public void before() {
            w = shell.width[i];
        }

        @Override
        public void after() {
            double gain = lays[i] * b.cells.meanVigour[i] * b.spine.mechanostat.formation[i]
                    + b.biologics.meanAnabolic[i] * b.trait(Trait.OSTEOBLAST_OUTPUT, i);
            width.book(w, h * gain, h * takes[i] * b.spine.osteoclasts.meanActivity[i]);
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
            onBone = drug.surface[i];
            inBone = drug.buried[i];
            entered = 0;
        }

        @Override
        public void after() {
            SurfaceDrug.Constants c = b.model.surfaceDrug;
            double exposed = Math.min(c.exposure() * resorption[i] / adult, c.exposure() * c.recyclingCap());
            double released = h * c.recycling() * exposed * inBone;
            double burial = c.burial() * Elementary.pow(formation[i] / adult, c.burialPower());
            double taken = drug.intake[i] * h / H;
            double x = h * (c.desorption() + burial + growth[i]);
            double y = h * (exposed + growth[i]);
            double meanOnBone = mean(onBone + entered, taken + released, x);
            double meanInBone = mean(inBone, h * burial * meanOnBone, y);
            double washed = h * (c.desorption() + growth[i]) * meanOnBone;
            double removed = h * (exposed + growth[i]) * meanInBone;
            mass.book(entered + taken + released, washed + removed);
        }
    }
}
