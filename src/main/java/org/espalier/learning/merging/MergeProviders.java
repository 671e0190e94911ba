package org.espalier.learning.merging;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.kernel.Problem;
import org.espalier.learning.Provider;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.learning.coverage.CoverageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator makes one provider of two, such as of one that a framework named and one that its organisation keeps.
 * Nothing is deleted: who did it and when stays with the name that went.
 */
@Component
public class MergeProviders {
    private final CoverageClaims claims;
    private final JdbcClient jdbc;
    private final Clock clock;

    MergeProviders(CoverageClaims claims, JdbcClient jdbc, Clock clock) {
        this.claims = claims;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose word holds where they contradict each other. */
    public enum Holds {
        STAYING,
        GOING
    }

    /**
     * What would come of it.
     *
     * @param offers how many move
     * @param claims how many, of those in force
     * @param requests for recognition, how many
     */
    public record Consequences(
            Provider stays, Provider goes, int offers, int claims, int requests, List<Contradiction> contradictions) {
        public Consequences {
            contradictions = List.copyOf(contradictions);
        }
    }

    /** A name that led here once. */
    public record Former(String name, String by, Instant at) {}

    /** True when two organisations speak for them, so that neither can go. */
    public static boolean areApart(Provider one, Provider other) {
        return one.organisation() != null && other.organisation() != null;
    }

    public Consequences consequences(Actor administrator, Provider stays, Provider goes) {
        administrator.require(Role.ADMINISTRATOR);
        if (stays.id().equals(goes.id())) {
            throw new Problem.Invalid("learning.merge.same");
        }
        var its = claims.of(goes.id());
        return new Consequences(
                stays,
                goes,
                count("select count(*) from learning.offer where provider_id = :goes", goes),
                its.size(),
                count("select count(*) from learning.recognition where provider_id = :goes", goes),
                Contradiction.between(claims.of(stays.id()), its));
    }

    private int count(String sql, Provider goes) {
        return jdbc.sql(sql)
                .param("goes", goes.id().value())
                .query(Integer.class)
                .single();
    }

    /**
     * Makes one of the two.
     *
     * @param holds by the field of each contradiction
     * @throws Problem.Conflict when two organisations speak for them, when a contradiction is left open, or when one of them
     *     has gone in the meantime
     */
    @Transactional
    public void merge(Actor administrator, Provider stays, Provider goes, Map<String, Holds> holds) {
        administrator.require(Role.ADMINISTRATOR);
        lock(stays, goes);
        var consequences = consequences(administrator, stays, goes);
        if (areApart(stays, goes)) {
            throw new Problem.Conflict("learning.merge.apart");
        }
        var ending = new ArrayList<>(Contradiction.saidTwice(claims.of(stays.id()), claims.of(goes.id())));
        for (var contradiction : consequences.contradictions()) {
            var chosen = holds.get(contradiction.field());
            if (chosen == null) {
                throw new Problem.Conflict("learning.merge.open");
            }
            ending.addAll(
                    switch (chosen) {
                        case STAYING -> contradiction.ofGoing();
                        case GOING -> contradiction.ofStaying();
                    });
        }
        end(administrator, ending.stream().map(CoverageClaim::id).distinct().toList());
        move(stays, goes);
        rename(administrator, stays, goes);
    }

    private void lock(Provider stays, Provider goes) {
        var open = jdbc.sql("""
                select id from learning.provider where id in (:stays, :goes) and merged_into is null order by id for update
                """)
                .param("stays", stays.id().value())
                .param("goes", goes.id().value())
                .query(Long.class)
                .list();
        if (open.size() != 2) {
            throw new Problem.Conflict("learning.merge.gone");
        }
    }

    private void end(Actor administrator, List<CoverageId> ending) {
        jdbc.sql("""
                update learning.coverage set ended_at = :now, ended_by = :by where id = any (:ids) and ended_at is null
                """)
                .param("ids", ending.stream().map(CoverageId::value).toArray(Long[]::new))
                .param("by", administrator.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** With all that was said before, so that its history stays whole. */
    private void move(Provider stays, Provider goes) {
        for (var table : List.of("learning.offer", "learning.coverage", "learning.recognition")) {
            jdbc.sql("update " + table + " set provider_id = :stays where provider_id = :goes")
                    .param("stays", stays.id().value())
                    .param("goes", goes.id().value())
                    .update();
        }
    }

    private void rename(Actor administrator, Provider stays, Provider goes) {
        jdbc.sql("""
                update learning.provider set organisation_id = null, merged_into = :stays, merged_at = :now, merged_by = :by
                where id = :goes
                """)
                .param("stays", stays.id().value())
                .param("goes", goes.id().value())
                .param("by", administrator.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update learning.provider set merged_into = :stays where merged_into = :goes")
                .param("stays", stays.id().value())
                .param("goes", goes.id().value())
                .update();
        var organisation = stays.organisation() == null ? goes.organisation() : stays.organisation();
        jdbc.sql("""
                update learning.provider set organisation_id = cast(:organisation as bigint), about = :about, link = :link
                where id = :stays
                """)
                .param("stays", stays.id().value())
                .param("organisation", organisation == null ? null : organisation.value(), Types.BIGINT)
                .param("about", stays.about().isEmpty() ? goes.about() : stays.about())
                .param("link", stays.link().isEmpty() ? goes.link() : stays.link())
                .update();
    }

    /** The names that lead to a provider since it was made one with others, the latest first. */
    public List<Former> former(Provider provider) {
        return jdbc.sql("""
                select p.name, h.name as by_name, p.merged_at
                from learning.provider p join access.holder h on h.account_id = p.merged_by
                where p.merged_into = :provider order by p.merged_at desc, p.id
                """)
                .param("provider", provider.id().value())
                .query((row, number) -> new Former(
                        row.getString("name"),
                        row.getString("by_name"),
                        row.getObject("merged_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
