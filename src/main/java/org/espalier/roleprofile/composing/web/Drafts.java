package org.espalier.roleprofile.composing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.espalier.access.Actor;
import org.espalier.framework.CompetenceSources;
import org.espalier.framework.VersionId;
import org.espalier.roleprofile.composing.Change;
import org.espalier.roleprofile.composing.ComposeRole;
import org.espalier.roleprofile.composing.ComposeRole.Result;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the composing pages have in common: they show a draft, make one step, and say what came of it. */
@Component
class Drafts {
    private final ComposeRole composeRole;
    private final CompetenceSources sources;

    Drafts(ComposeRole composeRole, CompetenceSources sources) {
        this.composeRole = composeRole;
        this.sources = sources;
    }

    Composing show(Actor actor, long version, FormErrors errors, @Nullable String done) {
        var draft = composeRole.draft(actor, new VersionId(version));
        return new Composing(
                draft, Objects.requireNonNull(draft.document().role()), composeRole.way(draft), sources, errors, done);
    }

    /** Makes a step; what is wrong with it is said at this input. */
    FormErrors make(
            Actor actor, long version, long revision, Change change, String input, HttpServletResponse response) {
        return errors(composeRole.make(actor, new VersionId(version), revision, change), input, response);
    }

    FormErrors undo(Actor actor, long version, long revision, HttpServletResponse response) {
        return errors(composeRole.undo(actor, new VersionId(version), revision), "profile", response);
    }

    FormErrors redo(Actor actor, long version, long revision, HttpServletResponse response) {
        return errors(composeRole.redo(actor, new VersionId(version), revision), "profile", response);
    }

    private static FormErrors errors(Result result, String input, HttpServletResponse response) {
        return switch (result) {
            case Result.Saved saved -> FormErrors.none();
            case Result.Refused(var messageKey, var arguments) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield FormErrors.of(input, messageKey, arguments.toArray());
            }
            case Result.Conflict conflict -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield FormErrors.of(input, "roleprofile.conflict");
            }
        };
    }

    /** An answer that may be left empty. */
    static @Nullable String optional(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
