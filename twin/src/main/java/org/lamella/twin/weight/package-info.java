/** Importance weights and what is computed with them. */
@NullMarked
package org.lamella.twin.weight;

import org.jspecify.annotations.NullMarked;
