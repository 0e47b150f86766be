/** Fitting the bone model to published arms: targets, simulated experiments, the ensemble smoother, and the tables. */
@NullMarked
package org.lamella.trial.calibrate;

import org.jspecify.annotations.NullMarked;
