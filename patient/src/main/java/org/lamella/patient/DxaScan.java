package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.measure.ArealDensity;
import org.lamella.patient.measure.BoneMineralContent;
import org.lamella.patient.measure.ZScore;

/**
 * One DXA region of one visit. A Z-score belongs to its reference and device and is never recomputed silently.
 *
 * @param date day of the scan
 * @param site region
 * @param density areal density, or null when not reported
 * @param content mineral content, or null when not reported
 * @param reportedZ Z-score as printed on the report, or null
 * @param reference reference population named on the report, or null when it was not named
 * @param device manufacturer and model, or null when it was not named
 */
public record DxaScan(
        LocalDate date,
        SkeletalSite site,
        @Nullable ArealDensity density,
        @Nullable BoneMineralContent content,
        @Nullable ZScore reportedZ,
        @Nullable String reference,
        @Nullable String device) {
    public DxaScan {
        if (density == null && content == null && reportedZ == null) {
            throw new IllegalArgumentException(
                    "DXA scan of " + date + ": needs a density, a mineral content or a Z-score; none was given");
        }
    }
}
