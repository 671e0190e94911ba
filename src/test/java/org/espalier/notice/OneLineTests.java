package org.espalier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTests {

    @Test
    void leavesNoWayToBeginAnotherLine() {
        assertThat(OneLine.of("Ada\r\nBcc: eve@example.org\u0085\u2028\u2029\u000b\u0000x"))
                .isEqualTo("Ada Bcc: eve@example.org x");
    }

    @Test
    void leavesNoWayToTurnTheReadingDirection() {
        assertThat(OneLine.of("Ada \u202Egro.elpmaxe")).isEqualTo("Ada  gro.elpmaxe");
    }

    @Test
    void keepsEveryOtherLetter() {
        assertThat(OneLine.of("Siân Ó Néill – 李 👩‍⚕️ <b>")).isEqualTo("Siân Ó Néill – 李 👩‍⚕️ <b>");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(OneLine.of("a".repeat(1000))).hasSize(301).endsWith("a…");
    }
}
