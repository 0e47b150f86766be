/** Treatment so far, read from the record: cycles, totals, intervals, what is due next. */
@NullMarked
package org.lamella.care.history;

import org.jspecify.annotations.NullMarked;
