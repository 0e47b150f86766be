package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.DxaScan;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.measure.ArealDensity;
import org.lamella.patient.measure.BoneMineralContent;
import org.lamella.patient.measure.ZScore;

/**
 * DXA regions. Systems often send density and Z-score of one scan as separate entries; those of the same day and region
 * that complete each other are put together, those that contradict each other are left apart for the shelf to refuse.
 */
final class DxaShelf {
    /** What one entry says about one region of one scan. */
    record Part(
            LocalDate date,
            SkeletalSite site,
            @Nullable ArealDensity density,
            @Nullable BoneMineralContent content,
            @Nullable ZScore z,
            @Nullable String reference,
            @Nullable String device) {}

    private record Placed(String at, Part part) {}

    private final Notes notes;
    private final List<Placed> parts = new ArrayList<>();

    DxaShelf(Notes notes) {
        this.notes = notes;
    }

    void add(String at, Part part) {
        parts.add(new Placed(at, part));
    }

    Shelf<DxaScan> shelf() {
        Map<Object, List<Placed>> scans = new LinkedHashMap<>();
        for (Placed placed : parts) {
            scans.computeIfAbsent(List.of(placed.part().date(), placed.part().site()), key -> new ArrayList<>())
                    .add(placed);
        }
        Shelf<DxaScan> shelf = new Shelf<>("DXA scan", DxaScan::date, notes);
        scans.values().forEach(scan -> fill(shelf, scan));
        return shelf;
    }

    private void fill(Shelf<DxaScan> shelf, List<Placed> scan) {
        Placed first = scan.getFirst();
        List<Placed> distinct = scan.stream()
                .filter(p -> p == first || !p.part().equals(first.part()))
                .toList();
        Optional<Part> whole = distinct.size() == 1 ? Optional.empty() : joined(distinct);
        if (whole.isEmpty()) {
            scan.forEach(p -> scan(p.at(), p.part()).ifPresent(s -> shelf.add(p.at(), s)));
            return;
        }
        notes.information(
                Reason.ASSEMBLED,
                first.at(),
                scan.size() + " entries of the " + first.part().site().label() + " scan of "
                        + first.part().date(),
                "",
                "They complete each other and were put together.");
        scan(first.at(), whole.get()).ifPresent(s -> shelf.add(first.at(), s));
    }

    private Optional<DxaScan> scan(String at, Part part) {
        if (part.density() == null && part.content() == null && part.z() == null) {
            notes.leftOut(
                    Reason.VALUE_MISSING,
                    at,
                    "a DXA scan without figures",
                    "a density (g/cm2), a mineral content (g) or a Z-score",
                    "");
            return Optional.empty();
        }
        if (part.z() != null && part.reference() == null) {
            notes.caution(
                    Reason.VALUE_MISSING,
                    at,
                    "a Z-score of the " + part.site().label() + " without its reference population",
                    "the name of the reference, such as the text of the reference range",
                    "Z-scores of different references must not be compared.");
        }
        return Optional.of(new DxaScan(
                part.date(), part.site(), part.density(), part.content(), part.z(), part.reference(), part.device()));
    }

    private static Optional<Part> joined(List<Placed> scan) {
        List<Part> all = scan.stream().map(Placed::part).toList();
        boolean agree = agree(all, Part::density)
                && agree(all, Part::content)
                && agree(all, Part::z)
                && agree(all, Part::reference)
                && agree(all, Part::device);
        Part first = all.getFirst();
        return agree
                ? Optional.of(new Part(
                        first.date(),
                        first.site(),
                        any(all, Part::density),
                        any(all, Part::content),
                        any(all, Part::z),
                        any(all, Part::reference),
                        any(all, Part::device)))
                : Optional.empty();
    }

    private static boolean agree(List<Part> parts, Function<Part, @Nullable Object> field) {
        return parts.stream().map(field).filter(Objects::nonNull).distinct().count() <= 1;
    }

    private static <V> @Nullable V any(List<Part> parts, Function<Part, @Nullable V> field) {
        for (Part part : parts) {
            V value = field.apply(part);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    static String shown(DxaScan scan) {
        List<String> figures = new ArrayList<>();
        if (scan.density() != null) {
            figures.add(scan.density().gramsPerSquareCentimetre() + " g/cm2");
        }
        if (scan.content() != null) {
            figures.add(scan.content().grams() + " g");
        }
        if (scan.reportedZ() != null) {
            figures.add("Z " + scan.reportedZ());
        }
        return scan.site().label() + " " + String.join(", ", figures);
    }
}
