package org.lamella.care.rules.cql;

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
        return chart.ofType(dataType);
    }
}
