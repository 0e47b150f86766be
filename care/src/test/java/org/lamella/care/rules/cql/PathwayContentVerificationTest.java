package org.lamella.care.rules.cql;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.MetadataResource;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.RuleCatalogue;

class PathwayContentVerificationTest {
    private static final Map<String, String> FILES = new PathwayContent(RuleCatalogue.standard()).files();

    private static Path content() {
        Path here = Path.of("").toAbsolutePath();
        return (Files.exists(here.resolve("docs")) ? here.resolve("care") : here).resolve("content");
    }

    /** Run with {@code -Dlamella.write=true} to bring the files up to date after a change of the rules. */
    @Test
    void theFilesForHospitalsAreCurrent() throws IOException {
        Path folder = content();
        if (Boolean.getBoolean("lamella.write")) {
            FILES.forEach((name, text) -> write(folder.resolve(name), text));
        }
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            assertThat(folder.resolve(file.getKey()))
                    .as("out of date; run this test with -Dlamella.write=true")
                    .content(StandardCharsets.UTF_8)
                    .isEqualTo(file.getValue());
        }
        try (Stream<Path> found = Files.walk(folder)) {
            TreeSet<String> names = new TreeSet<>();
            found.filter(path -> !path.startsWith(folder.resolve("tests"))
                            && path.toString().matches(".*\\.(json|cql)"))
                    .forEach(
                            path -> names.add(folder.relativize(path).toString().replace('\\', '/')));
            assertThat(names).containsExactlyElementsOf(new TreeSet<>(FILES.keySet()));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The HL7 validator with the definitions of R4 core, offline. */
    @Test
    void everyFileIsValidFhir() {
        FhirValidator validator = validator();
        List<String> errors = new ArrayList<>();
        FILES.forEach((name, text) -> {
            if (name.endsWith(".json") && !name.equals("package.json")) {
                errors.addAll(errors(validator, name, text));
            }
        });
        assertThat(errors).isEmpty();
        String spoilt =
                FILES.get("input/resources/plandefinition/pain.json").replace("\"applicability\"", "\"perhaps\"");
        assertThat(errors(validator, "a spoilt file", spoilt)).isNotEmpty();
    }

    private static FhirValidator validator() {
        FhirContext fhir = FhirContext.forR4Cached();
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir));
        FhirValidator validator = fhir.newValidator();
        validator.registerValidatorModule(new FhirInstanceValidator(support));
        return validator;
    }

    private static List<String> errors(FhirValidator validator, String name, String text) {
        ValidationResult result = validator.validateWithResult(text);
        return result.getMessages().stream()
                .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(m -> name + " " + m.getLocationString() + ": " + m.getMessage())
                .toList();
    }

    @Test
    void noActivityOrdersADrugAndEachCarriesCitationStrengthAndReviewStatus() {
        FILES.forEach((name, text) -> {
            if (name.contains("/activitydefinition/")) {
                assertThat(text)
                        .as(name)
                        .contains("\"kind\": \"CommunicationRequest\"")
                        .doesNotContain("MedicationRequest")
                        .contains("Draft, not reviewed");
            }
            if (name.contains("/activitydefinition/") && !name.endsWith("/GATE.json")) {
                assertThat(text).as(name).contains("\"type\": \"citation\"").contains("Strength: ");
            }
        });
        assertThat(FILES.keySet().stream().filter(name -> name.contains("/activitydefinition/")))
                .as("one for each rule and one for refusals")
                .hasSize(155);
    }

    /** Address, version and file name belong together, and every canonical reference leads to a file of this package. */
    @Test
    void canonicalAddressesAndVersionsAgreeAndLeadSomewhere() {
        Set<String> addresses = new TreeSet<>();
        Map<String, MetadataResource> resources = new TreeMap<>();
        FILES.forEach((name, text) -> {
            if (name.endsWith(".json") && !name.equals("package.json")) {
                MetadataResource resource = (MetadataResource)
                        FhirContext.forR4Cached().newJsonParser().parseResource(text);
                resources.put(name, resource);
                assertThat(addresses.add(resource.getUrl() + "|" + resource.getVersion()))
                        .as(name)
                        .isTrue();
                assertThat(resource.getVersion()).as(name).isEqualTo(RuleLibraries.version());
                assertThat(resource.getUrl()).as(name).startsWith(PathwayContent.BASE);
                if (name.startsWith("input/resources/") || name.endsWith("pathway.json")) {
                    assertThat(resource.getUrl())
                            .as(name)
                            .isEqualTo(PathwayContent.BASE + resource.fhirType() + "/" + resource.getIdPart());
                    assertThat(name).endsWith(resource.getIdPart().replaceFirst("^lamella-(?!oi)", "") + ".json");
                }
            }
        });
        int references = 0;
        for (MetadataResource resource : resources.values()) {
            Matcher canonical = Pattern.compile(
                            "\"(" + Pattern.quote(PathwayContent.BASE) + "[A-Za-z]+/[^\"|]+\\|[^\"]+)\"")
                    .matcher(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource));
            while (canonical.find()) {
                assertThat(addresses).contains(canonical.group(1));
                references++;
            }
        }
        assertThat(references).isGreaterThan(154);
        assertThat(FILES.get("package.json")).contains("\"version\": \"" + RuleLibraries.version() + "\"");
    }
}
