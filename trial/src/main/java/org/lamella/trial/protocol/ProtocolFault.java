package org.lamella.trial.protocol;

/** A protocol file that cannot be run: says file, line, key, what was found and what is accepted. */
public final class ProtocolFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final int line;
    private final String key;

    /**
     * @param file name of the protocol file
     * @param line line counted from 1, or 0 when the whole file is meant
     * @param key path of the entry such as {@code arms.RIS.treatments[0].dose}; empty for the whole file
     * @param found what stands there
     * @param accepted what would be accepted, and what to try
     */
    public ProtocolFault(String file, int line, String key, String found, String accepted) {
        super(file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : "'" + key + "': ") + "found " + found
                + "; accepted is " + accepted);
        this.file = file;
        this.line = line;
        this.key = key;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String key() {
        return key;
    }
}
