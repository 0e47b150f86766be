/** {@code PlanDefinition/$apply}: a plan of the pathway applied to one person, as FHIR R4. */
@NullMarked
package org.lamella.clinic.apply;

import org.jspecify.annotations.NullMarked;
