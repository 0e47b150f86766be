package org.lamella.trial.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.Cohort;
import org.lamella.trial.population.Person;

/**
 * What screening of one piece of the stream of people gave.
 *
 * @param until end of the piece, excluded
 * @param people those who may enter, in order
 * @param cohort their lanes, at screening; null when nobody may enter
 * @param history fractures known at screening, of each of them
 * @param failures of everybody screened, in order: bit c is set when criterion c was not met; 0 for those who may enter
 * @param known fractures known at screening of everybody screened
 * @param daysSimulated patient-days simulated up to screening, of everybody screened
 */
record Screened(
        long until,
        List<Person> people,
        @Nullable Cohort cohort,
        int[] history,
        int[] failures,
        int[] known,
        int[] daysSimulated) {}
