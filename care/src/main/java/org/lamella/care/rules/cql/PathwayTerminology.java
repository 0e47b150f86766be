package org.lamella.care.rules.cql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.lamella.evidence.terminology.PublicCode;
import org.lamella.evidence.terminology.Terminology;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Rod;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;

/**
 * Code systems, value sets and concept maps of the pathway. Local codes are the lower-case names of the patient
 * vocabulary; public codes are those that were seen in a text (class {@link Terminology}) and no others.
 */
final class PathwayTerminology {
    private static final String COPYRIGHT = "LOINC is a trademark of Regenstrief Institute, Inc. (https://loinc.org);"
            + " SNOMED CT is owned by SNOMED International. Use of their codes may need a licence.";

    private final Map<String, Map<String, String>> systems = new LinkedHashMap<>();

    PathwayTerminology() {
        system("lab", Analyte.values(), a -> a.label() + ", in " + a.unit());
        system("finding", Finding.Kind.values(), Finding.Kind::label);
        system("examination", Examination.Kind.values(), Examination.Kind::label);
        system("mobility", MobilityAssessment.Grade.values(), MobilityAssessment.Grade::label);
        system("oi-type", OiType.values(), type -> "OI " + type.label());
        system("fracture", Bone.values(), bone -> "fracture: " + bone.label());
        system("bone", Bone.values(), Bone::label);
        system("side", Side.values(), PathwayTerminology::words);
        system("mechanism", Fracture.Mechanism.values(), PathwayTerminology::words);
        system("procedure", Surgery.Kind.values(), Surgery.Kind::label);
        system("dxa-site", SkeletalSite.values(), SkeletalSite::label);
        system("rod", Rod.Kind.values(), PathwayTerminology::words);
        system("pregnancy", PregnancyStatus.Status.values(), PathwayTerminology::words);
        system("method", MeasurementMethod.values(), PathwayTerminology::words);
        system("care", "cast", "dental-review");
        system(
                "observation",
                "density",
                "gene",
                "height",
                "mineral-content",
                "mobility",
                "pain",
                "pregnancy",
                "rod-diameter",
                "rod-length",
                "vertebral-fracture",
                "weight",
                "z-score");
        system("drug", CqlLists.of("Antiresorptives", "Obsolete drugs").toArray(String[]::new));
        List.of("fresolimumab", "romosozumab", "setrusumab", "somatropin", "teriparatide")
                .forEach(drug -> codesOf("drug").putIfAbsent(drug, drug));
    }

    private <E extends Enum<E>> void system(String name, E[] constants, Function<E, String> display) {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(constants).forEach(c -> codes.put(kebab(c), display.apply(c)));
        systems.put(name, codes);
    }

    private void system(String name, String... codes) {
        Map<String, String> known = new LinkedHashMap<>();
        Arrays.stream(codes).sorted().forEach(code -> known.put(code, code.replace('-', ' ')));
        systems.put(name, known);
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Every resource by file name. */
    Map<String, MetadataResource> resources() {
        Map<String, MetadataResource> files = new TreeMap<>();
        systems.forEach((name, codes) -> files.put("codesystem/" + name + ".json", codeSystem(name, codes)));
        valueSets().forEach((id, set) -> files.put("valueset/" + id + ".json", set));
        conceptMaps().forEach((id, map) -> files.put("conceptmap/" + id + ".json", map));
        return files;
    }

    private static CodeSystem codeSystem(String name, Map<String, String> codes) {
        CodeSystem system = new CodeSystem();
        PathwayContent.head(system, "CodeSystem", name, "Lamella: " + name);
        system.setDescription("Codes of the record for which no public code was found that could be checked.");
        system.setCaseSensitive(true);
        system.setContent(CodeSystem.CodeSystemContentMode.COMPLETE);
        system.setCount(codes.size());
        codes.forEach((code, display) -> system.addConcept().setCode(code).setDisplay(display));
        return system;
    }

    /** One value set for each meaning that has public codes, and one for each list that the rules use. */
    private Map<String, ValueSet> valueSets() {
        Map<String, ValueSet> sets = new TreeMap<>();
        for (PublicCode code : Terminology.standard().all()) {
            String id = kebab(code.kind()) + "-" + code.means().replace('/', '-');
            ValueSet set = sets.computeIfAbsent(id, key -> valueSet(key, code.means()));
            include(set, code.system()).addConcept().setCode(code.code()).setDisplay(code.display());
        }
        for (String list : List.of("IV bisphosphonates", "Bisphosphonates", "Antiresorptives", "Obsolete drugs")) {
            String id = "drugs-" + list.toLowerCase(Locale.ROOT).replace(' ', '-');
            ValueSet set = valueSet(id, list);
            for (String drug : CqlLists.of(list)) {
                include(set, PathwayContent.BASE + "CodeSystem/drug")
                        .addConcept()
                        .setCode(drug)
                        .setDisplay(codesOf("drug").get(drug));
                Terminology.standard().all().stream()
                        .filter(c ->
                                c.kind() == PublicCode.Kind.DRUG && c.means().equals(drug))
                        .forEach(c -> include(set, c.system())
                                .addConcept()
                                .setCode(c.code())
                                .setDisplay(c.display()));
            }
            sets.put(id, set);
        }
        return sets;
    }

    private ValueSet valueSet(String id, String means) {
        ValueSet set = new ValueSet();
        PathwayContent.head(set, "ValueSet", id, "Lamella: " + means);
        set.setDescription("Codes that mean: " + means.replace('/', ' ').replace('-', ' ') + ".");
        set.setCopyright(COPYRIGHT);
        local(id, means)
                .ifPresent(system -> include(set, PathwayContent.BASE + "CodeSystem/" + system)
                        .addConcept()
                        .setCode(means)
                        .setDisplay(codesOf(system).get(means)));
        return set;
    }

    private Map<String, String> codesOf(String system) {
        return Optional.ofNullable(systems.get(system))
                .orElseThrow(() -> new IllegalStateException(
                        "no code system '" + system + "' of the pathway; there are " + systems.keySet()));
    }

    private Optional<String> local(String id, String means) {
        String system = id.startsWith("analyte-")
                ? "lab"
                : id.startsWith("drug-") ? "drug" : id.startsWith("measure-") ? "observation" : "";
        return systems.getOrDefault(system, Map.of()).containsKey(means) ? Optional.of(system) : Optional.empty();
    }

    private static ValueSet.ConceptSetComponent include(ValueSet set, String system) {
        return set.getCompose().getInclude().stream()
                .filter(include -> include.getSystem().equals(system))
                .findFirst()
                .orElseGet(() -> set.getCompose().addInclude().setSystem(system));
    }

    /** From each public system to the local codes: what a hospital needs to turn its record into one the rules read. */
    private Map<String, ConceptMap> conceptMaps() {
        Map<String, ConceptMap> maps = new TreeMap<>();
        for (PublicCode code : Terminology.standard().all()) {
            String id = switch (code.kind()) {
                case ANALYTE -> "analytes-to-lab";
                case DRUG -> "drugs-to-drug";
                case MEASURE -> "measures-to-observation";
                case DXA -> "dxa-to-dxa-site";
                case CONDITION -> "";
            };
            String target = id.substring(id.lastIndexOf("-to-") < 0 ? 0 : id.lastIndexOf("-to-") + 4);
            String means = code.means().contains("/")
                    ? code.means().substring(0, code.means().indexOf('/'))
                    : code.means().startsWith("height-") ? "height" : code.means();
            if (id.isEmpty() || !codesOf(target).containsKey(means)) {
                continue;
            }
            ConceptMap map = maps.computeIfAbsent(id, PathwayTerminology::conceptMap);
            ConceptMap.SourceElementComponent element = group(
                            map, code.system(), PathwayContent.BASE + "CodeSystem/" + target)
                    .addElement()
                    .setCode(code.code())
                    .setDisplay(code.display());
            boolean exact = code.means().equals(means);
            element.addTarget()
                    .setCode(means)
                    .setEquivalence(exact ? ConceptMapEquivalence.WIDER : ConceptMapEquivalence.RELATEDTO)
                    .setComment(
                            switch (code.kind()) {
                                case ANALYTE ->
                                    "The result must also be brought into the unit named in the code system: the rules do"
                                            + " not read another unit.";
                                case DXA ->
                                    "The local Observation names the region; density and Z-score are its components ("
                                            + code.means() + ").";
                                default -> "Seen in: " + code.seen() + ".";
                            });
        }
        return maps;
    }

    private static ConceptMap conceptMap(String id) {
        ConceptMap map = new ConceptMap();
        PathwayContent.head(map, "ConceptMap", id, "Lamella: " + id.replace('-', ' '));
        map.setDescription("Public codes and the local codes that the rules read.");
        map.setCopyright(COPYRIGHT);
        return map;
    }

    private static ConceptMap.ConceptMapGroupComponent group(ConceptMap map, String from, String to) {
        return map.getGroup().stream()
                .filter(g -> g.getSource().equals(from))
                .findFirst()
                .orElseGet(() -> map.addGroup().setSource(from).setTarget(to));
    }
}
