package org.lamella.trial.run;

/** Watches a run, and may stop it. Called from one thread. */
public interface RunProgress {
    /** Watches nothing. */
    RunProgress NONE = new RunProgress() {
        @Override
        public void at(long patientsDone, long patientsInAll, double patientYears) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * @param patientsDone patients finished
     * @param patientsInAll patients of all replicates
     * @param patientYears years simulated so far, life before enrolment included
     */
    void at(long patientsDone, long patientsInAll, double patientYears);

    /** Told before the run what an earlier, unfinished run of the same kind has left: 0 when there was none. */
    default void resumed(long patientsDone, double patientYears) {}

    /** True when the run should end early and leave what is finished. */
    boolean cancelled();
}
