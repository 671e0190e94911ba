package org.espalier.framework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.FrameworkFormat.Read;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EspalierTest
class FrameworkApiTests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = "api " + UUID.randomUUID().toString().substring(0, 8);
    private Press press;

    @BeforeEach
    void open() {
        press = new Press(application);
    }

    @Test
    void listsWhatIsInForceAndNothingElse() throws Exception {
        var inForce = press.publish(Beekeeping.framework(title));
        press.draft(Beekeeping.framework(title + " draft"));
        press.withdraw(press.publish(Beekeeping.framework(title + " withdrawn")));

        var listed = StreamSupport.stream(json(get("/api/frameworks")).spliterator(), false)
                .filter(entry -> entry.get("title").asString().contains(title))
                .toList();

        assertThat(listed).singleElement().satisfies(entry -> {
            assertThat(entry.get("slug").asString()).isEqualTo(inForce.slug());
            assertThat(entry.get("kind").asString()).isEqualTo("framework");
            assertThat(entry.get("version").asInt()).isEqualTo(1);
            assertThat(entry.get("statements").asInt()).isEqualTo(10);
            assertThat(entry.get("document").asString()).isEqualTo("/api/frameworks/" + inForce.slug() + "/versions/1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".yaml"})
    void givesAVersionBackAsTheDocumentItWasPublishedFrom(String extension) throws Exception {
        var document = Beekeeping.framework(title);
        var version = press.publish(document);

        var response = get("/api/frameworks/" + version.slug() + "/versions/1" + extension);

        assertThat(FrameworkFormat.read(response.body()))
                .isInstanceOfSatisfying(
                        Read.Document.class, read -> assertThat(read.document()).isEqualTo(document));
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=3600, public");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue(extension.isEmpty() ? "application/json" : "application/yaml");
    }

    @Test
    void sendsAVersionOnlyOnceToWhoeverKeepsIt() throws Exception {
        var version = press.publish(Beekeeping.framework(title));
        var address = "/api/frameworks/" + version.slug() + "/versions/1";
        var tag = get(address).headers().firstValue("ETag").orElseThrow();

        var again = CLIENT.send(request(address).header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void listsEveryVersionWithWhatBecameOfIt() throws Exception {
        var first = press.publish(Beekeeping.framework(title));
        press.withdraw(press.publish(Beekeeping.revised(title)));
        press.draft(Beekeeping.framework(title));

        var versions = json(get("/api/frameworks/" + first.slug() + "/versions"));

        assertThat(versions.findValuesAsString("version")).containsExactly("2", "1");
        assertThat(versions.findValuesAsString("status")).containsExactly("withdrawn", "superseded");
        assertThat(get("/api/frameworks/" + first.slug() + "/versions/1").statusCode())
                .isEqualTo(200);
        assertThat(get("/api/frameworks/" + first.slug() + "/versions/3").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/frameworks/no-such/versions", "/api/frameworks/no-such/versions/1"})
    void tellsProgramsWhatIsNotThere(String address) throws Exception {
        var response = get(address);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json(response);
        assertThat(problem.get("type").asString()).isEqualTo("urn:espalier:problem:not-found");
        assertThat(problem.get("detail").asString()).startsWith("There is no ").endsWith(" all frameworks.");
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(request(address).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
