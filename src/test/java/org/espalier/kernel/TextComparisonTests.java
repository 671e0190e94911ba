package org.espalier.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.espalier.kernel.TextComparison.Deleted;
import org.espalier.kernel.TextComparison.Inserted;
import org.espalier.kernel.TextComparison.Same;
import org.junit.jupiter.api.Test;

class TextComparisonTests {

    @Test
    void marksTheWordsThatWerePutIn() {
        assertThat(TextComparison.of("Tends own hives", "Tends own and others’ hives")
                        .parts())
                .containsExactly(new Same("Tends own "), new Inserted("and others’ "), new Same("hives"));
    }

    @Test
    void marksTheWordsThatWereTakenOut() {
        assertThat(TextComparison.of("Lifts heavy frames with help.", "Lifts heavy frames.")
                        .parts())
                .containsExactly(new Same("Lifts heavy frames"), new Deleted(" with help"), new Same("."));
    }

    @Test
    void putsWhatWasTakenOutBeforeWhatWasPutIn() {
        assertThat(TextComparison.of("Keeps a record", "Keeps an honest record").parts())
                .containsExactly(new Same("Keeps "), new Deleted("a"), new Inserted("an honest"), new Same(" record"));
    }

    @Test
    void seesAChangeOfPunctuationOrOfLetterCase() {
        assertThat(TextComparison.of("Lights a smoker, gently", "Lights a Smoker; gently")
                        .parts())
                .containsExactly(
                        new Same("Lights a "), new Deleted("smoker,"), new Inserted("Smoker;"), new Same(" gently"));
    }

    @Test
    void treatsAHyphenatedWordAsOne() {
        assertThat(TextComparison.of("A well-fed colony", "A well-kept colony").parts())
                .containsExactly(
                        new Same("A "), new Deleted("well-fed"), new Inserted("well-kept"), new Same(" colony"));
    }

    @Test
    void doesNotBreakUpARewrittenSentenceAtALoneCommonWord() {
        var comparison =
                TextComparison.of("Checks brood frames for signs of disease", "Plans a whole season of queen rearing");

        assertThat(comparison.parts()).hasSize(2).noneMatch(Same.class::isInstance);
    }

    @Test
    void countsWordsAndNoPunctuation() {
        var comparison = TextComparison.of("Feeds bees, in spring.", "Feeds bees.");

        assertThat(comparison.deletedWords()).isEqualTo(2);
        assertThat(comparison.insertedWords()).isZero();
    }

    @Test
    void comparesWithNothing() {
        assertThat(TextComparison.of("", "").parts()).isEmpty();
        assertThat(TextComparison.of("", "new").parts()).containsExactly(new Inserted("new"));
        assertThat(TextComparison.of("gone", "").parts()).containsExactly(new Deleted("gone"));
    }

    @Test
    void givesAVeryLongDifferenceAsOneChange() {
        var before = "start " + "one ".repeat(3_000) + "end";
        var after = "start " + "two ".repeat(3_000) + "end";

        var comparison = TextComparison.of(before, after);

        assertThat(comparison.parts()).hasSize(4);
        assertThat(comparison.after()).isEqualTo(after);
    }

    /** The laws of the type’s documentation, over texts made of few words so that much repeats. */
    @Test
    void keepsItsLawsForAnyTwoTexts() {
        var random = new Random(20261121);
        for (var n = 0; n < 10_000; n++) {
            var before = text(random);
            var after = random.nextInt(4) == 0 ? edited(before, random) : text(random);

            var comparison = TextComparison.of(before, after);
            var back = TextComparison.of(after, before);

            assertThat(comparison.before()).isEqualTo(before);
            assertThat(comparison.after()).isEqualTo(after);
            assertThat(comparison.isIdentical()).isEqualTo(before.equals(after));
            assertThat(comparison.parts()).noneMatch(part -> part.text().isEmpty());
            assertThat(back.insertedWords()).isEqualTo(comparison.deletedWords());
            assertThat(back.deletedWords()).isEqualTo(comparison.insertedWords());
            assertThat(kinds(comparison)).doesNotContain("SS", "DD", "II", "ID");
        }
    }

    private static String kinds(TextComparison comparison) {
        var kinds = new StringBuilder();
        for (var part : comparison.parts()) {
            kinds.append(
                    switch (part) {
                        case Same same -> 'S';
                        case Deleted deleted -> 'D';
                        case Inserted inserted -> 'I';
                    });
        }
        return kinds.toString();
    }

    private static final List<String> PIECES = List.of(
            "bees",
            "Bees",
            "hive",
            "of",
            "the",
            "honey-comb",
            "bee’s",
            " ",
            " ",
            " ",
            "  ",
            "\n",
            ",",
            ".",
            "(",
            "é",
            "e\u0301",
            "🐝",
            "12",
            "/");

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var n = random.nextInt(14); n > 0; n--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static String edited(String text, Random random) {
        var at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
    }
}
