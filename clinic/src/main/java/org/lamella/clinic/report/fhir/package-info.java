/** The plan as FHIR R4 resources. */
@NullMarked
package org.lamella.clinic.report.fhir;

import org.jspecify.annotations.NullMarked;
