package org.lamella.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of docs/architecture.md as rules. */
class ArchitectureTest {
    /** Modules in reading order; each may import only those before it. */
    private static final List<String> HOUSE =
            List.of("patient", "evidence", "bone", "twin", "trial", "care", "clinic", "cli");

    private static JavaClasses lamella;

    @BeforeAll
    static void importClasses() {
        lamella = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.lamella");
    }

    @ParameterizedTest
    @CsvSource({"patient", "evidence", "bone", "twin", "trial", "care", "clinic"})
    void aModuleImportsOnlyModulesAboveIt(String module) {
        String[] later = HOUSE.subList(HOUSE.indexOf(module) + 1, HOUSE.size()).stream()
                .map(name -> "org.lamella." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.lamella." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .check(lamella);
    }

    @ParameterizedTest
    @CsvSource({"patient", "evidence", "bone", "twin", "trial", "care", "clinic", "cli"})
    void theRulesSeeTheClassesOfTheModule(String module) {
        assertThat(lamella.stream().filter(c -> c.getPackageName().startsWith("org.lamella." + module)))
                .as("without classes the other rules would hold vacuously")
                .hasSizeGreaterThan(3);
    }

    @Test
    void theVocabularyKnowsNoInputOutputAndNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.lamella.patient..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "ca.uhn..", "com.fasterxml..", "picocli..")
                .check(withoutSerialisation());
    }

    @Test
    void theBoneModelKnowsNoFilesAndNoFhir() {
        noClasses()
                .that()
                .resideInAPackage("org.lamella.bone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "ca.uhn..", "org.hl7..", "com.fasterxml..")
                .check(lamella);
    }

    @Test
    void careKnowsNoHttpAndNoFhirServer() {
        noClasses()
                .that()
                .resideInAPackage("org.lamella.care..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "io.javalin..", "org.lamella.clinic..")
                .check(lamella);
    }

    @Test
    void nobodyOutsideTheTerminalReadsTheClock() {
        DescribedPredicate<JavaClass> terminal = JavaClass.Predicates.resideInAPackage("org.lamella.cli..");
        for (Class<?> clock : List.of(LocalDate.class, LocalDateTime.class, ZonedDateTime.class, Instant.class)) {
            noClasses()
                    .that(DescribedPredicate.not(terminal))
                    .should()
                    .callMethod(clock, "now")
                    .check(lamella);
        }
        noClasses()
                .that(DescribedPredicate.not(terminal))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(lamella);
    }

    @Test
    void nobodyDrawsFromASharedRandomStream() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(lamella);
    }

    @Test
    void librariesNeverPrint() {
        noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.lamella.cli..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(lamella);
    }

    @Test
    void noPublicMethodOfTheVocabularyTakesMutableArrays() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("org.lamella.patient", "org.lamella.patient.measure")
                .and()
                .arePublic()
                .should()
                .haveRawReturnType(double[].class)
                .check(lamella);
    }

    private static JavaClasses withoutSerialisation() {
        return lamella.that(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Throwable.class))
                .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Enum.class))));
    }
}
