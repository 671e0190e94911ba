package org.espalier.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StructureTests {

    @ParameterizedTest
    @EnumSource
    void losesNothingWhenTheHeadingsChange(Structure structure) {
        var six = new EvidenceContent(
                "T",
                null,
                Structure.CYCLE,
                List.of("one", "two", "", "four", "five", "six"),
                null,
                null,
                null,
                null,
                null);

        var changed = six.under(structure);

        assertThat(changed.parts()).hasSize(structure.headings().size());
        assertThat(String.join("\n\n", changed.parts())).contains("one", "two", "four", "five", "six");
        assertThat(changed.under(Structure.CYCLE).parts().getFirst()).startsWith("one");
    }

    @Test
    void joinsWhatIsLeftOverWithoutGaps() {
        assertThat(Structure.FREE.fit(List.of("one", "", "three"))).containsExactly("one\n\nthree");
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryHeading(Structure structure) {
        var words = ResourceBundle.getBundle("messages/portfolio", Locale.ROOT);

        assertThat(words.containsKey("portfolio.structure." + structure.slug())).isTrue();
        if (structure != Structure.FREE) {
            assertThat(structure.headings()).allSatisfy(heading -> assertThat(words.keySet())
                    .contains("portfolio.structure." + heading, "portfolio.structure." + heading + ".hint"));
        }
    }
}
