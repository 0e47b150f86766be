/** What a hospital sets for itself: gates, times, products, and the values it has confirmed by name and date. */
@NullMarked
package org.lamella.care.site;

import org.jspecify.annotations.NullMarked;
