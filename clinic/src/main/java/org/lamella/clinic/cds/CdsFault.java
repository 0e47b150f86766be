package org.lamella.clinic.cds;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that cannot be answered: with an HTTP status, what was found and what is accepted. Never patient data. */
final class CdsFault extends RuntimeException {
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int PRECONDITION_FAILED = 412;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED_TYPE = 415;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String found;
    private final String accepted;

    CdsFault(int status, String found, String accepted) {
        super(found + "; accepted is " + accepted);
        this.status = status;
        this.found = found;
        this.accepted = accepted;
    }

    int status() {
        return status;
    }

    String body() {
        return CdsJson.text(CdsJson.JSON
                .createObjectNode()
                .put("error", "found " + found)
                .put("accepted", accepted)
                .put("see", "docs/reference/cds-hooks.md"));
    }

    /** The same as an OperationOutcome of FHIR R4. */
    String outcome() {
        ObjectNode outcome = CdsJson.JSON.createObjectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue")
                .addObject()
                .put("severity", "error")
                .put("code", status == NOT_FOUND ? "not-found" : "invalid")
                .put("diagnostics", "found " + found + "; accepted is " + accepted);
        return CdsJson.text(outcome);
    }
}
