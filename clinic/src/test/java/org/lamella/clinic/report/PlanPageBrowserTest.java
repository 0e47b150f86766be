package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamella.care.plan.Plan;

/** A real browser lays the page out: nothing sticks out sideways on a phone or a desk, and paper gets pages. */
class PlanPageBrowserTest {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");

    /** Shows a page in a frame of a given width (windows cannot be narrower than 500) and measures what sticks out. */
    private static final String FRAME = """
            <!DOCTYPE html><html><body style="margin:0"><iframe width="WIDTH" height="900" style="border:0" srcdoc="PAGE">
            </iframe><script>addEventListener('load', () => {
              const inside = document.querySelector('iframe').contentWindow;
              const over = [...inside.document.querySelectorAll('body *')].filter(e =>
                !e.closest('.scroll') && !e.closest('.skip') && !e.closest('thead')
                && e.getBoundingClientRect().right > inside.innerWidth + 1);
              const names = over.slice(0, 3).map(e => e.tagName + '.' + e.getAttribute('class')).join(',');
              document.documentElement.setAttribute('data-over', over.length + ':' + names);
              document.documentElement.setAttribute('data-width', inside.innerWidth);
              document.documentElement.setAttribute('data-sections', inside.document.querySelectorAll('section').length);
            });</script></body></html>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void browserIsThere() {
        assumeTrue(Files.isExecutable(BROWSER), "no browser at " + BROWSER + ": the layout was NOT checked");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void nothingSticksOut(int width) throws IOException, InterruptedException {
        for (Plan plan : List.of(SamplePlans.rich(), SamplePlans.bare(), SamplePlans.crowded())) {
            String page = PlanPage.render(plan).replace("&", "&amp;").replace("\"", "&quot;");
            String framed = FRAME.replace("WIDTH", Integer.toString(width)).replace("PAGE", page);
            String dom = run(framed, "--window-size=1400,900", "--dump-dom");
            assertThat(dom)
                    .as("layout at %d", width)
                    .contains("data-width=\"" + width + "\"")
                    .contains("data-over=\"0:\"")
                    .contains("data-sections=\"17\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rich"})
    void printsOnA4(String name) throws IOException, InterruptedException {
        Path pdf = folder.resolve(name + ".pdf");
        run(PlanPage.render(SamplePlans.rich()), "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
        String text = new String(Files.readAllBytes(pdf), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF").containsPattern("/MediaBox \\[0 0 59[45][.0-9]* 84[12][.0-9]*\\]");
        assertThat(pages(text)).isBetween(2L, 8L);
    }

    /** The emergency card is cut out: nothing may run over its edge. */
    @org.junit.jupiter.api.Test
    void theCardHoldsItsText() throws IOException, InterruptedException {
        String card = Handouts.render(SamplePlans.rich()).get("emergency-card.html");
        String framed = """
                <!DOCTYPE html><html><body><iframe width="900" height="900" srcdoc="PAGE"></iframe><script>
                addEventListener('load', () => {
                  const page = document.querySelector('iframe').contentWindow.document;
                  const panels = [...page.querySelectorAll('.wallet section:not(#sources)')];
                  document.documentElement.setAttribute('data-panels', panels.length);
                  document.documentElement.setAttribute('data-spilt',
                    panels.filter(p => p.scrollHeight > p.clientHeight + 1).length);
                });</script></body></html>
                """.replace("PAGE", card.replace("&", "&amp;").replace("\"", "&quot;"));
        assertThat(run(framed, "--window-size=1400,900", "--dump-dom"))
                .contains("data-panels=\"2\"")
                .contains("data-spilt=\"0\"");
    }

    private static long pages(String pdf) {
        return java.util.regex.Pattern.compile("/Type\\s*/Page\\b(?!s)")
                .matcher(pdf)
                .results()
                .count();
    }

    private String run(String page, String... options) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.html"), page);
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                BROWSER.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
        command.addAll(List.of(options));
        command.add(file.toUri().toString());
        Process browser = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(90, TimeUnit.SECONDS))
                    .as("browser ended in time")
                    .isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(output);
    }
}
