/**
 * The same rules as CQL libraries, run by the cqframework engine.
 *
 * <p>The libraries are content that a hospital can take without this program. The engine is an optional dependency: a
 * program that does not use this package does not load it.
 */
@NullMarked
package org.lamella.care.rules.cql;

import org.jspecify.annotations.NullMarked;
