package org.espalier.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.framework.Succession.Fate;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.testing.Beekeeping;
import org.junit.jupiter.api.Test;

class SuccessionTests {
    private final FrameworkVersion first = version(1, Beekeeping.framework("of succession"), List.of());
    private final FrameworkVersion second = version(2, Beekeeping.revised("of succession"), first.statements());
    private final Succession succession = new Succession(first, second);

    @Test
    void tellsTheSameWordsFromChangedOnesAndFromWhatHasGone() {
        assertThat(succession.of(statement("f1"))).isEqualTo(Fate.SAME);
        assertThat(succession.of(statement("f3"))).as("and in spring").isEqualTo(Fate.REWORDED);
        assertThat(succession.of(statement("h3"))).as("wasps for mites").isEqualTo(Fate.GONE);
        assertThat(succession.now(statement("f3").id()).orElseThrow().text()).endsWith("and in spring");
        assertThat(succession.now(statement("h3").id())).isEmpty();
    }

    @Test
    void findsAllThatStayedAndAllThatWasReworded() {
        assertThat(succession.all(Fate.SAME)).hasSize(first.statements().size() - 2);
        assertThat(succession.all(Fate.REWORDED))
                .containsOnlyKeys(statement("f3").id())
                .containsValue(second.statement("f3").orElseThrow().id());
    }

    @Test
    void takesAGroupForTheSameOnlyWithAllThatItHolds() {
        var feeding = first.group("feeding").orElseThrow();

        assertThat(succession.of(feeding, "grade-1")).isEqualTo(Fate.SAME);
        assertThat(succession.of(feeding, "grade-2")).isEqualTo(Fate.REWORDED);
        assertThat(succession.of(feeding, null)).isEqualTo(Fate.REWORDED);
        assertThat(succession.of(first.group("husbandry").orElseThrow(), null)).isEqualTo(Fate.REWORDED);
        assertThat(succession.of(first.group("trade").orElseThrow(), null)).isEqualTo(Fate.SAME);
        assertThat(succession.of(feeding, "grade-9")).isEqualTo(Fate.GONE);
    }

    @Test
    void takesOnlyAnEarlierVersionOfTheSameFramework() {
        assertThatThrownBy(() -> new Succession(second, first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Succession(first, first)).isInstanceOf(IllegalArgumentException.class);
    }

    private Statement statement(String key) {
        return first.statement(key).orElseThrow();
    }

    /** A version as it is published after one with these statements. */
    private static FrameworkVersion version(int number, FrameworkDocument document, List<Statement> before) {
        var contents = Contents.of(document);
        var statements = new ArrayList<Statement>();
        for (var entry : KeptKeys.of(
                before, Set.copyOf(before.stream().map(Statement::key).toList()), contents.statements())) {
            statements.add(MadeUp.statement(number * 100L + statements.size(), entry));
        }
        return new FrameworkVersion(
                new VersionId(number), "bees", number, Instant.EPOCH, document, contents.groups(), statements);
    }
}
