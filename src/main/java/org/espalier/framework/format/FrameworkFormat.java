package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLReadFeature;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes and reads {@code espalier/1}: YAML for people, the same in JSON for programs. Keys stand in a fixed order,
 * nulls and empty lists are written, and what was written reads back equal.
 */
public final class FrameworkFormat {

    private static final int LONGEST_DOCUMENT = 50_000_000;

    private static final JsonFactory JSON_FACTORY =
            JsonFactory.builder().streamReadConstraints(constraints()).build();
    private static final YAMLFactory YAML_FACTORY = YAMLFactory.builder()
            .streamReadConstraints(constraints())
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit(LONGEST_DOCUMENT)
                    .setAllowDuplicateKeys(false)
                    .build())
            .stringQuotingChecker(new YamlQuotes())
            .enable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private static final ObjectMapper JSON = asWritten(JsonMapper.builder(JSON_FACTORY))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();
    // what was stored before a key came to be has no such key
    private static final ObjectMapper COMPACT = asWritten(JsonMapper.builder(JSON_FACTORY))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final ObjectMapper QUOTED_YAML =
            asWritten(YAMLMapper.builder(YAML_FACTORY)).build();
    private static final ObjectMapper YAML = asWritten(YAMLMapper.builder(YAML_FACTORY))
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    private FrameworkFormat() {}

    /** What came of reading a text. */
    public sealed interface Read {

        /**
         * A document.
         *
         * @param unknownKeys the places of keys that {@code espalier/1} does not know and that were therefore not read
         */
        record Document(FrameworkDocument document, List<String> unknownKeys) implements Read {
            public Document {
                unknownKeys = List.copyOf(unknownKeys);
            }
        }

        /** No document: a sentence for each thing that is wrong, naming its place. */
        record Invalid(List<String> problems) implements Read {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /** The document in YAML; every text is quoted when one holds a line break, which would not survive otherwise. */
    public static String yaml(FrameworkDocument document) {
        var breaks = JSON.writeValueAsString(document).contains("\\n");
        return (breaks ? QUOTED_YAML : YAML).writeValueAsString(document);
    }

    /** The document in JSON, indented. */
    public static String json(FrameworkDocument document) {
        return JSON.writeValueAsString(document) + "\n";
    }

    /** For storage: JSON without line breaks or keys that have no value. */
    public static String compactJson(FrameworkDocument document) {
        return COMPACT.writeValueAsString(document);
    }

    /**
     * Reads JSON that this class wrote, without looking for mistakes people make.
     *
     * @throws JacksonException when it is something else
     */
    public static FrameworkDocument readStored(String json) {
        return COMPACT.readValue(json, FrameworkDocument.class);
    }

    /** Reads a document in YAML or JSON; which of the two it is shows in its first character. */
    public static Read read(String text) {
        TokenStreamFactory factory = text.stripLeading().startsWith("{") ? JSON_FACTORY : YAML_FACTORY;
        FormatTree tree;
        try {
            tree = FormatTree.read(factory, text);
        } catch (FormatTree.Malformed malformed) {
            return new Read.Invalid(List.of(malformed.sentence()));
        }
        var problems = new ArrayList<String>(tree.problems());
        if (problems.isEmpty()) {
            try {
                var document = JSON.treeToValue(tree.root(), FrameworkDocument.class);
                problems.addAll(FormatRules.broken(document, tree));
                if (problems.isEmpty()) {
                    return new Read.Document(document, tree.unknownKeys());
                }
            } catch (JacksonException e) {
                problems.add(sentence(e, tree));
            }
        }
        return new Read.Invalid(problems);
    }

    private static String sentence(JacksonException e, FormatTree tree) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            path.append(
                    step.getPropertyName() == null
                            ? "[" + step.getIndex() + "]"
                            : (path.isEmpty() ? "" : ".") + step.getPropertyName());
        }
        var at = tree.place(path.toString());
        return switch (e) {
            case InvalidFormatException wrong
            when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                at + " is “" + wrong.getValue() + "”, and must be one of "
                        + String.join(", ", FormatTree.words(wrong.getTargetType())) + ".";
            case InvalidFormatException wrong -> at + " is “" + wrong.getValue() + "”, which does not belong there.";
            case DatabindException wrong
            when wrong.getCause() instanceof IllegalArgumentException cause ->
                at + " cannot be used: " + cause.getMessage() + ".";
            default -> at + " has the wrong form.";
        };
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B asWritten(B builder) {
        return builder.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(60)
                .maxDocumentLength(LONGEST_DOCUMENT)
                .maxStringLength(1_000_000)
                .build();
    }
}
