/** One person: from record to weighted siblings and forecasts. */
@NullMarked
package org.lamella.twin;

import org.jspecify.annotations.NullMarked;
