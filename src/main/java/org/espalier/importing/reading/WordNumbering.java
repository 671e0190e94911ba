package org.espalier.importing.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The lists of a Word document: what bullet or number stands in front of a paragraph. */
final class WordNumbering {

    private static final Pattern PLACE = Pattern.compile("%([1-9])");

    private record Level(String format, String text, int start) {}

    private final Map<String, Map<Integer, Level>> lists = new HashMap<>();
    private final Map<String, String> counterOf = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    WordNumbering(@Nullable Element numbering) {
        if (numbering == null) {
            return;
        }
        var shapes = new HashMap<String, Map<Integer, Level>>();
        for (var child : Xml.children(numbering)) {
            if (Xml.name(child).equals("abstractNum")) {
                shapes.put(String.valueOf(Xml.attribute(child, "abstractNumId")), levels(child));
            }
        }
        for (var child : Xml.children(numbering)) {
            if (Xml.name(child).equals("num")) {
                var id = String.valueOf(Xml.attribute(child, "numId"));
                var shape = Xml.value(child, "abstractNumId").orElse("");
                lists.put(id, shapes.getOrDefault(shape, Map.of()));
                counterOf.put(id, Xml.at(child, "lvlOverride").isPresent() ? id : "shape " + shape);
            }
        }
    }

    private static Map<Integer, Level> levels(Element shape) {
        var levels = new HashMap<Integer, Level>();
        for (var child : Xml.children(shape)) {
            var depth = Xml.attribute(child, "ilvl");
            if (Xml.name(child).equals("lvl") && depth != null && depth.matches("[0-8]")) {
                levels.put(
                        Integer.valueOf(depth),
                        new Level(
                                Xml.value(child, "numFmt").orElse("decimal"),
                                Xml.value(child, "lvlText").orElse(""),
                                Xml.number(child, "start").orElse(1)));
            }
        }
        return levels;
    }

    /** The bullet or number of the next paragraph of this list at this depth. */
    String next(String list, int depth) {
        var levels = lists.getOrDefault(list, Map.of());
        var level = levels.get(depth);
        if (level == null || level.format().equals("bullet") || level.format().equals("none")) {
            return bullet(level);
        }
        var counter = counters.computeIfAbsent(counterOf.getOrDefault(list, list), key -> new int[9]);
        counter[depth] = counter[depth] == 0 ? level.start() : counter[depth] + 1;
        for (var deeper = depth + 1; deeper < counter.length; deeper++) {
            counter[deeper] = 0;
        }
        return PLACE.matcher(level.text()).replaceAll(place -> {
            var at = place.group(1).charAt(0) - '1';
            var shown = levels.getOrDefault(at, level);
            return Matcher.quoteReplacement(number(shown.format(), Math.max(counter[at], shown.start())));
        });
    }

    private static String bullet(@Nullable Level level) {
        if (level == null
                || level.text().isBlank()
                || Character.getType(level.text().charAt(0)) == Character.PRIVATE_USE) {
            return "•";
        }
        return level.text();
    }

    private static String number(String format, int number) {
        return switch (format) {
            case "lowerLetter" -> letter(number, 'a');
            case "upperLetter" -> letter(number, 'A');
            case "lowerRoman" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "upperRoman" -> roman(number);
            default -> Integer.toString(number);
        };
    }

    private static String letter(int number, char first) {
        return String.valueOf((char) (first + (number - 1) % 26)).repeat(1 + (number - 1) / 26 % 10);
    }

    private static String roman(int number) {
        var values = new int[] {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var signs = new String[] {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var text = new StringBuilder();
        var left = Math.clamp(number, 1, 3999);
        for (var i = 0; i < values.length; i++) {
            while (left >= values[i]) {
                text.append(signs[i]);
                left -= values[i];
            }
        }
        return text.toString();
    }
}
