package org.espalier.framework.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.espalier.framework.format.FrameworkFormat.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrameworkFormatTests {

    private static final String SCHEMA = "/static/schema/framework-1.json";

    static final FrameworkDocument DOCUMENT = document("Sorts the post", "2.10");

    private static FrameworkDocument document(String text, String code) {
        var place = new Place(3, 4, 1);
        var also = List.of(new At(new Place(9, 9, null)));
        return new FrameworkDocument(
                FrameworkDocument.FORMAT,
                FrameworkDocument.Kind.ROLE_PROFILE,
                text,
                true,
                place,
                null,
                "no",
                "draft",
                "DRAFT: not for use",
                place,
                null,
                new FrameworkDocument.SourceFile("post.txt", "0".repeat(64)),
                FrameworkDocument.Progression.CUMULATIVE,
                text,
                place,
                List.of(new LevelEntry(
                        "one",
                        code,
                        null,
                        List.of(5, 6),
                        List.of(text),
                        List.of(),
                        List.of(),
                        List.of(),
                        place,
                        also,
                        List.of(new PhaseEntry("later", text, List.of())),
                        1)),
                List.of(new GroupEntry(
                        "post",
                        "domain",
                        "2",
                        text,
                        false,
                        null,
                        List.of(new GroupEntry(
                                "letters", "competency", code, null, true, text, List.of(), place, also)),
                        null,
                        List.of())),
                List.of(new FacetEntry("skill", "Skill", place, also)),
                List.of(
                        new StatementEntry(
                                "a",
                                "one",
                                "letters",
                                "skill",
                                false,
                                StatementEntry.Kind.EXPECTATION,
                                StatementEntry.State.STATED,
                                text,
                                "With help",
                                null,
                                place,
                                also,
                                true),
                        new StatementEntry(
                                "b",
                                null,
                                null,
                                null,
                                true,
                                StatementEntry.Kind.ENTRY_CRITERION,
                                StatementEntry.State.NOT_APPLICABLE,
                                null,
                                null,
                                null,
                                null,
                                List.of())),
                new RoleEntry(
                        text,
                        null,
                        null,
                        requirement(text),
                        List.of(8),
                        List.of(text),
                        List.of(new RoleEntry.Section(
                                "Core",
                                RoleEntry.Layer.CORE,
                                List.of(text),
                                List.of(
                                        new RoleEntry.Competence(null, "H", text, text, code, null, place, also),
                                        composed(text, RoleEntry.Origin.ofStatement("post", 2, "sorts"))
                                                .withOptional(true),
                                        composed(text, RoleEntry.Origin.ofGroup("post", 2, "letters", "one")),
                                        composed(text, RoleEntry.Origin.ofStandard("POST&A1"))
                                                .withOptional(true)),
                                place,
                                also)),
                        List.of(new RoleEntry.Row("Formal", List.of(), place, also)),
                        List.of(new RoleEntry.Row(
                                "Informal", List.of(text), text, text, text, "Every year", place, also)),
                        new RoleEntry.PillarMix(
                                "2026-11-21",
                                text,
                                List.of(new RoleEntry.Share("Practice", 60), new RoleEntry.Share("Research", 40))),
                        place,
                        also,
                        2),
                List.of(new RouteEntry(text, null, false, List.of(text), List.of(), List.of(), place, also)),
                List.of(new ProviderMapping("Provider", code, StatementEntry.State.BLANK, null, place)),
                List.of(text),
                also,
                List.of(new Annotation(Annotation.Severity.NOTE, "look", text, place)),
                List.of(new LeftOut(1, 2, null, "page-furniture", text)));
    }

    private static RoleEntry.Competence composed(String text, RoleEntry.Origin origin) {
        return new RoleEntry.Competence(
                text, "1", null, text, "With help", "Knows:", null, null, origin, null, List.of());
    }

    private static RequirementEntry requirement(String text) {
        return RequirementEntry.all(List.of(
                leaf(text),
                RequirementEntry.any(
                        List.of(new RequirementEntry(List.of(), List.of(), text, true, text, true, text), leaf("b")))));
    }

    private static RequirementEntry leaf(String text) {
        return new RequirementEntry(List.of(), List.of(), text, false, null, false, null);
    }

    private static FrameworkDocument read(String text) {
        return switch (FrameworkFormat.read(text)) {
            case Read.Document(var document, var unknownKeys) -> document;
            case Read.Invalid(var problems) -> throw new AssertionError(problems + "\n" + text);
        };
    }

    private static List<String> problems(String text) {
        return switch (FrameworkFormat.read(text)) {
            case Read.Document document -> throw new AssertionError(document);
            case Read.Invalid(var problems) -> problems;
        };
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(read(FrameworkFormat.yaml(DOCUMENT))).isEqualTo(DOCUMENT);
        assertThat(read(FrameworkFormat.json(DOCUMENT))).isEqualTo(DOCUMENT);
    }

    @Test
    void writesTheSameAgain() {
        assertThat(FrameworkFormat.yaml(read(FrameworkFormat.yaml(DOCUMENT))))
                .isEqualTo(FrameworkFormat.yaml(DOCUMENT));
        assertThat(FrameworkFormat.json(read(FrameworkFormat.json(DOCUMENT))))
                .isEqualTo(FrameworkFormat.json(DOCUMENT));
    }

    @ParameterizedTest
    @MethodSource
    void keepsAwkwardTexts(String text) {
        var document = document(text, text);

        assertThat(read(FrameworkFormat.yaml(document))).isEqualTo(document);
        assertThat(read(FrameworkFormat.json(document))).isEqualTo(document);
    }

    static Stream<String> keepsAwkwardTexts() {
        var fixed = Stream.of(
                "",
                " ",
                "null",
                "~",
                "yes",
                "No",
                "true",
                "1",
                "1.10",
                "0x1F",
                "1e3",
                "12:30:00",
                "2021-01-01",
                "=",
                "<<",
                "- a",
                "? a",
                "a: b",
                "a #b",
                "#a",
                "@a",
                "`a",
                "%a",
                "!a",
                "&a",
                "*a",
                "{a}",
                "[a]",
                "|",
                ">",
                "'a'",
                "\"a\"",
                "a\\b",
                "line\nbreak",
                "tab\there",
                " lead",
                "trail ",
                "…",
                "É",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "\u00A0",
                "\uFFFD",
                "👩‍⚕️",
                "\u0007",
                "---",
                "...",
                "a".repeat(5000),
                "key:",
                ":",
                "-",
                "?");
        var random = new Random(20261121);
        var signs = "ab 1.:-#'\"\\\n\t{}[],&*!|>%@`?~=é–\u0085👍".codePoints().toArray();
        var made = Stream.generate(() -> {
                    var text = new StringBuilder();
                    for (var length = random.nextInt(12); length >= 0; length--) {
                        text.appendCodePoint(signs[random.nextInt(signs.length)]);
                    }
                    return text.toString();
                })
                .limit(300);
        return Stream.concat(fixed, made);
    }

    @Test
    void writesKeysInTheOrderOfTheFormatWithNullsAndEmptyLists() {
        var yaml = FrameworkFormat.yaml(DOCUMENT);

        assertThat(yaml)
                .startsWith("format: espalier/1\nkind: role-profile\ntitle: Sorts the post\ntitleInferred: true\n");
        assertThat(yaml).contains("publisher: null\n").contains("exampleRoles: []\n");
        assertThat(yaml.lines().filter(line -> line.matches("[a-z]\\w*:.*")).map(line -> line.replaceFirst(":.*", "")))
                .containsSubsequence(
                        "format",
                        "kind",
                        "title",
                        "titleInferred",
                        "publisher",
                        "language",
                        "status",
                        "rights",
                        "source",
                        "progression",
                        "levels",
                        "groups",
                        "facets",
                        "statements",
                        "role",
                        "routes",
                        "providerMappings",
                        "references",
                        "annotations",
                        "leftOut");
    }

    @Test
    void readsACodeAsItIsWrittenAndFillsInWhatAPersonLeavesOut() {
        var document = read("""
                format: espalier/1
                title:
                groups:
                  - {id: post, kind: domain, code: 2.10}
                statements:
                  - {id: sorts, group: post, text: Sorts the post}
                """);

        assertThat(document.title()).isNull();
        assertThat(document.kind()).isEqualTo(FrameworkDocument.Kind.FRAMEWORK);
        assertThat(document.groups().getFirst().code()).isEqualTo("2.10");
        assertThat(document.statements().getFirst().facetCertain()).isTrue();
        assertThat(document.statements().getFirst().state()).isEqualTo(StatementEntry.State.STATED);
    }

    @Test
    void namesKeysThatItDoesNotKnow() {
        var read = FrameworkFormat.read("""
                format: espalier/1
                colour: green
                levels:
                  - {id: one, salary: 1}
                """);

        assertThat(read).isInstanceOfSatisfying(Read.Document.class, document -> assertThat(document.unknownKeys())
                .containsExactly("colour", "levels[0].salary"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    statements: [{id: a, level: nine, text: b}] | Line 2: statements[0].level is “nine”, but there is no such level.
                    statements: [{id: a, state: maybe}]         | Line 2: statements[0].state is “maybe”, and must be one of stated, blank, not-applicable.
                    statements: [{id: a}]                       | Line 2: statements[0]: text is missing, though the state is “stated”.
                    levels: [{id: a}, {id: a}]                  | Line 2: levels[1].id is “a”, which another entry has already.
                    levels: [{title: a}]                        | Line 2: levels[0]: id is missing.
                    levels: [{id: a, careerFrameworkLevels: [five]}] | Line 2: levels[0].careerFrameworkLevels[0] is “five”, which does not belong there.
                    levels: [{id: a, source: {line: 4, endLine: 2}}] | Line 2: levels[0].source cannot be used: lines 4 to 2.
                    levels: one                                 | Line 2: levels has the wrong form.
                    levels: [~]                                 | Line 2: levels[0] is empty.
                    levels: &a [*a]                             | Line 2: levels[0] is a YAML alias. Write the text out where it is used.
                    levels: [{id: a, minimumOptional: 1}]       | Line 2: levels[0].minimumOptional is 1, and must be from 0 to 0, the number of optional expectations there.
                    role: {minimumOptional: -1}                 | Line 2: role.minimumOptional is -1, and must be from 0 to 0, the number of optional expectations there.
                    statements: [{id: a, kind: learning, text: b, optional: true}] | Line 2: statements[0].optional is true, and only an expectation can be optional.
                    title: "\\uD800"                             | Line 2: title holds a broken character. Type it again.
                    """)
    void saysWhatIsWrongAndWhere(String line, String problem) {
        assertThat(problems("format: espalier/1\n" + line + "\n")).containsExactly(problem);
    }

    @Test
    void refusesAnotherFormat() {
        assertThat(problems("format: espalier/2\n"))
                .containsExactly(
                        "Line 1: format is “espalier/2”, and must be “espalier/1”, the only form that can be read.");
        assertThat(problems("title: Post\n"))
                .containsExactly("format is missing, and must be “espalier/1”, the only form that can be read.");
        assertThat(problems("just words")).hasSize(1);
        assertThat(problems("format: [")).singleElement().asString().startsWith("Line 1: this cannot be read");
        assertThat(problems("{\"format\": \"espalier/1\",\n \"title\": "))
                .singleElement()
                .asString()
                .startsWith("Line 2: this cannot be read");
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThat(problems("[".repeat(100_000))).hasSize(1);
        assertThat(problems("{\"a\":".repeat(100_000))).hasSize(1);
    }

    @Test
    void writesWhatTheSchemaDescribes() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema());

        assertThat(schema.validate(FrameworkFormat.json(DOCUMENT), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"format\": \"espalier/1\", \"levels\": [{}]}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void describesEveryKeyInTheSchemaAndNoOther() throws IOException {
        var schema = JsonMapper.shared().readTree(schema());

        compare(FrameworkDocument.class, schema, schema);
    }

    private static void compare(Class<?> record, JsonNode described, JsonNode schema) {
        var properties = described.get("properties");
        assertThat(properties.propertyNames())
                .as(record.getSimpleName())
                .containsExactlyElementsOf(Stream.of(record.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
        for (var component : record.getRecordComponents()) {
            var type = element(component.getGenericType());
            if (type instanceof Class<?> inner && inner.isRecord() && inner != record) {
                var name = properties
                        .get(component.getName())
                        .findValue("$ref")
                        .stringValue()
                        .replace("#/$defs/", "");
                compare(inner, schema.get("$defs").get(name), schema);
            }
        }
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    }

    private static String schema() throws IOException {
        try (var in = FrameworkFormatTests.class.getResourceAsStream(SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void writesNothingOfWhatIsNotOptional() {
        var document = read("""
                format: espalier/1
                levels: [{id: one}]
                statements: [{id: sorts, level: one, text: Sorts the post}]
                role: {sections: [{title: Core, layer: core, entries: [{competence: Sorts}]}]}
                """);

        assertThat(document.statements().getFirst().optional()).isFalse();
        assertThat(FrameworkFormat.yaml(document) + FrameworkFormat.json(document))
                .doesNotContainIgnoringCase("optional");
        assertThat(FrameworkFormat.readStored(FrameworkFormat.compactJson(document)))
                .isEqualTo(document);
        assertThat(FrameworkFormat.readStored(FrameworkFormat.compactJson(DOCUMENT)))
                .isEqualTo(DOCUMENT);
    }

    @Test
    void readsAllStarterFrameworks() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/starter"))) {
            var starters =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();

            assertThat(starters).isNotEmpty().allSatisfy(file -> {
                var read = FrameworkFormat.read(Files.readString(file));
                assertThat(read)
                        .isInstanceOfSatisfying(Read.Document.class, document -> assertThat(document.unknownKeys())
                                .isEmpty());
                var document = ((Read.Document) read).document();
                assertThat(read(FrameworkFormat.yaml(document))).isEqualTo(document);
            });
        }
    }

    @Test
    void letsPeopleLeaveOutWhatARequirementDoesNotSay() {
        var role = read("""
                format: espalier/1
                role:
                  requirements:
                    allOf:
                      - text: A licence to carry post
                        workingTowards: true
                      - anyOf:
                          - text: One year on the round
                          - text: A certificate
                            orEquivalent: true
                """).role();

        assertThat(role.requirements())
                .isEqualTo(RequirementEntry.all(List.of(
                        new RequirementEntry(List.of(), List.of(), "A licence to carry post", false, null, true, null),
                        RequirementEntry.any(List.of(
                                leaf("One year on the round"),
                                new RequirementEntry(
                                        List.of(), List.of(), "A certificate", true, null, false, null))))));
    }

    @Test
    void namesTheLineOfWhatARoleGetsWrong() {
        assertThat(problems("""
                format: espalier/1
                role:
                  requirements:
                    text: A licence
                    anyOf: [{text: a}, {allOf: []}]
                  sections:
                    - title: Core
                      layer: core
                      entries:
                        - competence: Sorts
                          origin: {standard: POST1, statement: sorts}
                        - competence: Carries
                          origin: {statement: carries}
                  pillarMix:
                    asOf: last year
                    shares: [{pillar: Practice, percent: 70}, {pillar: Research, percent: 20}]
                """))
                .containsExactly(
                        "Line 11: role.sections[0].entries[0].origin must name one of a statement, a group and a standard.",
                        "Line 13: role.sections[0].entries[1].origin must name a framework with its version, or a standard alone.",
                        "Line 4: role.requirements must have one of allOf, anyOf and text.",
                        "Line 5: role.requirements.anyOf[1] must have one of allOf, anyOf and text.",
                        "Line 15: role.pillarMix.asOf is “last year”, and must be a day such as 2026-11-21.",
                        "Line 16: role.pillarMix.shares add up to 90, and must add up to 100.");
    }
}
