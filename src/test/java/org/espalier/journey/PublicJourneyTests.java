package org.espalier.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.framework.FrameworkVersion;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.Starters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Anybody reads, compares, searches and prints the published frameworks, without an account. */
@EspalierTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicJourneyTests {

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
            everyPage().forEach((name, address) -> {
                page.navigate(address);
                TestBrowser.lookAt(page, "public-" + name);
            });
        }
    }

    private Map<String, String> everyPage() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("catalogue", "/frameworks");
        pages.put("matrix-cumulative", home(cumulative));
        pages.put("matrix-restated", home(restated));
        pages.put("matrix-stages", home(stages));
        pages.put("matrix-routes", home(routes));
        pages.put("role", home(role));
        pages.put("withdrawn", "/frameworks/beekeeping-careers-of-long-ago");
        pages.put("level", home(cumulative) + "/levels/level-5");
        pages.put("level-roles", home(routes) + "/levels/enhanced");
        pages.put("group", home(stages) + "/groups/domain-2");
        pages.put("group-pillar", home(cumulative) + "/groups/strategic-service-development");
        pages.put("statement", home(bees) + "/statements/h1");
        pages.put("routes", home(routes) + "/routes");
        pages.put("providers", home(bees) + "/providers");
        pages.put("source", home(bees) + "/source");
        pages.put("compare-cumulative", home(cumulative) + "/compare?from=level-5&to=level-6");
        pages.put("compare-restated", home(restated) + "/compare?from=band-6&to=band-7");
        pages.put("compare-stages", home(stages) + "/compare?from=entry-level&to=intermediate");
        pages.put("compare-same", home(stages) + "/compare?from=intermediate&to=intermediate");
        pages.put("search-start", "/search");
        pages.put("search", "/search?q=supervision");
        pages.put("search-misspelt", "/search?q=safegaurding+concernss");
        pages.put("search-filtered", "/search?q=audit&framework=" + cumulative.slug() + "&level=level-7");
        pages.put("search-nothing", "/search?q=zzyzx&framework=" + stages.slug());
        pages.put("not-found", home(stages) + "/levels/nowhere");
        return pages;
    }

    private static String home(FrameworkVersion version) {
        return "/frameworks/" + version.slug() + "/versions/" + version.number();
    }
}
