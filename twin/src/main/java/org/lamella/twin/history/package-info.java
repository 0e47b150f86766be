/** From the record of a patient to what the bone model is given and what its siblings are held against. */
@NullMarked
package org.lamella.twin.history;

import org.jspecify.annotations.NullMarked;
