package org.lamella.care.plan;

/**
 * Something in the record that was not used or was changed on the way in.
 *
 * @param location element or line
 * @param found what was there
 * @param explanation why it was not used or how it was converted, and what is accepted
 */
public record RecordNote(String location, String found, String explanation) {}
