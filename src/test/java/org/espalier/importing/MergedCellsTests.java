package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.junit.jupiter.api.Test;

/** Tables as they are published: a header of two rows, cells over several rows or columns, cut by pages. */
class MergedCellsTests {

    private static final String PAGE = """
            <html lang="en"><head><style>
            @page { size: A5; margin: 1.5cm; @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
            body { font-family: sans-serif; font-size: 11pt }
            table { border-collapse: collapse; width: 100%%; -fs-table-paginate: paginate }
            td, th { border: 1px solid #444; padding: 4px; vertical-align: top; text-align: left }
            </style></head><body><h1>Tram drivers: a framework</h1>%s</body></html>""";

    private static final String MATRIX = """
            <h2>The matrix</h2>
            <table><thead><tr><th rowspan="2">Pillar</th><th rowspan="2">Competency</th><th colspan="3">Stage</th></tr>
            <tr><th>Entry stage</th><th>Core stage</th><th>Expert stage</th></tr></thead>
            <tr><td rowspan="3">Driving</td><td>1.1 Brakes</td><td>Tests the brakes before the first tram of the day
            leaves the depot and writes down what was found, whatever it was.</td><td>Knows by ear that a brake is
            wearing and says so.</td><td>Decides whether a tram may stay in service when a brake is worn but has not
            failed.</td></tr>
            <tr><td>1.2 Points</td><td colspan="2">Sets the points by hand when they do not answer and tells the depot
            that this was needed.</td><td>Plans how points are kept free of ice all winter.</td></tr>
            <tr><td>1.3 Bends</td><td>Slows down.</td><td>Slows down early, so that nobody standing has to hold on.</td>
            <td>Teaches others to feel a bend before they see it, in fog, at night and when the rails are wet.</td></tr>
            <tr><td rowspan="2">Passengers</td><td>2.1 Doors</td><td>Waits for those who run.</td><td></td>
            <td>Not applicable</td></tr>
            <tr><td>2.2 Speaking</td><td>Names the stops.</td><td>Says what has happened when the tram stands still,
            and how long it may take.</td><td>Speaks for the drivers.</td></tr></table>""";

    private static final String SKETCH = """
            title: Tram drivers: a framework
            about: - | - | - | -
            progression: unstated | -
            level entry-stage: null | Entry stage
            level core-stage: null | Core stage
            level expert-stage: null | Expert stage
            group driving: pillar | Driving
              group competency-1-1: competency | 1.1 | Brakes
              group competency-1-2: competency | 1.2 | Points
              group competency-1-3: competency | 1.3 | Bends
            group passengers: pillar | Passengers
              group competency-2-1: competency | 2.1 | Doors
              group competency-2-2: competency | 2.2 | Speaking
            entry-stage-1-1 [entry-stage, competency-1-1] Tests the brakes before the first tram of the day leaves \
            the depot and writes down what was found, whatever it was.
            core-stage-1-1 [core-stage, competency-1-1] Knows by ear that a brake is wearing and says so.
            expert-stage-1-1 [expert-stage, competency-1-1] Decides whether a tram may stay in service when a brake is \
            worn but has not failed.
            entry-stage-1-2 [entry-stage, competency-1-2] Sets the points by hand when they do not answer and tells \
            the depot that this was needed.
            core-stage-1-2 [core-stage, competency-1-2] Sets the points by hand when they do not answer and tells the \
            depot that this was needed.
            expert-stage-1-2 [expert-stage, competency-1-2] Plans how points are kept free of ice all winter.
            entry-stage-1-3 [entry-stage, competency-1-3] Slows down.
            core-stage-1-3 [core-stage, competency-1-3] Slows down early, so that nobody standing has to hold on.
            expert-stage-1-3 [expert-stage, competency-1-3] Teaches others to feel a bend before they see it, in fog, \
            at night and when the rails are wet.
            entry-stage-2-1 [entry-stage, competency-2-1] Waits for those who run.
            core-stage-2-1 [core-stage, competency-2-1] [blank] null
            expert-stage-2-1 [expert-stage, competency-2-1] [not_applicable] Not applicable
            entry-stage-2-2 [entry-stage, competency-2-2] Names the stops.
            core-stage-2-2 [core-stage, competency-2-2] Says what has happened when the tram stands still, and how \
            long it may take.
            expert-stage-2-2 [expert-stage, competency-2-2] Speaks for the drivers.""";

    @Test
    void readsAMatrixOfAWebPage() {
        var imported = Imports.of(PAGE.formatted(MATRIX).getBytes(StandardCharsets.UTF_8));

        assertThat(DraftSketch.of(imported.document())).isEqualTo(SKETCH);
    }

    @Test
    void readsAMatrixThatPagesOfAPdfCut() throws IOException {
        var imported = Imports.of(pdf(PAGE.formatted(MATRIX)));

        assertThat(imported.lines().getLast().page()).isGreaterThan(1);
        assertThat(DraftSketch.of(imported.document())).isEqualTo(SKETCH);
        assertThat(imported.accounting().complete()).isTrue();
    }

    @Test
    void saysThatAStatementComesFromACellOverTwoStages() {
        var draft = Imports.of(PAGE.formatted(MATRIX).getBytes(StandardCharsets.UTF_8))
                .document();

        assertThat(draft.annotations()).singleElement().satisfies(annotation -> assertThat(annotation.code())
                .isEqualTo("merged-cell"));
    }

    @Test
    void readsAMatrixWithATitleInItsFirstRowAndAColumnOfCodes() {
        var draft = Imports.text(
                "| Ref | Task | Band 2 | Band 3 | Remarks |",
                "|---|---|---|---|---|",
                "| T1 | Sanding | Fills the sand box | Orders sand | none |",
                "| T2 | Bell | Rings twice | Teaches when to ring | |");

        assertThat(draft.statements())
                .extracting("level", "text")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("band-2", "Fills the sand box"),
                        org.assertj.core.groups.Tuple.tuple("band-3", "Orders sand"),
                        org.assertj.core.groups.Tuple.tuple("band-2", "Rings twice"),
                        org.assertj.core.groups.Tuple.tuple("band-3", "Teaches when to ring"));
        assertThat(draft.groups()).extracting("code").containsExactly("T1", "T2");
    }

    private static byte[] pdf(String html) throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html)), "/")
                    .toStream(out)
                    .run();
            return out.toByteArray();
        }
    }
}
