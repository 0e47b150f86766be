/** The terminal. */
@NullMarked
package org.lamella.cli;

import org.jspecify.annotations.NullMarked;
