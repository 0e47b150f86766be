package org.lamella.trial.analysis;

import org.lamella.trial.statistics.Effect;

/**
 * One endpoint in one arm.
 *
 * @param arm arm code
 * @param patients patients with the endpoint
 * @param value mean change, share, share without fracture, or fractures per patient-year, with interval
 * @param sd standard deviation between patients, or not a number
 */
public record ArmSummary(String arm, int patients, Effect value, double sd) {}
