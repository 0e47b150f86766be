/** Where people meet it: records in, reports out. */
@NullMarked
package org.lamella.clinic;

import org.jspecify.annotations.NullMarked;
