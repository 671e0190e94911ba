package org.espalier.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "vivid-otter-lamp",
                "xK9#mQ2$vL7!",
                "83920174659283746512",
                "ŵyau bach y mynydd"
            })
    void takesLongPasswordsOfAnyMake(String password) {
        assertThat(PasswordRule.weakness(password, "Sam Taylor", "sam@example.org"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars"})
    void refusesShortOnes(String password) {
        assertThat(PasswordRule.weakness(password)).contains(PasswordWeakness.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P4$$w0rd2024!!",
                "aaaaaaaaaaaa",
                "123456789012",
                "qwertyuiop123",
                "x1x1x1x1x1x1",
                "Summer2025Winter",
                "letmeinletmein",
                "abcdefghijklmn",
                "Welcome@12345"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(PasswordRule.weakness(password)).contains(PasswordWeakness.EASY_TO_GUESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SamTaylor2024", "taylor-taylor-1", "t4ylor.ex4mple"})
    void refusesWhatIsLittleMoreThanTheirName(String password) {
        assertThat(PasswordRule.weakness(password, "Sam Taylor", "taylor@example.org"))
                .contains(PasswordWeakness.ABOUT_YOU);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void refusesWhatOnlySomebodyWhoMeansHarmWouldSend(int length) {
        assertThat(PasswordRule.weakness("vivid-otter-".repeat(length).substring(0, length)))
                .contains(PasswordWeakness.TOO_LONG);
    }
}
