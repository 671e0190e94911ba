package org.espalier.importing.recognising;

import org.espalier.kernel.Slug;

/** What a heading says of a group: kind, code and title. */
final class GroupNames {

    private static final String GROUP = "group";
    private static final String NUMERAL = "[IVX]{2,5}";

    private GroupNames() {}

    /** A group named by this heading. */
    static GroupDraft draft(String heading, Slug.Unique ids) {
        return draft(heading, GROUP, ids);
    }

    /** A group named by this heading, of this kind unless the heading says another. */
    static GroupDraft draft(String heading, String kind, Slug.Unique ids) {
        var unnumbered = Phrase.unnumbered(heading);
        var text = Vocabulary.group(unnumbered).isPresent() ? unnumbered : Phrase.unended(heading);
        var stated = Vocabulary.group(text);
        if (stated.isPresent()) {
            var name = stated.get();
            return coded(name.kind(), name.code(), name.title(), ids);
        }
        return Vocabulary.coded(text)
                .map(name -> coded(kind, name.code(), name.title(), ids))
                .orElseGet(() -> new GroupDraft(ids.of(text), kind, null, text));
    }

    /** A group with a code, after which it is called. */
    static GroupDraft coded(String kind, String code, String title, Slug.Unique ids) {
        var id = code.isEmpty() ? title : code.matches("\\p{L}.+") && !code.matches(NUMERAL) ? code : kind + " " + code;
        return new GroupDraft(ids.of(id), kind, code.isEmpty() ? null : code, title.isEmpty() ? null : title);
    }
}
