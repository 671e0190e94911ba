package org.espalier.crosswalk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.framework.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All links between levels and roles, with their history. Only what has been reviewed counts. */
@Component
public class Links {
    private static final String LINK = """
            select l.id, l.from_version, l.from_level, l.to_version, l.to_level, l.kind, l.reason, l.proposed_by,
                   l.proposed_at, l.state
            from crosswalk.link l
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that count now. One statement. */
    public List<Link> reviewed() {
        return in(LinkState.REVIEWED);
    }

    /** Those that somebody has to look at, the oldest first. One statement. */
    public List<Link> waiting() {
        return in(LinkState.PROPOSED);
    }

    /** Those that no longer count or never did, the latest first. */
    public List<Link> closed() {
        return jdbc.sql(LINK + "where l.state in ('REFUSED', 'WITHDRAWN') order by l.id desc limit 200")
                .query(Links::link)
                .list();
    }

    private List<Link> in(LinkState state) {
        return jdbc.sql(LINK + "where l.state = :state order by l.id")
                .param("state", state.name())
                .query(Links::link)
                .list();
    }

    public Optional<Link> find(LinkId id) {
        return jdbc.sql(LINK + "where l.id = :id")
                .param("id", id.value())
                .query(Links::link)
                .optional();
    }

    /** What happened to a link, first to last. */
    public List<LinkStep> history(LinkId id) {
        return jdbc.sql("""
                select s.step, s.words, h.name, s.made_at
                from crosswalk.step s join access.holder h on h.account_id = s.made_by
                where s.link_id = :id order by s.id
                """)
                .param("id", id.value())
                .query((row, number) -> new LinkStep(
                        LinkState.Step.valueOf(row.getString("step")),
                        row.getString("words"),
                        row.getString("name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Adds a proposal; empty when there is one between these ends that waits or counts. */
    Optional<LinkId> add(End from, End to, LinkKind kind, String reason, AccountId by) {
        return jdbc.sql("""
                with added as (
                    insert into crosswalk.link
                        (from_version, from_level, to_version, to_level, kind, reason, proposed_by, proposed_at, state)
                    values (:fromVersion, :fromLevel, :toVersion, :toLevel, :kind, :reason, :by, :now, 'PROPOSED')
                    on conflict do nothing returning id)
                insert into crosswalk.step (link_id, step, words, made_by, made_at)
                select id, 'PROPOSE', :reason, :by, :now from added returning link_id
                """)
                .param("fromVersion", from.version().value())
                .param("fromLevel", from.level(), Types.VARCHAR)
                .param("toVersion", to.version().value())
                .param("toLevel", to.level(), Types.VARCHAR)
                .param("kind", kind.name())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", now())
                .query(Long.class)
                .optional()
                .map(LinkId::new);
    }

    /** Moves a link on; false when somebody has moved it since. */
    boolean move(Link link, LinkState.Step step, LinkState to, String words, AccountId by) {
        var moved = jdbc.sql("update crosswalk.link set state = :to where id = :id and state = :from")
                        .param("id", link.id().value())
                        .param("from", link.state().name())
                        .param("to", to.name())
                        .update()
                == 1;
        if (moved) {
            jdbc.sql("""
                    insert into crosswalk.step (link_id, step, words, made_by, made_at)
                    values (:id, :step, :words, :by, :now)
                    """)
                    .param("id", link.id().value())
                    .param("step", step.name())
                    .param("words", words)
                    .param("by", by.value())
                    .param("now", now())
                    .update();
        }
        return moved;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                new LinkId(row.getLong("id")),
                new End(new VersionId(row.getLong("from_version")), row.getString("from_level")),
                new End(new VersionId(row.getLong("to_version")), row.getString("to_level")),
                LinkKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                new AccountId(row.getLong("proposed_by")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                LinkState.valueOf(row.getString("state")));
    }
}
