package org.lamella.care.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.DataFileException;
import org.lamella.patient.Drug;

class SiteConfigurationVerificationTest {

    private static final String SMALL = """
            name: Small clinic
            demonstration: false
            vitamin_d_gate:
              value: 75
              unit: nmol/L
              source: local protocol 12
            osteotomy_hold: {days_before: 21, source: local protocol 13}
            infusion_times:
              zoledronate: {minutes: 45, source: local protocol 14}
            age_limits:
              weight_from_2_years: {days: 14, source: local protocol 15}
            products:
              - {drug: zoledronate, name: Zoledronic acid, form: solution, mg: 4, ml: 5, source: label}
            confirmations:
              - {value: pamidronate.under-2-years, confirmed_by: Dr B, date: 2026-02-03, source: local protocol 16}
            rules:
              - {rule: DOS-PAM-06, enabled: true, decided_by: Dr B, date: 2026-02-03, source: local protocol 17}
            """;

    private static SiteConfiguration read(String yaml) {
        return SiteConfiguration.read("site.yaml", yaml);
    }

    @Test
    void readsWhatASiteSetsAndKeepsDefaultsForTheRest() {
        SiteConfiguration site = read(SMALL);
        assertThat(site.vitaminDGateNmolPerL())
                .isEqualTo(new Setting<>(new BigDecimal("75"), Setting.Origin.SITE, "local protocol 12"));
        assertThat(site.osteotomyHold()).map(Setting::value).contains(21);
        assertThat(site.infusionTime(Drug.ZOLEDRONATE)).map(Setting::value).contains(45);
        assertThat(site.infusionTime(Drug.PAMIDRONATE)).map(Setting::origin).contains(Setting.Origin.PRODUCT_DEFAULT);
        assertThat(site.infusionTime(Drug.ALENDRONATE)).isEmpty();
        assertThat(site.ageLimits().weightFrom2Years().value()).isEqualTo(14);
        assertThat(site.ageLimits().weightUnder2Years())
                .isEqualTo(SiteConfiguration.defaults().ageLimits().weightUnder2Years());
        assertThat(site.productsOf(Drug.ZOLEDRONATE))
                .extracting(Product::label)
                .containsExactly("Zoledronic acid 4 mg / 5 mL");
        assertThat(site.confirmation("pamidronate.under-2-years"))
                .map(Confirmation::sentence)
                .get()
                .asString()
                .contains("Dr B", "2026-02-03", "local protocol 16");
        assertThat(site.ruleSwitch("DOS-PAM-06")).map(RuleSwitch::enabled).contains(true);
    }

    @Test
    void defaultsConfirmNothingAndSetNoOsteotomyWindow() {
        SiteConfiguration defaults = SiteConfiguration.defaults();
        assertThat(defaults.confirmations()).isEmpty();
        assertThat(defaults.osteotomyHold()).isEmpty();
        assertThat(defaults.demonstration()).isFalse();
        assertThat(defaults.vitaminDGateNmolPerL().value()).isEqualByComparingTo("50");
    }

    @Test
    void theDemonstrationConfigurationIsFlaggedAndReadable() throws IOException {
        SiteConfiguration demo = SiteConfiguration.load(Path.of("..", "examples", "demo-site.yaml"));
        assertThat(demo.demonstration()).isTrue();
        assertThat(demo.confirmations())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.confirmedBy()).contains("fictional"));
    }

    @Test
    void anUnknownKeyNamesItsLineAndTheKeyThatWasProbablyMeant() {
        assertThatThrownBy(() -> read(SMALL.replace("vitamin_d_gate:", "vitamin_d_gat:")))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("site.yaml")
                .hasMessageContaining("line 3")
                .hasMessageContaining("the unknown key 'vitamin_d_gat'")
                .hasMessageContaining("perhaps 'vitamin_d_gate' was meant");
        assertThatThrownBy(() -> read(SMALL.replace("days_before", "days_befor")))
                .hasMessageContaining("line 7")
                .hasMessageContaining("perhaps 'days_before' was meant");
        assertThatThrownBy(() -> read(SMALL + "zzzzzzzzzzzzzzzz: 1\n"))
                .hasMessageContaining("one of name")
                .hasMessageNotContaining("perhaps");
    }

    @Test
    void aSiteCannotBeLaxerThanAHardStop() {
        assertThatThrownBy(() -> read(SMALL.replace("value: 75", "value: 49.9")))
                .hasMessageContaining("line 4")
                .hasMessageContaining("hard stop");
        assertThatThrownBy(() -> read(SMALL.replace("minutes: 45", "minutes: 14")))
                .hasMessageContaining("15 to 1440 minutes");
        assertThatThrownBy(() -> read(SMALL.replace("zoledronate: {minutes: 45", "pamidronate: {minutes: 119")))
                .hasMessageContaining("120 to 1440 minutes");
    }

    @Test
    void everyWrongValueIsExplained() {
        assertThatThrownBy(() -> read(SMALL.replace("unit: nmol/L", "unit: ng/mL")))
                .hasMessageContaining("2.496");
        assertThatThrownBy(() -> read(SMALL.replace("date: 2026-02-03", "date: 3 Feb")))
                .hasMessageContaining("a date such as");
        assertThatThrownBy(() -> read(SMALL.replace(", ml: 5", ""))).hasMessageContaining("volume in mL");
        assertThatThrownBy(() -> read(SMALL.replace("form: solution", "form: tablet")))
                .hasMessageContaining("a tablet has no volume");
        assertThatThrownBy(() -> read(SMALL.replace("mg: 4", "mg: 0"))).hasMessageContaining("above 0");
        assertThatThrownBy(() -> read(SMALL.replace("days: 14", "days: 9999"))).hasMessageContaining("0 to 180 days");
        assertThatThrownBy(() -> read(SMALL.replace("source: local protocol 12", "")))
                .hasMessageContaining("source");
        assertThatThrownBy(() -> read(SMALL.replace("demonstration: false", "")))
                .hasMessageContaining("demonstration");
        String line =
                SMALL.lines().filter(l -> l.contains("- {value:")).findFirst().orElseThrow();
        assertThatThrownBy(() -> read(SMALL.replace(line, line + "\n" + line))).hasMessageContaining("each value once");
    }

    @Test
    void aSiteSetsFiguresOfRulesInTheirUnitAndRange() {
        String figures = SMALL + """
                rule_figures:
                  - {figure: IM-05.first_age, value: 36, unit: mo, source: local protocol 18}
                  - {figure: IM-07.precision_error, value: 1.8, unit: "%", source: local protocol 19}
                """;
        assertThat(read(figures).ruleFigures())
                .containsExactly(
                        new RuleFigure("IM-05.first_age", new BigDecimal("36"), "local protocol 18"),
                        new RuleFigure("IM-07.precision_error", new BigDecimal("1.8"), "local protocol 19"));
        assertThatThrownBy(() -> read(figures.replace("IM-05.first_age", "IM-05.first_ages")))
                .hasMessageContaining("perhaps 'IM-05.first_age' was meant");
        assertThatThrownBy(() -> read(figures.replace("IM-05.first_age", "LAB-02.vitamin_d_gate")))
                .hasMessageContaining("one of DEN-02.first_age");
        assertThatThrownBy(() -> read(figures.replace("unit: mo", "unit: a"))).hasMessageContaining("accepted is mo");
        assertThatThrownBy(() -> read(figures.replace("value: 36", "value: 121")))
                .hasMessageContaining("0 to 120 mo");
        assertThatThrownBy(() -> read(figures.replace("value: 36", "value: -1")))
                .hasMessageContaining("0 to 120 mo");
        assertThatThrownBy(() -> read(figures.replace("value: 36", "value: 36.5")))
                .hasMessageContaining("0 to 120 mo");
        assertThatThrownBy(() -> read(figures.replace(", source: local protocol 18", "")))
                .hasMessageContaining("source");
        assertThatThrownBy(() -> read(figures.replace(
                        "IM-07.precision_error, value: 1.8, unit: \"%\"", "IM-05.first_age, value: 24, unit: mo")))
                .hasMessageContaining("each figure once");
    }

    @Test
    void aConfirmationNamesAValueThatLacksASource() {
        assertThatThrownBy(() -> read(SMALL.replace("pamidronate.under-2-years", "pamidronate.under-2-year")))
                .hasMessageContaining("perhaps 'pamidronate.under-2-years' was meant");
    }
}
