package org.espalier.roleprofile.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RequirementEntry;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Layer;
import org.espalier.framework.format.RoleEntry.Origin;
import org.espalier.framework.format.RoleEntry.PillarMix;
import org.espalier.framework.format.RoleEntry.Row;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.framework.format.RoleEntry.Share;
import org.espalier.roleprofile.composing.Composition.Outcome;
import org.espalier.testing.Beekeeping;
import org.junit.jupiter.api.Test;

class CompositionTests {
    private static final FrameworkDocument ROLE = Beekeeping.role("to compose");

    @Test
    void movesUpAndDownAndBetweenLayers() {
        var moved = applied(ROLE, new Change.Move(0, 1, true));
        assertThat(texts(moved, 0)).containsExactly("Handle smoke safely", "Explain your work");
        assertThat(applied(moved, new Change.Move(0, 0, false))).isEqualTo(ROLE);
        assertThat(applied(ROLE, new Change.Move(0, 0, true))).isEqualTo(ROLE);

        var carried = applied(ROLE, new Change.MoveTo(0, 0, 1));
        assertThat(texts(carried, 0)).containsExactly("Handle smoke safely");
        assertThat(texts(carried, 1)).containsExactly("Explain your work");
    }

    @Test
    void readsEveryKindOfStepFromTheLogAsItWasMade() {
        var competence = new Competence(
                "Talk",
                "1",
                "Listen",
                "Explain your work",
                "Always",
                "Be able to:",
                "AB&C1",
                "https://a.example",
                null,
                null,
                List.of());
        var origin = Origin.ofGroup("bees", 2, "health", null);
        var row = new Row("Yearly", List.of("A visit"), "3 days", null, "The guild", "Yearly", null, List.of());
        var all = List.<Change>of(
                new Change.Describe(
                        "Title", null, "Ours", "Keeper", null, "Two years", List.of(3, 4), List.of("Bees.")),
                new Change.AddSection(Layer.ROLE_SPECIFIC, "Queens"),
                new Change.RenameSection(1, "Kings"),
                new Change.RemoveSection(1),
                new Change.Add(0, List.of(competence, taken("Marks a queen", origin))),
                new Change.Move(0, 1, true),
                new Change.MoveTo(0, 1, 1),
                new Change.Remove(0, 0),
                new Change.MakeOptional(0, List.of(1), true),
                new Change.AskForOptional(1),
                new Change.PutRow(Change.Table.CPD, 0, row),
                new Change.RemoveRow(Change.Table.LEARNING, 0),
                new Change.Require(RequirementEntry.any(List.of(
                        new RequirementEntry(List.of(), List.of(), "A licence", true, "A letter", false, "Keeper"),
                        new RequirementEntry(List.of(), List.of(), "A diploma", false, null, true, null)))),
                new Change.Require(null),
                new Change.ShareTime(new PillarMix("2026-11-21", "A survey", List.of(new Share("Care", 100)))),
                new Change.ShareTime(null));

        assertThat(all).extracting(Object::getClass).contains(Change.class.getPermittedSubclasses());
        assertThat(all).allSatisfy(change -> assertThat(
                        ComposingSteps.read(ComposingSteps.of(change).change()))
                .isEqualTo(change));
    }

    @Test
    void leavesWhatItIsGivenAsItWas() {
        var before = ROLE.role();

        applied(ROLE, new Change.Remove(0, 0));

        assertThat(ROLE.role()).isEqualTo(before);
        assertThat(texts(ROLE, 0)).hasSize(2);
    }

    @Test
    void takesTheSameThingOnceAndTheSameWordsFromElsewhereAgain() {
        var first = taken("Explain your work", Origin.ofStatement("bees", 1, "explains"));
        var added = applied(ROLE, new Change.Add(1, List.of(first)));

        assertThat(texts(added, 1)).containsExactly("Explain your work");
        assertThat(refused(added, new Change.Add(0, List.of(first)))).isEqualTo("roleprofile.refused.twice");
        assertThat(texts(
                        applied(
                                added,
                                new Change.Add(
                                        1,
                                        List.of(taken(
                                                "Explain your work", Origin.ofStatement("bees", 2, "explains"))))),
                        1))
                .hasSize(2);
    }

    @Test
    void marksWhatIsOptionalAndHowMuchOfItIsAskedForAndKeepsItThroughOtherSteps() {
        var weighed =
                applied(applied(ROLE, new Change.MakeOptional(0, List.of(0, 1), true)), new Change.AskForOptional(2));
        var described =
                applied(weighed, new Change.Describe("Keeper", null, null, "Keeper", null, null, List.of(), List.of()));

        assertThat(described.role().minimumOptional()).isEqualTo(2);
        assertThat(described.role().sections().getFirst().entries()).allMatch(Competence::optional);
        assertThat(refused(weighed, new Change.AskForOptional(3))).isEqualTo("roleprofile.refused.minimum");
        assertThat(refused(ROLE, new Change.AskForOptional(1))).isEqualTo("roleprofile.refused.minimum");
        assertThat(refused(ROLE, new Change.MakeOptional(0, List.of(9), true))).isEqualTo("roleprofile.refused.gone");
    }

    @Test
    void putsANewHeadingBehindItsLayer() {
        var sections = applied(ROLE, new Change.AddSection(Layer.FACET, "Leadership"))
                .role()
                .sections();

        assertThat(sections)
                .extracting(Section::title)
                .containsExactly("Core competences", "Leadership", "Locality competences");
    }

    @Test
    void removesOnlyEmptyHeadings() {
        assertThat(refused(ROLE, new Change.RemoveSection(0))).isEqualTo("roleprofile.refused.sectionNotEmpty");
        assertThat(applied(ROLE, new Change.RemoveSection(1)).role().sections()).hasSize(1);
        assertThat(refused(ROLE, new Change.Remove(0, 7))).isEqualTo("roleprofile.refused.gone");
    }

    @Test
    void sharesTimeInAHundredParts() {
        var mix = new PillarMix("2026-11-21", null, List.of(new Share("Care", 70), new Share("Trade", 30)));

        assertThat(applied(ROLE, new Change.ShareTime(mix)).role().pillarMix()).isEqualTo(mix);
        assertThat(refused(
                        ROLE, new Change.ShareTime(new PillarMix("2026-11-21", null, List.of(new Share("Care", 70))))))
                .isEqualTo("roleprofile.refused.sum");
    }

    private static Competence taken(String text, Origin origin) {
        return new Competence(null, null, null, text, null, null, null, null, origin, null, List.of());
    }

    private static List<String> texts(FrameworkDocument document, int section) {
        return document.role().sections().get(section).entries().stream()
                .map(Competence::competence)
                .toList();
    }

    private static FrameworkDocument applied(FrameworkDocument document, Change change) {
        return switch (Composition.apply(document, change)) {
            case Outcome.Applied(var applied) -> applied;
            case Outcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static String refused(FrameworkDocument document, Change change) {
        return switch (Composition.apply(document, change)) {
            case Outcome.Applied applied -> throw new AssertionError(applied);
            case Outcome.Refused(var messageKey, var arguments) -> messageKey;
        };
    }
}
