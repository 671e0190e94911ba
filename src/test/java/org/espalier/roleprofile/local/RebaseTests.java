package org.espalier.roleprofile.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.espalier.roleprofile.local.Additions.Competence;
import org.espalier.roleprofile.local.Additions.Note;
import org.espalier.roleprofile.local.HiveRole.Asked;
import org.espalier.roleprofile.local.Rebase.Choice;
import org.espalier.roleprofile.local.Rebase.Conflict;
import org.espalier.roleprofile.local.Rebase.Decision;
import org.espalier.roleprofile.local.Rebase.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebaseTests {
    private static final List<Asked> ASKED = List.of(
            HiveRole.RECORDS,
            HiveRole.SWARMS,
            HiveRole.SWARMS_REWORDED,
            HiveRole.MITES,
            HiveRole.HONEY,
            new Asked("Treat mites with oxalic acid", "apia3"),
            new Asked("Keep bees warm", "APIA9"));

    private final National base = HiveRole.version(1, HiveRole.RECORDS, HiveRole.SWARMS, HiveRole.HONEY);

    @Test
    void takesOverWhatTheRevisionDoesNotTouch() {
        var additions = Additions.NONE
                .called("Bee lead")
                .with(Competence.own("Speak Welsh to the bees"))
                .withNote(key(base, HiveRole.RECORDS), "In the blue book")
                .withNote(null, "Ask Gwen");
        var next = HiveRole.version(2, HiveRole.HONEY, HiveRole.RECORDS, HiveRole.MITES);

        var rebase = Rebase.onto(base, next, additions);

        assertThat(rebase.conflicts()).isEmpty();
        assertThat(rebase.merged()).isEqualTo(3);
        assertThat(rebase.resolved(Map.of())).isEqualTo(additions);
    }

    @Test
    void asksWhatBecomesOfANoteOnACompetenceThatIsGone() {
        var additions = Additions.NONE.withNote(key(base, HiveRole.SWARMS), "Call the fire brigade");
        var next = HiveRole.version(2, HiveRole.RECORDS, new Asked("Catch swarms without harm to anyone", null));

        var rebase = Rebase.onto(base, next, additions);

        assertThat(rebase.conflicts())
                .extracting(Conflict::why, Conflict::text, Conflict::nearest)
                .containsExactly(tuple(
                        Why.NOTED_COMPETENCE_GONE,
                        "Call the fire brigade",
                        next.competences().get(1).statement().key()));
        assertThat(rebase.resolved(Map.of(1, keep())).notes())
                .containsExactly(new Note(1, null, "Call the fire brigade"));
        assertThat(rebase.resolved(Map.of(1, new Decision(Choice.MOVE, "elsewhere")))
                        .notes())
                .containsExactly(new Note(1, "elsewhere", "Call the fire brigade"));
        assertThat(rebase.resolved(Map.of(1, drop())).notes()).isEmpty();
    }

    @Test
    void asksWhetherANoteStillFitsARewordedCompetence() {
        // publishing keeps the key of what is reworded; here both wordings make the same one
        var before = HiveRole.version(1, new Asked("Catch a swarm", null));
        var after = HiveRole.version(2, new Asked("Catch a swarm.", null));
        var additions = Additions.NONE.withNote("catch-a-swarm", "With two people");

        assertThat(Rebase.onto(before, after, additions).conflicts())
                .extracting(Conflict::why)
                .containsExactly(Why.NOTED_COMPETENCE_REWORDED);
    }

    @Test
    void asksAboutALocalCompetenceThatIsNationalNow() {
        var additions = Additions.NONE
                .with(Competence.standard("apia3", "Treat mites with thymol", null))
                .with(Competence.own("keep bees warm."));
        var next = HiveRole.version(2, HiveRole.RECORDS, HiveRole.MITES, new Asked("Keep bees warm", null));

        assertThat(Rebase.onto(base, next, additions).conflicts())
                .extracting(Conflict::number, Conflict::why)
                .containsExactly(tuple(1, Why.LOCAL_IS_NATIONAL_NOW), tuple(2, Why.LOCAL_IS_NATIONAL_NOW));
    }

    @Test
    void asksAboutAStandardThatHasAnotherTitleThere() {
        var additions = Additions.NONE.with(Competence.standard("APIA3", "Treat mites with oxalic acid", null));
        var next = HiveRole.version(2, HiveRole.RECORDS, HiveRole.MITES);

        assertThat(Rebase.onto(base, next, additions).conflicts())
                .extracting(Conflict::why)
                .containsExactly(Why.SAME_CODE_OTHER_TITLE);
    }

    @Test
    void asksOneQuestionWhenTheProfileIsWithdrawn() {
        var additions = Additions.NONE.with(Competence.own("Keep bees warm")).withNote(null, "Ask Gwen");

        var rebase = Rebase.onto(base, null, additions);

        assertThat(rebase.conflicts()).extracting(Conflict::why).containsExactly(Why.PROFILE_WITHDRAWN);
        assertThat(rebase.resolved(Map.of(0, keep()))).isEqualTo(additions);
        assertThat(rebase.resolved(Map.of(0, drop()))).isEqualTo(Additions.NONE);
    }

    @Test
    void refusesToGuessADecision() {
        var rebase = Rebase.onto(base, null, Additions.NONE.called("Bee lead"));

        assertThatThrownBy(() -> rebase.resolved(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rebase.resolved(Map.of(0, new Decision(Choice.MOVE, "x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void changesNothingOntoTheSameVersion(int seed) {
        var random = new Random(seed);
        for (var n = 0; n < 100; n++) {
            var version = anyVersion(random, 1);
            var additions = anyAdditions(random, version);

            var rebase = Rebase.onto(version, version, additions);

            assertThat(rebase.conflicts()).isEmpty();
            assertThat(rebase.resolved(Map.of())).isEqualTo(additions);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void losesNothingLocalWithoutADecisionAndKeepsTheOrder(int seed) {
        var random = new Random(seed);
        for (var n = 0; n < 100; n++) {
            var before = anyVersion(random, 1);
            var next = anyVersion(random, 2);
            var additions = anyAdditions(random, before);
            var rebase = Rebase.onto(before, next, additions);
            var decisions = new HashMap<Integer, Decision>();
            var dropped = new HashSet<Integer>();
            for (var conflict : rebase.conflicts()) {
                var choice =
                        conflict.choices().get(random.nextInt(conflict.choices().size()));
                decisions.put(
                        conflict.number(),
                        new Decision(
                                choice,
                                next.competences().getFirst().statement().key()));
                if (choice == Choice.DROP) {
                    dropped.add(conflict.number());
                }
            }

            var resolved = rebase.resolved(decisions);

            assertThat(resolved.competences())
                    .containsExactlyElementsOf(additions.competences().stream()
                            .filter(one -> !dropped.contains(one.number()))
                            .toList());
            assertThat(resolved.notes())
                    .extracting(Note::number, Note::text)
                    .containsExactlyElementsOf(additions.notes().stream()
                            .filter(one -> !dropped.contains(one.number()))
                            .map(one -> tuple(one.number(), one.text()))
                            .toList());
            assertThat(resolved.notes()).allMatch(note -> note.about() == null || isKnown(note, before, next));
            assertThat(rebase.merged() + rebase.conflicts().size())
                    .isEqualTo(
                            additions.competences().size() + additions.notes().size());
        }
    }

    /** A note that was on no competence of the old version is left where it was; all others stand on one of the new. */
    private static boolean isKnown(Note note, National before, National next) {
        return next.competence(note.about()).isPresent()
                || before.competence(note.about()).isEmpty();
    }

    private static National anyVersion(Random random, int number) {
        var asked = new ArrayList<Asked>();
        for (var one : ASKED) {
            if (random.nextBoolean()) {
                asked.add(one);
            }
        }
        if (asked.isEmpty()) {
            asked.add(HiveRole.HONEY);
        }
        return HiveRole.version(number, asked.toArray(Asked[]::new));
    }

    private static Additions anyAdditions(Random random, National version) {
        var additions = Additions.NONE;
        for (var n = random.nextInt(5); n > 0; n--) {
            var one = ASKED.get(random.nextInt(ASKED.size()));
            additions = additions.with(
                    one.code() == null || random.nextBoolean()
                            ? Competence.own(one.competence())
                            : Competence.standard(one.code(), one.competence(), null));
        }
        for (var n = random.nextInt(5); n > 0; n--) {
            var about = version.competences()
                    .get(random.nextInt(version.competences().size()))
                    .statement()
                    .key();
            additions = additions.withNote(random.nextInt(4) == 0 ? null : about, "Note " + n);
        }
        return additions;
    }

    private static String key(National version, Asked asked) {
        return version.competences().stream()
                .filter(one -> one.entry().competence().equals(asked.competence()))
                .findFirst()
                .orElseThrow()
                .statement()
                .key();
    }

    private static Decision keep() {
        return new Decision(Choice.KEEP, null);
    }

    private static Decision drop() {
        return new Decision(Choice.DROP, null);
    }
}
