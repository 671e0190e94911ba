package org.espalier.portfolio.learningrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.espalier.portfolio.learningrecord.SubjectName.Listing;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectNameTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            NHS|CSTF|Fire Safety - 2 Years|                       ; NHS ; CSTF     ; Fire Safety                 ; 24
            NHS|CSTF|Safeguarding Adults - Level 2 - 3 Years|     ; NHS ; CSTF     ; Safeguarding Adults - Level 2 ; 36
            000 | LOCAL | Hive hygiene - 1 Year |                 ; 000 ; LOCAL    ; Hive hygiene                ; 12
            nhs¦cstf¦Moving and Handling – 18 Months              ; nhs ; CSTF     ; Moving and Handling         ; 18
            CSTF|Fire Safety - 1 Year                             ; ''  ; CSTF     ; Fire Safety                 ; 12
            LOCAL|Smoke|                                          ; ''  ; LOCAL    ; Smoke                       ; unstated
            355|Smoke|2 Years|                                    ; 355 ; UNSTATED ; Smoke                       ; 24
            Smoke - 2 yrs                                         ; ''  ; UNSTATED ; Smoke                       ; 24
            Smoke (3 years)                                       ; ''  ; UNSTATED ; Smoke                       ; 36
            Smoke - Annual                                        ; ''  ; UNSTATED ; Smoke                       ; 12
            NHS|CSTF|Preventing Smoke - No Renewal|               ; NHS ; CSTF     ; Preventing Smoke            ; never
            NHS|LOCAL|Welcome day - Once only|                    ; NHS ; LOCAL    ; Welcome day                 ; never
            NHS|LOCAL|Welcome day - 0 Years|                      ; NHS ; LOCAL    ; Welcome day                 ; never
            Two years of smoke                                    ; ''  ; UNSTATED ; Two years of smoke          ; unstated
            Level 3                                               ; ''  ; UNSTATED ; Level 3                     ; unstated
            CSTF                                                  ; ''  ; UNSTATED ; CSTF                        ; unstated
            ||                                                    ; ''  ; UNSTATED ; ''                          ; unstated
            """)
    void readsTheNationalNamingHoweverItIsWritten(
            String raw, String owner, Listing listing, String subject, String renewing) {
        var name = SubjectName.parse(raw);

        assertThat(name.raw()).isEqualTo(raw);
        assertThat(name.owner()).isEqualTo(owner);
        assertThat(name.listing()).isEqualTo(listing);
        assertThat(name.subject()).isEqualTo(subject);
        assertThat(
                        switch (name.renewing()) {
                            case Renewing.Every(var months) -> String.valueOf(months);
                            case Renewing.Never _ -> "never";
                            case Renewing.Unstated _ -> "unstated";
                        })
                .isEqualTo(renewing);
    }

    @RepeatedTest(300)
    void readsAnythingAndKeepsIt(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var alphabet = "|¦ -–():,.aZ09\tYears yr Month CSTF LOCAL No Renewal=é";
        var raw = random.ints(random.nextInt(40), 0, alphabet.length())
                .mapToObj(at -> alphabet.substring(at, at + 1))
                .collect(Collectors.joining());

        var name = SubjectName.parse(raw);

        assertThat(name.raw()).isEqualTo(raw);
        if (raw.chars().anyMatch(Character::isLetter)) {
            assertThat(name.owner() + name.listing() + name.subject() + name.renewing())
                    .isNotBlank();
        }
    }
}
