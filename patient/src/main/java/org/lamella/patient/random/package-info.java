/**
 * Random numbers that are pure functions of a key (study, patient, replicate, process, index).
 *
 * <p>Nothing here has a state: adding an arm, a process or a thread changes no other number.
 */
@NullMarked
package org.lamella.patient.random;

import org.jspecify.annotations.NullMarked;
