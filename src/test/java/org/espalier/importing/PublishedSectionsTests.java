package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry;
import org.junit.jupiter.api.Test;

/** The published framework whose pay bands are sections with one repeated heading. */
class PublishedSectionsTests {

    @Test
    void hasFiveLevelsWithCodeAndTitle() {
        var draft = Imports.published("000").document();

        assertThat(draft.levels())
                .extracting(LevelEntry::code, LevelEntry::title)
                .containsExactly(
                        tuple("Band 5", "Newly qualified"),
                        tuple("Band 6", "Post-qualification experience"),
                        tuple("Band 7", "Highly experienced"),
                        tuple("Band 8", "Team lead"),
                        tuple("Band 9", "Service/Strategic manager"));
    }

    @Test
    void putsEveryBulletInItsLevelAndItsBlock() {
        var draft = Imports.published("000").document();

        var counts = draft.statements().stream()
                .collect(Collectors.groupingBy(
                        statement -> statement.level() + " " + statement.group(), Collectors.counting()));

        assertThat(draft.groups())
                .extracting(GroupEntry::id)
                .containsExactly(
                        "professional-practice", "education", "leadership-and-management", "research-and-evidence");
        assertThat(List.of("band-5", "band-6", "band-7", "band-8", "band-9"))
                .extracting(level -> draft.groups().stream()
                        .map(group -> counts.get(level + " " + group.id()).intValue())
                        .toList())
                .containsExactly(
                        List.of(5, 2, 4, 3),
                        List.of(5, 2, 8, 3),
                        List.of(7, 7, 11, 8),
                        List.of(9, 11, 13, 9),
                        List.of(9, 12, 13, 8));
        assertThat(draft.statements()).hasSize(149);
        assertThat(draft.statements().stream().map(StatementEntry::text).distinct())
                .hasSize(100);
        assertThat(draft.statements()).extracting(StatementEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheRepeatedHeadingAndMarksTitlesAsInferred() {
        var draft = Imports.published("000").document();

        assertThat(draft.groups()).allMatch(GroupEntry::titleInferred);
        assertThat(draft.groups())
                .extracting(GroupEntry::description)
                .containsOnly("Skills (practice-based, technical or scientific)");
        assertThat(draft.titleInferred()).isTrue();
    }

    @Test
    void attachesTheQualifierToEveryStatement() {
        var draft = Imports.published("000").document();

        assertThat(draft.statements()).extracting(StatementEntry::qualifier).containsOnly("With supervision");
    }

    @Test
    void takesTheLevelsAsRestatedThoughTheDocumentDoesNotSaySo() {
        var draft = Imports.published("000").document();

        assertThat(draft.progression()).isEqualTo(Progression.RESTATED);
        assertThat(draft.progressionBasis()).isNull();
        assertThat(draft.annotations()).anyMatch(annotation -> annotation.code().equals("progression-inferred"));
    }

    @Test
    void leavesOutTheEmptySectionsAtTheEnd() {
        var draft = Imports.published("000").document();

        assertThat(draft.leftOut())
                .extracting(LeftOut::line, LeftOut::reason)
                .containsExactly(
                        tuple(411, "empty-section"),
                        tuple(413, "empty-section"),
                        tuple(415, "empty-section"),
                        tuple(417, "empty-section"));
    }
}
