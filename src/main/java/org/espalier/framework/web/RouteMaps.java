package org.espalier.framework.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.LevelEntry;
import org.espalier.ui.Diagram;
import org.espalier.ui.Diagram.Join;
import org.espalier.ui.Diagram.Node;
import org.espalier.ui.Diagram.Style;
import org.espalier.ui.Diagrams;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out a version's routes, once. Each arrow has the number of its route in the list beside the picture. */
@Component
class RouteMaps {
    private final Cache<VersionId, Diagram.Pair> remembered =
            Caffeine.newBuilder().maximumSize(100).build();

    Diagram.Pair of(VersionPage page) {
        return remembered.get(page.version().id(), id -> draw(page));
    }

    private static Diagram.Pair draw(VersionPage page) {
        Map<String, Node> boxes = new LinkedHashMap<>();
        var arrows = new ArrayList<Join>();
        for (var route : page.document().routes()) {
            var number = arrows.size() + 1;
            var from = box(page, route.from(), number);
            var to = box(page, route.to(), number);
            boxes.putIfAbsent(from.id(), from);
            boxes.putIfAbsent(to.id(), to);
            arrows.add(new Join(from.id(), to.id(), Integer.toString(number), Style.FILLED, true));
        }
        return Diagrams.of(boxes.values().stream().toList(), arrows);
    }

    /** A level when the route names one by id, code, title or both; a box of its own where nothing is named. */
    private static Node box(VersionPage page, @Nullable String name, int number) {
        if (name == null) {
            return new Node("not stated " + number, "", Style.DASHED, null);
        }
        return level(page.version(), name)
                .map(level -> new Node("level " + level.id(), level.name(), Style.FILLED, page.level(level)))
                .orElse(new Node("elsewhere " + name, name, Style.OUTLINED, "#route-" + number));
    }

    private static Optional<LevelEntry> level(FrameworkVersion version, String name) {
        return version.levels().stream()
                .filter(level -> Stream.of(level.id(), level.name(), level.code(), level.title())
                        .filter(Objects::nonNull)
                        .anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }
}
