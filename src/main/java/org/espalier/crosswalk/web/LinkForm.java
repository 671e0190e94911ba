package org.espalier.crosswalk.web;

import org.espalier.crosswalk.End;
import org.espalier.crosswalk.LinkKind;
import org.espalier.ui.FormErrors;

/** A proposal as somebody types it. */
record LinkForm(String from, String to, String kind, String reason, FormErrors errors) {
    static final int LONGEST_REASON = 2000;

    static LinkForm blank(String from, String to) {
        return new LinkForm(from, to, "", "", FormErrors.none());
    }

    LinkForm checked() {
        var wrong = FormErrors.none();
        if (End.ofToken(from).isEmpty()) {
            wrong = wrong.and("from", "crosswalk.error.from");
        }
        if (End.ofToken(to).isEmpty()) {
            wrong = wrong.and("to", "crosswalk.error.to");
        } else if (from.equals(to)) {
            wrong = wrong.and("to", "crosswalk.error.same");
        }
        if (LinkKind.ofSlug(kind).isEmpty()) {
            wrong = wrong.and("kind", "crosswalk.error.kind");
        }
        if (reason.isBlank()) {
            wrong = wrong.and("reason", "crosswalk.error.reason");
        } else if (reason.length() > LONGEST_REASON) {
            wrong = wrong.and("reason", "crosswalk.error.reasonLong", LONGEST_REASON);
        }
        return with(wrong);
    }

    LinkForm with(FormErrors wrong) {
        return new LinkForm(from, to, kind, reason, wrong);
    }
}
