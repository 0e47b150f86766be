/** The plan as people and programs receive it: text, page, JSON, FHIR, hand-outs. No medical knowledge lives here. */
@NullMarked
package org.lamella.clinic.report;

import org.jspecify.annotations.NullMarked;
