/** Many people: populations, protocols, statistics, qualification. */
@NullMarked
package org.lamella.trial;

import org.jspecify.annotations.NullMarked;
