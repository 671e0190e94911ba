package org.espalier.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.framework.Highlight.Stretch;
import org.junit.jupiter.api.Test;

class HighlightTests {

    @Test
    void marksEveryFormOfAWord() {
        assertThat(marked("Inspects hives; an inspection", "inspect", "hive"))
                .isEqualTo("[Inspects] [hives]; an [inspection]");
    }

    @Test
    void marksTheBeginningOfAWordForAnUnfinishedLastOne() {
        assertThat(marked("Communicates communally", "commun")).isEqualTo("[Communicates] [communally]");
        assertThat(marked("Comes and goes", "co")).isEqualTo("Comes and goes");
    }

    @Test
    void seesThroughAccentsAndApostrophes() {
        assertThat(marked("The café’s bees", "cafes")).isEqualTo("The [café’s] bees");
    }

    @Test
    void losesNoLetter() {
        var text = "Bees — “bees”, BEES & the bee\u0301s.";

        assertThat(new Highlight(List.of("bees"))
                        .mark(text).stream().map(Stretch::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void takesTheLineThatHasMostOfTheWordsAndShortensItAroundTheFirst() {
        var line = "word ".repeat(60) + "the queen lays eggs " + "more ".repeat(60);

        var excerpt = new Highlight(List.of("queen", "egg")).excerpt("Nothing here\n" + line + "\nA queen");

        var text = excerpt.stream().map(Stretch::text).collect(Collectors.joining());
        assertThat(text)
                .startsWith("… ")
                .endsWith(" …")
                .contains("queen lays eggs")
                .hasSizeLessThan(260);
    }

    private static String marked(String text, String... words) {
        return new Highlight(List.of(words))
                .mark(text).stream()
                        .map(stretch -> stretch.marked() ? "[" + stretch.text() + "]" : stretch.text())
                        .collect(Collectors.joining());
    }
}
