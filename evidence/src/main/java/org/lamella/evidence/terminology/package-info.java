/** Public codes (LOINC, SNOMED CT, ICD-10, ATC, RxNorm) and what they mean in the vocabulary of the patient module. */
@NullMarked
package org.lamella.evidence.terminology;

import org.jspecify.annotations.NullMarked;
