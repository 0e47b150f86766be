package org.lamella.trial.run;

import java.io.Serializable;
import java.util.List;

/**
 * What screening found about one piece of the stream of people, without their bodies: enough to decide who is enrolled,
 * with which number and into which arm.
 *
 * @param until number of the person after the last one of this piece
 * @param people those who may enter, in order
 * @param failures of everybody screened, in order: bit c is set when criterion c was not met; 0 for those who may enter
 * @param known fractures known at screening of everybody screened, in the watched time before it
 * @param days patient-days simulated up to screening, of everybody screened
 */
public record Entrants(long until, List<Entrant> people, int[] failures, int[] known, int[] days)
        implements Serializable {
    /**
     * Somebody who meets the criteria.
     *
     * @param key identity for random numbers
     * @param stratum stratum of the randomisation
     */
    public record Entrant(long key, String stratum) implements Serializable {}
}
