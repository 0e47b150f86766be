/** References of bones: long-bone size, growth-plate fusion, spine density for the model. */
@NullMarked
package org.lamella.evidence.skeleton;

import org.jspecify.annotations.NullMarked;
