package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.importing.reading.OutlineLaws.lines;
import static org.espalier.importing.reading.OutlineLaws.outlined;
import static org.espalier.importing.reading.OutlineLaws.sketch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.testing.PublishedFrameworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTests {

    private static DocumentOutline read(String text) {
        var outline = outlined(text.getBytes(StandardCharsets.UTF_8));
        OutlineLaws.hold(outline);
        return outline;
    }

    @Test
    void tellsHeadingsParagraphsAndLists() {
        var outline = read(lines(
                "Grade 2",
                "",
                "Sorts the",
                "post.",
                "",
                "  • Opens it",
                "    with care",
                "  • Reads it",
                "    – aloud",
                "    – twice",
                "  • Files it"));

        assertThat(sketch(outline)).isEqualTo("""
                        # Grade 2
                        Sorts the post.
                        • Opens it with care
                        • Reads it
                          • aloud
                          • twice
                        • Files it""");
    }

    @Test
    void joinsWordsCutByAHyphenAndLeavesAStrokeAsItStands() {
        var outline = read(
                lines("Keeps the person-", "centred and the buying/ ", "selling and leading/", "following apart."));

        assertThat(sketch(outline))
                .isEqualTo("Keeps the person-centred and the buying/ selling and leading/following apart.");
    }

    @Test
    void readsTabsAsCellsAndALeadingTabAsABlankOne() {
        var outline = read(lines("Strand\tTask\tSkill", "1. Post\tSort\tReads", "\t\tWrites", "\tSend\t"));

        assertThat(sketch(outline)).isEqualTo("""
                        | Strand | Task | Skill
                        | 1. Post | Sort | Reads
                        |  |  | Writes
                        |  | Send |\s""");
    }

    @Test
    void readsCellsThatStandUnderEachOther() {
        var outline = read(lines(
                "                  Grade 2            Grade 3",
                "                  Clerk              Senior clerk",
                "",
                "Post",
                "",
                "1.1 Sorting       • Sorts by hand    • Sorts by",
                "                  • Asks               machine",
                "1.2 Sending                          Weighs every letter",
                "Strand two: the parcels that come from far away",
                "",
                "2.1 Lifting       Lifts with help    Lifts alone",
                "",
                "After the table, a paragraph that goes on",
                "over its whole width, and no further."));

        assertThat(sketch(outline)).isEqualTo("""
                        |  | Grade 2 Clerk | Grade 3 Senior clerk
                        | Post |  |\s
                        | 1.1 Sorting | Sorts by hand Asks | Sorts by machine
                        | 1.2 Sending |  | Weighs every letter
                        | Strand two: the parcels that come from far away |  |\s
                        | 2.1 Lifting | Lifts with help | Lifts alone
                        After the table, a paragraph that goes on over its whole width, and no further.""");
    }

    @Test
    void takesNoContentsAndNoWideSpacesForATable() {
        var contents = read(
                lines("1.   Welcome       3", "2.   Apples        4", "3.   Pears         9", "4.   Plums        12"));
        var prose = read(lines(
                "The chair opened.  All were well.  The apples were good.",
                "The pears were not.  Plums were scarce.  More water was needed.",
                "Then rain fell.  Nobody minded that.  The meeting went on.",
                "At noon it ended.  The next one is in May.  Bring pears."));

        assertThat(contents.blocks()).noneMatch(Block.Table.class::isInstance);
        assertThat(prose.blocks()).noneMatch(Block.Table.class::isInstance);
    }

    @Test
    void joinsATableThatAPageCutAndPrintedItsHeaderAgain() {
        var outline = read(lines("Task\tSkill", "Sort\tReads", "", "Task\tSkill", "Send\tWrites", "", "Done."));

        assertThat(sketch(outline)).isEqualTo("""
                        | Task | Skill
                        | Sort | Reads
                        | Send | Writes
                        (REPEATED_HEADING) Task	Skill
                        Done.""");
    }

    @Test
    void readsStrokesAsCellsWithAHeaderOneCellShort() {
        var outline = read(lines(
                "Part 1: Post",
                "What it takes to handle the post well and on time every day.",
                "Junior | Senior | |",
                "---|---|---|",
                "1.1 Sort | Sorts | Sorts fast |",
                "1.2 Send | | Sends |"));

        assertThat(sketch(outline)).isEqualTo("""
                        # Part 1: Post
                        What it takes to handle the post well and on time every day.
                        | Junior | Senior |\s
                        | 1.1 Sort | Sorts | Sorts fast
                        | 1.2 Send |  | Sends""");
    }

    @Test
    void takesOffMarkUpThatCameFromAWebPage() {
        var outline = read(lines(
                "## **Grade **Level 8****",
                "",
                "See the [map](#) and <a href=\"#\">Handle <b>post</b></a> in **six** steps, 2 * 3 * 4 &amp; more."));

        assertThat(sketch(outline))
                .isEqualTo("# Grade Level 8\nSee the map and Handle post in six steps, 2 * 3 * 4 & more.");
    }

    @Test
    void seesWhereALineWasEndedOnPurposeWhenWrapsKeepTheirSpaces() {
        var text = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            text.append("Handles the post of a large \nhouse with great care\nLooks after a van and \nits driver\n");
        }

        var outline = read(text.toString());

        assertThat(outline.blocks()).hasSize(24).allSatisfy(block -> assertThat(block)
                .isInstanceOf(Block.Paragraph.class));
    }

    @Test
    void takesAFormFeedForANewPage() {
        var outline = read("One thing\fAnother thing\f");

        assertThat(outline.lines()).extracting("page").containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineEnding(String ending) {
        var outline = read("Grade 2" + ending + ending + "Sorts the post." + ending);

        assertThat(sketch(outline)).isEqualTo("# Grade 2\nSorts the post.");
        assertThat(outline.lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsEveryCharsetWithAndWithoutAMark(String charset) {
        var text = "• The person’s café – £5";

        var bare = outlined(text.getBytes(Charset.forName(charset)));
        var marked = charset.startsWith("UTF") ? outlined(("\uFEFF" + text).getBytes(Charset.forName(charset))) : bare;

        assertThat(sketch(bare)).isEqualTo("• The person’s café – £5");
        assertThat(sketch(marked)).isEqualTo("• The person’s café – £5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void keepsEveryWordOfThePublishedDocument(String number) {
        OutlineLaws.hold(outlined(PublishedFrameworks.bytes(number)));
    }
}
