package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A document as it was written, before it is bound to records: every scalar is the text that stands there, so that a code
 * such as 2.10 stays what it is, and every place knows its line.
 */
final class FormatTree {

    private static final int MOST_NODES = 500_000;

    private final JsonNode root;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> unknownKeys = new ArrayList<>();
    private final JsonParser parser;
    private final String source;
    private int nodes;

    private FormatTree(JsonParser parser, String source) {
        this.parser = parser;
        this.source = source;
        parser.nextToken();
        this.root = node("");
        if (root instanceof ObjectNode document) {
            checkHead(document);
            fillIn(document);
            collectUnknown(document, FrameworkDocument.class, "");
        }
    }

    /** The text is no tree at all. */
    static final class Malformed extends RuntimeException {
        private final String sentence;

        private Malformed(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    static FormatTree read(TokenStreamFactory factory, String text) {
        try (var parser = factory.createParser(ObjectReadContext.empty(), new WholeCharacters(text))) {
            var tree = new FormatTree(parser, text);
            if (!(tree.root instanceof ObjectNode)) {
                throw new Malformed("The document must begin with “format: " + FrameworkDocument.FORMAT + "”.");
            }
            return tree;
        } catch (JacksonException e) {
            var at = e.getLocation() == null ? "" : "Line " + e.getLocation().getLineNr() + ": ";
            throw new Malformed(at + "this cannot be read (" + firstSentence(e.getOriginalMessage()) + ").");
        }
    }

    JsonNode root() {
        return root;
    }

    List<String> problems() {
        return problems;
    }

    List<String> unknownKeys() {
        return unknownKeys;
    }

    /** How to name a path in a message: with its line, if it has one. */
    String place(String path) {
        var line = lines.get(path);
        var name = path.isEmpty() ? "The document" : path;
        return line == null ? name : "Line " + line + ": " + name;
    }

    /** The words that an enum is written with. */
    static List<String> words(Class<?> enumeration) {
        var words = new ArrayList<String>();
        for (var constant : enumeration.getFields()) {
            var name = constant.getAnnotation(JsonProperty.class);
            if (name != null) {
                words.add(name.value());
            }
        }
        return words;
    }

    private JsonNode node(String path) {
        if (++nodes > MOST_NODES) {
            throw new Malformed(
                    "The document has more than " + MOST_NODES + " entries, which is more than can be read.");
        }
        lines.put(path, parser.currentTokenLocation().getLineNr());
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new Malformed(place(path) + " is a YAML alias. Write the text out where it is used.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> array(path);
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                tilde() ? JsonNodeFactory.instance.nullNode() : text(parser.getString(), path);
            case null, default -> throw new Malformed(place(path) + " has no value.");
        };
    }

    /** YAML's other way to write null. */
    private boolean tilde() {
        var at = (int) parser.currentTokenLocation().getCharOffset();
        return parser.getString().equals("~") && at >= 0 && at < source.length() && source.charAt(at) == '~';
    }

    private JsonNode text(String text, String path) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                problems.add(place(path) + " holds a broken character. Type it again.");
                break;
            }
            i += pair ? 1 : 0;
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    private ObjectNode object(String path) {
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var inside = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            if (object.has(key)) {
                problems.add(place(inside) + " stands there twice.");
            }
            object.set(key, node(inside));
        }
        return object;
    }

    private ArrayNode array(String path) {
        var array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var inside = path + "[" + array.size() + "]";
            var entry = node(inside);
            if (entry.isNull()) {
                problems.add(place(inside) + " is empty.");
            }
            array.add(entry);
        }
        return array;
    }

    private void checkHead(ObjectNode document) {
        var format = document.get("format");
        if (format == null || !format.isString() || !format.stringValue().equals(FrameworkDocument.FORMAT)) {
            problems.add(place("format") + (format == null ? " is missing" : " is “" + format.asString("") + "”")
                    + ", and must be “" + FrameworkDocument.FORMAT + "”, the only form that can be read.");
        }
    }

    /** What a person who writes by hand may leave out. */
    private static void fillIn(ObjectNode document) {
        putIfMissing(document, "kind", "framework");
        putIfMissing(document, "progression", "unstated");
        putIfMissing(document, "titleInferred", "false");
        each(document, "statements", statement -> {
            putIfMissing(statement, "facetCertain", "true");
            putIfMissing(statement, "kind", "expectation");
            putIfMissing(statement, "state", "stated");
            putIfMissing(statement, "optional", "false");
        });
        each(document, "levels", level -> putIfMissing(level, "minimumOptional", "0"));
        each(document, "routes", route -> putIfMissing(route, "toStated", "true"));
        each(document, "groups", FormatTree::fillInGroup);
        each(document, "annotations", annotation -> putIfMissing(annotation, "severity", "warning"));
        if (document.get("role") instanceof ObjectNode role) {
            putIfMissing(role, "minimumOptional", "0");
            each(
                    role,
                    "sections",
                    section -> each(section, "entries", competence -> putIfMissing(competence, "optional", "false")));
            if (role.get("requirements") instanceof ObjectNode root) {
                fillInRequirement(root);
            }
        }
    }

    private static void fillInRequirement(ObjectNode requirement) {
        putIfMissing(requirement, "orEquivalent", "false");
        putIfMissing(requirement, "workingTowards", "false");
        each(requirement, "allOf", FormatTree::fillInRequirement);
        each(requirement, "anyOf", FormatTree::fillInRequirement);
    }

    private static void fillInGroup(ObjectNode group) {
        putIfMissing(group, "titleInferred", "false");
        each(group, "groups", FormatTree::fillInGroup);
    }

    private static void each(ObjectNode node, String key, java.util.function.Consumer<ObjectNode> action) {
        if (node.get(key) instanceof ArrayNode entries) {
            for (var entry : entries) {
                if (entry instanceof ObjectNode object) {
                    action.accept(object);
                }
            }
        }
    }

    private static void putIfMissing(ObjectNode node, String key, String value) {
        if (!node.hasNonNull(key)) {
            node.put(key, value);
        }
    }

    private void collectUnknown(JsonNode node, Type type, String path) {
        if (node instanceof ArrayNode array && type instanceof ParameterizedType list) {
            for (var i = 0; i < array.size(); i++) {
                collectUnknown(array.get(i), list.getActualTypeArguments()[0], path + "[" + i + "]");
            }
        } else if (node instanceof ObjectNode object && type instanceof Class<?> record && record.isRecord()) {
            var known = new HashMap<String, Type>();
            for (var component : record.getRecordComponents()) {
                known.put(component.getName(), component.getGenericType());
            }
            object.properties().forEach(entry -> {
                var inside = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                var inner = known.get(entry.getKey());
                if (inner == null) {
                    unknownKeys.add(inside);
                } else {
                    collectUnknown(entry.getValue(), inner, inside);
                }
            });
        }
    }

    private static String firstSentence(String message) {
        var end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }
}
