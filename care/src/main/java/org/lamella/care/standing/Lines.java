package org.lamella.care.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.lamella.care.plan.StandingItem;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;

/** Collects standing lines of one heading. */
final class Lines {

    /** A measurement older than this no longer says where the patient stands (assumed). */
    static final int STALE_DAYS = 365;

    static final Citation ISCD = new Citation(
            "ISCD19",
            "ISCD 2019 paediatric official positions",
            "https://iscd.org/learn/official-positions/pediatric-positions/",
            VerificationLevel.V1);
    static final Citation LIFE_CHILD = new Citation(
            "LIFECHILD",
            "LIFE Child reference curves: Geserick 2020, Bone 132:115124; Strauch 2023 (own tabulation)",
            "doi:10.1016/j.bone.2023.116809",
            VerificationLevel.V2);
    static final Citation TANNER = new Citation(
            "TANNER85",
            "Tanner & Davies 1985 height velocity, as tabulated by growthcleanr",
            "norms/growth_height_velocity_tanner.csv",
            VerificationLevel.V2);
    static final Citation VAN_DIJK = new Citation(
            "VANDIJK14",
            "Van Dijk & Sillence 2014, OI classification and severity",
            "doi:10.1002/ajmg.a.36545",
            VerificationLevel.V1);
    static final Citation GARWOOD = new Citation(
            "GARWOOD36",
            "Garwood 1936, fiducial limits for the Poisson distribution, Biometrika 28:437",
            "doi:10.1093/biomet/28.3-4.437",
            VerificationLevel.V2);

    private final String group;
    private final LocalDate asOf;
    private final List<StandingItem> items = new ArrayList<>();

    Lines(String group, LocalDate asOf) {
        this.group = group;
        this.asOf = asOf;
    }

    void known(String label, String value, String detail, Citation... sources) {
        items.add(new StandingItem(group, label, value, detail, true, false, List.of(sources)));
    }

    void unknown(String label, String need, Citation... sources) {
        items.add(new StandingItem(group, label, "cannot evaluate", "needs " + need, false, false, List.of(sources)));
    }

    boolean stale(LocalDate date) {
        return ChronoUnit.DAYS.between(date, asOf) > STALE_DAYS;
    }

    List<StandingItem> items() {
        return List.copyOf(items);
    }
}
