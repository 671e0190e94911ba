package org.espalier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.espalier.Espalier;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.importing.ImportDocument;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/**
 * Starts with a throw-away data directory, looks at public pages, imports a document and stops, so that the JVM learns
 * what to keep ready for the next start. The launcher runs it after a build.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final int PAGES = 60;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final String MADE_UP_FRAMEWORK = """
            A made-up framework

            Level 1: Beginner
            Practice
            • Makes tea with support
            Level 2: Maker
            Practice
            • Makes tea alone
            """;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("espalier-rehearsal");
        try (var application = new SpringApplicationBuilder(Espalier.class)
                .run(Installation.arguments(
                        Map.of("espalier.data", data, "server.port", 0, "server.address", "127.0.0.1")))) {
            application.getBean(FirstStart.class).prepare(true);
            var server = ((WebServerApplicationContext) application).getWebServer();
            look(URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()) + "/"));
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        importDocument();
        return Exit.DONE;
    }

    private static void look(URI front) throws IOException, InterruptedException {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<URI>();
        open.add(front);
        try (var client = HttpClient.newHttpClient()) {
            while (!open.isEmpty() && seen.size() < PAGES) {
                var address = open.remove();
                if (seen.add(address.getPath())) {
                    var page =
                            client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
                    var links = LINK.matcher(page.body());
                    while (links.find()) {
                        open.add(front.resolve(links.group(1).replace("&amp;", "&")));
                    }
                }
            }
        }
    }

    private static void importDocument() {
        var content = MADE_UP_FRAMEWORK.getBytes(UTF_8);
        if (ImportDocument.from(content, "made-up.txt") instanceof ImportDocument.Result.Imported imported) {
            FrameworkFormat.json(imported.document());
            FrameworkFormat.yaml(imported.document());
            DraftText.of(imported.document());
        }
    }
}
