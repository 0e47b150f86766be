/** Quantities with exactly one unit each. Every type is validated where it is made. */
@NullMarked
package org.lamella.patient.measure;

import org.jspecify.annotations.NullMarked;
