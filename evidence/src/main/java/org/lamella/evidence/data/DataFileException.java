package org.lamella.evidence.data;

/** A data file that cannot be used: says which file, which key, what was found and what is accepted. */
public final class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final String key;

    /**
     * @param file name of the file or resource
     * @param key path of the offending entry, such as {@code parameters.k_form.value}, or empty for the whole file
     * @param found what was found there
     * @param accepted what would have been accepted
     */
    public DataFileException(String file, String key, String found, String accepted) {
        super(file + (key.isEmpty() ? "" : ", at '" + key + "'") + ": found " + found + ", accepted is " + accepted);
        this.file = file;
        this.key = key;
    }

    public String file() {
        return file;
    }

    public String key() {
        return key;
    }
}
