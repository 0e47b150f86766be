package org.lamella.care;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lamella.care.dose.DoseCalculator;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.stop.Gate;
import org.lamella.twin.CandidateRegimen;

/** The gate is the only way to a dose and to a forecast. */
class ArchitectureVerificationTest {

    private static final JavaClasses CARE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lamella.care");

    @Test
    void theDoseCalculatorTakesNothingButAClearance() {
        Method[] open = Arrays.stream(DoseCalculator.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .toArray(Method[]::new);
        assertThat(open)
                .singleElement()
                .satisfies(m -> assertThat(m.getParameterTypes()).containsExactly(Gate.Clearance.class));
    }

    @Test
    void nobodyButTheGateCanMakeAClearanceOrAPermit() {
        for (Class<?> key : new Class<?>[] {Gate.Clearance.class, Gate.ForecastPermit.class}) {
            assertThat(key.isRecord()).isFalse();
            assertThat(Modifier.isFinal(key.getModifiers())).isTrue();
            assertThat(key.getDeclaredConstructors())
                    .filteredOn(c -> !c.isSynthetic())
                    .extracting(Constructor::getModifiers)
                    .allMatch(Modifier::isPrivate);
        }
        constructors()
                .that()
                .areDeclaredIn(Gate.Clearance.class)
                .or()
                .areDeclaredIn(Gate.ForecastPermit.class)
                .should()
                .onlyBeCalled()
                .byClassesThat()
                .belongToAnyOf(Gate.class)
                .check(CARE);
    }

    @Test
    void doseSheetsAreWrittenInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lamella.care.dose..")
                .should()
                .callConstructorWhere(isOf(DoseSheet.class))
                .check(CARE);
    }

    @Test
    void candidatesForAForecastComeFromTheGate() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Gate.class.getName())
                .should()
                .callConstructorWhere(isOf(CandidateRegimen.class))
                .check(CARE);
    }

    private static DescribedPredicate<JavaConstructorCall> isOf(Class<?> type) {
        return DescribedPredicate.describe(
                "a constructor of " + type.getSimpleName(),
                call -> call.getTargetOwner().isEquivalentTo(type));
    }
}
