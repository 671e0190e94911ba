package org.espalier.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, still to come",
        "2026-11-21, today",
        "2026-11-20, yesterday",
        "2026-11-08, 13 days old",
        "2026-11-07, 2 weeks old",
        "2026-09-22, 8 weeks old",
        "2026-09-21, 2 months old",
        "2025-05-21, 18 months old",
        "2024-11-22, 23 months old",
        "2024-11-21, 2 years old",
        "1999-12-31, 26 years old"
    })
    void saysItAsPeopleDo(LocalDate day, String words) {
        var age = Age.of(day, TODAY);

        var message =
                ResourceBundle.getBundle("messages/portfolio", Locale.ROOT).getString(age.messageKey());
        assertThat(new MessageFormat(message, Locale.UK).format(new Object[] {age.count()}))
                .isEqualTo(words);
    }
}
