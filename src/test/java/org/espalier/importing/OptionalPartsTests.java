package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.StatementEntry;
import org.junit.jupiter.api.Test;

/** What a document itself calls optional, in headings, lead-ins and columns; nothing else is. */
class OptionalPartsTests {

    private static final String[] BOAT_CREWS = {
        "# Boat crews: a career framework",
        "",
        "Published by the Harbour Trust.",
        "",
        "## Grade A: Deck hand",
        "",
        "### On deck",
        "",
        "- Coils ropes",
        "- Paints the hull",
        "- Keeps optional gear dry",
        "",
        "### Optional skills",
        "",
        "At least two of the following:",
        "",
        "- Cooks for the crew",
        "- Mends sails",
        "- Speaks on the radio",
        "",
        "## Grade B: Mate",
        "",
        "### On deck",
        "",
        "- Reads the weather",
        "- Sets the watch",
        "",
        "### Optional skills",
        "",
        "- Teaches new hands",
        "- Dives",
    };

    private final FrameworkDocument crews = Imports.text(BOAT_CREWS);

    @Test
    void marksWhatStandsUnderAHeadingThatSaysSo() {
        assertThat(optional(crews))
                .containsExactly(
                        "Cooks for the crew", "Mends sails", "Speaks on the radio", "Teaches new hands", "Dives");
    }

    @Test
    void keepsHowManyAreAskedForAtTheLevelThatSaysIt() {
        assertThat(crews.levels())
                .extracting(level -> level.minimumOptional())
                .as(crews.statements().toString())
                .containsExactly(2, 0);
    }

    @Test
    void keepsTheWordsThemselves() {
        assertThat(crews.statements())
                .filteredOn(statement -> statement.optional() && "Mends sails".equals(statement.text()))
                .singleElement()
                .extracting(StatementEntry::qualifier)
                .isEqualTo("At least two of the following");
        assertThat(crews.groups()).extracting(group -> group.title()).contains("Optional skills");
    }

    @Test
    void marksNothingWhereTheWordMerelyOccurs() {
        var draft = Imports.text(
                "# Boat crews",
                "",
                "## Grade A: Deck hand",
                "",
                "### Optional clothing and how to care for it",
                "",
                "- Dries oilskins",
                "- Knows which lights are optional",
                "",
                "## Grade B: Mate",
                "",
                "### At least once a year",
                "",
                "- Checks the rafts",
                "- Drills the crew");

        assertThat(draft.statements()).isNotEmpty();
        assertThat(optional(draft)).isEmpty();
    }

    @Test
    void leavesAllRequiredWhereAsManyAreAskedForAsThereAre() {
        var draft = Imports.text(
                "# Boat crews",
                "",
                "## Grade A: Deck hand",
                "",
                "### On deck",
                "",
                "At least two of the following:",
                "",
                "- Coils ropes",
                "- Paints the hull",
                "",
                "## Grade B: Mate",
                "",
                "### On deck",
                "",
                "- Reads the weather");

        assertThat(optional(draft)).isEmpty();
        assertThat(draft.levels()).extracting(level -> level.minimumOptional()).containsOnly(0);
    }

    @Test
    void setsNoMinimumWhereOneLevelHasTwoAndSaysSo() {
        var draft = Imports.text(
                "# Boat crews",
                "",
                "## Grade A: Deck hand",
                "",
                "### On deck",
                "",
                "At least one of the following:",
                "",
                "- Coils ropes",
                "- Paints the hull",
                "",
                "### Below deck",
                "",
                "Any two of the following:",
                "",
                "- Cooks",
                "- Cleans",
                "- Mends sails",
                "",
                "## Grade B: Mate",
                "",
                "### On deck",
                "",
                "- Reads the weather");

        assertThat(optional(draft)).hasSize(5);
        assertThat(draft.levels()).extracting(level -> level.minimumOptional()).containsOnly(0);
        assertThat(draft.annotations())
                .extracting(annotation -> annotation.code())
                .contains("optional-minimum-unclear");
    }

    @Test
    void marksTheCompetencesOfARole() {
        var role = Imports.text(
                        "# Ferry mate: a role profile",
                        "",
                        "Named role: Ferry mate",
                        "",
                        "Area of work: Ferries",
                        "",
                        "## Core competences",
                        "",
                        "| Underpinning principle | Reference function | Competence |",
                        "| --- | --- | --- |",
                        "| Safety | Keep people safe | FM1 Checks the rafts |",
                        "| Safety | Keep people safe | FM2 Drills the crew |",
                        "",
                        "## Optional competences",
                        "",
                        "At least one of these is needed.",
                        "",
                        "| Underpinning principle | Reference function | Competence |",
                        "| --- | --- | --- |",
                        "| Service | Look after passengers | FM3 Runs the galley |",
                        "| Service | Look after passengers | FM4 Sells tickets |")
                .role();

        assertThat(role).isNotNull();
        assertThat(role.sections())
                .flatExtracting(section -> section.entries())
                .filteredOn(Competence::optional)
                .extracting(Competence::code)
                .as(role.sections().toString())
                .containsExactly("FM3", "FM4");
        assertThat(role.minimumOptional()).isEqualTo(1);
    }

    private static List<String> optional(FrameworkDocument document) {
        return document.statements().stream()
                .filter(StatementEntry::optional)
                .map(statement -> String.valueOf(statement.text()))
                .toList();
    }
}
