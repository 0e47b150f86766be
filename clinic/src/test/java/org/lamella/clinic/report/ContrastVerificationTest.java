package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.evidence.data.Resources;

/** Text stands out from its ground by at least 4.5 to 1, level AA of the Web Content Accessibility Guidelines 2.1. */
class ContrastVerificationTest {
    private static final String SHEET = Resources.text(PlanPage.class, "plan.css");

    /** Foreground and ground as they stand together in the sheet: names of variables or colours. */
    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, ground",
        "quiet, paper",
        "quiet, ground",
        "quiet, faint",
        "blue, paper",
        "blue, ground",
        "ok, #edf7f3",
        "hold, #fdf5e4",
        "hold, paper",
        "missing, #f1f3f5",
        "missing, paper",
        "unconfirmed, #f8eef5",
        "unconfirmed, paper",
        "#ffffff, stop",
        "stop, paper",
        "blue, #eaf3f9",
        "ink, #f8eef5",
        "ink, #fdf5e4"
    })
    void textStandsOut(String text, String ground) {
        assertThat(ratio(colour(text), colour(ground))).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void everyGroundOfTheTableIsOfTheSheet() {
        for (String colour : new String[] {"#edf7f3", "#fdf5e4", "#f1f3f5", "#f8eef5", "#eaf3f9"}) {
            assertThat(SHEET).contains("background: " + colour);
        }
    }

    /** The two ends of the scale, from the definition. */
    @Test
    void blackOnWhiteIs21To1() {
        assertThat(ratio(0x000000, 0xffffff)).isCloseTo(21, within(1e-9));
        assertThat(ratio(0x777777, 0xffffff)).isCloseTo(4.48, within(0.005));
    }

    /** What can be reached by the tabulator key is seen to be reached. */
    @Test
    void focusIsVisible() {
        assertThat(SHEET).containsPattern("a:focus-visible, summary:focus-visible[^{]*\\{ outline: 3px solid");
    }

    private static int colour(String name) {
        String value = name.startsWith("#") ? name : variables().get(name);
        assertThat(value).as(name).isNotNull();
        return Integer.parseInt(value.substring(1), 16);
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        Matcher found = Pattern.compile("--([a-z]+): (#[0-9a-f]{6})").matcher(SHEET);
        while (found.find()) {
            variables.putIfAbsent(found.group(1), found.group(2));
        }
        return variables;
    }

    private static double ratio(int a, int b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * part(rgb >> 16) + 0.7152 * part(rgb >> 8) + 0.0722 * part(rgb);
    }

    private static double part(int value) {
        double share = (value & 0xff) / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
