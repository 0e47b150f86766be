/** CDS Hooks: what a hospital's record system asks for while a chart is opened or a drug is ordered. */
@NullMarked
package org.lamella.clinic.cds;

import org.jspecify.annotations.NullMarked;
