package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import org.espalier.framework.format.GroupEntry;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** A group while it is being drafted. */
final class GroupDraft {

    final String id;
    String kind;
    final @Nullable String code;

    @Nullable
    String title;

    boolean titleInferred;

    @Nullable
    String description;

    final List<GroupDraft> groups = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    GroupDraft(String id, String kind, @Nullable String code, @Nullable String title) {
        this.id = id;
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    /** Notes that the group's heading or description stands here too. */
    void standsAt(Span span) {
        if (!spans.contains(span)) {
            spans.add(span);
        }
    }

    List<Span> spans() {
        return spans;
    }

    /** Adds a paragraph to the description. */
    void describe(String text, Span span) {
        description = description == null ? text : description + "\n" + text;
        standsAt(span);
    }

    GroupEntry entry(Draft draft) {
        return new GroupEntry(
                id,
                kind,
                code,
                title,
                titleInferred,
                description,
                groups.stream().map(group -> group.entry(draft)).toList(),
                spans.isEmpty() ? null : draft.place(spans.getFirst()),
                spans.isEmpty() ? List.of() : draft.at(spans.subList(1, spans.size())));
    }
}
