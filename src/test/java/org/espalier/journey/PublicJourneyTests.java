package org.espalier.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.espalier.framework.FrameworkVersion;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.Starters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Anybody reads, compares, searches and prints the published frameworks, without an account. */
@EspalierTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicJourneyTests {

    /** An A4 page without its margins, in CSS pixels. */
    private static final int PAPER = 718;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private FrameworkVersion cumulative;
    private FrameworkVersion restated;
    private FrameworkVersion stages;
    private FrameworkVersion routes;
    private FrameworkVersion role;
    private FrameworkVersion bees;

    @BeforeAll
    void publish() {
        cumulative = Starters.published(application, "occupational-therapy-social-care.yaml");
        restated = Starters.published(application, "ahp-core-competencies.yaml");
        stages = Starters.published(application, "ahp-support-worker.yaml");
        routes = Starters.published(application, "primary-care-community.yaml");
        role = Starters.published(application, "liaison-diversion-manager.yaml");
        var press = new Press(application);
        bees = press.publish(Beekeeping.framework("to be read"));
        press.withdraw(press.publish(Beekeeping.framework("of long ago")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void looksAtEveryPage(int width) {
        try (var context = TestBrowser.context("http://localhost:" + port, width, true);
                var page = context.newPage()) {
            for (var pages : width == 375 ? List.of(pages(), variants()) : List.of(pages())) {
                pages.forEach((name, address) -> {
                    page.navigate(address);
                    TestBrowser.lookAt(page, "public-" + name);
                });
            }
        }
    }

    @Test
    void findsTheWayWithTheKeyboardAlone() {
        try (var context = TestBrowser.context("http://localhost:" + port, 1280, true);
                var page = context.newPage()) {
            page.navigate("/frameworks");
            follow(page, cumulative.title());
            assertThat(heading(page)).isEqualTo(cumulative.title());

            tabTo(page, "#compare-to");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/compare?from=level-5&to=level-7");
            tabTo(page, ".espalier-contents a");
            page.keyboard().press("Enter");
            page.waitForURL("**#group-professional-practice");
            tabTo(page, ".espalier-same summary");
            assertThat(page.locator(".espalier-same li").first().isVisible()).isFalse();
            page.keyboard().press("Enter");
            assertThat(page.locator(".espalier-same li").first().isVisible()).isTrue();

            page.navigate("/search");
            tabTo(page, "#q");
            page.keyboard().type("supervison");
            tabTo(page, "main summary");
            page.keyboard().press("Space");
            tabTo(page, "#kind");
            page.keyboard().type("Suggested");
            tabTo(page, "main details button");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=supervison&kind=learning&framework=");
            assertThat(page.locator("[role=status]").textContent()).contains("supervision");
            assertThat(page.locator(".espalier-hits__kind").allTextContents()).containsOnly("Suggested learning");
            follow(page, page.locator(".espalier-hits a").first().textContent());
            assertThat(page.url()).contains("/statements/");
        }
    }

    @Test
    void showsOneColumnOfTheMatrixAtATimeOnAPhone() {
        try (var context = TestBrowser.context("http://localhost:" + port, 375, true);
                var page = context.newPage()) {
            page.navigate(home(cumulative));
            var last = page.locator("#column-strategic-service-development");
            assertThat(isInView(last)).isFalse();

            page.locator(".espalier-trellis-jumps a").last().click();
            page.waitForCondition(() -> isInView(last));

            assertThat(isInView(page.locator(".espalier-trellis tbody th").first()))
                    .as("the levels stay beside the column")
                    .isTrue();
        }
    }

    private static boolean isInView(Locator element) {
        return (Boolean) element.evaluate("""
                e => { const box = e.getBoundingClientRect(); return box.left >= -1 && box.right <= innerWidth + 1; }
                """);
    }

    @Test
    void worksWithoutAScript() {
        try (var context = TestBrowser.context("http://localhost:" + port, 375, false);
                var page = context.newPage()) {
            page.navigate("/frameworks");
            click(page, stages.title());
            page.locator("#compare-from").selectOption("entry-level");
            page.locator("#compare-to").selectOption("assistant-practitioner");
            page.locator(".espalier-compare-form button").click();
            assertThat(page.locator("h2").first().textContent())
                    .isEqualTo("From Entry level to Assistant Practitioner");
            assertThat(page.locator("del").count()).isPositive();
            page.navigate(home(restated) + "/compare");
            page.locator("details summary").first().click();
            assertThat(page.locator("details li").first().isVisible()).isTrue();

            page.locator("#site-search").fill("comunication");
            page.locator("header button").first().click();
            assertThat(page.locator("[role=status]").textContent()).contains("communication");
            page.locator("main summary").click();
            page.locator("#framework").selectOption(stages.slug());
            page.locator("main details button").click();
            assertThat(page.locator("#level option").count()).isEqualTo(4);
            page.locator(".espalier-hits a").first().click();
            assertThat(page.locator("h1").count()).isEqualTo(1);

            for (var address : pages().values()) {
                page.navigate(address);
                assertThat(page.locator("h1").count()).as(address).isEqualTo(1);
                assertThat(page.locator("#main-content").isVisible()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "matrix-stages, Domain 8",
        "role, Continuing professional development",
        "compare-cumulative, Shows mastery of methods"
    })
    void printsEverythingButTheFrameAroundIt(String name, String words) throws IOException {
        try (var context = TestBrowser.context("http://localhost:" + port, PAPER, true);
                var page = context.newPage()) {
            page.navigate(pages().get(name));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "public-" + name + "-print.png"))
                    .setFullPage(true));

            for (var frame :
                    List.of("header form", "header a[href='/sign-in']", "nav.espalier-navigation", "footer ul")) {
                assertThat(page.locator(frame).isVisible()).as(frame).isFalse();
            }
            assertThat(page.locator("main button:visible, main select:visible").count())
                    .as("nothing on paper can be pressed")
                    .isZero();
            assertThat(cut(page)).as("nothing is cut on paper").isEmpty();
            try (var pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
                assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                        .contains(words)
                        .contains(hidden(page))
                        .doesNotContain("Sign in", "/frameworks/");
            }
        }
    }

    /** What stands in a fold, where there is one: paper has no folds. */
    private static String hidden(Page page) {
        var folded = page.locator("main details li");
        return folded.count() == 0
                ? ""
                : folded.last()
                        .evaluate("e => e.firstChild.textContent")
                        .toString()
                        .strip();
    }

    @SuppressWarnings("unchecked")
    private static List<String> cut(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('main *')]
                    .filter(e => e.getBoundingClientRect().width > 2)
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1
                        || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'))
                    .map(e => e.outerHTML.slice(0, 120))
                """);
    }

    private static void tabTo(Page page, String selector) {
        var stops = stops(page);
        for (var presses = 0; presses < stops; presses++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                return;
            }
        }
        throw new AssertionError("The Tab key never gets to " + selector + " on " + page.url());
    }

    /** No page has more stops for the Tab key than this; other tests publish frameworks, too. */
    private static int stops(Page page) {
        return page.locator("a, button, input, select, textarea, summary").count() + 1;
    }

    private static void follow(Page page, String link) {
        var stops = stops(page);
        for (var presses = 0; presses < stops; presses++) {
            page.keyboard().press("Tab");
            if (link.strip().equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                var address = page.evaluate("document.activeElement.href").toString();
                page.keyboard().press("Enter");
                page.waitForURL(address);
                return;
            }
        }
        throw new AssertionError("The Tab key never gets to " + link);
    }

    private static void click(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    private static String heading(Page page) {
        return page.locator("h1").textContent();
    }

    private Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("catalogue", "/frameworks");
        pages.put("matrix-cumulative", home(cumulative));
        pages.put("matrix-stages", home(stages));
        pages.put("role", home(role));
        pages.put("level", home(cumulative) + "/levels/level-5");
        pages.put("group", home(stages) + "/groups/domain-2");
        pages.put("statement", home(bees) + "/statements/h1");
        pages.put("routes", home(routes) + "/routes");
        pages.put("providers", home(bees) + "/providers");
        pages.put("source", home(bees) + "/source");
        pages.put("compare-cumulative", home(cumulative) + "/compare?from=level-5&to=level-6");
        pages.put("compare-restated", home(restated) + "/compare?from=band-6&to=band-7");
        pages.put("search-misspelt", "/search?q=safegaurding+concernss");
        return pages;
    }

    /** What some of the pages look like at other times. */
    private Map<String, String> variants() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("withdrawn", "/frameworks/beekeeping-careers-of-long-ago");
        pages.put("compare-stages", home(stages) + "/compare?from=entry-level&to=intermediate");
        pages.put("search-start", "/search");
        pages.put("search-filtered", "/search?q=practice&framework=" + cumulative.slug());
        pages.put("search-nothing", "/search?q=zzyzx&framework=" + stages.slug());
        pages.put("not-found", home(stages) + "/levels/nowhere");
        return pages;
    }

    private static String home(FrameworkVersion version) {
        return "/frameworks/" + version.slug() + "/versions/" + version.number();
    }
}
