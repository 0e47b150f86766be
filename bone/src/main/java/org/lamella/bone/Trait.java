package org.lamella.bone;

/**
 * What a sibling is born with. The order is the layout of trait arrays; a trait is identified outside the kernel by its
 * {@link #id()}, under which {@code type_priors.yaml} holds median and spread per OI type.
 */
public enum Trait {
    /** Osteoclast drive relative to healthy (L_OI); seen in CTX, NTX, bone formation rate. */
    TURNOVER("turnover", "1", Scale.LOG, 0.3, 6),
    /** Fraction of each remodelling cavity that is refilled (b_OI). */
    REFILL("refill", "1", Scale.LOG, 0.85, 1.05),
    /** Bone laid down per osteoblast signal in modelling (O_OI); cortical width, shaft radius. */
    OSTEOBLAST_OUTPUT("osteoblast_output", "1", Scale.LOG, 0.15, 2),
    /** Trabecular number supplied by the growth plate (n_OI). */
    SPONGIOSA("spongiosa", "1", Scale.LOG, 0.2, 2),
    /** Strain at which the mechanostat rests, relative to healthy (E_set). */
    SET_POINT("set_point", "1", Scale.LOG, 0.4, 8),
    /** Strength of the mineralised matrix at given mass and shape (Q); seen through fractures only. */
    MATRIX_QUALITY("matrix_quality", "1", Scale.LOG, 0.1, 2),
    /** Speed of secondary mineralisation (m_OI). */
    MINERAL_SPEED("mineral_speed", "1", Scale.LOG, 0.2, 5),
    /** Cortical porosity relative to healthy (p_OI). */
    POROSITY("porosity", "1", Scale.LOG, 0.3, 8),
    /** TGF-beta activity relative to healthy (T_OI). */
    TGF_BETA("tgf_beta", "1", Scale.LOG, 0.5, 3),
    /** P1NP released per bone formed, relative to healthy. */
    P1NP_SCALE("p1np_scale", "1", Scale.LOG, 0.2, 3),
    /** Muscle force and activity relative to healthy peers (m*). */
    MOBILITY("mobility", "1", Scale.LOG, 0.05, 1.5),
    /** Height Z-score (linear, CDC 2000 median and CV) towards which the child tends. */
    HEIGHT_Z("height_z", "1", Scale.NATURAL, -14, 4),
    /** BMI Z-score. */
    BMI_Z("bmi_z", "1", Scale.NATURAL, -5, 5),
    /** Age at peak height velocity. */
    PEAK_VELOCITY_AGE("peak_velocity_age", "a", Scale.NATURAL, 8, 17),
    /** Skeletal uptake of bisphosphonate relative to the population. */
    UPTAKE("uptake", "1", Scale.LOG, 0.05, 20),
    /** Gain of growth-plate trabeculae when resorption falls (kapN) relative to the population. */
    SUPPLY_RESPONSE("supply_response", "1", Scale.LOG, 0.1, 5),
    /** Factor on the fracture hazard that strength does not explain. */
    FRAILTY("frailty", "1", Scale.LOG, 0.02, 50),
    /** Serum 25-hydroxyvitamin D without supplements. */
    VITAMIN_D("vitamin_d", "nmol/L", Scale.LOG, 5, 200),
    /** Glomerular filtration relative to normal for age. */
    FILTRATION("filtration", "1", Scale.LOG, 0.05, 2),
    /** Height Z lost in puberty, because the spurt is blunted; the same for everybody of a type. */
    PUBERTAL_LOSS("pubertal_loss", "1", Scale.NATURAL, 0, 1.5),
    /** Age at which half of the disease of bone has come out, 0 when it is there at birth; the same within a type. */
    ONSET_TIME("onset_time", "a", Scale.NATURAL, 0, 5);

    /** On which scale siblings spread. */
    public enum Scale {
        LOG,
        NATURAL
    }

    private static final Trait[] VALUES = values();

    private final String id;
    private final String unit;
    private final Scale scale;
    private final double lowest;
    private final double highest;

    Trait(String id, String unit, Scale scale, double lowest, double highest) {
        this.id = id;
        this.unit = unit;
        this.scale = scale;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Name in parameter files. */
    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    public Scale scale() {
        return scale;
    }

    /** Smallest value the model has been checked for. */
    public double lowest() {
        return lowest;
    }

    /** Largest value the model has been checked for. */
    public double highest() {
        return highest;
    }

    /** The value moved into the checked range. */
    public double clamp(double value) {
        return Math.clamp(value, lowest, highest);
    }

    void check(double value) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    "trait " + id + ": found " + value + " " + unit + ", accepted is " + lowest + " to " + highest);
        }
    }

    /** Number of traits in which people of one type differ. They come first; the others are fixed by the type. */
    public static int individual() {
        return PUBERTAL_LOSS.ordinal();
    }

    static int count() {
        return VALUES.length;
    }
}
