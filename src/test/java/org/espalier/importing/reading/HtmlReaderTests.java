package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.importing.reading.OutlineLaws.outlined;
import static org.espalier.importing.reading.OutlineLaws.sketch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.junit.jupiter.api.Test;

class HtmlReaderTests {

    private static DocumentOutline read(String html) {
        var outline = outlined(html.getBytes(StandardCharsets.UTF_8));
        OutlineLaws.hold(outline);
        assertThat(outline.format()).isEqualTo(Format.HTML);
        return outline;
    }

    @Test
    void readsHeadingsParagraphsAndNestedLists() {
        var outline = read("""
                <!doctype html><html><head><title>Page</title><style>p {}</style></head><body>
                <h1>Post</h1><p>How <b>post</b> is<br>handled.</p><p><strong>Grade 2</strong></p>
                <ul><li>Opens it <ul><li>with care</li><li><p>twice</p><p>or more</p></li></ul> at once</li><li>Files&nbsp;it</li></ul>
                <ol start="3"><li>Third</li><li>Fourth</li></ol><div>Loose words<sup>1</sup></div><script>var x = "y";</script>
                </body></html>""");

        assertThat(sketch(outline)).isEqualTo("""
                        # Post
                        How post is handled.
                        # Grade 2
                        • Opens it
                          • with care
                          • twice or more
                        • at once
                        • Files it
                        • Third
                        • Fourth
                        Loose words¹""");
        assertThat(outline.blocks().get(8))
                .isInstanceOfSatisfying(
                        Block.ListItem.class, item -> assertThat(item.marker()).isEqualTo("3."));
    }

    @Test
    void keepsEveryColumnInItsPlaceUnderSpans() {
        var outline = read("""
                <html><table><caption>Skills</caption>
                <tr><th rowspan="2">Strand</th><th colspan="2">Grade</th></tr><tr><th>Two</th><th>Three</th></tr>
                <tr><td>Post</td><td>Sorts<ul><li>letters</li><li>parcels</li></ul></td><td></td></tr></table>""");

        assertThat(sketch(outline)).isEqualTo("""
                        Skills
                        | Strand | Grade |\s
                        |  | Two | Three
                        | Post | Sorts • letters • parcels |\s""");
        var table = (Block.Table) outline.blocks().get(1);
        assertThat(table.rows().getFirst().cells().getFirst().rows()).isEqualTo(2);
        assertThat(table.rows().getFirst().cells().get(1).columns()).isEqualTo(2);
        assertThat(table.rows().get(2).cells().get(1).lines())
                .extracting(Block.Line::marker, Block.Line::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, "Sorts"),
                        org.assertj.core.groups.Tuple.tuple("•", "letters"),
                        org.assertj.core.groups.Tuple.tuple("•", "parcels"));
    }

    @Test
    void leavesMenusAsideAndReadsDefinitionsAsATable() {
        var outline = read("""
                <body><header>Site</header><nav><a href="/">Home</a></nav><main><h2>Role</h2>
                <dl><dt>Named role</dt><dd>Sorter</dd><dt>Area</dt><dd>Post</dd><dd>Parcels</dd></dl></main>
                <footer>Contact us</footer></body>""");

        assertThat(sketch(outline)).isEqualTo("""
                        (NAVIGATION) Site
                        (NAVIGATION) Home
                        # Role
                        | Named role | Sorter
                        | Area | Post Parcels
                        (NAVIGATION) Contact us""");
    }

    @Test
    void looksThroughATableThatOnlyArrangesThePage() {
        var outline = read("<table><tr><td><h1>Post</h1><p>Sorts it well.</p></td></tr></table>");

        assertThat(sketch(outline)).isEqualTo("# Post\nSorts it well.");
    }

    @Test
    void refusesWhatIsNestedTooDeeplyOrTooWide() {
        for (var html : List.of(
                "<html><body>" + "<div>".repeat(100_000) + "x",
                "<html><body>" + "<ul><li>".repeat(50_000) + "x",
                "<table><tr>" + "<td>x</td>".repeat(10_000) + "</tr></table>",
                "<table><tr><td colspan=999999999>x</td><td>y</td></tr></table>")) {
            assertThat(DocumentReader.read(html.getBytes(StandardCharsets.UTF_8), "x"))
                    .isInstanceOf(Reading.Refused.class);
        }
    }
}
