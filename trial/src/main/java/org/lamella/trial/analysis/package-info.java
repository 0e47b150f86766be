/** From the patients of a trial to its endpoints. */
@NullMarked
package org.lamella.trial.analysis;

import org.jspecify.annotations.NullMarked;
