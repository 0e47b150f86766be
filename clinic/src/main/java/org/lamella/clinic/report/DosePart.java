package org.lamella.clinic.report;

import java.util.List;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.clinic.report.markup.Element;

/** Dose sheets, worked line by line for the pharmacist. */
final class DosePart {
    private DosePart() {}

    static Element sheets(Plan plan, PageParts parts) {
        Element part = PageParts.part();
        boolean any = false;
        for (TreatmentOption option : plan.options()) {
            DoseSheet sheet = option.doseSheet();
            if (sheet != null) {
                part.add(sheet(option, sheet, plan, parts));
                any = true;
            }
        }
        return any
                ? part
                : part.add(Element.of("p", "No option has a dose today.").with("class", "empty"));
    }

    private static Element sheet(TreatmentOption option, DoseSheet sheet, Plan plan, PageParts parts) {
        Element article = Element.of("article")
                .with("class", "dose")
                .with("id", anchor(option))
                .add(
                        Element.of("h3", option.title() + " ").add(PageParts.badge(option.availability())),
                        Element.of("p")
                                .with("class", "dose-summary")
                                .add(Element.of("strong", sheet.summary()))
                                .add(parts.cite(sheet.sources())),
                        Element.of("p", sheet.drug()).with("class", "quiet"));
        if (option.availability() != TreatmentOption.Availability.AVAILABLE) {
            article.add(Element.of(
                            "p",
                            "Not for use today: this option is " + PlanText.word(option.availability()) + ". "
                                    + Figures.said(reasons(option)))
                    .with("class", "demonstration"));
        }
        if (!sheet.warnings().isEmpty()) {
            Element warnings = Element.of("ul").with("class", "warnings");
            sheet.warnings().forEach(w -> warnings.add(Element.of("li", Figures.said(w))));
            article.add(warnings);
        }
        if (plan.header().siteIsDemonstration()) {
            article.add(Element.of("p", "Demonstration site configuration: not for use on a patient.")
                    .with("class", "demonstration"));
        }
        return article.add(PageParts.table(
                        "Worked lines",
                        List.of("Step", "Working", "Result"),
                        sheet.lines().stream()
                                .map(line -> List.of(
                                        PageParts.text(Figures.said(line.label())),
                                        PageParts.text(Figures.said(line.working())),
                                        Element.of("strong", Figures.said(line.result())))))
                .with("class", "worked cards"));
    }

    /** Where the dose sheet of an option stands. */
    static String anchor(TreatmentOption option) {
        return OptionsPart.anchor(option) + "-dose";
    }

    private static String reasons(TreatmentOption option) {
        return String.join(" ", option.reasons().stream().map(r -> r.text()).toList());
    }
}
