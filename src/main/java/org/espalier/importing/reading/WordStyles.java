package org.espalier.importing.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The paragraph styles of a Word document: which are headings, which are lists. */
final class WordStyles {

    private static final int BODY_TEXT = 9;

    private final Map<String, Element> styles = new HashMap<>();

    WordStyles(@Nullable Element root) {
        if (root != null) {
            for (var child : Xml.children(root)) {
                var id = Xml.attribute(child, "styleId");
                if (Xml.name(child).equals("style") && id != null) {
                    styles.put(id, child);
                }
            }
        }
    }

    /** The heading depth of a paragraph, 0 for none: its own outline level, its style's, or its style's name. */
    int headingDepth(Element paragraph) {
        var level = first(paragraph, properties -> Xml.number(properties, "outlineLvl"));
        if (level.isPresent()) {
            return level.get() < BODY_TEXT ? level.get() + 1 : 0;
        }
        var id = Xml.value(paragraph, "pPr", "pStyle").orElse("");
        for (var steps = 0; !id.isEmpty() && steps < 20; steps++) {
            var style = styles.get(id);
            var name = (style == null ? id : Xml.value(style, "name").orElse(id)).toLowerCase(Locale.ROOT);
            if (name.matches("heading ?[1-9]")) {
                return name.charAt(name.length() - 1) - '0';
            }
            if (name.equals("title")) {
                return 1;
            }
            id = style == null ? "" : Xml.value(style, "basedOn").orElse("");
        }
        return 0;
    }

    /** The list that a paragraph belongs to, by itself or by its style. */
    Optional<String> list(Element paragraph) {
        return first(paragraph, properties -> Xml.value(properties, "numPr", "numId"))
                .filter(id -> !id.equals("0"));
    }

    int listDepth(Element paragraph) {
        return Math.clamp(
                first(paragraph, properties -> Xml.number(properties, "numPr", "ilvl"))
                        .orElse(0),
                0,
                8);
    }

    /** The first that has it: the paragraph's own properties, those of its style, of the style that is based on … */
    private <T> Optional<T> first(Element paragraph, Function<Element, Optional<T>> property) {
        var found = Xml.at(paragraph, "pPr").flatMap(property);
        var id = Xml.value(paragraph, "pPr", "pStyle").orElse("");
        for (var steps = 0; found.isEmpty() && steps < 20 && styles.containsKey(id); steps++) {
            var style = styles.get(id);
            found = Xml.at(style, "pPr").flatMap(property);
            id = Xml.value(style, "basedOn").orElse("");
        }
        return found;
    }
}
