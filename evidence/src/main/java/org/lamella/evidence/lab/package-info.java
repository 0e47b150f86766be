/** Laboratory references: bone markers by age, secondary reference ranges, vitamin D classifications, kidney function. */
@NullMarked
package org.lamella.evidence.lab;

import org.jspecify.annotations.NullMarked;
