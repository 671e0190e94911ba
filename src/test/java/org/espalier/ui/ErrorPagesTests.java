package org.espalier.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import org.espalier.testing.EspalierTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@EspalierTest
class ErrorPagesTests {
    @Autowired
    WebApplicationContext application;

    private MockMvc mvc;

    @BeforeEach
    void build() {
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    void saysThatItWasUsAndGivesAReferenceButNoDetails() throws Exception {
        var response = mvc.perform(get("/error")
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/me")
                        .requestAttr(
                                RequestDispatcher.ERROR_EXCEPTION,
                                new IllegalStateException("a secret of the machine room")))
                .andReturn()
                .getResponse();

        var page = Jsoup.parse(response.getContentAsString());
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(page.select("h1").text()).isEqualTo("Something went wrong on our side");
        assertThat(page.select("main").text()).containsPattern("with the reference [0-9a-f]{8}\\.");
        assertThat(page.html()).doesNotContain("secret of the machine room", "IllegalState", "at org.");
    }

    @Test
    void tellsProgramsTheSameAsAProblem() throws Exception {
        var response = mvc.perform(get("/error")
                        .accept(MediaType.APPLICATION_JSON)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/me"))
                .andReturn()
                .getResponse();

        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString())
                .contains("\"type\":\"urn:espalier:problem:failed\"", "\"status\":500", "\"instance\":\"/me\"")
                .containsPattern("\"reference\":\"[0-9a-f]{8}\"");
    }

    @ParameterizedTest
    @CsvSource({
        "400, We could not read that",
        "403, You cannot open this page",
        "404, Page not found",
        "405, You cannot do that here",
        "413, That is too large",
        "418, We could not read that",
        "503, Something went wrong on our side"
    })
    void hasPlainWordsForEveryStatus(int status, String heading) throws Exception {
        var response = mvc.perform(get("/error")
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(Jsoup.parse(response.getContentAsString()).select("h1").text())
                .isEqualTo(heading);
    }

    @Test
    void isNotFoundWhenAskedForByItself() throws Exception {
        assertThat(mvc.perform(get("/error").accept(MediaType.TEXT_HTML))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }
}
