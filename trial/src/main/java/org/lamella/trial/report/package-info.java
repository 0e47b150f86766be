/** The report of a trial: one self-contained page with the plots the field expects. */
@NullMarked
package org.lamella.trial.report;

import org.jspecify.annotations.NullMarked;
