/** What is known: references, drug facts, published studies, sourced parameters. */
@NullMarked
package org.lamella.evidence;

import org.jspecify.annotations.NullMarked;
