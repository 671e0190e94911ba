package org.espalier.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may look at whose evidence, and who did. */
@Component
public class Shares {
    /** A share that opens something: nobody withdrew it, its last day is not over, and the item is not in the bin. */
    private static final String IN_FORCE = """
            s.withdrawn_at is null and s.until >= :today and e.removed_at is null and e.kept_at is not null
            """;

    private static final String ONE_LOOK = "15 minutes";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Today today;

    Shares(JdbcClient jdbc, Clock clock, Today today) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = today;
    }

    /** Every share of an item, the latest first, with all that was looked at. One SQL statement. */
    public List<Share> of(EvidenceId evidence) {
        return of(List.of(evidence)).getOrDefault(evidence, List.of());
    }

    /** The same of each of these items that was ever shared. One SQL statement. */
    Map<EvidenceId, List<Share>> of(Collection<EvidenceId> items) {
        var shares = new LinkedHashMap<ShareId, Share>();
        var looks = new HashMap<ShareId, List<Share.Look>>();
        jdbc.sql("""
                select s.id, s.evidence_id, h.name as with_name, s.purpose, s.shared_at, s.until, s.withdrawn_at,
                       l.looked_at, f.name as file_name
                from portfolio.share s join access.holder h on h.account_id = s.account_id
                    left join portfolio.look l on l.share_id = s.id
                    left join portfolio.file f on f.id = l.file_id
                where s.evidence_id = any(:items)
                order by s.shared_at desc, s.id desc, l.looked_at desc
                """)
                .param("items", items.stream().map(EvidenceId::value).toArray(Long[]::new))
                .query(row -> {
                    var id = new ShareId(row.getLong("id"));
                    var seen = looks.computeIfAbsent(id, first -> new ArrayList<>());
                    var at = (@Nullable OffsetDateTime) row.getObject("looked_at", OffsetDateTime.class);
                    if (at != null) {
                        seen.add(new Share.Look(at.toInstant(), row.getString("file_name")));
                    }
                    shares.put(id, share(row, seen));
                });
        return shares.values().stream().collect(Collectors.groupingBy(Share::evidence));
    }

    /** What is shared with an account now, the latest first. One SQL statement. */
    public List<SharedItem> with(AccountId account) {
        return jdbc.sql("""
                select * from (
                    select distinct on (e.id) e.id, e.kind, e.title, h.name as owner, s.purpose, s.until, s.shared_at
                    from portfolio.share s join portfolio.evidence e on e.id = s.evidence_id
                        join access.holder h on h.account_id = s.owner_account_id
                    where s.account_id = :account and %s
                    order by e.id, s.until desc, s.id desc
                ) shared order by shared_at desc, id desc
                """.formatted(IN_FORCE))
                .param("account", account.value())
                .param("today", today.date())
                .query(Shares::item)
                .list();
    }

    /**
     * A share that lets an account open an item now.
     *
     * @param item what the account sees of it
     */
    record Open(ShareId id, SharedItem item) {}

    /** The share that lasts longest of those that let this account open this item. */
    Optional<Open> open(AccountId account, EvidenceId evidence) {
        return jdbc.sql("""
                select s.id as share_id, e.id, e.kind, e.title, h.name as owner, s.purpose, s.until
                from portfolio.share s join portfolio.evidence e on e.id = s.evidence_id
                    join access.holder h on h.account_id = s.owner_account_id
                where s.account_id = :account and s.evidence_id = :evidence and %s
                order by s.until desc, s.id desc limit 1
                """.formatted(IN_FORCE))
                .param("account", account.value())
                .param("evidence", evidence.value())
                .param("today", today.date())
                .query((row, number) -> new Open(new ShareId(row.getLong("share_id")), item(row, number)))
                .optional();
    }

    /** Notes that somebody looked; the same again within a quarter of an hour is the same look. */
    void look(ShareId share, @Nullable FileId file) {
        jdbc.sql("""
                insert into portfolio.look (share_id, file_id, looked_at)
                select :share, cast(:file as bigint), :now
                where not exists (select 1 from portfolio.look
                                  where share_id = :share and file_id is not distinct from cast(:file as bigint)
                                    and looked_at > :now - cast(:one as interval))
                """)
                .param("share", share.value())
                .param("file", file == null ? null : file.value())
                .param("now", now())
                .param("one", ONE_LOOK)
                .update();
    }

    List<ShareId> add(Collection<EvidenceId> items, AccountId owner, AccountId with, String purpose, LocalDate until) {
        return jdbc.sql("""
                insert into portfolio.share (evidence_id, owner_account_id, account_id, purpose, shared_at, until)
                select item, :owner, :with, :purpose, :now, :until from unnest(cast(:items as bigint[])) item
                returning id
                """)
                .param("owner", owner.value())
                .param("with", with.value())
                .param("purpose", purpose)
                .param("now", now())
                .param("until", until)
                .param("items", items.stream().map(EvidenceId::value).toArray(Long[]::new))
                .query((row, number) -> new ShareId(row.getLong("id")))
                .list();
    }

    /**
     * A share that has been withdrawn.
     *
     * @param with who could look until now
     */
    record Withdrawn(AccountId with, String title) {}

    /** Ends those of these shares that this account gave and that nobody has ended. */
    List<Withdrawn> withdraw(AccountId owner, Collection<ShareId> shares) {
        return jdbc.sql("""
                update portfolio.share s set withdrawn_at = :now from portfolio.evidence e
                where e.id = s.evidence_id and s.id = any(:shares) and s.owner_account_id = :owner
                  and s.withdrawn_at is null
                returning s.account_id, e.title
                """)
                .param("now", now())
                .param("shares", shares.stream().map(ShareId::value).toArray(Long[]::new))
                .param("owner", owner.value())
                .query((row, number) -> new Withdrawn(new AccountId(row.getLong("account_id")), row.getString("title")))
                .list();
    }

    /** The same for another account, one for each item, of those that are in force. */
    Map<EvidenceId, ShareId> copy(Collection<ShareId> copied, AccountId to) {
        var copies = new HashMap<EvidenceId, ShareId>();
        jdbc.sql("""
                insert into portfolio.share (evidence_id, owner_account_id, account_id, purpose, shared_at, until)
                select distinct on (evidence_id) evidence_id, owner_account_id, :to, purpose, :now, until
                from portfolio.share
                where id = any(:copied) and withdrawn_at is null and until >= :today and owner_account_id <> :to
                order by evidence_id, until desc
                returning id, evidence_id
                """)
                .param("to", to.value())
                .param("now", now())
                .param("today", today.date())
                .param("copied", copied.stream().map(ShareId::value).toArray(Long[]::new))
                .query(row -> {
                    copies.put(new EvidenceId(row.getLong("evidence_id")), new ShareId(row.getLong("id")));
                });
        return copies;
    }

    void end(Collection<ShareId> ended) {
        jdbc.sql("update portfolio.share set withdrawn_at = :now where id = any(:ended) and withdrawn_at is null")
                .param("now", now())
                .param("ended", ended.stream().map(ShareId::value).toArray(Long[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Share share(ResultSet row, List<Share.Look> looks) throws SQLException {
        var withdrawn = (@Nullable OffsetDateTime) row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Share(
                new ShareId(row.getLong("id")),
                new EvidenceId(row.getLong("evidence_id")),
                row.getString("with_name"),
                row.getString("purpose"),
                row.getObject("shared_at", OffsetDateTime.class).toInstant(),
                row.getObject("until", LocalDate.class),
                withdrawn == null ? null : withdrawn.toInstant(),
                looks);
    }

    private static SharedItem item(ResultSet row, int number) throws SQLException {
        return new SharedItem(
                new EvidenceId(row.getLong("id")),
                EvidenceKind.ofSlug(row.getString("kind")).orElseThrow(),
                row.getString("title"),
                row.getString("owner"),
                row.getString("purpose"),
                row.getObject("until", LocalDate.class));
    }
}
