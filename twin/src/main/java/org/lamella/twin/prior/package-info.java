/** What siblings are like before the record is looked at. */
@NullMarked
package org.lamella.twin.prior;

import org.jspecify.annotations.NullMarked;
