package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.ProviderMapping;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.junit.jupiter.api.Test;

/** The published framework of domains, competencies and stages, with a provider's column beside them. */
class PublishedMatrixTests {

    @Test
    void hasThreeStagesAndNoProviderAmongThem() {
        var draft = Imports.published("004").document();

        assertThat(draft.levels())
                .extracting(LevelEntry::title)
                .containsExactly("Entry level", "Intermediate", "Assistant Practitioner");
        assertThat(draft.levels()).allMatch(level -> level.code() == null);
    }

    @Test
    void hasEightDescribedDomainsAndFiftyFiveCompetenciesInNumericOrder() {
        var draft = Imports.published("004").document();

        assertThat(draft.groups())
                .extracting(GroupEntry::code)
                .containsExactly(
                        "Domain 1", "Domain 2", "Domain 3", "Domain 4", "Domain 5", "Domain 6", "Domain 7", "Domain 8");
        assertThat(draft.groups()).allMatch(group -> group.kind().equals("domain") && group.description() != null);
        assertThat(draft.groups())
                .extracting(group -> group.groups().size())
                .containsExactly(3, 12, 12, 4, 11, 2, 5, 6);
        assertThat(draft.groups().get(1).groups())
                .extracting(GroupEntry::code)
                .containsExactly("2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10", "2.11", "2.12");
        assertThat(draft.groups().get(3).groups().getLast().code()).isEqualTo("4.4");
        assertThat(draft.groups().get(3).groups().getLast().title()).isEqualTo("Effective Communication");
    }

    @Test
    void putsEveryCellInItsStage() {
        var draft = Imports.published("004").document();

        assertThat(draft.statements()).hasSize(165).allMatch(statement -> statement.state() == State.STATED);
        assertThat(draft.statements().stream()
                        .collect(Collectors.groupingBy(StatementEntry::level, Collectors.counting())))
                .containsOnlyKeys("entry-level", "intermediate", "assistant-practitioner")
                .allSatisfy((level, count) -> assertThat(count).isEqualTo(55));
        assertThat(draft.statements())
                .filteredOn(statement -> statement.id().endsWith("-3-3"))
                .extracting(statement -> String.valueOf(statement.text()).split(" ")[0])
                .containsExactly("Works", "May", "Able");
    }

    @Test
    void keepsIdenticalWordingAsSeparateExpectations() {
        var draft = Imports.published("004").document();

        var texts = draft.statements().stream()
                .collect(Collectors.groupingBy(
                        StatementEntry::group, Collectors.mapping(StatementEntry::text, Collectors.toSet())));

        assertThat(texts.values()).filteredOn(wordings -> wordings.size() == 1).hasSize(27);
        assertThat(draft.statements()).extracting(StatementEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void takesTheFirstDomainAsEntryCriteria() {
        var draft = Imports.published("004").document();

        assertThat(draft.statements())
                .filteredOn(statement -> statement.kind() == Kind.ENTRY_CRITERION)
                .hasSize(9)
                .allMatch(statement -> String.valueOf(statement.group()).startsWith("competency-1-"));
    }

    @Test
    void readsTheProvidersColumnAsMappings() {
        var draft = Imports.published("004").document();

        assertThat(draft.providerMappings()).hasSize(55).allMatch(mapping -> mapping.provider()
                .equals("ExR"));
        assertThat(draft.providerMappings())
                .filteredOn(mapping -> mapping.state() == State.STATED)
                .extracting(ProviderMapping::code)
                .containsExactlyElementsOf(
                        List.of("3.1", "3.5", "3.11", "3.12", "4.1", "5.1", "5.5", "5.11", "6.1", "6.2", "8.4", "8.5"));
        assertThat(draft.providerMappings())
                .filteredOn(mapping -> mapping.state() == State.NOT_APPLICABLE)
                .hasSize(43);
    }

    @Test
    void doubtsAListOfProtectedCharacteristicsThatLacksOne() {
        var draft = Imports.published("004").document();

        assertThat(draft.annotations())
                .filteredOn(annotation -> annotation.code().equals("protected-characteristic-missing"))
                .singleElement()
                .satisfies(annotation -> {
                    assertThat(annotation.severity()).isEqualTo(Annotation.Severity.WARNING);
                    assertThat(annotation.message()).contains("“sex”");
                });
    }

    @Test
    void leavesNothingOut() {
        assertThat(Imports.published("004").document().leftOut()).isEmpty();
    }
}
