/** What to do: doses, hard stops, rules, the plan. */
@NullMarked
package org.lamella.care;

import org.jspecify.annotations.NullMarked;
