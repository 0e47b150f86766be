/** Growth references: height, weight and BMI for age (CDC 2000), height velocity. */
@NullMarked
package org.lamella.evidence.growth;

import org.jspecify.annotations.NullMarked;
