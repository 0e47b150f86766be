/** The same trial on many machines, with Apache Spark; no second implementation of anything. */
@NullMarked
package org.lamella.cluster;

import org.jspecify.annotations.NullMarked;
