/** Running a virtual trial: screening, allocation, visits, chance events, and what comes out. */
@NullMarked
package org.lamella.trial.run;

import org.jspecify.annotations.NullMarked;
