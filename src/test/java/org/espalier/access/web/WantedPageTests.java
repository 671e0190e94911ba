package org.espalier.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedPageTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/me", "/me/frameworks/a-b/gap?show=all&page=2", "/search?q=f%C3%B4n", "/author/drafts/1"})
    void goesOnToAnyPageOfOurs(String path) {
        assertThat(WantedPage.in(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "javascript:alert(1)",
                "me",
                " /me",
                "/me\r\nSet-Cookie: a=b",
                "/\t/elsewhere.example",
                "/sign-in?to=/sign-in",
                "/sign-out"
            })
    void goesNowhereElse(String path) {
        assertThat(WantedPage.in(path).path()).isEqualTo("/me");
    }

    @Test
    void carriesThePageThroughSignIn() {
        assertThat(WantedPage.in("/search?q=a b").signInAddress()).isEqualTo("/sign-in");
        assertThat(WantedPage.in("/search?q=a&level=b").signInAddress())
                .isEqualTo("/sign-in?to=%2Fsearch%3Fq%3Da%26level%3Db");
    }
}
