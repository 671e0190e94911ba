package org.espalier.pathway.closest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTests {
    private static final long SEED = 20261121;

    @Test
    void asksFirstWhatTellsTheMostApart() {
        var questions = questions(Trades.role(1, "A", "B"), Trades.role(2, "A", "C"), Trades.role(3, "D"));

        var first = questions.next(Ticks.NONE, 2);

        // of three roles "A" belongs to two, which no other question parts from the third as well; then one of the two
        assertThat(first.get(0).text()).isEqualTo("Works to A");
        assertThat(first.get(1).text()).isIn("Works to B", "Works to C");
    }

    @Test
    void asksTheSameWordsOnceForAllThatSayThem() {
        var questions = questions(Trades.role(1, "A", "B"), Trades.role(2, "A", "C"));

        assertThat(questions.all().stream().map(Question::text))
                .containsExactlyInAnyOrder("Works to A", "Works to B", "Works to C");
        var hints = questions.ranked(ticked(questions, "Works to A"));
        assertThat(hints).extracting(Hint::ticked).containsExactly(1, 1);
    }

    @Test
    void goesOnAboutWhatSeemsClosest() {
        var versions = new ArrayList<FrameworkVersion>();
        for (var number = 1; number <= 30; number++) {
            versions.add(Trades.role(number, "A" + number, "B" + number, "C" + number));
        }
        var questions = questions(versions.toArray(FrameworkVersion[]::new));

        var next = questions.next(ticked(questions, "Works to A7"), 10);

        assertThat(next).extracting(Question::text).containsExactlyInAnyOrder("Works to B7", "Works to C7");
    }

    @Test
    void asksAboutOthersWhenAllIsKnownOfTheClosest() {
        var questions = questions(Trades.role(1, "A", "B"), Trades.role(2, "C", "D"));

        var next = questions.next(ticked(questions, "Works to A", "Works to B"), 10);

        assertThat(next).extracting(Question::text).containsExactlyInAnyOrder("Works to C", "Works to D");
        assertThat(questions.next(ticked(questions, "Works to A", "Works to B", "Works to C", "Works to D"), 10))
                .isEmpty();
    }

    @Test
    void takesWhatWasLeftAloneForUnknown() {
        var questions = questions(Trades.role(1, "A", "B", "C"));
        var left = Ticks.NONE.and(ids(questions, "Works to A", "Works to B"), ids(questions, "Works to A"));

        var hint = questions.ranked(left).getFirst();

        assertThat(hint).extracting(Hint::asks, Hint::shown, Hint::ticked).containsExactly(3, 2, 1);
        assertThat(hint.tally().unanswered()).isEqualTo(2);
        assertThat(hint.tally().gaps()).isZero();
    }

    @Test
    void putsMuchThatWasTickedBeforeLittleThatWasAsked() {
        var questions = questions(Trades.role(1, "A", "B", "C", "D", "E"), Trades.role(2, "F", "G"));
        var ticks = Ticks.NONE.and(
                ids(questions, "Works to A", "Works to B", "Works to C", "Works to D", "Works to E", "Works to F"),
                ids(questions, "Works to A", "Works to B", "Works to C", "Works to D", "Works to F"));

        assertThat(questions.ranked(ticks).stream()
                        .map(hint -> hint.destination().name()))
                .containsExactly("Role 1", "Role 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverAsksTwiceAndNeverLowersWhatATickSupports(int run) {
        var random = new Random(SEED + run);
        var versions = new ArrayList<FrameworkVersion>();
        for (var number = 1; number <= 12; number++) {
            versions.add(
                    random.nextBoolean()
                            ? Trades.framework(number, "cumulative", 1 + random.nextInt(4), 3)
                            : Trades.role(
                                    number, "A" + random.nextInt(9), "B" + random.nextInt(9), "C" + random.nextInt(9)));
        }
        var questions = questions(versions.toArray(FrameworkVersion[]::new));
        var ticks = Ticks.NONE;
        var asked = new HashSet<StatementId>();
        for (var page = 0; page < 4; page++) {
            var next = questions.next(ticks, 5).stream().map(Question::id).toList();
            assertThat(next).doesNotHaveDuplicates().noneMatch(asked::contains);
            asked.addAll(next);
            var without = ticks.and(next, List.of());
            ticks = ticks.and(
                    next, next.stream().filter(id -> random.nextBoolean()).toList());
            for (var hint : questions.ranked(ticks)) {
                var same = questions.ranked(without).stream()
                        .filter(other -> other.destination() == hint.destination())
                        .findFirst()
                        .orElseThrow();
                assertThat(hint.ticked()).isGreaterThanOrEqualTo(same.ticked());
                assertThat(hint.shown()).isEqualTo(same.shown());
                assertThat(hint.ticked()).isLessThanOrEqualTo(hint.shown());
                assertThat(hint.shown()).isLessThanOrEqualTo(hint.asks());
            }
        }
    }

    private static Questions questions(FrameworkVersion... versions) {
        return Questions.of(Trades.layout(versions));
    }

    private static Ticks ticked(Questions questions, String... texts) {
        return Ticks.NONE.and(ids(questions, texts), ids(questions, texts));
    }

    private static List<StatementId> ids(Questions questions, String... texts) {
        var wanted = Set.of(texts);
        return questions.all().stream()
                .filter(question -> wanted.contains(question.text()))
                .map(Question::id)
                .toList();
    }
}
