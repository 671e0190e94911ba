package org.espalier.ui;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.components.ComponentOrderingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.espalier.ui.Diagram.Arrow;
import org.espalier.ui.Diagram.Box;
import org.espalier.ui.Diagram.Join;
import org.espalier.ui.Diagram.Node;
import org.espalier.ui.Diagram.Pair;

/** Lays out diagrams in layers, arrows one way as far as there are no circles. Pure; takes some milliseconds. */
public final class Diagrams {
    private static final double LETTER = 7.6;
    private static final int LINE = 19;
    private static final int INSET = 10;
    private static final int PHONE = 345;
    private static final int PAGE = 1080;
    private static final List<Integer> WIDE_BOXES = List.of(300, 230, 180, 148);
    private static final int NARROW_BOX = 148;
    private static final int ABREAST = 2;
    private static final int PREFERRED = 10;
    private static final int ROOM_FOR_MARK = 24;
    /** A mark on a line that runs along a box does not touch it. */
    private static final double BESIDE_BOX = 16;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private Diagrams() {}

    /** From left to right for a screen with room; for a phone whichever way fits it best. */
    public static Pair of(List<Node> nodes, List<Join> joins) {
        return new Pair(wide(nodes, joins), narrow(nodes, joins));
    }

    /** With boxes as wide as the page allows. */
    private static Diagram wide(List<Node> nodes, List<Join> joins) {
        Diagram drawing = null;
        for (var box : WIDE_BOXES) {
            drawing = layOut(nodes, joins, Direction.RIGHT, box, box / 3 + 10, false);
            if (drawing.width() <= PAGE) {
                return drawing;
            }
        }
        return requireNonNull(drawing);
    }

    /** The shorter of the layouts that fit a phone; the narrower when none does. */
    private static Diagram narrow(List<Node> nodes, List<Join> joins) {
        return Stream.of(
                        layOut(nodes, joins, Direction.RIGHT, NARROW_BOX, 44, false),
                        layOut(nodes, joins, Direction.UP, NARROW_BOX, 44, false),
                        layOut(nodes, joins, Direction.UP, NARROW_BOX, 44, true))
                .min(Comparator.comparingInt((Diagram drawing) -> Math.max(PHONE, drawing.width()))
                        .thenComparingInt(Diagram::height))
                .orElseThrow();
    }

    /** @param few true to keep but few boxes abreast */
    private static Diagram layOut(
            List<Node> nodes, List<Join> joins, Direction direction, int boxWidth, int between, boolean few) {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        graph.setProperty(CoreOptions.DIRECTION, direction);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 18.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) between);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BESIDE_BOX);
        graph.setProperty(CoreOptions.ASPECT_RATIO, 0.05);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_COMPONENTS, ComponentOrderingStrategy.MODEL_ORDER);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(2));
        if (few) {
            graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.COFFMAN_GRAHAM);
            graph.setProperty(LayeredOptions.LAYERING_COFFMAN_GRAHAM_LAYER_BOUND, ABREAST);
        }
        Map<String, ElkNode> drawn = new LinkedHashMap<>();
        Map<ElkNode, Box> boxes = new LinkedHashMap<>();
        Map<ElkEdge, Join> edges = new LinkedHashMap<>();
        for (var node : nodes) {
            drawn.put(node.id(), box(graph, node, boxWidth, boxes));
        }
        for (var join : joins) {
            var edge = ElkGraphUtil.createSimpleEdge(end(drawn, join.from()), end(drawn, join.to()));
            edge.setProperty(LayeredOptions.PRIORITY_DIRECTION, join.onwards() ? PREFERRED : 0);
            edges.put(edge, join);
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return new Diagram(
                (int) Math.ceil(graph.getWidth()),
                (int) Math.ceil(graph.getHeight()),
                boxes.entrySet().stream()
                        .map(entry -> placed(entry.getKey(), entry.getValue()))
                        .toList(),
                edges.entrySet().stream()
                        .map(entry -> arrow(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static ElkNode end(Map<String, ElkNode> drawn, String id) {
        var node = drawn.get(id);
        if (node == null) {
            throw new IllegalArgumentException("An arrow ends at a box that is not there: " + id);
        }
        return node;
    }

    private static ElkNode box(ElkNode graph, Node node, int width, Map<ElkNode, Box> boxes) {
        var lines = node.text().isEmpty() ? List.<String>of() : wrapped(node.text(), width);
        var height = Math.max(1, lines.size()) * LINE + 2 * INSET;
        var drawn = ElkGraphUtil.createNode(graph);
        drawn.setDimensions(width, height);
        boxes.put(drawn, new Box(node.style(), node.href(), 0, 0, width, height, lines));
        return drawn;
    }

    private static Box placed(ElkNode node, Box box) {
        return new Box(
                box.style(), box.href(), (int) node.getX(), (int) node.getY(), box.width(), box.height(), box.lines());
    }

    private static Arrow arrow(ElkEdge edge, Join join) {
        var section = edge.getSections().getFirst();
        var path = new StringBuilder(point("M", section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> path.append(point(" L", bend.getX(), bend.getY())));
        path.append(point(" L", section.getEndX(), section.getEndY()));
        var mark = mark(section);
        return new Arrow(path.toString(), join.style(), join.mark(), (int) mark.x, (int) mark.y);
    }

    /** The mark stands where the line leaves, before it can meet another; past the first bend where that is too close. */
    private static KVector mark(ElkEdgeSection section) {
        var points = new ArrayList<KVector>();
        points.add(new KVector(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new KVector(bend.getX(), bend.getY())));
        points.add(new KVector(section.getEndX(), section.getEndY()));
        var n = points.get(0).distance(points.get(1)) < ROOM_FOR_MARK && points.size() > 2 ? 1 : 0;
        return new KVector(points.get(n)).add(points.get(n + 1)).scale(0.5);
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
