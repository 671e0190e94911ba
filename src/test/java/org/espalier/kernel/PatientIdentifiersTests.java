package org.espalier.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.kernel.PatientIdentifiers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientIdentifiersTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** Made up for this test: 999 numbers are never given to anybody. */
    private static final String NHS_NUMBER = "9990000018";

    @ParameterizedTest
    @CsvSource({"9990000018, true", "9990000019, false", "9990000051, false", "0000000000, false", "999000001, false"})
    void knowsAnNhsNumberByItsCheckDigit(String digits, boolean isOne) {
        assertThat(PatientIdentifiers.isNhsNumber(digits)).isEqualTo(isOne);
    }

    @Test
    void refusesTenDigitsWhoseCheckDigitWouldHaveToBeTen() {
        var withCheckTen = "99900000";
        var noneFits = IntStream.range(0, 10)
                .mapToObj(ninth -> withCheckTen + ninth)
                .filter(nine -> IntStream.range(0, 10).noneMatch(last -> PatientIdentifiers.isNhsNumber(nine + last)))
                .toList();

        assertThat(noneFits)
                .as("one ninth digit leads to ten, the others each to one digit")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9990000018",
                "999 000 0018",
                "999-000-0018",
                "999.000.0018",
                "9 9 9 0 0 0 0 0 1 8",
                "999\u00a0000\u00a00018"
            })
    void findsAnNhsNumberHoweverItIsSpaced(String written) {
        var findings = PatientIdentifiers.in("I rang the ward about " + written + ", who was well.", TODAY);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NHS_NUMBER);
            assertThat(finding.text()).isEqualTo(written);
            assertThat(finding.before()).endsWith("about ");
            assertThat(finding.after()).startsWith(", who");
        });
    }

    @Test
    void findsANumberThatFollowsOtherDigits() {
        assertThat(texts("Bay 12 999 000 0018")).containsExactly("999 000 0018");
    }

    @Test
    void findsAMistypedNumberThatIsCalledOne() {
        assertThat(PatientIdentifiers.in("NHS number: 9990000019", TODAY))
                .extracting(PatientIdentifiers.Finding::kind)
                .containsExactly(Kind.NHS_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call 01632 960 983 for the course",
                "The course code is 99900000181",
                "ISBN 9781234567897",
                "ref A9990000018",
                "On 12/03/2026 I led the handover on the Rowan Ward",
                "Since 4 May 2019 I have worked at Larkfield Community Hospital",
                "The Mental Capacity Act of 07/04/2005 says so",
                "We saw 12 patients, 4 of them twice",
                "My patient numbers doubled in 2019 and 2020",
                "I was born to do this job",
                "Level 2 Certificate, passed 03/07/2014",
                "Maya Osei showed me on 12/03/2026"
            })
    void leavesAloneWhatIsNoIdentifier(String text) {
        assertThat(texts(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOB 12/03/1954 | 12/03/1954",
                "d.o.b.: 1.4.61 | 1.4.61",
                "date of birth: 12 March 1954 | 12 March 1954",
                "She was born on 3rd Feb 1940 in Leeds | 3rd Feb 1940",
                "Mrs Bloggs (12/03/1954) came in | 12/03/1954",
                "Joan Bloggs, 12-03-1954, was anxious | 12-03-1954",
                "1954-03-12 Joan Bloggs | 1954-03-12",
                "Mr Bloggs, seen 12/03/2026 | 12/03/2026"
            })
    void findsADateOfBirthBySayingSoOrBesideAName(String text, String date) {
        assertThat(PatientIdentifiers.in(text, TODAY)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.DATE_OF_BIRTH);
            assertThat(finding.text()).isEqualTo(date);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MRN 1234567 | 1234567",
                "hospital number: K123456 | K123456",
                "Hosp no. 0012345 | 0012345",
                "patient ID #AB12345 | AB12345",
                "casenote number is 778899 | 778899",
                "RiO number 1029384 | 1029384"
            })
    void findsAHospitalNumberByWhatItIsCalled(String text, String number) {
        assertThat(PatientIdentifiers.in(text, TODAY)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.HOSPITAL_NUMBER);
            assertThat(finding.text().strip()).isEqualTo(number);
        });
    }

    @Test
    void findsEachOnceInTheOrderOfTheText() {
        var text = "Hospital number 123456. DOB 1/2/1950. Patient number 999 000 0018 too.";

        assertThat(PatientIdentifiers.in(text, TODAY))
                .extracting(PatientIdentifiers.Finding::kind)
                .containsExactly(Kind.HOSPITAL_NUMBER, Kind.DATE_OF_BIRTH, Kind.NHS_NUMBER);
    }

    @Test
    void takesALongTextInItsStride() {
        var manyLines = ("Word Word 1 2 3 4 5 6 7 8 9 0 12/03/1954 ".repeat(2_000)) + NHS_NUMBER;

        assertThat(PatientIdentifiers.in(manyLines, TODAY)).isNotEmpty();
    }

    private static List<String> texts(String text) {
        return PatientIdentifiers.in(text, TODAY).stream()
                .map(PatientIdentifiers.Finding::text)
                .toList();
    }
}
//
