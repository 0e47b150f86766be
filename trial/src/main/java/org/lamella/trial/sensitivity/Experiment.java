package org.lamella.trial.sensitivity;

import java.util.List;

/** A computation with factors at positions from 0 to 1 and several outputs; a pure function, called by many threads. */
public interface Experiment {
    /** Names of the outputs. */
    List<String> outputs();

    /**
     * Outputs at a position.
     *
     * @param position one number from 0 to 1 for each factor
     */
    double[] at(double[] position);
}
