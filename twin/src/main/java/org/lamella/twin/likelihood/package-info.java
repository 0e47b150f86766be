/** How probable a record is for one sibling: densitometry, markers and the fracture process. */
@NullMarked
package org.lamella.twin.likelihood;

import org.jspecify.annotations.NullMarked;
