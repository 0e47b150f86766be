package org.lamella.patient;

import org.jspecify.annotations.Nullable;

/**
 * The diagnosis as recorded.
 *
 * @param type clinical group, or null when the record names OI without a type
 * @param gene HGNC symbol such as {@code COL1A1}, or null when unknown
 * @param variant HGVS text, or null when unknown
 */
public record OiDiagnosis(
        @Nullable OiType type,
        @Nullable String gene,
        @Nullable String variant) {}
