/**
 * The vocabulary of Lamella: the person and what was recorded about them.
 *
 * <p>Records and sealed types only; no input, output or framework. Everything is immutable and validated where it is
 * made.
 */
@NullMarked
package org.lamella.patient;

import org.jspecify.annotations.NullMarked;
