package org.lamella.twin.history;

import java.util.List;
import java.util.Optional;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.bone.Schedule;
import org.lamella.patient.Sex;

/**
 * What the record says up to the day of the plan, on days of age.
 *
 * @param sex sex for references
 * @param asOfDay age on the day of the plan
 * @param growth measured heights and weights
 * @param past doses, courses, casts, operations and fractures before the day of the plan
 * @param lasting casts that last beyond the day of the plan; they belong to every future
 * @param values measured values, ascending in age
 * @param fractures fracture history, or empty when absence of entries cannot be told from absence of fractures
 * @param remarks plain sentences about what was not used, or used with an assumption
 */
public record History(
        Sex sex,
        int asOfDay,
        MeasuredGrowth growth,
        Schedule past,
        Schedule lasting,
        List<MeasuredValue> values,
        Optional<FractureWindow> fractures,
        List<String> remarks) {
    public History {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }
}
