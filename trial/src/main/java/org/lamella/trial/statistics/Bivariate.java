package org.lamella.trial.statistics;

/** Means, variances and covariance of two quantities of the same patients, gathered in one pass. */
public final class Bivariate {
    private long n;
    private double meanX;
    private double meanY;
    private double xx;
    private double xy;
    private double yy;

    public void add(double x, double y) {
        n++;
        double dx = x - meanX;
        double dy = y - meanY;
        meanX += dx / n;
        meanY += dy / n;
        xx += dx * (x - meanX);
        xy += dx * (y - meanY);
        yy += dy * (y - meanY);
    }

    public long n() {
        return n;
    }

    double meanX() {
        return meanX;
    }

    double meanY() {
        return meanY;
    }

    /** Sum of squares of the first quantity about its mean. */
    double xx() {
        return xx;
    }

    /** Sum of products about the means. */
    double xy() {
        return xy;
    }

    /** Sum of squares of the second quantity about its mean. */
    double yy() {
        return yy;
    }
}
