package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.testing.MadeUpDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Not only every line but every word of it stands in the draft or in what was left out. */
class KeptWordsTests {

    @ParameterizedTest
    @ValueSource(strings = {"000", "003"})
    void losesNoWordOfAPublishedFramework(String number) {
        assertThat(KeptWords.lost(Imports.published(number))).isEmpty();
    }

    @Test
    void losesOfAMatrixOnlyTheProvidersNameAboveItsColumn() {
        assertThat(KeptWords.lost(Imports.published("004")).values()).hasSize(8).containsOnly(List.of("exr"));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void losesNoWordOfAMadeUpFramework(MadeUpDocument document) {
        assertThat(KeptWords.lost(Imports.of(document.bytes("text")))).isEmpty();
    }

    /** “From Entry level to Senior level” becomes the two ends of a route; the second is the level's id. */
    @Test
    void losesOfARoutesHeadingOnlyWhatItsEndsSay() {
        var lost = KeptWords.lost(Imports.of(MadeUpFrameworks.levelRows().bytes("text")));

        assertThat(lost.values()).containsExactly(List.of("from", "to", "senior"));
    }

    static List<MadeUpDocument> sections() {
        return List.of(
                MadeUpFrameworks.repeatedHeadings(),
                MadeUpFrameworks.namedGroups(),
                MadeUpFrameworks.namedLevels(),
                MadeUpFrameworks.ungrouped(),
                MadeUpFrameworks.levelsInGroups(),
                MadeUpFrameworks.noKnownShape());
    }
}
