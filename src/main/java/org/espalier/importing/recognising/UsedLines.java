package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.espalier.framework.format.At;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.RoleEntry;
import org.jspecify.annotations.Nullable;

/** The source lines that became part of a framework document; an annotation alone makes nothing of a line. */
public final class UsedLines {

    private final BitSet lines = new BitSet();

    private UsedLines() {}

    /** The numbers of the lines in which something of this document stands, left-out lines not counted. */
    public static BitSet of(FrameworkDocument document) {
        var used = new UsedLines();
        used.add(document.titleSource());
        used.add(document.statusSource());
        used.add(document.progressionSource());
        document.levels().forEach(level -> used.add(level.source(), level.alsoAt()));
        document.groups().forEach(used::group);
        document.facets().forEach(facet -> used.add(facet.source(), facet.alsoAt()));
        document.statements().forEach(statement -> used.add(statement.source(), statement.alsoAt()));
        document.routes().forEach(route -> used.add(route.source(), route.alsoAt()));
        document.providerMappings().forEach(mapping -> used.add(mapping.source()));
        used.add(null, document.referenceSources());
        used.role(document.role());
        return used.lines;
    }

    private void group(GroupEntry group) {
        add(group.source(), group.alsoAt());
        group.groups().forEach(this::group);
    }

    private void role(@Nullable RoleEntry role) {
        if (role == null) {
            return;
        }
        add(role.source(), role.alsoAt());
        for (var section : role.sections()) {
            add(section.source(), section.alsoAt());
            section.entries().forEach(entry -> add(entry.source(), entry.alsoAt()));
        }
        var rows = new ArrayList<>(role.learning());
        rows.addAll(role.cpd());
        rows.forEach(row -> add(row.source(), row.alsoAt()));
    }

    private void add(@Nullable Place source, List<At> alsoAt) {
        add(source);
        alsoAt.forEach(at -> add(at.source()));
    }

    private void add(@Nullable Place place) {
        if (place != null) {
            lines.set(place.line(), place.endLine() + 1);
        }
    }
}
