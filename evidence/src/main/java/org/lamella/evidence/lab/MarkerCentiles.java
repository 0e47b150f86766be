package org.lamella.evidence.lab;

import org.lamella.patient.Analyte;

/**
 * Centiles of a marker at one age and sex, in the canonical unit of the analyte.
 *
 * @param analyte what is measured
 * @param p2_5 centile 2.5
 * @param p25 centile 25
 * @param median centile 50
 * @param p75 centile 75
 * @param p97_5 centile 97.5
 */
public record MarkerCentiles(Analyte analyte, double p2_5, double p25, double median, double p75, double p97_5) {}
