package org.espalier.importing.recognising;

import org.espalier.kernel.Slug;

/** What a heading says of a group: kind, code and title. */
final class GroupNames {

    private GroupNames() {}

    /** A group named by this heading. */
    static GroupDraft draft(String heading, Slug.Unique ids) {
        var text = Phrase.unended(heading);
        var stated = Vocabulary.group(text);
        if (stated.isPresent()) {
            var name = stated.get();
            var title = name.title().isEmpty() ? null : name.title();
            var code = name.code().isEmpty() ? null : name.code();
            return new GroupDraft(ids.of(title == null ? name.code() : title), name.kind(), code, title);
        }
        return Vocabulary.coded(text)
                .map(name -> new GroupDraft(ids.of(name.title()), "group", name.code(), name.title()))
                .orElseGet(() -> new GroupDraft(ids.of(text), "group", null, text));
    }
}
