package org.espalier.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The one browser of the test run, and what every journey does with a page: look at it in two widths, run axe. */
final class TestBrowser {

    private static final List<String> EXECUTABLES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final boolean PICTURES = System.getenv("ESPALIER_PICTURES") != null;
    private static final String AXE = axe();

    private static Browser browser;

    private TestBrowser() {}

    /** A fresh, empty browser profile of this width; skips the test by name on a machine without a browser. */
    static synchronized BrowserContext context(String baseUrl, int width, boolean javaScript) {
        if (browser == null) {
            var executable = Stream.concat(Stream.ofNullable(System.getenv("ESPALIER_CHROMIUM")), EXECUTABLES.stream())
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst();
            Assumptions.assumeTrue(executable.isPresent(), "no Chromium on this machine: journeys are skipped");
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable.get())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript));
    }

    /**
     * Asserts that axe finds nothing wrong with the page; its picture is taken under this name for whoever asked for it. Axe
     * lists only what is wrong and fetches no style sheets again, which halves its time.
     */
    static void lookAt(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + "-" + page.viewportSize().width + ".png"))
                    .setFullPage(true));
        }
        assertThat(violations(page))
                .as("axe on " + name + " (" + page.url() + ")")
                .isEmpty();
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("nothing sticks out sideways on " + name)
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        page.evaluate(AXE);
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document, {
                  resultTypes: ['violations'],
                  preload: false,
                  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
                })).violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160)))
                """);
    }

    private static String axe() {
        try (var script = TestBrowser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
