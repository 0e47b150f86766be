/** Qualification: published studies against the model, by plans that were written before the run. */
@NullMarked
package org.lamella.trial.qualify;

import org.jspecify.annotations.NullMarked;
