package org.lamella.clinic.smart;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The least that a plan needs: to read and search the resources from which a record is read, of one patient. */
final class SmartScopes {
    /** Searched by patient; a part that is not read would look like facts that do not exist. */
    static final List<String> SEARCHED = List.of(
            "Condition",
            "Observation",
            "MedicationAdministration",
            "MedicationStatement",
            "Procedure",
            "ServiceRequest",
            "DiagnosticReport",
            "DeviceUseStatement");

    /** Read beside them: the person, and the devices that come with their use. */
    private static final List<String> READ = List.of("Patient", "Device");

    private SmartScopes() {}

    /** Scopes to ask for. */
    static String asked(boolean version2) {
        String right = version2 ? ".rs" : ".read";
        return "launch "
                + Stream.concat(READ.stream(), SEARCHED.stream())
                        .map(type -> "patient/" + type + right)
                        .collect(Collectors.joining(" "));
    }

    /** Resource types that the granted scopes do not let one read in full. */
    static List<String> lacking(String granted) {
        Set<String> scopes = Arrays.stream(granted.strip().split("\\s+")).collect(Collectors.toSet());
        return Stream.concat(READ.stream(), SEARCHED.stream())
                .filter(type -> scopes.stream().noneMatch(scope -> opens(scope, type)))
                .toList();
    }

    /** A scope that is narrowed by a query does not open the whole record. */
    private static boolean opens(String scope, String type) {
        String[] parts = scope.split("[/.]", 3);
        if (parts.length != 3 || !(parts[0].equals("patient") || parts[0].equals("user"))) {
            return false;
        }
        boolean about = parts[1].equals(type) || parts[1].equals("*");
        String right = parts[2];
        boolean version1 = right.equals("read") || right.equals("*");
        boolean version2 = right.matches("c?ru?d?s");
        return about && (version1 || version2);
    }
}
