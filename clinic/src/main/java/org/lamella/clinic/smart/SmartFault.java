package org.lamella.clinic.smart;

/** A launch that cannot go on: with an HTTP status, what was found and what to do. Never patient data, never a token. */
final class SmartFault extends RuntimeException {
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int BAD_GATEWAY = 502;
    static final int BUSY = 503;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String found;
    private final String advice;

    SmartFault(int status, String found, String advice) {
        super(found + "; " + advice);
        this.status = status;
        this.found = found;
        this.advice = advice;
    }

    int status() {
        return status;
    }

    String found() {
        return found;
    }

    String advice() {
        return advice;
    }
}
