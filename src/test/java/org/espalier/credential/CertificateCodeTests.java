package org.espalier.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateCodeTests {

    @RepeatedTest(50)
    void isReadBackAsItIsShown() {
        var code = CertificateCode.random();

        assertThat(code.toString()).matches("(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(CertificateCode.of(code.toString())).hasValue(code);
    }

    @Test
    void forgivesHowItIsTyped() {
        assertThat(CertificateCode.of(" 7kq2 9mxp–4trw-c8ho ")).hasValue(new CertificateCode("7KQ29MXP4TRWC8H0"));
        assertThat(CertificateCode.of("il01-il01-il01-il01")).hasValue(new CertificateCode("1101110111011101"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7KQ2", "7KQ2-9MXP-4TRW-C8HNN", "UUUU-UUUU-UUUU-UUUU", "' or 1=1 --", "7KQ2/9MXP/4TRW/C8"})
    void isNothingElse(String typed) {
        assertThat(CertificateCode.of(typed)).isEmpty();
    }
}
