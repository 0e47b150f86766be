/** What is known about each drug: codes, limits, published regimens, disagreements, each figure with its source. */
@NullMarked
package org.lamella.evidence.drug;

import org.jspecify.annotations.NullMarked;
