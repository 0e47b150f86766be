/**
 * Statistics of trials. Distributions and least squares come from Hipparchus; what it does not offer (survival, counts,
 * recurrent events) is written here and held against R on the saved cases of the test resources.
 */
@NullMarked
package org.lamella.trial.statistics;

import org.jspecify.annotations.NullMarked;
