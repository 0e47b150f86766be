package org.lamella.evidence.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.SkeletalSite;

/** Public codes that were confirmed in a text, and their meaning. A code that is not listed has no meaning here. */
public final class Terminology {
    private static final Terminology STANDARD = new Terminology();

    private final List<PublicCode> codes = new ArrayList<>();

    private Terminology() {
        YamlNode top = YamlNode.resource(Terminology.class, "terminology.yaml").onlyKeys("codes");
        for (YamlNode node : top.items("codes")) {
            node.onlyKeys("kind", "means", "system", "code", "display", "seen");
            PublicCode code = new PublicCode(
                    node.choice("kind", PublicCode.Kind.class),
                    node.text("means"),
                    node.text("system"),
                    node.text("code"),
                    node.text("display"),
                    node.text("seen"));
            if (find(code.system(), code.code()).isPresent()) {
                throw new DataFileException(
                        node.file(), node.path(), "the code " + code.code() + " twice", "each code once");
            }
            codes.add(code);
        }
    }

    /** The codes that come with the product. */
    public static Terminology standard() {
        return STANDARD;
    }

    public List<PublicCode> all() {
        return List.copyOf(codes);
    }

    /** The entry of a code; an Orphanet code may carry its {@code ORPHA:} prefix. */
    public Optional<PublicCode> find(String system, String code) {
        String plain = code.startsWith("ORPHA:") ? code.substring(6) : code;
        return codes.stream()
                .filter(c -> c.system().equals(system) && c.code().equals(plain))
                .findFirst();
    }

    /** Laboratory analyte of a code. Mass and molar codes share an analyte: the unit of the result decides. */
    public Optional<Analyte> analyteFor(String system, String code) {
        return find(system, code, PublicCode.Kind.ANALYTE)
                .flatMap(c -> Arrays.stream(Analyte.values()).filter(c::means).findFirst());
    }

    public Optional<Drug> drugFor(String system, String code) {
        return find(system, code, PublicCode.Kind.DRUG).map(c -> new Drug(c.means()));
    }

    /** Region and quantity of a DXA code. */
    public Optional<DxaQuantity> dxaFor(String system, String code) {
        return find(system, code, PublicCode.Kind.DXA).flatMap(c -> {
            String[] parts = c.means().split("/", 2);
            return Arrays.stream(SkeletalSite.values())
                    .filter(s -> PublicCode.hyphenated(s).equals(parts[0]))
                    .findFirst()
                    .map(s -> new DxaQuantity(s, parts[1].equals("z-score")));
        });
    }

    /** True when the code names osteogenesis imperfecta; an ICD-10 code may be a subdivision of Q78.0. */
    public boolean isOsteogenesisImperfecta(String system, String code) {
        return find(system, code, PublicCode.Kind.CONDITION).isPresent()
                || (system.toLowerCase(Locale.ROOT).contains("icd-10") && code.startsWith("Q78.0"));
    }

    /** Codes of an analyte, first the one to write. */
    public List<PublicCode> codesOf(Analyte analyte) {
        return codes.stream()
                .filter(c -> c.kind() == PublicCode.Kind.ANALYTE && c.means(analyte))
                .toList();
    }

    public List<PublicCode> codesOf(Drug drug) {
        return codes.stream()
                .filter(c -> c.kind() == PublicCode.Kind.DRUG && c.means().equals(drug.name()))
                .toList();
    }

    private Optional<PublicCode> find(String system, String code, PublicCode.Kind kind) {
        return find(system, code).filter(c -> c.kind() == kind);
    }
}
