package org.lamella.patient.measure;

/** A quantity outside the range in which it can be true of a person. */
public final class OutOfRangeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String quantity;
    private final String given;
    private final String accepted;

    /**
     * @param quantity name of the quantity, for example {@code body weight}
     * @param given the value that was found, with its unit
     * @param accepted the accepted range, with its unit
     */
    public OutOfRangeException(String quantity, String given, String accepted) {
        super(quantity + ": found " + given + ", accepted is " + accepted);
        this.quantity = quantity;
        this.given = given;
        this.accepted = accepted;
    }

    public String quantity() {
        return quantity;
    }

    public String given() {
        return given;
    }

    public String accepted() {
        return accepted;
    }
}
