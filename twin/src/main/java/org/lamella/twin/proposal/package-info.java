/** Where siblings are drawn from: the prior, and proposals that learn from the siblings drawn so far. */
@NullMarked
package org.lamella.twin.proposal;

import org.jspecify.annotations.NullMarked;
