package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.StatementEntry;
import org.junit.jupiter.api.Test;

/** What a text that was taken out of pages brings along: covers, running heads, footnotes, words cut by line ends. */
class RunningTextTests {

    private static final String[] PAGES = {
        "The Harbour Trust",
        "Boat crews",
        "Career framework",
        "Draft for consultation, June 2020",
        "",
        "Page 1 of 4",
        "",
        "Contents",
        "1 Introduction 2",
        "2 Grade A Deck hand 3",
        "",
        "Page 2 of 4",
        "",
        "1 Introduction",
        "",
        "The framework has two grades.",
        "",
        "Page 3 of 4",
        "",
        "2 Grade A Deck hand",
        "",
        "A deck hand has some experi-",
        "ence of self-",
        "steering boats and of being self-taught, and wants more experience.",
        "",
        "On deck",
        "o Coils ropes.1",
        "o Paints the hull with",
        "",
        "Page 4 of 4",
        "",
        "whatever paint there is.",
        "",
        "1 Ropes of any length.",
        "",
        "3 Grade B Mate",
        "",
        "A mate stands in for the skipper.",
        "",
        "On deck",
        "- Reads the weather.",
        "",
        "4 Glossary",
        "",
        "Hull: the body of a boat."
    };

    private final ImportDocument.Result.Imported imported =
            Imports.of(String.join("\n", PAGES).getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @Test
    void takesACoverApart() {
        var draft = imported.document();

        assertThat(draft.title()).isEqualTo("Boat crews Career framework");
        assertThat(draft.publisher()).isEqualTo("The Harbour Trust");
        assertThat(draft.status()).isEqualTo("draft");
        assertThat(draft.statusNote()).isEqualTo("Draft for consultation, June 2020");
    }

    @Test
    void findsLevelsBehindTheNumbersOfSections() {
        assertThat(imported.document().levels())
                .extracting("code", "title")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Grade A", "Deck hand"),
                        org.assertj.core.groups.Tuple.tuple("Grade B", "Mate"));
    }

    @Test
    void makesStatementsWholeThatAPageCutAndNoneOfFootnotes() {
        assertThat(imported.document().statements())
                .extracting(StatementEntry::text)
                .containsExactly(
                        "Coils ropes.1", "Paints the hull with whatever paint there is.", "Reads the weather.");
    }

    @Test
    void joinsAWordThatALineEndCutAndKeepsTheHyphenThatIsItsOwn() {
        assertThat(imported.document().levels().getFirst().descriptor())
                .containsExactly("A deck hand has some experience of self-steering boats and of being self-taught, and"
                        + " wants more experience.");
    }

    @Test
    void givesTheReasonForEveryLineThatIsNoPartOfTheFramework() {
        assertThat(imported.accounting().complete()).isTrue();
        assertThat(imported.document().leftOut())
                .extracting(LeftOut::line, LeftOut::reason)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(6, "page-furniture"),
                        org.assertj.core.groups.Tuple.tuple(8, "table-of-contents"),
                        org.assertj.core.groups.Tuple.tuple(14, "introduction"),
                        org.assertj.core.groups.Tuple.tuple(30, "page-furniture"),
                        org.assertj.core.groups.Tuple.tuple(34, "footnote"),
                        org.assertj.core.groups.Tuple.tuple(43, "back-matter"));
    }
}
