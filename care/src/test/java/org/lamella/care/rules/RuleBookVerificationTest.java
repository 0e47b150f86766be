package org.lamella.care.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleBookVerificationTest {
    private static final String PAGE = "docs/reference/rules.md";

    /** Run with {@code -Dlamella.write=true} to bring the page up to date after a change of the rules. */
    @Test
    void thePageInTheDocumentationIsCurrent() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path page = (Files.exists(here.resolve("docs")) ? here : here.getParent()).resolve(PAGE);
        String current = new RuleBook(RuleCatalogue.standard()).markdown();
        if (Boolean.getBoolean("lamella.write")) {
            Files.writeString(page, current, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(page, StandardCharsets.UTF_8))
                .as(PAGE + " is out of date; run this test with -Dlamella.write=true")
                .isEqualTo(current);
    }

    @Test
    void everyRuleIsPrintedWithSourcesAndEveryDisagreementIsStated() {
        String page = new RuleBook(RuleCatalogue.standard()).markdown();
        for (Rule rule : RuleCatalogue.standard().rules()) {
            int start = page.indexOf("### " + rule.id() + " ");
            assertThat(start).as(rule.id()).isPositive();
            String entry = page.substring(start, page.indexOf("\n\n- When", start) + 1)
                    + page.substring(page.indexOf("\n\n- When", start), nextHeading(page, start));
            assertThat(entry).as(rule.id()).contains("- Sources: " + rule.sourceKeys());
            if (rule.disagreement() != null) {
                assertThat(entry).as(rule.id()).contains("Sources disagree: " + rule.disagreement());
            }
            if (!rule.enabledByDefault()) {
                assertThat(entry).as(rule.id()).contains("Off by default");
            }
        }
    }

    private static int nextHeading(String page, int from) {
        int next = page.indexOf("\n#", from + 1);
        return next < 0 ? page.length() : next;
    }
}
