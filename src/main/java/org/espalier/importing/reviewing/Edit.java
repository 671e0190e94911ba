package org.espalier.importing.reviewing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/** One step of a review. Statements, levels, groups and facets are named by their ids in the document. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Edit.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = Edit.ResolveAnnotation.class, name = "resolve-annotation"),
    @JsonSubTypes.Type(value = Edit.SetLevel.class, name = "set-level"),
    @JsonSubTypes.Type(value = Edit.SetGroup.class, name = "set-group"),
    @JsonSubTypes.Type(value = Edit.SetFacet.class, name = "set-facet"),
    @JsonSubTypes.Type(value = Edit.SetKind.class, name = "set-kind"),
    @JsonSubTypes.Type(value = Edit.SetOptional.class, name = "set-optional"),
    @JsonSubTypes.Type(value = Edit.SetMinimumOptional.class, name = "set-minimum-optional"),
    @JsonSubTypes.Type(value = Edit.Move.class, name = "move"),
    @JsonSubTypes.Type(value = Edit.Split.class, name = "split"),
    @JsonSubTypes.Type(value = Edit.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Edit.LeaveOut.class, name = "leave-out"),
    @JsonSubTypes.Type(value = Edit.BringBack.class, name = "bring-back"),
    @JsonSubTypes.Type(value = Edit.RetitleDocument.class, name = "retitle-document"),
    @JsonSubTypes.Type(value = Edit.RetitleLevel.class, name = "retitle-level"),
    @JsonSubTypes.Type(value = Edit.RetitleGroup.class, name = "retitle-group"),
    @JsonSubTypes.Type(value = Edit.AddLevel.class, name = "add-level"),
    @JsonSubTypes.Type(value = Edit.AddGroup.class, name = "add-group"),
    @JsonSubTypes.Type(value = Edit.RemoveGroup.class, name = "remove-group"),
    @JsonSubTypes.Type(value = Edit.SetProgression.class, name = "set-progression")
})
public sealed interface Edit {

    /** The facets guessed for these statements are right. */
    record Accept(List<String> statements) implements Edit {
        public Accept {
            statements = List.copyOf(statements);
        }
    }

    /** An annotation has been looked at: it stays for readers as a note, or goes. */
    record ResolveAnnotation(String code, int line, String message, boolean keepAsNote) implements Edit {}

    /** These statements belong to this level; null for none. */
    record SetLevel(List<String> statements, @Nullable String level) implements Edit {
        public SetLevel {
            statements = List.copyOf(statements);
        }
    }

    /** These statements belong to this group; null for none. */
    record SetGroup(List<String> statements, @Nullable String group) implements Edit {
        public SetGroup {
            statements = List.copyOf(statements);
        }
    }

    /** These statements stand in this column, for certain; null for none. */
    record SetFacet(List<String> statements, @Nullable String facet) implements Edit {
        public SetFacet {
            statements = List.copyOf(statements);
        }
    }

    /** What these statements ask. */
    record SetKind(List<String> statements, StatementEntry.Kind kind) implements Edit {
        public SetKind {
            statements = List.copyOf(statements);
        }
    }

    /** These expectations are asked of everybody, or optional. */
    record SetOptional(List<String> statements, boolean optional) implements Edit {
        public SetOptional {
            statements = List.copyOf(statements);
        }
    }

    /** How many of its optional expectations a level asks for at least. */
    record SetMinimumOptional(String level, int minimum) implements Edit {}

    /** A statement goes right behind another one, or to the front when {@code after} is null. */
    record Move(String statement, @Nullable String after) implements Edit {}

    /** A statement becomes two: the second begins at the word with this index, counted from 0. */
    record Split(String statement, int atWord) implements Edit {}

    /** The second statement's words go behind the first's, and it is no more. */
    record Merge(String first, String second) implements Edit {}

    /** These statements are none; their lines are left out. */
    record LeaveOut(List<String> statements) implements Edit {
        public LeaveOut {
            statements = List.copyOf(statements);
        }
    }

    /** Left-out lines are a statement after all. */
    record BringBack(
            int line,
            int endLine,
            @Nullable String level,
            @Nullable String group,
            StatementEntry.Kind kind) implements Edit {}

    record RetitleDocument(String title) implements Edit {}

    record RetitleLevel(
            String level, @Nullable String code, @Nullable String title) implements Edit {}

    record RetitleGroup(String group, @Nullable String code, String title) implements Edit {}

    /** A new level goes to the top of the ladder. */
    record AddLevel(@Nullable String code, String title) implements Edit {}

    /** A new group under another, or a root when {@code parent} is null. */
    record AddGroup(@Nullable String parent, String kind, String title) implements Edit {}

    /** A group that holds nothing goes. */
    record RemoveGroup(String group) implements Edit {}

    /** How the levels add up, as the author decides where the document does not say. */
    record SetProgression(org.espalier.framework.format.FrameworkDocument.Progression progression) implements Edit {}
}
