package org.espalier.roleprofile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.espalier.framework.FrameworkVersion;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.Starters;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class RolePaperPagesTests {
    private static int number;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private FrameworkVersion profile;
    private String home;

    @BeforeEach
    void publishAProfile() {
        profile = new Press(application).publish(Beekeeping.role("on paper " + ++number));
        home = "/roles/" + profile.slug() + "/versions/1";
    }

    @Test
    void printsTheProfileInTheOrderOfTheTemplate() throws Exception {
        var text = pdf(home + "/profile?as=pdf");

        assertThat(text)
                .containsSubsequence(
                        "Queen rearer on paper",
                        "Named role",
                        "Breeding",
                        "Scope of the role",
                        "Rears queens for sale.",
                        "Core competences",
                        "1 Communication",
                        "Speak plainly",
                        "Explain your work",
                        "National standard BEE1",
                        "Locality competences",
                        "This layer is empty",
                        "Suggested learning and development",
                        "A course in genetics",
                        "Continuing professional development",
                        "A visit to another apiary");
        assertThat(text).doesNotContain("Part of");
    }

    @Test
    void callsAPartAPart() throws Exception {
        var text = pdf(home + "/profile?as=pdf&part=0");

        assertThat(text).contains("Part of: Queen rearer", "This is a part of the role only: “Core competences”");
        assertThat(text).contains("Explain your work").doesNotContain("Locality competences");
        assertThat(word(home + "/job-description?part=1")).contains("This is a part of the role only");
    }

    @Test
    void draftsAJobDescriptionThatNamesItsSources() throws Exception {
        var text = word(home + "/job-description?as=docx&name=Larkfield+%26+Sons");

        assertThat(text)
                .containsSubsequence(
                        "Job description: Queen rearer",
                        "Drafted from the role profile Queen rearer on paper " + number + ", version 1",
                        "Larkfield & Sons",
                        "The employer",
                        "Profile, what the role is",
                        "Purpose of the job",
                        "Profile, scope, paragraph 1",
                        "Main responsibilities",
                        "Explain your work",
                        "National standard BEE1",
                        "Handle smoke safely",
                        "Core layer, no. 2",
                        "Person specification",
                        "Two seasons",
                        "Profile, experience required");
        assertThat(text).doesNotContain("Pay");
    }

    @Test
    void namesTheFrameworkThatACompetenceWasTakenFrom() throws Exception {
        Starters.published(application, "occupational-therapy-social-care.yaml");
        Starters.published(application, "ahp-core-competencies.yaml");
        var role = Starters.published(application, "practice-educator.yaml");

        assertThat(word("/roles/" + role.slug() + "/versions/1/job-description"))
                .containsSubsequence(
                        "A, level-6-education-c1",
                        "A, leadership-and-management",
                        "B, band-6-education-1",
                        "National standard CFAM&LAA1",
                        "Sources",
                        "A: Occupational therapy in social care, levels 5 to 9 (starter summary), version 1",
                        "B: Core competencies for allied health professions");
    }

    @Test
    void statesPayOnlyWhenTheEmployerTypesIt() throws Exception {
        assertThat(word(home + "/job-description?pay=%C2%A335%2C000"))
                .contains("Pay, as the employer states it", "£35,000");
        assertThat(pdf(home + "/job-description?as=pdf&pay=+")).doesNotContain("Pay,");
    }

    @Test
    void leadsFromThePublicPageToItsPapers() {
        var visitor = Visitor.to(port);
        var link = visitor.get("/frameworks/" + profile.slug()).html().select("a[href=" + home + "/papers]");

        assertThat(link.text()).isEqualTo("Download this profile, or a job description from it");
        assertThat(visitor.get(home + "/papers").heading()).isEqualTo("Take this role away");
        assertThat(visitor.get("/roles/nothing/versions/1/papers").status()).isEqualTo(404);
        assertThat(visitor.get("/authoring/roles/1/profile").status()).isEqualTo(303);
    }

    private String pdf(String path) throws Exception {
        var answer = file(path);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private String word(String path) throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file(path).body()));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private HttpResponse<byte[]> file(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        }
    }
}
