/** Tests of the cloud of siblings. */
@NullMarked
package org.lamella.twin.cloud;

import org.jspecify.annotations.NullMarked;
