/** Virtual people: who is asked, by setting, and what they are born with. */
@NullMarked
package org.lamella.trial.population;

import org.jspecify.annotations.NullMarked;
