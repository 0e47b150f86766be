/** The options a clinician can discuss, each through the gate, with dose, burden, evidence and risks. */
@NullMarked
package org.lamella.care.option;

import org.jspecify.annotations.NullMarked;
