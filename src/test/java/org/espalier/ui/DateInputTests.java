package org.espalier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateInputTests {

    @ParameterizedTest
    @CsvSource({"27,3,2027", "27,03,2027", "27,March,2027", "27,mar,2027", "27,MARCH,2027"})
    void readsAMonthAsANumberOrAName(String day, String month, String year) {
        assertThat(new DateInput(day, month, year).date()).hasValue(LocalDate.of(2027, 3, 27));
    }

    @ParameterizedTest
    @CsvSource({"1,sep,2027", "1,sept,2027", "1,September,2027"})
    void readsBothShortNamesOfSeptember(String day, String month, String year) {
        assertThat(new DateInput(day, month, year).date()).hasValue(LocalDate.of(2027, 9, 1));
    }

    @ParameterizedTest
    @CsvSource({"30,2,2027", "29,2,2027", "1,13,2027", "0,1,2027", "1,1,27", "x,1,2027", "1,Marx,2027", "1,1,99999"})
    void knowsWhatIsNoDay(String day, String month, String year) {
        assertThat(new DateInput(day, month, year).isWrong()).isTrue();
    }

    @Test
    void isWrongWhereOnlyAPartIsTyped() {
        assertThat(new DateInput("", "3", "").isWrong()).isTrue();
    }

    @Test
    void isEmptyAndNotWrongWhereNothingIsTyped() {
        var nothing = DateInput.of((LocalDate) null);

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.isWrong()).isFalse();
        assertThat(nothing.date()).isEmpty();
    }

    @Test
    void comesBackAsItWent() {
        var day = LocalDate.of(2028, 2, 29);

        assertThat(DateInput.of(day).date()).hasValue(day);
    }
}
