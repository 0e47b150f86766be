package org.lamella.evidence.lab;

import java.math.BigDecimal;
import org.lamella.patient.Analyte;

/**
 * A reference range of a secondary source, in the canonical unit of the analyte. A default only: the range of the
 * laboratory that measured goes before it, and a site should load its own.
 *
 * @param analyte what is measured
 * @param lower lower limit
 * @param upper upper limit
 * @param fromYears first age of the band in decimal years, included
 * @param toYears end of the band in decimal years, excluded
 * @param source where the range comes from
 */
public record LabRange(
        Analyte analyte, BigDecimal lower, BigDecimal upper, double fromYears, double toYears, String source) {}
