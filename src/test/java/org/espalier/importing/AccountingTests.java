package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.LeftOut;
import org.espalier.importing.outline.SourceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountingTests {

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void accountsForEveryLineOfAPublishedFramework(String number) {
        var imported = Imports.published(number);

        assertThat(imported.accounting().unaccounted()).isEmpty();
        assertThat(imported.accounting().used()
                        + imported.accounting().leftOut().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .isEqualTo(imported.accounting().lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void givesEveryLeftOutLineAReasonAndItsOwnWords(String number) {
        var imported = Imports.published(number);

        assertThat(imported.document().leftOut()).allSatisfy(out -> {
            assertThat(out.reason()).matches("[a-z-]+");
            var source = new ArrayList<String>();
            imported.lines()
                    .subList(out.line() - 1, out.endLine())
                    .forEach(line -> source.add(line.text().replaceAll("<[^>]*>", "")));
            assertThat(letters(String.join("", source))).contains(letters(out.text()));
        });
    }

    @Test
    void countsALineThatIsNeitherUsedNorLeftOut() {
        var document = Imports.text("Level 1", "", "• Greets people.", "", "Level 2", "", "• Plans a day.");
        var lines = List.of(
                new SourceLine(1, null, "Level 1"),
                new SourceLine(2, null, "\u00A0"),
                new SourceLine(3, null, "• Greets people."),
                new SourceLine(9, null, "A line of which nothing was made."));

        var accounting = Accounting.of(lines, document);

        assertThat(accounting.complete()).isFalse();
        assertThat(accounting.unaccounted()).extracting(SourceLine::number).containsExactly(9);
        assertThat(accounting.lines()).isEqualTo(3);
        assertThat(accounting.used()).isEqualTo(2);
    }

    @Test
    void isCompleteWhenTheRestIsLeftOut() {
        var document = leavingOut(Imports.text("Level 1", "", "• Greets people.", "", "Level 2", "", "• Plans a day."));

        var accounting = Accounting.of(List.of(new SourceLine(9, null, "Page 3")), document);

        assertThat(accounting.complete()).isTrue();
        assertThat(accounting.leftOut()).containsExactly(java.util.Map.entry("page-furniture", 1));
    }

    private static FrameworkDocument leavingOut(FrameworkDocument document) {
        return new FrameworkDocument(
                document.format(),
                document.kind(),
                document.title(),
                document.titleInferred(),
                document.titleSource(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                document.progression(),
                null,
                null,
                document.levels(),
                document.groups(),
                document.facets(),
                document.statements(),
                null,
                document.routes(),
                document.providerMappings(),
                document.references(),
                document.referenceSources(),
                document.annotations(),
                List.of(new LeftOut(9, 9, null, "page-furniture", "Page 3")));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
