/** Where the patient stands: growth, density as reported, fractures, markers, treatment so far, each with its source. */
@NullMarked
package org.lamella.care.standing;

import org.jspecify.annotations.NullMarked;
