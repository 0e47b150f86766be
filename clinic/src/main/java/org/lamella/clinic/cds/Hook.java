package org.lamella.clinic.cds;

import java.util.Arrays;
import java.util.Optional;

/** Moments at which a record system may ask. */
public enum Hook {
    PATIENT_VIEW("patient-view", "lamella-oi-patient-view", "OI pathway: what is due, on hold or missing"),
    ORDER_SELECT("order-select", "lamella-oi-order-select", "OI pathway: a bone drug while it is being chosen"),
    ORDER_SIGN("order-sign", "lamella-oi-order-sign", "OI pathway: a bone drug before it is signed");

    private final String code;
    private final String serviceId;
    private final String title;

    Hook(String code, String serviceId, String title) {
        this.code = code;
        this.serviceId = serviceId;
        this.title = title;
    }

    /** Name in the specification. */
    public String code() {
        return code;
    }

    public String serviceId() {
        return serviceId;
    }

    String title() {
        return title;
    }

    boolean aboutOrders() {
        return this != PATIENT_VIEW;
    }

    static Optional<Hook> ofService(String serviceId) {
        return Arrays.stream(values())
                .filter(hook -> hook.serviceId.equals(serviceId))
                .findFirst();
    }
}
