package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RouteEntry;
import org.junit.jupiter.api.Test;

/** The published framework of practice levels in one table cut into seven, with routes between them. */
class PublishedRowsTests {

    @Test
    void hasSixLevelsInOrder() {
        var draft = Imports.published("003").document();

        assertThat(draft.levels())
                .extracting(LevelEntry::title)
                .containsExactly(
                        "Support Work Level Practice",
                        "Associate/ Assistant Practitioner Level Practice",
                        "Registered Practitioner Level Practice",
                        "Enhanced Level Practice",
                        "Advanced Level Practice",
                        "Consultant Level Practice");
        assertThat(draft.levels())
                .allMatch(level -> level.careerFrameworkLevels().isEmpty());
    }

    @Test
    void joinsDescriptorsOverPageCuts() {
        var draft = Imports.published("003").document();

        assertThat(draft.levels())
                .extracting(level -> level.descriptor().size())
                .containsExactly(1, 1, 5, 1, 1, 1);
        assertThat(draft.levels().get(1).descriptor().getFirst()).contains("perspectives and pathways");
        assertThat(draft.levels().get(2).descriptor())
                .anyMatch(paragraph -> paragraph.contains("enterprise organisations"));
        assertThat(draft.levels())
                .allSatisfy(level -> assertThat(level.descriptor()).allMatch(text -> text.endsWith(".")));
    }

    @Test
    void splitsRequirementsAndRolesItemByItemAndSaysWhereThatIsUncertain() {
        var draft = Imports.published("003").document();

        assertThat(draft.levels().get(0).requirements())
                .containsExactly("Care Certificate", "Appropriate Apprenticeship");
        assertThat(draft.levels().get(0).exampleRoles()).hasSize(5).contains("Phlebotomist", "Peer Support Worker");
        assertThat(draft.levels().get(2).exampleRoles())
                .containsExactly(
                        "General Practice Nurse",
                        "Registered Nurse - Adult",
                        "Registered Nurse – Children",
                        "Registered Nurse- Mental Health",
                        "Registered Nurse- Learning Disability",
                        "Art Therapist",
                        "Dietitian",
                        "Paramedic",
                        "Speech & Language Therapist",
                        "Physiotherapist",
                        "Occupational Therapist");
        assertThat(draft.levels().get(5).requirements())
                .contains("Professional Doctorate", "PhD (Research)", "Educational Doctorate (Education)");
        assertThat(draft.annotations())
                .filteredOn(annotation -> annotation.code().equals("uncertain-split"))
                .hasSize(12)
                .allMatch(annotation ->
                        annotation.severity() == Annotation.Severity.WARNING && annotation.source() != null);
    }

    @Test
    void leavesOutTheGarbledDuplicateOnly() {
        var draft = Imports.published("003").document();

        assertThat(draft.leftOut())
                .filteredOn(out -> out.reason().equals("garbled-duplicate"))
                .singleElement()
                .extracting(LeftOut::line)
                .isEqualTo(126);
        assertThat(draft.levels().get(2).exampleRoles()).contains("Physiotherapist");
    }

    @Test
    void assumesNoStatements() {
        assertThat(Imports.published("003").document().statements()).isEmpty();
    }

    @Test
    void hasSevenRoutes() {
        var draft = Imports.published("003").document();

        assertThat(draft.routes())
                .extracting(RouteEntry::to, RouteEntry::toStated)
                .containsExactly(
                        tuple("support-work-level-practice", false),
                        tuple("support-work-level-practice", false),
                        tuple("associate-assistant-practitioner-level-practice", false),
                        tuple("registered-practitioner-level-practice", false),
                        tuple("enhanced-level-practice", true),
                        tuple("advanced-level-practice", false),
                        tuple("advanced-level-practice", true));
        assertThat(draft.routes())
                .extracting(route -> route.requirements().size())
                .containsExactly(0, 0, 1, 3, 2, 1, 1);
        assertThat(draft.routes())
                .extracting(route -> route.opportunities().size())
                .containsExactly(1, 1, 2, 0, 0, 1, 0);
        assertThat(draft.routes()).extracting(route -> route.supports().size()).containsExactly(1, 1, 0, 0, 0, 0, 3);
        assertThat(draft.annotations())
                .filteredOn(annotation -> annotation.code().equals("route-destination-not-stated"))
                .hasSize(5);
    }

    @Test
    void isARestrictedDraft() {
        var draft = Imports.published("003").document();

        assertThat(draft.status()).isEqualTo("draft");
        assertThat(draft.statusNote()).contains("30 September 2024").contains("NOT FOR WIDER DISTRIBUTION");
        assertThat(draft.annotations()).extracting(Annotation::code).contains("restricted");
        assertThat(draft.title()).endsWith("Career Framework");
        assertThat(draft.titleInferred()).isFalse();
    }

    @Test
    void listsTheReferencesAndLeavesOutTheRestWithReasons() {
        var draft = Imports.published("003").document();

        assertThat(draft.references()).hasSize(19).contains("Careers resource for registered nurses, RCN");
        assertThat(draft.leftOut().stream().map(LeftOut::reason).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "front-matter",
                        "empty-section",
                        "table-of-contents",
                        "introduction",
                        "repeated-heading",
                        "footnote",
                        "column-headings",
                        "garbled-duplicate",
                        "section-heading"));
    }
}
