package org.espalier.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.espalier.framework.format.RequirementEntry;
import org.espalier.ui.Messages;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class RequirementTests {

    @Test
    void readsAsOneSentence() {
        assertThat(sentence(RequirementEntry.all(List.of(
                        one("A registration with the Guild", false, null, true, null),
                        one("Two seasons with bees", false, null, false, null)))))
                .isEqualTo("A registration with the Guild, or working towards it, and two seasons with bees.");
    }

    @Test
    void saysWhichOfSeveralWillDo() {
        assertThat(sentence(RequirementEntry.all(List.of(
                        RequirementEntry.any(List.of(
                                one("A certificate in queens", true, null, false, null),
                                one("A diploma", true, "An apprenticeship", false, null))),
                        one("A driving licence", false, null, false, "Travelling keeper"),
                        one("DBS clearance", false, null, false, null)))))
                .isEqualTo("Either a certificate in queens, or equivalent, or else a diploma, or as an equivalent an"
                        + " apprenticeship; a driving licence (asked only of the role “Travelling keeper”);"
                        + " and DBS clearance.");
    }

    @Test
    void leavesOutWhatSaysNothing() {
        var entry =
                RequirementEntry.all(List.of(RequirementEntry.any(List.of()), one("A veil", false, null, false, null)));

        assertThat(Requirement.of(entry)).contains(new Requirement.One("A veil", false, null, false, null));
        assertThat(Requirement.of(RequirementEntry.all(List.of()))).isEmpty();
    }

    @Test
    void neverLosesAThingToHave() {
        var random = new Random(4);
        for (var run = 0; run < 500; run++) {
            var texts = new ArrayList<String>();
            var entry = madeUp(random, 0, texts);
            var requirement = Requirement.of(entry);

            assertThat(requirement.stream().flatMap(Requirement::leaves).map(Requirement.One::text))
                    .containsExactlyElementsOf(texts);
            requirement.ifPresent(one -> assertThat(RequirementSentence.of(one, words()))
                    .containsIgnoringCase(texts.getFirst())
                    .endsWith(".")
                    .satisfies(sentence ->
                            texts.forEach(text -> assertThat(sentence).containsIgnoringCase(text))));
        }
    }

    private static RequirementEntry madeUp(Random random, int depth, List<String> texts) {
        if (depth == 4 || random.nextInt(3) == 0) {
            var text = "no %03d thing".formatted(texts.size());
            texts.add(text);
            return one(text, random.nextBoolean(), random.nextBoolean() ? "x" : null, random.nextBoolean(), null);
        }
        var parts = new ArrayList<RequirementEntry>();
        for (var n = random.nextInt(4); n > 0; n--) {
            parts.add(madeUp(random, depth + 1, texts));
        }
        return random.nextBoolean() ? RequirementEntry.all(parts) : RequirementEntry.any(parts);
    }

    private static RequirementEntry one(
            String text, boolean orEquivalent, String equivalent, boolean workingTowards, String binds) {
        return new RequirementEntry(List.of(), List.of(), text, orEquivalent, equivalent, workingTowards, binds);
    }

    private static String sentence(RequirementEntry entry) {
        return RequirementSentence.of(Requirement.of(entry).orElseThrow(), words());
    }

    private static Messages words() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/framework");
        source.setDefaultEncoding("UTF-8");
        return new Messages(source, Locale.UK);
    }
}
