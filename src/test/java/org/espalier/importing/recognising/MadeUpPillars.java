package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A made-up framework of pillars: other level words, numbers, pillars, columns, widths and bullets with every seed. It can
 * be printed as the text that a PDF's tables are flattened to, and as a web page with the tables themselves.
 */
final class MadeUpPillars {

    private static final List<String> LEVEL_WORDS =
            List.of("Career framework Level", "Band", "Tier", "Practice stage", "Rung", "Grade of practice");
    private static final List<String> TITLES = List.of(
            "Starting gardener",
            "Settled gardener",
            "Leading gardener",
            "Master gardener",
            "Keeper of gardens",
            "Warden");
    private static final List<String> GROUP_WORDS = List.of("Pillar of work", "Strand", "Domain of skill", "Theme");
    private static final List<String> PILLARS = List.of(
            "Tending plants",
            "Guiding people and teams",
            "Sharing what is known",
            "Trying out and finding out",
            "Running the nursery",
            "Care of soil, water and weather");
    private static final List<String> ASPECTS = List.of(
            "Sowing, pricking out and planting",
            "Safe use of tools",
            "Judging what a bed needs",
            "Working side by side",
            "Holding a team together",
            "Showing newcomers how",
            "Making a place to learn in",
            "Keeping and reading records",
            "Small trials",
            "Counting costs",
            "Reading the sky",
            "Mending what breaks");
    private static final List<String> COLUMNS = List.of(
            "Traits",
            "Duties of the post",
            "Skills, knowledge and manner in the garden",
            "Training undertaken",
            "What others see",
            "Tasks",
            "Typical day",
            "Learning and study offered");
    private static final List<String> VERBS = List.of(
            "Sows",
            "Waters",
            "Leads",
            "Shows",
            "Plans",
            "Mends",
            "Counts",
            "Describes",
            "Guards",
            "Prunes",
            "Reviews",
            "Brings together",
            "Keeps",
            "Understands",
            "Able to weigh up",
            "Consults on");
    private static final List<String> WORDS = List.of(
            "beds",
            "borders",
            "seedlings",
            "and",
            "of",
            "the",
            "neighbouring",
            "tools",
            "with",
            "care",
            "in",
            "glasshouses",
            "under",
            "changing",
            "weather",
            "for",
            "visitors",
            "a",
            "well-kept",
            "orchard",
            "record/diary",
            "to",
            "every",
            "apprentice",
            "responsibility",
            "considerable",
            "composting",
            "at",
            "short",
            "notice",
            "documentation",
            "irrigation",
            "on",
            "steep",
            "ground",
            "or",
            "near",
            "water");

    final Random random;
    final String levelWord;
    final List<Integer> numbers;
    final String group;
    final List<String> columns;
    final List<String> pillars;
    final Map<String, List<String>> aspects = new HashMap<>();
    /** Level, then pillar, then column: the items. */
    final List<List<List<List<String>>>> cells = new ArrayList<>();

    final Map<String, Truth> truth = new HashMap<>();
    private final Set<String> said = new LinkedHashSet<>();

    record Truth(int level, String pillar, int column, boolean nested) {}

    private MadeUpPillars(long seed, double blankCells) {
        random = new Random(seed);
        levelWord = pick(LEVEL_WORDS);
        var first = 1 + random.nextInt(5);
        var count = 2 + random.nextInt(4);
        numbers = new ArrayList<>();
        for (var i = 0; i < count; i++) {
            numbers.add(first + i);
        }
        group = pick(GROUP_WORDS);
        columns = some(COLUMNS, 2 + random.nextInt(4));
        pillars = some(PILLARS, 2 + random.nextInt(4));
        var parts = new ArrayList<>(some(ASPECTS, ASPECTS.size()));
        for (var pillar : pillars) {
            aspects.put(pillar, List.of(parts.removeFirst(), parts.removeFirst()));
        }
        for (var level = 0; level < count; level++) {
            cells.add(rows(level, blankCells));
        }
    }

    static MadeUpPillars of(long seed, double blankCells) {
        return new MadeUpPillars(seed, blankCells);
    }

    private List<List<List<String>>> rows(int level, double blankCells) {
        var rows = new ArrayList<List<List<String>>>();
        for (var pillar : pillars) {
            var row = new ArrayList<List<String>>();
            for (var column = 0; column < columns.size(); column++) {
                var cell = new ArrayList<String>();
                if (random.nextDouble() >= blankCells) {
                    var items = 1 + random.nextInt(7);
                    for (var i = 0; i < items; i++) {
                        var item = sentence(1 + random.nextInt(random.nextInt(4) == 0 ? 4 : 16));
                        cell.add(item);
                        truth.put(item, new Truth(level, pillar, column, false));
                    }
                    if (random.nextInt(8) == 0) {
                        cell.add(sentence(2) + ":");
                        for (var i = 0; i < 2; i++) {
                            var bullet = sentence(2).toLowerCase(Locale.ROOT);
                            cell.add("* " + bullet);
                            truth.put(bullet, new Truth(level, pillar, column, true));
                        }
                    }
                }
                row.add(cell);
            }
            if (row.stream().allMatch(List::isEmpty)) {
                var item = sentence(9);
                row.getFirst().add(item);
                truth.put(item, new Truth(level, pillar, 0, false));
            }
            rows.add(row);
        }
        return rows;
    }

    private String sentence(int length) {
        while (true) {
            var text = new StringBuilder(pick(VERBS));
            for (var i = 0; i < length; i++) {
                text.append(' ').append(pick(WORDS));
            }
            var end =
                    text.toString().replaceAll("(?: (?:and|of|the|with|in|under|for|a|to|every|at|on|or|near))+$", "");
            if (said.add(end.toLowerCase(Locale.ROOT))) {
                return end;
            }
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> some(List<T> list, int count) {
        var copy = new ArrayList<>(list);
        java.util.Collections.shuffle(copy, random);
        return List.copyOf(copy.subList(0, count));
    }

    String header() {
        return group + " " + String.join(" ", columns);
    }

    /** How flattened tables are printed. */
    record Print(
            ToDoubleFunction<String> type,
            List<Double> widths,
            boolean trailingSpaces,
            String bullet,
            boolean glued,
            double earlyBreaks) {}

    /** A way to print this one: a type, a width for each column that its heading fits in, marks. */
    Print print() {
        var scale = new double[128];
        var spread = random.nextBoolean() ? 0.12 : 0;
        for (var c = 0; c < scale.length; c++) {
            scale[c] = 1 + spread * (random.nextDouble() * 2 - 1);
        }
        ToDoubleFunction<String> type = random.nextInt(3) == 0
                ? text -> text.length() * 500.0
                : text -> text.chars()
                        .mapToDouble(c -> TypeWidth.PROPORTIONAL.of(c) * scale[Math.min(c, 127)])
                        .sum();
        var sizes = List.of(12000.0, 15000.0, 20000.0, 20000.0, 26000.0);
        var common = pick(sizes);
        var widths = columns.stream()
                .map(column -> Math.max(random.nextInt(3) > 0 ? common : pick(sizes), type.applyAsDouble(column) + 50))
                .toList();
        return new Print(
                type,
                widths,
                random.nextBoolean(),
                pick(List.of("•", "▪", "•\uFFFD", "◦")),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? 0.04 : 0);
    }

    String flattened(Print print) {
        var out = new StringBuilder(opening(print));
        for (var level = 0; level < cells.size(); level++) {
            out.append(TITLES.get(level)).append("\n\n").append(code(level)).append("\n\n");
            out.append("The post will include:\n\n");
            for (var i = 0; i < 3; i++) {
                out.append(print.bullet)
                        .append(' ')
                        .append("turning over bed number ")
                        .append(i + 1)
                        .append("\n\n");
            }
            out.append(code(level)).append('\n');
            out.append(descriptor(level)).append("\n\n");
            for (var p = 0; p < pillars.size(); p++) {
                row(out, print, pillars.get(p), cells.get(level).get(p));
            }
        }
        return out.toString();
    }

    private String opening(Print print) {
        var out = new StringBuilder("A made-up framework for gardeners\n\nIntroduction\n\n");
        out.append(
                "This document was made up to be read by a program and speaks of no real gardener, although it says a "
                        + "good deal about what one might do on a fine day. Each level adds to the one before it.\n\n");
        out.append(group).append(" Parts of it\n\n");
        for (var pillar : pillars) {
            out.append(pillar).append("\n\n");
            aspects.get(pillar)
                    .forEach(aspect ->
                            out.append(print.bullet).append(' ').append(aspect).append("\n\n"));
        }
        return out.append("This text stands between the overview and the first of the levels that follow here.\n\n")
                .toString();
    }

    String code(int level) {
        return levelWord + " " + numbers.get(level);
    }

    static String title(int level) {
        return TITLES.get(level);
    }

    String descriptor(int level) {
        return "A gardener who has come this far, to step number " + (level + 1)
                + " of the garden path, knows the tools and the weather well enough.";
    }

    /** A row, cut in two by a page now and then: then every column begins anew. */
    private void row(StringBuilder out, Print print, String pillar, List<List<String>> row) {
        var cut = random.nextInt(5) == 0 && row.stream().anyMatch(cell -> cell.size() > 3);
        if (!cut) {
            page(out, print, pillar, row);
            return;
        }
        var first = row.stream().map(cell -> cell.subList(0, cutAt(cell))).toList();
        var second =
                row.stream().map(cell -> cell.subList(cutAt(cell), cell.size())).toList();
        page(out, print, pillar, first);
        page(out, print, pillar + " (continued)", second);
    }

    private static int cutAt(List<String> cell) {
        return cell.stream().anyMatch(item -> item.startsWith("* ")) ? cell.size() : (cell.size() + 1) / 2;
    }

    private void page(StringBuilder out, Print print, String pillar, List<List<String>> row) {
        if (row.stream().allMatch(List::isEmpty)) {
            return;
        }
        out.append(print.glued && random.nextBoolean() ? "Heading" : "")
                .append(header())
                .append("\n\n");
        out.append(wrapped(pillar, 9000, print)).append("\n\n");
        for (var aspect : aspects.get(pillar.replace(" (continued)", ""))) {
            out.append(print.bullet)
                    .append(' ')
                    .append(wrapped(aspect, 9000, print))
                    .append("\n\n");
        }
        for (var c = 0; c < row.size(); c++) {
            var squeezed = print.trailingSpaces && row.get(c).size() > 4 && random.nextInt(6) == 0;
            for (var item : row.get(c)) {
                var bullet = item.startsWith("* ");
                var width = print.widths.get(c) - (bullet ? 1500 : 0);
                out.append(bullet ? print.bullet + " " : "")
                        .append(wrapped(bullet ? item.substring(2) : item, width, print))
                        .append(squeezed && !bullet ? "\n" : "\n\n");
            }
            if (squeezed) {
                out.append('\n');
            }
        }
    }

    private String wrapped(String text, double width, Print print) {
        var out = new StringBuilder();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            var early =
                    print.type.applyAsDouble(line.toString()) > width * 0.8 && random.nextDouble() < print.earlyBreaks;
            if (!line.isEmpty() && (early || print.type.applyAsDouble(longer) > width)) {
                out.append(line).append(print.trailingSpaces ? " \n" : "\n");
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        return out.append(line).toString();
    }

    /** The same as a web page with real tables. */
    String html() {
        var out = new StringBuilder("<!doctype html><html><head><title>x</title></head><body>");
        out.append("<h1>A made-up framework for gardeners</h1><h2>Introduction</h2>");
        out.append(
                "<p>This document was made up to be read by a program and speaks of no real gardener, although it says a "
                        + "good deal about what one might do on a fine day. Each level adds to the one before it.</p>");
        out.append("<table><tr><th>").append(group).append("</th><th>Parts of it</th></tr>");
        for (var pillar : pillars) {
            out.append("<tr><td>")
                    .append(pillar)
                    .append("</td><td>")
                    .append(list(aspects.get(pillar)))
                    .append("</td></tr>");
        }
        out.append(
                "</table><p>This text stands between the overview and the first of the levels that follow here.</p>");
        for (var level = 0; level < cells.size(); level++) {
            out.append("<h2>")
                    .append(TITLES.get(level))
                    .append("</h2><h3>")
                    .append(code(level))
                    .append("</h3>");
            out.append("<p>The post will include:</p><ul>");
            for (var i = 0; i < 3; i++) {
                out.append("<li>turning over bed number ").append(i + 1).append("</li>");
            }
            out.append("</ul><h3>")
                    .append(code(level))
                    .append("</h3><p>")
                    .append(descriptor(level))
                    .append("</p>");
            out.append("<table><tr><th>").append(group).append("</th>");
            columns.forEach(column -> out.append("<th>").append(column).append("</th>"));
            out.append("</tr>");
            for (var p = 0; p < pillars.size(); p++) {
                var pillar = pillars.get(p);
                out.append("<tr><td><p>")
                        .append(pillar)
                        .append("</p>")
                        .append(list(aspects.get(pillar)))
                        .append("</td>");
                cells.get(level)
                        .get(p)
                        .forEach(cell -> out.append("<td>").append(cell(cell)).append("</td>"));
                out.append("</tr>");
            }
            out.append("</table>");
        }
        return out.append("</body></html>").toString();
    }

    private static String list(List<String> items) {
        return "<ul>"
                + String.join(
                        "", items.stream().map(item -> "<li>" + item + "</li>").toList()) + "</ul>";
    }

    private static String cell(List<String> items) {
        var out = new StringBuilder();
        var bullets = new ArrayList<String>();
        for (var item : items) {
            if (item.startsWith("* ")) {
                bullets.add(item.substring(2));
            } else {
                out.append("<p>").append(item).append("</p>");
            }
        }
        return out.append(bullets.isEmpty() ? "" : list(bullets)).toString();
    }
}
