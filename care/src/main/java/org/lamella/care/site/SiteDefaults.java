package org.lamella.care.site;

import static org.lamella.care.site.Setting.byDefault;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lamella.patient.Drug;

/** The values that apply until a site sets its own, with their sources. */
final class SiteDefaults {

    private static final String LEEDS = "LEEDS: Leeds Children's Hospital pamidronate infusion monograph, "
            + "https://scribd.com/document/681458700/Paediatric-Pam-i-Dr-on-Ate-IV-Monograph";
    private static final String ENGINEERING =
            "assumed: engineering default on the safe side, no clinical source seen; a site sets its own";

    static final Setting<BigDecimal> VITAMIN_D_GATE = byDefault(new BigDecimal("50"), LEEDS);
    static final Setting<FirstDoseAdmission> ADMISSION = byDefault(
            FirstDoseAdmission.UNDER_2_YEARS,
            "assumed: practice varies (61 % admit all, 11 % only younger, 28 % none; "
                    + "UK survey, https://abstracts.eurospe.org/hrp/0086/hrp0086p1-p120)");
    static final AgeLimits AGE_LIMITS = new AgeLimits(
            byDefault(30, ENGINEERING),
            byDefault(90, ENGINEERING),
            byDefault(90, LEEDS + " (within 3 months before the first infusion)"),
            byDefault(90, ENGINEERING),
            byDefault(7, ENGINEERING),
            byDefault(90, ENGINEERING),
            byDefault(365, ENGINEERING + "; 6- to 12-monthly reviews in use"));
    static final SortedMap<Drug, Setting<Integer>> INFUSION_MINUTES = new TreeMap<>(Map.of(
            Drug.PAMIDRONATE,
            byDefault(
                    240,
                    "BOWDEN: 4 h, doi:10.21037/tp.2017.09.10; Cambridge University Hospitals uses 2-3 h, the longer"
                            + " is the default"),
            Drug.ZOLEDRONATE,
            byDefault(30, "BOWDEN: about 30 min in paediatric practice, doi:10.21037/tp.2017.09.10; label at least 15"),
            Drug.NERIDRONATE,
            byDefault(
                    120,
                    "NERLBL: Italian label, at least 2 h (Gazzetta Ufficiale 302/2011,"
                            + " https://medicoeleggi.com/argomenti000/italia2011/403337.htm); a 3-year study used 30 min"
                            + " (doi:10.1016/j.bone.2017.07.004), the longer is the default")));

    static final SiteConfiguration CONFIGURATION = new SiteConfiguration(
            "no site configuration (Lamella's defaults)",
            false,
            VITAMIN_D_GATE,
            ADMISSION,
            INFUSION_MINUTES,
            null,
            AGE_LIMITS,
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private SiteDefaults() {}
}
