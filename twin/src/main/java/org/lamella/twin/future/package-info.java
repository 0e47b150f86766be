/** What the siblings become under each option, and the summaries of it. */
@NullMarked
package org.lamella.twin.future;

import org.jspecify.annotations.NullMarked;
