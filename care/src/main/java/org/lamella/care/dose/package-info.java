/** Exact doses for options that the gate has cleared, each computed twice by independent arithmetic. */
@NullMarked
package org.lamella.care.dose;

import org.jspecify.annotations.NullMarked;
