/**
 * The care pathway: 154 rules as data, their evaluation for one person on one day, and the answers with reasons.
 *
 * <p>Rules choose and explain; doses are computed elsewhere in the care module. Missing, stale or implausible input is
 * answered with "cannot evaluate", never with silence.
 */
@NullMarked
package org.lamella.care.rules;

import org.jspecify.annotations.NullMarked;
