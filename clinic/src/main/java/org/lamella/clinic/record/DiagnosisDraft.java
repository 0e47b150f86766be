package org.lamella.clinic.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;

/** What a record says about the diagnosis, while being read: type, gene and variant, and whether they agree. */
final class DiagnosisDraft {
    private final Notes notes;
    private final List<OiType> types = new ArrayList<>();
    private @Nullable String typeAt;
    private boolean diagnosed;
    private @Nullable String gene;
    private @Nullable String variant;

    DiagnosisDraft(Notes notes) {
        this.notes = notes;
    }

    void diagnosed() {
        diagnosed = true;
    }

    void type(String at, OiType type) {
        diagnosed = true;
        typeAt = at;
        if (!types.contains(type)) {
            types.add(type);
        }
    }

    void gene(String at, String symbol) {
        one(at, "gene", gene, symbol);
        gene = symbol;
    }

    void variant(String at, String hgvs) {
        one(at, "variant", variant, hgvs);
        variant = hgvs;
    }

    private void one(String at, String what, @Nullable String before, String now) {
        if (before != null && !before.equals(now)) {
            notes.caution(
                    Reason.CONFLICT,
                    at,
                    what + " " + Sentences.quote(now) + " after " + Sentences.quote(before),
                    "one " + what,
                    "The later entry of the record is shown; neither sets a dose.");
        }
    }

    /** The diagnosis, with a note when there is none or two of them. */
    OiDiagnosis diagnosis() {
        if (!diagnosed) {
            notes.caution(
                    Reason.NO_DIAGNOSIS,
                    "record",
                    "no diagnosis of osteogenesis imperfecta",
                    "a Condition such as SNOMED CT 78314001, or 'diagnosis' in a plain record",
                    "Everything that follows assumes the diagnosis; confirm it.");
        }
        if (types.size() > 1) {
            notes.caution(
                    Reason.CONFLICT,
                    String.valueOf(typeAt),
                    "the OI types "
                            + String.join(
                                    " and ", types.stream().map(OiType::label).toList()),
                    "one type",
                    "The type is taken as unknown until the record is corrected.");
        }
        return new OiDiagnosis(types.size() == 1 ? types.getFirst() : null, gene, variant);
    }
}
