package org.espalier.portfolio.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.portfolio.EvidenceFiles;
import org.espalier.portfolio.EvidenceId;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class FilePagesTests {
    private static final String PORTFOLIO = "/me/portfolio";
    private static final byte[] PDF = "%PDF-1.7 a made-up certificate".getBytes(UTF_8);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Actor actor;
    private Visitor visitor;

    /** A file as a browser sends it. */
    private record Sent(String name, byte[] bytes) {}

    @BeforeEach
    void signIn() {
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
    }

    @Test
    void keepsSeveralFilesAndCallsTheItemAsTheFirst() throws Exception {
        var form = begin("file");

        var uploaded = visitor.follow(send(
                form,
                Map.of("then", "upload", "part-1", "My audit"),
                new Sent("Audit of hand hygiene.pdf", PDF),
                picture()));

        assertThat(uploaded.html().select(".espalier-files-chosen li").eachText())
                .containsExactly("✓ Audit of hand hygiene.pdf (30 bytes)", "✓ photo.png (972 bytes)");
        assertThat(uploaded.html().select("#title").val()).isEqualTo("Audit of hand hygiene");
        assertThat(uploaded.html().select("#part-1").val())
                .as("nothing typed is lost")
                .isEqualTo("My audit");
        var item = visitor.follow(send(uploaded, Map.of("title", "An audit", "then", "keep")));
        assertThat(item.html().select(".espalier-file a").eachText())
                .containsExactly("Audit of hand hygiene.pdf", "photo.png");
        assertThat(visitor.get(PORTFOLIO).html().select(".espalier-facts").text())
                .contains("2 files");
    }

    @Test
    void isAlwaysSavedAndNeverShown() throws Exception {
        var item = kept(new Sent("Tystysgrif Siân.pdf", PDF));

        var download = visitor.get(item.html().select(".espalier-file a").attr("href"));

        assertThat(download.status()).isEqualTo(200);
        assertThat(download.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(download.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(download.header("Cache-Control")).contains("no-store");
    }

    @Test
    void givesBackEveryByteOfAFileOfManyChunks() throws Exception {
        var bytes = new byte[3 * 1024 * 1024 + 17];
        new Random(7).nextBytes(bytes);
        System.arraycopy("%PDF-1.7".getBytes(UTF_8), 0, bytes, 0, 8);
        var item = kept(new Sent("long.pdf", bytes));
        var files = application.getBean(EvidenceFiles.class);
        var file = files.of(new EvidenceId(id(item))).getFirst();

        var out = new ByteArrayOutputStream();
        files.copy(file, out);

        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(out.toByteArray()).isEqualTo(bytes);
        assertThat(visitor.get(PORTFOLIO + "/" + id(item) + "/files/" + file.id())
                        .header("Content-Length"))
                .isEqualTo(Integer.toString(bytes.length));
    }

    @Test
    void refusesEachBadFileByItselfAndKeepsTheGood() throws Exception {
        var form = begin("file");

        var refused = send(
                form,
                Map.of("then", "keep"),
                new Sent("page.pdf", "<html><script>".getBytes(UTF_8)),
                new Sent("nothing.pdf", new byte[0]),
                new Sent("good.pdf", PDF));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).hasSize(2);
        assertThat(refused.errors().get(0)).startsWith("“page.pdf” is no document");
        assertThat(refused.errors().get(1)).isEqualTo("“nothing.pdf” is empty");
        assertThat(refused.html().select(".espalier-files-chosen li").eachText())
                .containsExactly("✓ good.pdf (30 bytes)");
    }

    @Test
    void asksForAFileAndForADecisionAboutItsName() throws Exception {
        var form = begin("file");
        assertThat(send(form, Map.of("title", "T", "then", "keep")).errors()).containsExactly("Choose a file");

        var asked = send(form, Map.of("then", "upload"), new Sent("999 000 0018 wound.pdf", PDF));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html().select(".espalier-doubts mark").text()).isEqualTo("999 000 0018");
        assertThat(asked.html().select(".espalier-files-chosen")).isEmpty();
        var decided = send(asked, Map.of("then", "upload", "decided", "yes"), new Sent("999 000 0018 wound.pdf", PDF));
        assertThat(visitor.follow(decided).html().select(".espalier-files-chosen li"))
                .hasSize(1);
    }

    @Test
    void saysWhenAFileIsTooLarge() throws Exception {
        var form = begin("file");

        var refused = send(form, Map.of("then", "upload"), new Sent("film.pdf", new byte[51 * 1024 * 1024]));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.heading()).isNotBlank();
    }

    @Test
    void drawsASmallPictureOnce() throws Exception {
        var item = kept(picture());
        var address = item.html().select(".espalier-file img").attr("src");

        var drawn = visitor.get(address);

        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.header("Content-Type")).isEqualTo("image/png");
        assertThat(drawn.header("X-Content-Type-Options")).isEqualTo("nosniff");
        var started = System.nanoTime();
        assertThat(visitor.get(address).status()).isEqualTo(200);
        assertThat((System.nanoTime() - started) / 1e6).as("kept").isLessThan(200);
    }

    @Test
    void takesAFileAwayAndBringsItBack() throws Exception {
        var item = kept(new Sent("a.pdf", PDF));
        var file = item.html().select(".espalier-file a").attr("href");

        var without = visitor.follow(visitor.submit(item.form(file + "/remove")));
        assertThat(without.html().select(".espalier-file")).isEmpty();
        var back = visitor.follow(visitor.submit(without.form(file + "/restore")));
        assertThat(back.html().select(".espalier-file")).hasSize(1);
        without = visitor.follow(visitor.submit(back.form(file + "/remove")));
        visitor.submit(without.form(file + "/delete"));
        assertThat(visitor.get(file).status()).isEqualTo(404);
    }

    @Test
    void isNobodyElses() throws Exception {
        var file =
                kept(new Sent("a.pdf", PDF)).html().select(".espalier-file a").attr("href");
        var stranger = TestAccounts.signedIn(application, port);
        var theirs = TestAccounts.signedIn(application, port);
        var token = Map.entry(
                "_csrf",
                stranger.get(PORTFOLIO + "/new")
                        .html()
                        .select("input[name=_csrf]")
                        .val());

        assertThat(stranger.get(file).status()).isEqualTo(404);
        assertThat(stranger.get(file + "/thumbnail").status()).isEqualTo(404);
        for (var action : List.of("/remove", "/restore", "/delete")) {
            assertThat(stranger.post(file + action, List.of(token)).status()).isEqualTo(404);
        }
        assertThat(theirs.get(file).status()).isEqualTo(404);
        assertThat(visitor.get(file).status()).isEqualTo(200);
    }

    private static Sent picture() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", out);
        return new Sent("photo.png", out.toByteArray());
    }

    private Visitor.Page kept(Sent file) {
        return visitor.follow(send(begin("file"), Map.of("title", "A file", "then", "keep"), file));
    }

    private Visitor.Page begin(String kind) {
        var choose = visitor.get(PORTFOLIO + "/new");
        return visitor.follow(visitor.submit(choose.form(PORTFOLIO + "/new"), Map.of("kind", kind)));
    }

    private static long id(Visitor.Page item) {
        return Long.parseLong(item.address().getPath().replaceAll("\\D+(\\d+).*", "$1"));
    }

    /** Sends the form as it stands on the page, but for these answers, with these files. */
    private Visitor.Page send(Visitor.Page page, Map<String, String> answers, Sent... files) {
        var form = page.form(PORTFOLIO + "/" + id(page) + "/edit");
        var body = new ArrayList<byte[]>();
        form.formData().stream()
                .filter(kept -> !answers.containsKey(kept.key()) && !kept.key().equals("files"))
                .forEach(kept -> field(body, kept.key(), kept.value()));
        answers.forEach((name, value) -> field(body, name, value));
        for (var file : files) {
            body.add(("--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file.name()
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(UTF_8));
            body.add(file.bytes());
            body.add("\r\n".getBytes(UTF_8));
        }
        body.add("--xx--\r\n".getBytes(UTF_8));
        return visitor.send(visitor.request(form.attr("action"))
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(BodyPublishers.ofByteArrays(body)));
    }

    private static void field(List<byte[]> body, String name, String value) {
        body.add(("--xx\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(UTF_8));
    }
}
