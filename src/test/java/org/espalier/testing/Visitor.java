package org.espalier.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * Somebody with a browser of their own but no JavaScript, who visits an application under test: keeps cookies, sends
 * forms as they stand on the page, and follows redirects only when asked to.
 */
public final class Visitor {
    private final URI site;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    private Visitor(int port) {
        this.site = URI.create("http://localhost:" + port);
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A new visitor to the application on this port. */
    public static Visitor to(int port) {
        return new Visitor(port);
    }

    /** What came back. */
    public record Page(URI address, int status, HttpHeaders headers, Document html) {

        /** Where a redirect leads, as sent; fails when it is none. */
        public String location() {
            return headers.firstValue("Location").orElseThrow(() -> new AssertionError("No redirect but " + status));
        }

        /** The value of a header; an empty text when there is none. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The text of the only main heading. */
        public String heading() {
            return html.select("h1").text();
        }

        /** The messages of the error summary. */
        public List<String> errors() {
            return html.select(".govuk-error-summary__list li").eachText();
        }

        /** The form that sends to this path. */
        public FormElement form(String action) {
            return (FormElement) html.select("form[action=" + action + "]").stream()
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("No form sends to " + action + " on " + address + ": " + html));
        }
    }

    /** Signs in through the page and returns where that led. */
    public Page signIn(String email, String password) {
        return submit(get("/sign-in").form("/sign-in"), Map.of("email", email, "password", password));
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    /** Gets a page, and the page that it redirects to, and so on. */
    public Page open(String path) {
        return follow(get(path));
    }

    /** Goes where redirects lead; the page itself when it is none. */
    public Page follow(Page page) {
        var last = page;
        for (var hops = 0; last.status() / 100 == 3; hops++) {
            if (hops > 5) {
                throw new AssertionError("Redirected in circles: " + last.location());
            }
            last = get(site.relativize(site.resolve(last.location())).toString());
        }
        return last;
    }

    /** Sends a form as it stands, but for these answers; an answer may be a text or a list of texts. */
    public Page submit(FormElement form, Map<String, ?> answers) {
        var data = new ArrayList<Map.Entry<String, String>>();
        form.formData().stream()
                .filter(kept -> !answers.containsKey(kept.key()))
                .forEach(kept -> data.add(Map.entry(kept.key(), kept.value())));
        answers.forEach((name, answer) -> {
            if (answer instanceof List<?> several) {
                several.forEach(one -> data.add(Map.entry(name, one.toString())));
            } else {
                data.add(Map.entry(name, answer.toString()));
            }
        });
        return post(form.attr("action"), data);
    }

    public Page submit(FormElement form) {
        return submit(form, Map.of());
    }

    /** Posts these fields and nothing else. */
    public Page post(String path, List<Map.Entry<String, String>> fields) {
        var body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A request that carries this visitor's cookies, to be built further. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).header("Accept", "text/html");
    }

    public Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Page(
                    response.uri(),
                    response.statusCode(),
                    response.headers(),
                    Jsoup.parse(response.body(), response.uri().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The cookies kept so far. */
    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Keeps a cookie that somebody else put there. */
    public void keep(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setDomain(site.getHost() + ".local");
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(site, cookie);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
