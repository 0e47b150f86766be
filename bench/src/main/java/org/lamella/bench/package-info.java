/** Proof of speed: microbenchmarks, whole runs, a live peer, and the page that reports them. */
@NullMarked
package org.lamella.bench;

import org.jspecify.annotations.NullMarked;
