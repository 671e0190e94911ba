package org.espalier.learning.coverage;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.AccountId;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.learning.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims of coverage on their way from one version of a framework to the next. Sets are written by one statement. */
@Component
class CarriedClaims {
    private static final int MOST_GONE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    CarriedClaims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The versions to which nobody has carried anything yet, the oldest first. */
    List<VersionId> waiting() {
        return jdbc.sql("select version_id from learning.taken_version where carried_at is null order by version_id")
                .query((row, number) -> new VersionId(row.getLong("version_id")))
                .list();
    }

    /** Notes that claims are carried over to a version; false when they have been. */
    boolean begin(VersionId version) {
        return jdbc.sql(
                                "update learning.taken_version set carried_at = :now where version_id = :version and carried_at is null")
                        .param("version", version.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** All that is said now of versions of this framework before this number, of each line what was said last. */
    List<CoverageClaim> before(String slug, int number) {
        return jdbc.sql("""
                select c.* from learning.coverage c join framework.edition e on e.version_id = c.version_id
                where e.slug = :slug and e.number < :number and c.ended_at is null
                  and not exists (select 1 from learning.coverage n where n.carried_from = c.id)
                order by c.id
                """)
                .param("slug", slug)
                .param("number", number)
                .query(CoverageClaims::claim)
                .list();
    }

    /** What a version's own document prints of providers, as it was taken from there. */
    List<CoverageClaim> printed(VersionId version) {
        return jdbc.sql("""
                select c.* from learning.coverage c
                where c.version_id = :version and c.code is not null and c.ended_at is null order by c.position
                """)
                .param("version", version.value())
                .query(CoverageClaims::claim)
                .list();
    }

    /**
     * A claim as it goes on.
     *
     * @param from what was said last
     * @param statement in the new version; null for a competency
     */
    record Continued(CoverageId from, @Nullable StatementId statement, boolean reworded) {}

    /** Continues these in a version; reviews stay where the words are the same. */
    void carry(VersionId version, List<Continued> continued) {
        jdbc.sql("""
                insert into learning.coverage (line, provider_id, offer_id, version_id, statement_id, group_key, level_key,
                    kind, note, evidence, link, starts_on, ends_on, review, added_at, added_by, carried_from, to_confirm)
                select c.line, c.provider_id, c.offer_id, :version, n.statement, c.group_key, c.level_key, c.kind, c.note,
                       c.evidence, c.link, c.starts_on, c.ends_on,
                       case when n.reworded then 'NOT_REVIEWED' else c.review end, :now, c.added_by, c.id, n.reworded
                from unnest(cast(:from as bigint[]), cast(:statements as bigint[]), cast(:reworded as boolean[]))
                         as n (id, statement, reworded) join learning.coverage c on c.id = n.id
                order by c.id on conflict do nothing
                """)
                .param("version", version.value())
                .param("from", ids(continued.stream().map(Continued::from).toList()))
                .param(
                        "statements",
                        continued.stream()
                                .map(one -> one.statement() == null
                                        ? null
                                        : one.statement().value())
                                .toArray(Long[]::new))
                .param("reworded", continued.stream().map(Continued::reworded).toArray(Boolean[]::new))
                .param("now", now())
                .update();
    }

    /**
     * What a new version prints again.
     *
     * @param from what the earlier one printed
     * @param sameWords whether the provider is quoted in the same words, so that the kind stays
     * @param sameMatter whether it is about what it was about, so that the review stays, too
     */
    record Adopted(CoverageClaim printed, CoverageClaim from, boolean sameWords, boolean sameMatter) {
        private String kind() {
            return (sameWords ? from : printed).kind().name();
        }

        private String review() {
            return (sameWords && sameMatter ? from : printed).review().name();
        }
    }

    /** Lets what a new version prints continue what an earlier one printed. */
    void adopt(List<Adopted> adopted) {
        jdbc.sql("""
                update learning.coverage c set line = p.line, carried_from = p.id, kind = n.kind, review = n.review
                from unnest(cast(:printed as bigint[]), cast(:from as bigint[]), cast(:kinds as text[]),
                            cast(:reviews as text[])) as n (printed, earlier, kind, review)
                    join learning.coverage p on p.id = n.earlier
                where c.id = n.printed
                """)
                .param(
                        "printed",
                        ids(adopted.stream().map(one -> one.printed().id()).toList()))
                .param("from", ids(adopted.stream().map(one -> one.from().id()).toList()))
                .param("kinds", adopted.stream().map(Adopted::kind).toArray(String[]::new))
                .param("reviews", adopted.stream().map(Adopted::review).toArray(String[]::new))
                .update();
    }

    void end(Collection<CoverageId> claims, CoverageClaim.Ending because) {
        jdbc.sql("""
                update learning.coverage set ended_at = :now, ended_because = :because
                where id = any (:ids) and ended_at is null
                """)
                .param("ids", ids(claims))
                .param("because", because.name())
                .param("now", now())
                .update();
    }

    List<CoverageClaim> toConfirm(ProviderId provider) {
        return jdbc.sql("""
                select c.* from learning.coverage c
                where c.provider_id = :provider and c.to_confirm and c.ended_at is null
                order by c.version_id, c.offer_id nulls first, c.id
                """)
                .param("provider", provider.value())
                .query(CoverageClaims::claim)
                .list();
    }

    List<CoverageClaim> gone(ProviderId provider) {
        return jdbc.sql("""
                select c.* from learning.coverage c
                where c.provider_id = :provider and c.ended_because = 'GONE'
                order by c.ended_at desc, c.id desc limit :most
                """)
                .param("provider", provider.value())
                .param("most", MOST_GONE)
                .query(CoverageClaims::claim)
                .list();
    }

    /** Who reviewed these, and how many of them. */
    Map<AccountId, Integer> reviewers(Collection<CoverageId> claims) {
        var reviewers = new HashMap<AccountId, Integer>();
        jdbc.sql("""
                select reviewed_by, count(distinct coverage_id) as many from learning.review
                where coverage_id = any (:claims) group by reviewed_by
                """).param("claims", ids(claims)).query(row -> {
            reviewers.put(new AccountId(row.getLong("reviewed_by")), row.getInt("many"));
        });
        return reviewers;
    }

    private static Long[] ids(Collection<CoverageId> claims) {
        return claims.stream().map(CoverageId::value).toArray(Long[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
