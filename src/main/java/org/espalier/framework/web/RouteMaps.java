package org.espalier.framework.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.components.ComponentOrderingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.web.RouteMap.Box;
import org.espalier.framework.web.RouteMap.Drawing;
import org.espalier.framework.web.RouteMap.Kind;
import org.espalier.framework.web.RouteMap.Leg;
import org.espalier.framework.web.RouteMap.Line;
import org.espalier.framework.web.RouteMap.Stop;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out a version's routes, once. */
@Component
class RouteMaps {
    private static final double LETTER = 7.6;
    private static final int LINE = 19;
    private static final int INSET = 10;
    private static final int PHONE = 345;
    private static final int WIDE_BOX = 300;
    private static final int NARROW_BOX = 148;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Cache<VersionId, RouteMap> remembered =
            Caffeine.newBuilder().maximumSize(100).build();

    RouteMap of(FrameworkVersion version) {
        return remembered.get(version.id(), id -> draw(version));
    }

    private static RouteMap draw(FrameworkVersion version) {
        var legs = legs(version);
        return new RouteMap(layOut(legs, Direction.RIGHT, WIDE_BOX, 110), narrow(legs));
    }

    /** The shorter of the layouts that fit a phone; the narrower when none does. */
    private static Drawing narrow(List<Leg> legs) {
        return Stream.of(Direction.RIGHT, Direction.UP)
                .map(direction -> layOut(legs, direction, NARROW_BOX, 44))
                .min(Comparator.comparingInt((Drawing drawing) -> Math.max(PHONE, drawing.width()))
                        .thenComparingInt(Drawing::height))
                .orElseThrow();
    }

    private static List<Leg> legs(FrameworkVersion version) {
        var legs = new ArrayList<Leg>();
        for (var route : version.document().routes()) {
            var from = stop(version, route.from());
            legs.add(new Leg(
                    legs.size() + 1, from == null ? new Stop("", Kind.NOT_STATED) : from, stop(version, route.to())));
        }
        return legs;
    }

    /** A level when the route names one by id, code, title or both. */
    private static @Nullable Stop stop(FrameworkVersion version, @Nullable String name) {
        if (name == null) {
            return null;
        }
        return version.levels().stream()
                .filter(level -> names(level).anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .map(level -> new Stop(level.name(), Kind.LEVEL))
                .orElse(new Stop(name, Kind.ELSEWHERE));
    }

    private static Stream<String> names(LevelEntry level) {
        return Stream.of(level.id(), level.name(), level.code(), level.title()).filter(Objects::nonNull);
    }

    private static Drawing layOut(List<Leg> legs, Direction direction, int boxWidth, int between) {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        graph.setProperty(CoreOptions.DIRECTION, direction);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 18.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) between);
        graph.setProperty(CoreOptions.ASPECT_RATIO, 0.05);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_COMPONENTS, ComponentOrderingStrategy.MODEL_ORDER);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(2));
        Map<Stop, ElkNode> nodes = new LinkedHashMap<>();
        Map<ElkNode, Box> boxes = new LinkedHashMap<>();
        Map<ElkEdge, Integer> numbers = new LinkedHashMap<>();
        for (var leg : legs) {
            var from = nodes.computeIfAbsent(leg.from(), stop -> node(graph, stop, boxWidth, boxes));
            var to = leg.to() == null
                    ? node(graph, new Stop("", Kind.NOT_STATED), boxWidth, boxes)
                    : nodes.computeIfAbsent(leg.to(), stop -> node(graph, stop, boxWidth, boxes));
            numbers.put(ElkGraphUtil.createSimpleEdge(from, to), leg.number());
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return new Drawing(
                (int) Math.ceil(graph.getWidth()),
                (int) Math.ceil(graph.getHeight()),
                boxes.entrySet().stream()
                        .map(entry -> placed(entry.getKey(), entry.getValue()))
                        .toList(),
                numbers.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static ElkNode node(ElkNode graph, Stop stop, int width, Map<ElkNode, Box> boxes) {
        var lines = stop.kind() == Kind.NOT_STATED ? List.<String>of() : wrapped(stop.name(), width);
        var height = Math.max(1, lines.size()) * LINE + 2 * INSET;
        var node = ElkGraphUtil.createNode(graph);
        node.setDimensions(width, height);
        boxes.put(node, new Box(stop.kind(), 0, 0, width, height, lines));
        return node;
    }

    private static Box placed(ElkNode node, Box box) {
        return new Box(box.kind(), (int) node.getX(), (int) node.getY(), box.width(), box.height(), box.lines());
    }

    private static Line line(ElkEdge edge, int number) {
        var section = edge.getSections().getFirst();
        var path = new StringBuilder(point("M", section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> path.append(point(" L", bend.getX(), bend.getY())));
        path.append(point(" L", section.getEndX(), section.getEndY()));
        return new Line(number, path.toString(), (int) middleX(section), (int) middleY(section));
    }

    /** The number stands on the line where it leaves, before it can meet another. */
    private static double middleX(ElkEdgeSection section) {
        var bends = section.getBendPoints();
        var next = bends.isEmpty() ? section.getEndX() : bends.getFirst().getX();
        return (section.getStartX() + next) / 2;
    }

    private static double middleY(ElkEdgeSection section) {
        var bends = section.getBendPoints();
        var next = bends.isEmpty() ? section.getEndY() : bends.getFirst().getY();
        return (section.getStartY() + next) / 2;
    }

    private static String point(String command, double x, double y) {
        return String.format(Locale.ROOT, "%s%.1f %.1f", command, x, y);
    }

    private static List<String> wrapped(String text, int width) {
        var room = (int) ((width - 2 * INSET) / LETTER);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.replace("/", "/\u200b").split("[ \u200b]")) {
            var joined = line.isEmpty() || line.charAt(line.length() - 1) == '/' ? line + word : line + " " + word;
            if (joined.length() > room && !line.isEmpty()) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(joined);
            }
        }
        return Stream.concat(lines.stream(), Stream.of(line.toString())).collect(Collectors.toList());
    }
}
