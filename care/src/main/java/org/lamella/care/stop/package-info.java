/** The gate that every treatment option passes: hard stops, holds, missing facts. Nothing else can clear an option. */
@NullMarked
package org.lamella.care.stop;

import org.jspecify.annotations.NullMarked;
