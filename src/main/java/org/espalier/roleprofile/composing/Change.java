package org.espalier.roleprofile.composing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.espalier.framework.format.RequirementEntry;
import org.espalier.framework.format.RoleEntry;
import org.jspecify.annotations.Nullable;

/** One step in composing a role profile. Sections, competences and rows are named by where they stand, from 0. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Describe.class, name = "describe"),
    @JsonSubTypes.Type(value = Change.AddSection.class, name = "add-section"),
    @JsonSubTypes.Type(value = Change.RenameSection.class, name = "rename-section"),
    @JsonSubTypes.Type(value = Change.RemoveSection.class, name = "remove-section"),
    @JsonSubTypes.Type(value = Change.Add.class, name = "add"),
    @JsonSubTypes.Type(value = Change.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Change.MoveTo.class, name = "move-to"),
    @JsonSubTypes.Type(value = Change.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = Change.MakeOptional.class, name = "make-optional"),
    @JsonSubTypes.Type(value = Change.AskForOptional.class, name = "ask-for-optional"),
    @JsonSubTypes.Type(value = Change.PutRow.class, name = "put-row"),
    @JsonSubTypes.Type(value = Change.RemoveRow.class, name = "remove-row"),
    @JsonSubTypes.Type(value = Change.Require.class, name = "require"),
    @JsonSubTypes.Type(value = Change.ShareTime.class, name = "share-time")
})
public sealed interface Change {

    /** What the role is. Empty texts are none. */
    record Describe(
            String title,
            @Nullable String publisher,
            @Nullable String rights,
            String namedRole,
            @Nullable String areaOfWork,
            @Nullable String experienceRequired,
            List<Integer> careerFrameworkLevels,
            List<String> scope)
            implements Change {
        public Describe {
            careerFrameworkLevels = List.copyOf(careerFrameworkLevels);
            scope = List.copyOf(scope);
        }
    }

    /** A new section goes behind the last one of its layer. */
    record AddSection(RoleEntry.Layer layer, String title) implements Change {}

    record RenameSection(int section, String title) implements Change {}

    /** A section that holds nothing goes. */
    record RemoveSection(int section) implements Change {}

    /** Competences go to the end of a section. */
    record Add(int section, List<RoleEntry.Competence> competences) implements Change {
        public Add {
            competences = List.copyOf(competences);
        }
    }

    /** A competence trades places with the one above or below it. */
    record Move(int section, int competence, boolean up) implements Change {}

    /** A competence goes to the end of another section. */
    record MoveTo(int section, int competence, int target) implements Change {}

    record Remove(int section, int competence) implements Change {}

    /** These competences of a section are optional, or asked of everybody. */
    record MakeOptional(int section, List<Integer> competences, boolean optional) implements Change {
        public MakeOptional {
            competences = List.copyOf(competences);
        }
    }

    /** How many of its optional competences the role asks for at least. */
    record AskForOptional(int minimum) implements Change {}

    /** A row goes where it stood, or to the end when {@code at} is not there yet. */
    record PutRow(Table table, int at, RoleEntry.Row row) implements Change {}

    record RemoveRow(Table table, int at) implements Change {}

    /** What somebody must bring; null for nothing. */
    record Require(@Nullable RequirementEntry requirements) implements Change {}

    /** How time is shared; null for no guidance. */
    record ShareTime(RoleEntry.@Nullable PillarMix mix) implements Change {}

    /** The two tables of a profile. */
    enum Table {
        LEARNING,
        CPD
    }
}
