package org.espalier.importing.reviewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.framework.format.At;
import org.espalier.framework.format.FacetEntry;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.StatementEntry;
import org.junit.jupiter.api.Test;

class ReviewTests {

    private final FrameworkDocument imported = orchard();

    @Test
    void placesStatementsAndTakesThePlaceAsCertain() {
        var review = review(new Edit.SetFacet(List.of("s2"), "knowledge"), new Edit.SetLevel(List.of("s2"), "step-2"));

        var moved = statement(review, "s2");
        assertThat(moved.facet()).isEqualTo("knowledge");
        assertThat(moved.facetCertain()).isTrue();
        assertThat(moved.level()).isEqualTo("step-2");
    }

    @Test
    void splitsAtAWordAndJoinsAgainWithoutLosingOne() {
        var split = review(new Edit.Split("s1", 2));
        assertThat(statement(split, "s1").text()).isEqualTo("Prunes trees");
        assertThat(statement(split, "s1-2").text()).isEqualTo("in winter");

        var joined = review(new Edit.Split("s1", 2), new Edit.Merge("s1", "s1-2"));
        assertThat(joined.document().statements()).isEqualTo(imported.statements());
    }

    @Test
    void leavesAStatementOutAndBringsItBack() {
        var out = review(new Edit.LeaveOut(List.of("s3")));
        assertThat(out.document().statements()).hasSize(2);
        assertThat(out.document().leftOut())
                .anyMatch(left -> left.line() == 12 && left.text().equals("Ties branches"));

        var back = review(
                new Edit.LeaveOut(List.of("s3")),
                new Edit.BringBack(12, 12, "step-1", "care", StatementEntry.Kind.EXPECTATION));
        assertThat(back.document().statements())
                .extracting(StatementEntry::text)
                .containsExactly("Prunes trees in winter", "Waters", "Ties branches");
    }

    @Test
    void leavingTheLastEditOutUndoesIt() {
        var before = review(new Edit.RetitleGroup("care", null, "Caring for trees"));
        var after = review(new Edit.RetitleGroup("care", null, "Caring for trees"), new Edit.Move("s3", null));

        assertThat(after.document()).isNotEqualTo(before.document());
        assertThat(new Review(after.imported(), List.of(), after.edits().subList(0, 1)).document())
                .isEqualTo(before.document());
    }

    @Test
    void marksWhatIsOptionalAndHowManyAreAskedForAndKeepsItThroughOtherEdits() {
        var review = review(
                new Edit.SetOptional(List.of("s1", "s2", "s3"), true),
                new Edit.SetMinimumOptional("step-1", 2),
                new Edit.SetOptional(List.of("s3"), false),
                new Edit.SetFacet(List.of("s1"), "knowledge"),
                new Edit.Split("s1", 2),
                new Edit.RetitleLevel("step-1", "Step 1", "Beginning"));

        assertThat(review.document().statements())
                .filteredOn(StatementEntry::optional)
                .extracting(StatementEntry::id)
                .containsExactly("s1", "s1-2", "s2");
        assertThat(review.document().levels().getFirst().minimumOptional()).isEqualTo(2);
        assertThat(statement(
                                review(
                                        new Edit.SetOptional(List.of("s1"), true),
                                        new Edit.SetKind(List.of("s1"), StatementEntry.Kind.LEARNING)),
                                "s1")
                        .optional())
                .isFalse();
    }

    @Test
    void refusesAMinimumOfMoreThanThereAre() {
        assertThat(Review.apply(imported, List.of(), new Edit.SetMinimumOptional("step-1", 1)))
                .isInstanceOf(Review.Outcome.Refused.class);
        assertThat(Review.apply(
                        review(new Edit.SetKind(List.of("s1"), StatementEntry.Kind.LEARNING))
                                .document(),
                        List.of(),
                        new Edit.SetOptional(List.of("s1"), true)))
                .isInstanceOf(Review.Outcome.Refused.class);
    }

    @Test
    void refusesWhatCannotBeDoneWithAReason() {
        assertThat(Review.apply(imported, List.of(), new Edit.Split("s2", 1)))
                .isInstanceOf(Review.Outcome.Refused.class);
        assertThat(Review.apply(imported, List.of(), new Edit.SetLevel(List.of("s1"), "step-9")))
                .isInstanceOf(Review.Outcome.Refused.class);
        assertThat(Review.apply(imported, List.of(), new Edit.RemoveGroup("care")))
                .isInstanceOf(Review.Outcome.Refused.class);
        assertThat(Review.apply(imported, List.of(), new Edit.SetLevel(List.of(), "step-1")))
                .isInstanceOf(Review.Outcome.Refused.class);
    }

    @Test
    void keepsEveryWordAndEveryLineWhateverIsDone() {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var document = imported;
            for (var step = 0; step < 20; step++) {
                if (Review.apply(document, List.of(), anEdit(random, document))
                        instanceof Review.Outcome.Applied(var next)) {
                    document = next;
                }
            }
            assertThat(lines(document)).as("seed %d", seed).isEqualTo(lines(imported));
            assertThat(words(document)).as("seed %d", seed).isEqualTo(words(imported));
            assertThat(document.statements())
                    .extracting(StatementEntry::id)
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates();
        }
    }

    private static Edit anEdit(Random random, FrameworkDocument document) {
        var ids = document.statements().stream().map(StatementEntry::id).toList();
        var one = ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
        var other = ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
        return switch (random.nextInt(6)) {
            case 0 -> new Edit.Split(one, random.nextInt(4));
            case 1 -> new Edit.Merge(one, other);
            case 2 -> new Edit.Move(one, other);
            case 3 -> new Edit.LeaveOut(List.of(one));
            case 4 -> {
                if (document.leftOut().isEmpty()) {
                    yield new Edit.Accept(List.of(one));
                }
                var left =
                        document.leftOut().get(random.nextInt(document.leftOut().size()));
                yield new Edit.BringBack(left.line(), left.endLine(), null, null, StatementEntry.Kind.EXPECTATION);
            }
            default -> new Edit.SetLevel(List.of(one), random.nextBoolean() ? "step-2" : null);
        };
    }

    private static TreeSet<Integer> lines(FrameworkDocument document) {
        var lines = new TreeSet<Integer>();
        for (var statement : document.statements()) {
            var places =
                    new ArrayList<>(statement.alsoAt().stream().map(At::source).toList());
            if (statement.source() != null) {
                places.add(statement.source());
            }
            places.forEach(place ->
                    IntStream.rangeClosed(place.line(), place.endLine()).forEach(lines::add));
        }
        document.leftOut().forEach(left -> IntStream.rangeClosed(left.line(), left.endLine())
                .forEach(lines::add));
        return lines;
    }

    private static TreeSet<String> words(FrameworkDocument document) {
        var text = document.statements().stream().map(StatementEntry::text).collect(Collectors.joining(" "))
                + " "
                + document.leftOut().stream().map(LeftOut::text).collect(Collectors.joining(" "));
        return new TreeSet<>(List.of(text.trim().split(" +")));
    }

    private Review review(Edit... edits) {
        return new Review(imported, List.of(), List.of(edits));
    }

    private static StatementEntry statement(Review review, String id) {
        return review.document().statements().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static FrameworkDocument orchard() {
        return new FrameworkDocument(
                FrameworkDocument.FORMAT,
                Kind.FRAMEWORK,
                "Orchard work",
                false,
                null,
                null,
                "en",
                null,
                null,
                null,
                null,
                null,
                Progression.RESTATED,
                null,
                null,
                List.of(level("step-1", "Step 1"), level("step-2", "Step 2")),
                List.of(new GroupEntry(
                        "care", "pillar", null, "Care", false, null, List.of(), new Place(9, 9, null), List.of())),
                List.of(new FacetEntry("knowledge", "Knowledge", null, List.of())),
                List.of(
                        statement("s1", "Prunes trees in winter", 10),
                        statement("s2", "Waters", 11),
                        statement("s3", "Ties branches", 12)),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new LeftOut(14, 14, null, "page-furniture", "Page four")));
    }

    private static LevelEntry level(String id, String code) {
        return new LevelEntry(id, code, null, List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of());
    }

    private static StatementEntry statement(String id, String text, int line) {
        return new StatementEntry(
                id,
                "step-1",
                "care",
                null,
                false,
                StatementEntry.Kind.EXPECTATION,
                StatementEntry.State.STATED,
                text,
                null,
                null,
                new Place(line, line, null),
                List.of());
    }
}
