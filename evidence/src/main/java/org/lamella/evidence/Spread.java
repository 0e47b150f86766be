package org.lamella.evidence;

/**
 * Spread of a parameter between people, or prior uncertainty about it.
 *
 * @param scale on which scale the spread is normal
 * @param sd standard deviation on that scale, above 0; on the log scale dimensionless, else in the parameter's unit
 */
public record Spread(Scale scale, double sd) {
    /** Scale on which a parameter is normally distributed. */
    public enum Scale {
        LOG,
        NATURAL
    }

    public Spread {
        if (!(sd > 0 && Double.isFinite(sd))) {
            throw new IllegalArgumentException("spread: found " + sd + ", accepted is a number above 0");
        }
    }
}
