package org.lamella.care.rules.cql;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.retrieve.RetrieveProvider;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Interval;

/** Hands the engine one chart's resources by type; the libraries select by code themselves. */
final class ChartRetrieve implements RetrieveProvider {
    private final PatientChart chart;

    ChartRetrieve(PatientChart chart) {
        this.chart = chart;
    }

    @Override
    public Iterable<Object> retrieve(
            @Nullable String context,
            @Nullable String contextPath,
            @Nullable Object contextValue,
            String dataType,
            @Nullable String templateId,
            @Nullable String codePath,
            @Nullable Iterable<Code> codes,
            @Nullable String valueSet,
            @Nullable String datePath,
            @Nullable String dateLowPath,
            @Nullable String dateHighPath,
            @Nullable Interval dateRange) {
        return new Unrecorded(chart.ofType(dataType));
    }

    /**
     * Resources that the engine does not note down. Right after a retrieve it goes through the resources once and keeps
     * them as "evaluated" for each expression that leads to them, a third of all its work, and nobody asks for them. The
     * first pass is therefore empty. Were it not the engine's own, no rule would see a resource, and the comparison with
     * the Java rules would fail at once.
     */
    private static final class Unrecorded implements Iterable<Object> {
        private final List<Object> resources;
        private boolean noted;

        Unrecorded(List<Object> resources) {
            this.resources = resources;
        }

        @Override
        public Iterator<Object> iterator() {
            boolean first = !noted;
            noted = true;
            return first ? Collections.emptyIterator() : resources.iterator();
        }
    }
}
