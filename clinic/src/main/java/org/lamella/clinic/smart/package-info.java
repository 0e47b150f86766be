/**
 * SMART App Launch (EHR launch): a hospital system opens the plan of the patient whose chart is open. Nothing of a record
 * and no token is logged or kept.
 */
@NullMarked
package org.lamella.clinic.smart;

import org.jspecify.annotations.NullMarked;
