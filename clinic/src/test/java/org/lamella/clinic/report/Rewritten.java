package org.lamella.clinic.report;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lamella.care.plan.Plan;

/** A copy of a plan in which every text, wherever it stands, was changed. */
final class Rewritten {
    private Rewritten() {}

    static Plan of(Plan plan, UnaryOperator<String> change) {
        return (Plan) copy(plan, change);
    }

    private static Object copy(Object value, UnaryOperator<String> change) {
        return switch (value) {
            case null -> null;
            case String text -> change.apply(text);
            case List<?> list -> {
                List<Object> copies = new ArrayList<>();
                list.forEach(entry -> copies.add(copy(entry, change)));
                yield copies;
            }
            case Record it -> record(it, change);
            default -> value;
        };
    }

    private static Object record(Record it, UnaryOperator<String> change) {
        RecordComponent[] parts = it.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                values[i] = copy(parts[i].getAccessor().invoke(it), change);
            }
            Constructor<?> constructor = it.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(it.getClass() + ": " + e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
