/** Which numbers of the model move its answers, and which move the choice between options. */
@NullMarked
package org.lamella.trial.sensitivity;

import org.jspecify.annotations.NullMarked;
