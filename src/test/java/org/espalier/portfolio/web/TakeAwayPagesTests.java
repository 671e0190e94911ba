package org.espalier.portfolio.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.person.Ladder;
import org.espalier.person.PersonId;
import org.espalier.portfolio.AddFiles;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
import org.espalier.portfolio.RemoveEvidence;
import org.espalier.portfolio.ShareEvidence;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.Support;
import org.espalier.portfolio.SupportStatements;
import org.espalier.portfolio.TakePortfolio;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.EspalierTest;
import org.espalier.ui.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EspalierTest
class TakeAwayPagesTests {
    private static final byte[] CERTIFICATE = "%PDF-1.7 a made-up certificate".getBytes(UTF_8);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    TakePortfolio takePortfolio;

    @TempDir
    Path directory;

    private Actor actor;

    @BeforeEach
    void someone() {
        actor = TestAccounts.actor(application);
    }

    @Test
    void holdsEverythingButTheBin() throws Exception {
        var ladder = Ladder.once(application, "Taken ladder");
        var item = keep("Held the ladder");
        var statement = ladder.statement("p1").orElseThrow();
        application
                .getBean(SupportStatements.class)
                .change(actor, item, List.of(new Support(ladder.id(), statement.id())), List.of());
        add(item, "proof.pdf", "proof.pdf");
        var reader = TestAccounts.actor(application);
        application
                .getBean(ShareEvidence.class)
                .share(actor, List.of(item), reader.account(), "Appraisal", LocalDate.now());
        var binned = keep("Binned");
        application.getBean(RemoveEvidence.class).remove(actor, binned);
        application.getBean(WriteEvidence.class).begin(actor, EvidenceKind.LINK, List.of());

        var zip = taken();

        assertThat(zip.keySet()).hasSize(4).contains("portfolio.json", "portfolio.pdf");
        var json = json(zip);
        assertThat(json.get("format").stringValue()).isEqualTo("espalier-portfolio/1");
        assertThat(json.get("person").stringValue()).isEqualTo(actor.name());
        assertThat(json.get("evidence").size()).isEqualTo(2);
        var first = json.get("evidence").get(0);
        assertThat(first.get("title").stringValue()).isEqualTo("Held the ladder");
        assertThat(first.get("parts").get(2).get("heading").stringValue()).isEqualTo("now-what");
        assertThat(first.get("parts").get(2).get("text").stringValue()).isEqualTo("Next time");
        assertThat(first.get("supports").get(0).get("text").stringValue()).isEqualTo("Holds the ladder");
        assertThat(first.get("shares").get(0).get("with").stringValue()).isEqualTo(reader.name());
        assertThat(first.has("link")).as("nothing without a value").isFalse();
        assertThat(json.get("evidence").get(1).get("draft").booleanValue()).isTrue();
        for (var file : first.get("files")) {
            assertThat(zip.get(file.get("path").stringValue())).isEqualTo(CERTIFICATE);
            assertThat(file.get("sha256").stringValue()).hasSize(64);
        }
        assertThat(first.get("files").size()).isEqualTo(2);
        assertThat(text(zip.get("portfolio.pdf")))
                .contains("Held the ladder", "Now what?", "Holds the ladder", "proof.pdf")
                .doesNotContain("Binned");
    }

    @Test
    void isWrittenInSeveralPapersWhenThereIsMuch() throws Exception {
        for (var n = 1; n <= 101; n++) {
            keep("Number " + n);
        }

        var zip = taken();

        assertThat(zip.keySet()).containsExactly("portfolio.json", "portfolio-1.pdf", "portfolio-2.pdf");
        assertThat(json(zip).get("evidence").size()).isEqualTo(101);
        assertThat(text(zip.get("portfolio-2.pdf"))).contains("Number 101").doesNotContain("Number 99");
    }

    @Test
    void isThereForAnEmptyPortfolioToo() throws Exception {
        assertThat(taken().keySet()).containsExactly("portfolio.json", "portfolio.pdf");
    }

    @Test
    void takesInWhatOtherModulesAdd() throws Exception {
        var part = new PortfolioPart() {
            @Override
            public void addTo(PortfolioArchive archive, Actor whose, PersonId person, Messages words)
                    throws IOException {
                archive.add("claims/claims.txt", out -> out.write(whose.name().getBytes(UTF_8)));
            }
        };
        var beans = application.getAutowireCapableBeanFactory();
        ((org.springframework.beans.factory.config.SingletonBeanRegistry) beans).registerSingleton("madeUpPart", part);
        try {
            assertThat(taken()).containsEntry("claims/claims.txt", actor.name().getBytes(UTF_8));
        } finally {
            ((org.springframework.beans.factory.support.DefaultSingletonBeanRegistry) beans)
                    .destroySingleton("madeUpPart");
        }
    }

    @Test
    void isSavedByTheBrowserAndOnlyOnesOwn() throws Exception {
        keep("Mine alone");
        var visitor = TestAccounts.signedIn(application, port, actor);
        var page = visitor.get("/me/portfolio/take-away");
        assertThat(page.html().text()).contains("1 piece of evidence");

        var zip = visitor.get(page.html().select("a.espalier-button--next").attr("href"));

        assertThat(zip.status()).isEqualTo(200);
        assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
        assertThat(zip.header("Content-Disposition")).startsWith("attachment;");
        var stranger = TestAccounts.signedIn(application, port);
        assertThat(stranger.get("/me/portfolio/take-away").html().text()).contains("0 pieces of evidence");
    }

    private Map<String, byte[]> taken() throws Exception {
        var out = new ByteArrayOutputStream();
        takePortfolio.of(actor, new Messages(application.getBean(MessageSource.class), Locale.UK), out);
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static JsonNode json(Map<String, byte[]> zip) {
        return JsonMapper.shared().readTree(zip.get("portfolio.json"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private EvidenceId keep(String title) {
        var write = application.getBean(WriteEvidence.class);
        var id = write.begin(actor, EvidenceKind.REFLECTION, List.of());
        write.save(
                actor,
                id,
                new EvidenceContent(
                        title,
                        LocalDate.of(2026, 3, 4),
                        Structure.WHAT_SO_WHAT_NOW_WHAT,
                        List.of("It shook", "I learnt", "Next time"),
                        null,
                        null,
                        null,
                        null,
                        null),
                false,
                true);
        return id;
    }

    private void add(EvidenceId item, String... names) throws IOException {
        var file = Files.write(directory.resolve("file"), CERTIFICATE);
        application
                .getBean(AddFiles.class)
                .add(
                        actor,
                        item,
                        List.of(names).stream()
                                .map(name -> new AddFiles.Upload(name, file))
                                .toList(),
                        false);
    }
}
