/** Curves of the spine, skull base and vertebrae: what is known, what is due, and where a curve would probably go. */
@NullMarked
package org.lamella.care.spine;

import org.jspecify.annotations.NullMarked;
