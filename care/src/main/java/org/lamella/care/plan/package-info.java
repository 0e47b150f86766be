/** The plan: what Lamella tells a clinician about one patient on one day. */
@NullMarked
package org.lamella.care.plan;

import org.jspecify.annotations.NullMarked;
