/** All rules put to every record of a folder: streaming, in parallel, in one order for any number of threads. */
@NullMarked
package org.lamella.clinic.check;

import org.jspecify.annotations.NullMarked;
