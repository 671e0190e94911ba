package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.format.GroupEntry;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.PillarSection.Words;
import org.espalier.kernel.Slug;

/** The pillars and their aspects, from the overview and from every table that names them. */
final class PillarGroups {

    private final String kind;
    private final String partKind;
    private final Map<String, Growing> pillars = new LinkedHashMap<>();
    private final List<Span> overview = new ArrayList<>();

    private static final class Growing {
        final Words title;
        final List<Span> otherPlaces = new ArrayList<>();
        final Map<String, Part> parts = new LinkedHashMap<>();
        String id = "";

        Growing(Words title) {
            this.title = title;
        }
    }

    private record Part(Words title, List<Span> otherPlaces) {}

    private PillarGroups(String kind, String partKind) {
        this.kind = kind;
        this.partKind = partKind;
    }

    /** The groups as the text before the first level shows them in an overview, if it does. */
    static PillarGroups overviewIn(List<Block> front, PillarHeader header) {
        for (var i = 0; i < front.size(); i++) {
            var parts = header.overviewOfParts(front.get(i));
            if (parts.isPresent()) {
                var groups = new PillarGroups(BlockText.noun(header.group()), BlockText.noun(parts.get()));
                if (front.get(i) instanceof Block.Table table) {
                    groups.readOverview(table);
                } else {
                    groups.readOverview(front.subList(i + 1, front.size()));
                }
                return groups;
            }
        }
        return new PillarGroups(BlockText.noun(header.group()), "aspect");
    }

    private void readOverview(List<Block> blocks) {
        var i = 0;
        while (i + 1 < blocks.size()
                && BlockText.running(blocks.get(i))
                && blocks.get(i + 1) instanceof Block.ListItem) {
            var title = PillarSection.words(blocks.get(i++));
            overview.add(title.span());
            var parts = new ArrayList<Words>();
            while (i < blocks.size() && blocks.get(i) instanceof Block.ListItem part) {
                parts.add(PillarSection.words(part));
                overview.add(part.span());
                i++;
            }
            add(title, parts);
        }
    }

    private void readOverview(Block.Table table) {
        for (var row : table.rows().subList(1, table.rows().size())) {
            if (row.cells().size() > 1) {
                var title = row.cells().getFirst();
                add(
                        new Words(title.text(), title.span()),
                        TabledSections.parts(row.cells().get(1)));
                overview.add(row.span());
            }
        }
    }

    /** Where the overview stands: its lines are used, whatever else is in front. */
    List<Span> overview() {
        return overview;
    }

    /** Adds a pillar as a table names it, or one more place of it. */
    void add(Words title, List<Words> parts) {
        var known = pillars.get(BlockText.key(title.text()));
        var pillar = known == null ? new Growing(title) : known;
        if (known == null) {
            pillars.put(BlockText.key(title.text()), pillar);
        } else {
            pillar.otherPlaces.add(title.span());
        }
        for (var part : parts) {
            var there = pillar.parts.putIfAbsent(BlockText.key(part.text()), new Part(part, new ArrayList<>()));
            if (there != null) {
                there.otherPlaces.add(part.span());
            }
        }
    }

    /** The id of the pillar of this title; ids are given when first asked for. */
    String id(String title, Slug.Unique ids) {
        var pillar = pillars.get(BlockText.key(title));
        if (pillar == null) {
            throw new IllegalStateException("no pillar " + title);
        }
        if (pillar.id.isEmpty()) {
            pillar.id = ids.of(pillar.title.text());
        }
        return pillar.id;
    }

    List<GroupEntry> entries(Places places, Slug.Unique ids) {
        var entries = new ArrayList<GroupEntry>();
        for (var pillar : pillars.values()) {
            var id = id(pillar.title.text(), ids);
            var parts = pillar.parts.values().stream()
                    .map(part -> entry(
                            ids.of(part.title().text()), partKind, part.title(), List.of(), part.otherPlaces(), places))
                    .toList();
            entries.add(entry(id, kind, pillar.title, parts, pillar.otherPlaces, places));
        }
        return entries;
    }

    private static GroupEntry entry(
            String id, String kind, Words title, List<GroupEntry> parts, List<Span> otherPlaces, Places places) {
        return new GroupEntry(
                id, kind, null, title.text(), false, null, parts, places.of(title.span()), places.all(otherPlaces));
    }
}
