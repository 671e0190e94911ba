package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.espalier.importing.outline.Span;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/** The columns before the levels: which group each row of a matrix belongs to. */
final class MatrixLabels {

    private static final Pattern KIND = Pattern.compile(
            "(?i).*\\b(domain|pillar|theme|strand|cluster|area|standard|competenc(?:y|ies|e|es)|capabilit(?:y|ies)|principle"
                    + "|aspect|dimension|category|categories|topic|function|element|skill|outcome)s?\\b.*");

    private final Slug.Unique ids;
    private final List<GroupDraft> roots;
    private final String usualKind;
    private final Map<String, GroupDraft> known = new HashMap<>();
    private List<Integer> columns = List.of();
    private List<String> kinds = List.of();
    private int codeColumn = -1;
    private @Nullable GroupDraft over;
    private final List<GroupDraft> open = new ArrayList<>();
    private boolean continued;

    MatrixLabels(Slug.Unique ids, List<GroupDraft> roots, String usualKind) {
        this.ids = ids;
        this.roots = roots;
        this.usualKind = usualKind;
    }

    /** Begins a table that stands under this heading. */
    void enter(LevelTable table, Set<Integer> levelColumns, @Nullable GroupDraft heading) {
        var first = levelColumns.stream().mapToInt(Integer::intValue).min().orElse(0);
        codeColumn = IntStream.range(0, first)
                .filter(column -> isCodes(table, column))
                .findFirst()
                .orElse(-1);
        columns = IntStream.range(0, first)
                .filter(column -> column != codeColumn || first == 1)
                .boxed()
                .toList();
        kinds = columns.stream()
                .map(column -> kind(table.names().get(column), column.equals(columns.getLast())))
                .toList();
        if (heading != over) {
            over = heading;
            open.clear();
        }
    }

    private static boolean isCodes(LevelTable table, int column) {
        var texts = table.body().stream()
                .filter(row -> row.filled() > 1 && !table.repeatsHeader(row))
                .map(row -> row.text(column))
                .filter(text -> !text.isBlank())
                .toList();
        return !texts.isEmpty() && texts.stream().allMatch(Vocabulary::code);
    }

    private String kind(String header, boolean last) {
        return kindNamed(header).orElse(last ? usualKind : "group");
    }

    /** The kind of group that a column heading names, in the singular. */
    static Optional<String> kindNamed(String header) {
        var matcher = KIND.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                    case "competency", "competencies", "competence", "competences" -> "competency";
                    case "capability", "capabilities" -> "capability";
                    case "category", "categories" -> "category";
                    case String word -> word;
                });
    }

    /** A row with nothing but a heading, or with a text that describes the heading before it. */
    void heading(Grid.Row row) {
        var text = row.joined();
        if (over != null && open.isEmpty() && !Phrase.label(text)) {
            over.describe(text, row.span());
            return;
        }
        if (over != null && !Phrase.label(text) && Vocabulary.group(text).isEmpty()) {
            over.describe(text, row.span());
            return;
        }
        var path = "/" + Phrase.key(text);
        var group = known.computeIfAbsent(path, key -> {
            var added = GroupNames.draft(text, ids);
            roots.add(added);
            return added;
        });
        group.standsAt(row.span());
        over = group;
        open.clear();
    }

    /** The group of a row that has statements; empty when nothing labels it. */
    Optional<GroupDraft> competency(Grid.Row row) {
        continued = columns.stream().allMatch(column -> row.text(column).isBlank());
        if (continued) {
            return current();
        }
        for (var i = 0; i < columns.size(); i++) {
            var text = row.text(columns.get(i));
            if (text.isBlank()) {
                continue;
            }
            var last = i == columns.size() - 1;
            while (open.size() > i) {
                open.removeLast();
            }
            open.add(group(text, last && codeColumn >= 0 ? row.text(codeColumn) : "", kinds.get(i), row.span()));
        }
        return current();
    }

    /** Whether the row last asked about had no label of its own: it goes on with the row before it. */
    boolean continued() {
        return continued;
    }

    private Optional<GroupDraft> current() {
        return open.isEmpty() ? Optional.ofNullable(over) : Optional.of(open.getLast());
    }

    private GroupDraft group(String text, String code, String kind, Span span) {
        var parent = open.isEmpty() ? over : open.getLast();
        var path = (parent == null ? "" : parent.id) + "/" + Phrase.key(code + " " + text);
        var group = known.computeIfAbsent(path, key -> {
            var added = code.isBlank() || Vocabulary.code(text)
                    ? GroupNames.draft(text, kind, ids)
                    : GroupNames.coded(kind, code.replaceFirst("[.):]$", ""), text, ids);
            (parent == null ? roots : parent.groups).add(added);
            return added;
        });
        group.standsAt(span);
        return group;
    }

    /** Puts coded groups in the order of their codes' numbers, and names pillars as such. */
    void finish() {
        sort(roots);
        Pillar.mark(roots);
    }

    /** Sorts coded groups by the numbers of their codes. */
    static void sort(List<GroupDraft> groups) {
        groups.forEach(group -> sort(group.groups));
        if (groups.stream().allMatch(group -> group.code != null && group.code.matches(".*\\d.*"))) {
            groups.sort(Comparator.comparing(group -> number(String.valueOf(group.code))));
        }
    }

    /** A code with every number padded, so that 2.10 comes after 2.9. */
    static String number(String code) {
        return Pattern.compile("\\d+")
                .matcher(code)
                .replaceAll(match -> "0".repeat(Math.max(0, 6 - match.group().length())) + match.group());
    }
}
