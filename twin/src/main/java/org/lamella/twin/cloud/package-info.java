/** The siblings of one person: drawn, simulated along the record, weighted. */
@NullMarked
package org.lamella.twin.cloud;

import org.jspecify.annotations.NullMarked;
