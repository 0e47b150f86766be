/** Reference tables carried as data with their source and licence, and the statistics that read centiles off them. */
@NullMarked
package org.lamella.evidence.norms;

import org.jspecify.annotations.NullMarked;
