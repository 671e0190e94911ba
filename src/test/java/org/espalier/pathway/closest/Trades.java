package org.espalier.pathway.closest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/** Versions of made-up trades in memory; each statement's number begins with its version's. */
final class Trades {
    private static final int STATEMENTS_EACH = 1000;

    private Trades() {}

    /** A framework of so many levels with so many expectations of each. */
    static FrameworkVersion framework(int number, String progression, int levels, int expectations) {
        var document = document("""
                format: espalier/1
                kind: framework
                title: Trade %d
                titleInferred: false
                progression: %s
                levels: [%s]
                """.formatted(
                        number,
                        progression,
                        IntStream.rangeClosed(1, levels)
                                .mapToObj(level -> "{id: l%d, title: Step %d}".formatted(level, level))
                                .collect(Collectors.joining(", "))));
        var statements = new ArrayList<Statement>();
        for (var level = 1; level <= levels; level++) {
            for (var n = 0; n < expectations; n++) {
                statements.add(statement(
                        number, statements.size(), "l" + level, "Does thing " + number + "-" + statements.size()));
            }
        }
        return version(number, document, statements);
    }

    /** A role profile that asks for these national standards. */
    static FrameworkVersion role(int number, String... codes) {
        return role(
                number,
                Stream.of(codes)
                        .map(code -> "{competence: Works to %s, code: \"%s\"}".formatted(code, code))
                        .toList());
    }

    /** A role profile whose one competence was taken from the first statement of this version. */
    static FrameworkVersion roleFrom(int number, FrameworkVersion version) {
        return role(
                number,
                List.of("{competence: Does the same, origin: {framework: %s, version: %d, statement: s0}}"
                        .formatted(version.slug(), version.number())));
    }

    private static FrameworkVersion role(int number, List<String> competences) {
        var document = document("""
                format: espalier/1
                kind: role-profile
                title: Trade %d
                titleInferred: false
                progression: unstated
                role:
                  namedRole: Role %d
                  areaOfWork: Making & mending
                  careerFrameworkLevels: [4]
                  sections:
                    - {title: Core, layer: core, entries: [%s]}
                """.formatted(number, number, String.join(", ", competences)));
        var role = Objects.requireNonNull(document.role());
        var statements = new ArrayList<Statement>();
        for (var competence : role.sections().getFirst().entries()) {
            statements.add(statement(number, statements.size(), null, competence.competence()));
        }
        return version(number, document, statements);
    }

    static StatementId id(int version, int statement) {
        return new StatementId((long) version * STATEMENTS_EACH + statement);
    }

    static Layout layout(FrameworkVersion... versions) {
        return Layout.over(List.of(versions));
    }

    private static Statement statement(int version, int n, @Nullable String level, String text) {
        return new Statement(
                id(version, n),
                "s" + n,
                level,
                null,
                null,
                true,
                StatementEntry.Kind.EXPECTATION,
                StatementEntry.State.STATED,
                text,
                null,
                null,
                null);
    }

    private static FrameworkVersion version(int number, FrameworkDocument document, List<Statement> statements) {
        return new FrameworkVersion(
                new VersionId(number), "trade-" + number, 1, Instant.EPOCH, document, List.of(), statements);
    }

    private static FrameworkDocument document(String yaml) {
        return switch (FrameworkFormat.read(yaml)) {
            case FrameworkFormat.Read.Document read -> read.document();
            case FrameworkFormat.Read.Invalid invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }
}
