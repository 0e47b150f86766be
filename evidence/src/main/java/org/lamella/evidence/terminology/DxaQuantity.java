package org.lamella.evidence.terminology;

import org.lamella.patient.SkeletalSite;

/**
 * What a DXA code speaks of.
 *
 * @param site region
 * @param zScore true for a Z-score, false for an areal density
 */
public record DxaQuantity(SkeletalSite site, boolean zScore) {}
