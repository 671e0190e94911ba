package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.importing.reading.OutlineLaws.outlined;
import static org.espalier.importing.reading.OutlineLaws.sketch;

import java.nio.charset.StandardCharsets;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.testing.PublishedFrameworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTests {

    private static DocumentOutline read(String text) {
        var outline = outlined(text.getBytes(StandardCharsets.UTF_8));
        assertThat(outline.format()).isEqualTo(Format.MARKDOWN);
        return outline;
    }

    @Test
    void readsNestedListsWithParagraphsAndEscapes() {
        var outline = read("""
                Post
                ====

                A *short* guide with \\*stars\\* and
                [a map][1].

                1. First

                   and still first
                   * inner `code`
                     - deepest
                2. Second

                > **With help**
                >
                > Said by someone.

                ***

                [1]: https://example.org/map
                ## End
                """);

        assertThat(sketch(outline)).isEqualTo("""
                        # Post
                        A short guide with *stars* and a map.
                        • First and still first
                          • inner code
                            • deepest
                        • Second
                        # With help
                        (PAGE_FURNITURE) >
                        Said by someone.
                        (PAGE_FURNITURE) ***
                        (PAGE_FURNITURE) [1]: https://example.org/map
                        # End""");
        assertThat(outline.blocks().get(2))
                .isEqualTo(new Block.ListItem(
                        0,
                        "1.",
                        "First and still first",
                        java.util.List.of(new Block.Line(7, "First"), new Block.Line(9, "and still first")),
                        new org.espalier.importing.outline.Span(7, 9)));
    }

    @Test
    void readsTablesWithLinesInCells() {
        var outline =
                read("| Strand | Grade 2 |\n|:---|---:|\n| Post | • Sorts<br>• Sends \\| more |\n| Van |\n\n# End\n");

        OutlineLaws.hold(outline);
        assertThat(sketch(outline)).isEqualTo("| Strand | Grade 2\n| Post | • Sorts • Sends | more\n| Van | \n# End");
        var cell = ((Block.Table) outline.blocks().getFirst())
                .rows()
                .get(1)
                .cells()
                .get(1);
        assertThat(cell.lines()).extracting(Block.Line::text).containsExactly("Sorts", "Sends | more");
    }

    @Test
    void leavesTextThatOnlyResemblesMarkdownToTheTextReader() {
        var tabs = outlined("# Post\n\nTask\tSkill\nSort\tReads\n".getBytes(StandardCharsets.UTF_8));
        var shortHeader = outlined(
                "# Post\n\nJunior | Senior | |\n---|---|---|---|\n1 | a | b | c |\n".getBytes(StandardCharsets.UTF_8));

        assertThat(tabs.format()).isEqualTo(Format.TEXT);
        assertThat(shortHeader.format()).isEqualTo(Format.TEXT);
        assertThat(sketch(shortHeader)).isEqualTo("# Post\n| Junior | Senior | \n| 1 | a | b | c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void takesNoneOfThePublishedTextsForMarkdown(String number) {
        assertThat(outlined(PublishedFrameworks.bytes(number)).format()).isEqualTo(Format.TEXT);
    }
}
