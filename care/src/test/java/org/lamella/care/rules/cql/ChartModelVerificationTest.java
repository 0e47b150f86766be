package org.lamella.care.rules.cql;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;

/** The small model of FHIR against the engine's own, for every type that a translated library names. */
class ChartModelVerificationTest {
    private static final Pattern TYPE = Pattern.compile("\\{http://hl7\\.org/fhir}([A-Za-z.]+)");

    @Test
    void everyNamedTypeIsTheSameClassAsInTheFullModel() {
        Set<String> named = new TreeSet<>();
        for (String library : RuleLibraries.names()) {
            Matcher matcher = TYPE.matcher(RuleLibraries.elm(library));
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }
        assertThat(named).hasSizeGreaterThan(15);
        FhirContext own = FhirContext.forR4();
        R4FhirModelResolver full = new R4FhirModelResolver(own);
        ChartModel small = new ChartModel();
        for (String type : named) {
            assertThat(small.resolveType(type)).as(type).isEqualTo(full.resolveType(type));
        }
        assertThat(named.stream().filter(own.getResourceTypes()::contains)).isSubsetOf(ChartModel.TYPES);
    }
}
