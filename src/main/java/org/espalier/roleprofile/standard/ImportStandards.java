package org.espalier.roleprofile.standard;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.document.TableFile;
import org.espalier.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings in a list of standards: first as a plan to look at, then as a whole or not at all. */
@Component
public class ImportStandards {
    public static final TableFile.Limits LIMITS = new TableFile.Limits(5, 20_000, 2_000);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Standards standards;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportStandards(Standards standards, JdbcClient jdbc, Clock clock) {
        this.standards = standards;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came of a file. */
    public sealed interface Keep {
        /** It is kept for a day, under this number. */
        record Kept(long file) implements Keep {}

        /** It is no list of standards, and why, as a message of the interface. */
        record Refused(String messageKey, List<Object> arguments) implements Keep {
            public Refused {
                arguments = List.copyOf(arguments);
            }
        }
    }

    /** @param name the file's own */
    public record Planned(String name, StandardsPlan plan) {}

    /** A kept file as the table holds it. */
    private record File(String name, byte[] content) {}

    /** Keeps a file to be looked at. */
    @Transactional
    public Keep keep(Actor actor, String name, byte[] content) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        var refused = refusal(content);
        if (refused.isPresent()) {
            return refused.get();
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from roleprofile.standard_file where applied_at is null and uploaded_at < :old")
                .param("old", now.minus(KEPT))
                .update();
        return new Keep.Kept(jdbc.sql("""
                insert into roleprofile.standard_file (name, content, uploaded_by, uploaded_at)
                values (:name, :content, :by, :now) returning id
                """)
                .param("name", name)
                .param("content", content)
                .param("by", actor.account().value())
                .param("now", now)
                .query(Long.class)
                .single());
    }

    private static Optional<Keep> refusal(byte[] content) {
        return switch (TableFile.read(content, LIMITS)) {
            case TableFile.Read.Refused(var reason) ->
                Optional.of(new Keep.Refused(
                        "roleprofile.standards.import.file." + reason, List.of(LIMITS.megabytes(), LIMITS.rows())));
            case TableFile.Read.Rows(var rows) -> {
                var columns = StandardsPlanner.columns(rows.getFirst());
                var missing = Arrays.stream(StandardColumn.values())
                        .filter(column -> column.isRequired() && !columns.containsKey(column))
                        .map(column -> "“" + column.heading() + "”")
                        .collect(Collectors.joining(", "));
                if (!missing.isEmpty()) {
                    yield Optional.of(new Keep.Refused("roleprofile.standards.import.columns", List.of(missing)));
                }
                yield rows.size() == 1
                        ? Optional.of(new Keep.Refused("roleprofile.standards.import.file.EMPTY", List.of()))
                        : Optional.empty();
            }
        };
    }

    /** What a kept file would change now. */
    public Planned plan(Actor actor, long file) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        var kept = find(actor, file);
        return new Planned(kept.name(), planned(kept.content()).plan());
    }

    /** Carries out what a kept file changes now; when a row is refused, nothing. */
    @Transactional
    public StandardsPlan apply(Actor actor, long file) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        jdbc.sql("lock table roleprofile.standard in share row exclusive mode").update();
        var planned = planned(find(actor, file).content());
        if (planned.plan().isPossible()) {
            standards.put(planned.toPut());
            jdbc.sql("update roleprofile.standard_file set applied_at = :now, content = '' where id = :id")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", file)
                    .update();
        }
        return planned.plan();
    }

    private StandardsPlanner.Planned planned(byte[] content) {
        if (!(TableFile.read(content, LIMITS) instanceof TableFile.Read.Rows(var rows))) {
            throw new IllegalStateException("A file that was kept can be read");
        }
        return StandardsPlanner.plan(rows, known(rows));
    }

    /** Those that the rows name and all that these lead to by being superseded. */
    private List<Standard> known(List<TableFile.Row> rows) {
        var columns = StandardsPlanner.columns(rows.getFirst());
        var wanted = Stream.of(StandardColumn.CODE, StandardColumn.SUPERSEDED_BY)
                .flatMap(column -> Optional.ofNullable(columns.get(column)).stream())
                .flatMap(at -> rows.stream().skip(1).map(row -> row.at(at).text()))
                .flatMap(text -> StandardCode.read(text).stream())
                .collect(Collectors.toSet());
        var asked = new HashSet<StandardCode>();
        var known = new ArrayList<Standard>();
        while (!wanted.isEmpty()) {
            var found = standards.of(wanted);
            asked.addAll(wanted);
            known.addAll(found);
            wanted = found.stream()
                    .map(Standard::supersededBy)
                    .filter(code -> code != null && !asked.contains(code))
                    .collect(Collectors.toSet());
        }
        return known;
    }

    private File find(Actor actor, long file) {
        return jdbc.sql("""
                select name, content from roleprofile.standard_file
                where id = :id and uploaded_by = :by and applied_at is null
                """)
                .param("id", file)
                .param("by", actor.account().value())
                .query((row, n) -> new File(row.getString("name"), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> new Problem.NotFound("roleprofile.problem.noFile"));
    }
}
