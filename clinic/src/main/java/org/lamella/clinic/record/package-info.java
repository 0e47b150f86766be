/**
 * A patient's record in: FHIR R4 bundles and the plain YAML or JSON record.
 *
 * <p>Nothing is dropped silently and nothing is guessed: whatever could not be used is an {@link
 * org.lamella.clinic.record.InputNote}; whatever makes the whole record unusable is an {@link
 * org.lamella.clinic.record.InputFault}. No exception leaves this package for bad input.
 */
@NullMarked
package org.lamella.clinic.record;

import org.jspecify.annotations.NullMarked;
