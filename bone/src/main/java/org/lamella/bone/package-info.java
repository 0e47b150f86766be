/** How OI bone behaves: the LAM-1 model. */
@NullMarked
package org.lamella.bone;

import org.jspecify.annotations.NullMarked;
