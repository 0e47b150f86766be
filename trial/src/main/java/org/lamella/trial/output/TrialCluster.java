package org.lamella.trial.output;

import java.util.Map;
import org.lamella.trial.run.TrialVariant;

/**
 * Many machines that can run trials. Found with {@link java.util.ServiceLoader}, so that the usual program carries none of
 * the libraries of a cluster.
 */
public interface TrialCluster {
    /**
     * Connects.
     *
     * @param master where: {@code local[2]}, {@code spark://host:port}, {@code yarn}, {@code k8s://...}, or {@code submit}
     *     for what spark-submit decided
     * @param partitions parts in which the work is handed out; 0 for a number that suits the cluster
     * @param settings settings of the cluster, by name
     * @throws RunFault when the cluster cannot be reached
     */
    Session connect(String master, int partitions, Map<String, String> settings);

    /** A connection; close it when done. */
    interface Session extends AutoCloseable {
        /** A trial on the cluster; its machines read the protocol from this text. */
        TrialFolder.Elsewhere trial(String protocolName, String protocolText, TrialVariant variant);

        /** Processors that work at the same time. */
        int processors();

        @Override
        void close();
    }
}
