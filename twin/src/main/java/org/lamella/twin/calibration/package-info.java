/** Simulated truth: virtual children whose bone is known, fitted as if they were patients. */
@NullMarked
package org.lamella.twin.calibration;

import org.jspecify.annotations.NullMarked;
