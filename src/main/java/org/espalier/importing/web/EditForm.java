package org.espalier.importing.web;

import java.util.List;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.reviewing.Edit;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The fields of a review's forms as an edit. Which edit is meant stands in the field {@code edit}, the name of the button
 * that was pressed.
 */
final class EditForm {
    private final MultiValueMap<String, String> fields;

    EditForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** @throws Problem.Invalid when the fields make no edit */
    Edit toEdit() {
        return switch (text("edit")) {
            case "accept" -> new Edit.Accept(statements());
            case "set-level" -> new Edit.SetLevel(statements(), blankToNull("level"));
            case "set-group" -> new Edit.SetGroup(statements(), blankToNull("group"));
            case "set-facet" -> new Edit.SetFacet(statements(), blankToNull("facet"));
            case "set-kind" -> new Edit.SetKind(statements(), kind());
            case "make-optional" -> new Edit.SetOptional(statements(), true);
            case "make-required" -> new Edit.SetOptional(statements(), false);
            case "set-minimum-optional" -> new Edit.SetMinimumOptional(text("level"), number("minimum"));
            case "leave-out" -> new Edit.LeaveOut(statements());
            case "move" -> new Edit.Move(text("statement"), blankToNull("after"));
            case "split" -> new Edit.Split(text("statement"), number("atWord"));
            case "merge" -> merge();
            case "bring-back" ->
                new Edit.BringBack(
                        number("line"), number("endLine"), blankToNull("level"), blankToNull("group"), kind());
            case "keep-remark" -> new Edit.ResolveAnnotation(text("code"), number("line"), text("message"), true);
            case "dismiss-remark" -> new Edit.ResolveAnnotation(text("code"), number("line"), text("message"), false);
            case "retitle-document" -> new Edit.RetitleDocument(text("title"));
            case "retitle-level" -> new Edit.RetitleLevel(text("level"), blankToNull("code"), blankToNull("title"));
            case "retitle-group" -> new Edit.RetitleGroup(text("group"), blankToNull("code"), text("title"));
            case "add-level" -> new Edit.AddLevel(blankToNull("code"), text("title"));
            case "add-group" -> new Edit.AddGroup(blankToNull("parent"), text("kind"), text("title"));
            case "remove-group" -> new Edit.RemoveGroup(text("group"));
            case "set-progression" -> new Edit.SetProgression(oneOf(Progression.class, "progression"));
            default -> throw new Problem.Invalid("importing.problem.noEdit");
        };
    }

    private Edit merge() {
        var chosen = statements();
        if (chosen.size() != 2) {
            throw new Problem.Invalid("importing.problem.joinTwo");
        }
        return new Edit.Merge(chosen.getFirst(), chosen.getLast());
    }

    private StatementEntry.Kind kind() {
        return fields.containsKey("kind") ? oneOf(StatementEntry.Kind.class, "kind") : StatementEntry.Kind.EXPECTATION;
    }

    private List<String> statements() {
        return fields.getOrDefault("statement", List.of());
    }

    private String text(String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    private @Nullable String blankToNull(String name) {
        var value = text(name);
        return value.isBlank() ? null : value;
    }

    private int number(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("importing.problem.form");
        }
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("importing.problem.form");
        }
    }
}
