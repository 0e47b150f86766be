/** Pathways of care: what belongs to a stretch of care, and which stretches a person is on now. */
@NullMarked
package org.lamella.care.pathway;

import org.jspecify.annotations.NullMarked;
