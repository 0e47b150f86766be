package org.lamella.care.plan;

import java.time.LocalDate;

/**
 * Who, when, and with what.
 *
 * @param patientId identifier from the record
 * @param patientLine one line such as {@code girl, 26 months, OI type III}
 * @param asOf day of the plan
 * @param birthDate day of birth
 * @param site name of the site configuration
 * @param siteIsDemonstration true when the configuration is the demonstration one
 * @param seed study seed
 * @param softwareVersion version of Lamella
 * @param parameterSet name and hash of the model parameter set
 */
public record PlanHeader(
        String patientId,
        String patientLine,
        LocalDate asOf,
        LocalDate birthDate,
        String site,
        boolean siteIsDemonstration,
        long seed,
        String softwareVersion,
        String parameterSet) {}
