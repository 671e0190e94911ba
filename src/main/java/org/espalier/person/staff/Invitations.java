package org.espalier.person.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.access.EmailAddress;
import org.espalier.access.SecretToken;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.PostId;
import org.espalier.person.Insider;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations that wait for an answer: one an address and organisation, each good for one answer and for a time. */
@Component
class Invitations {
    static final Duration VALID_FOR = Duration.ofDays(30);

    private static final String OPEN = """
            select i.id, i.email, i.name, i.staff_number, i.post_id, i.since, i.invited_at, i.expires_at,
                   i.token_hash is not null as by_link, i.invited_by as inviter, h.name as invited_by, p.title || ', ' || p.unit_name as post_title,
                   e.organisation_id, e.slug, e.name as organisation
            from person.invitation i
                join organisation.employer e on e.organisation_id = i.organisation_id
                join access.holder h on h.account_id = i.invited_by
                left join organisation.open_post p on p.post_id = i.post_id
            where i.closed_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Invites, in place of an earlier invitation to the same address. */
    void add(Insider insider, Newcomer newcomer, @Nullable SecretToken token) {
        addAll(insider, List.of(newcomer), token == null ? null : token.sha256());
    }

    /** Invites people with accounts, who need no link. One statement for all, and one for what it replaces. */
    void addAll(Insider insider, Collection<Newcomer> newcomers) {
        addAll(insider, newcomers, null);
    }

    private void addAll(Insider insider, Collection<Newcomer> newcomers, byte @Nullable [] hash) {
        jdbc.sql("""
                update person.invitation set closed_at = :now
                where organisation_id = :organisation and email = any (:emails) and closed_at is null
                """)
                .param("now", now())
                .param("organisation", insider.organisation().id().value())
                .param("emails", emails(newcomers))
                .update();
        jdbc.sql("""
                insert into person.invitation (organisation_id, email, name, staff_number, post_id, since, token_hash,
                                               invited_by, invited_at, expires_at)
                select :organisation, n.email, n.name, n.staff_number, n.post_id, n.since, :hash, :by, :now, :expires
                from unnest(cast(:emails as text[]), cast(:names as text[]), cast(:numbers as text[]),
                            cast(:posts as bigint[]), cast(:since as date[]))
                    as n (email, name, staff_number, post_id, since)
                """)
                .param("organisation", insider.organisation().id().value())
                .param("emails", emails(newcomers))
                .param("names", newcomers.stream().map(Newcomer::name).toArray(String[]::new))
                .param("numbers", newcomers.stream().map(Newcomer::staffNumber).toArray(String[]::new))
                .param("posts", newcomers.stream().map(Invitations::post).toArray(Long[]::new))
                .param(
                        "since",
                        newcomers.stream().map(n -> n.since().toString()).toArray(String[]::new))
                .param("hash", hash, Types.BINARY)
                .param("by", insider.actor().account().value())
                .param("now", now())
                .param("expires", clock.instant().plus(VALID_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] emails(Collection<Newcomer> newcomers) {
        return newcomers.stream().map(n -> n.email().value()).toArray(String[]::new);
    }

    private static @Nullable Long post(Newcomer newcomer) {
        return newcomer.post() == null ? null : newcomer.post().value();
    }

    /** Those of an organisation, expired ones included, the latest first. */
    List<Invitation> of(OrganisationId organisation) {
        return jdbc.sql(OPEN + " and i.organisation_id = :organisation order by i.invited_at desc, i.id desc")
                .param("organisation", organisation.value())
                .query(Invitations::invitation)
                .list();
    }

    /** Those that still count for the holder of this account. */
    List<Invitation> to(AccountId account) {
        return jdbc.sql(OPEN + """
                 and i.email = (select h2.email from access.holder h2 where h2.account_id = :account)
                 and i.expires_at > :now order by i.invited_at desc, i.id desc
                """)
                .param("account", account.value())
                .param("now", now())
                .query(Invitations::invitation)
                .list();
    }

    Optional<Invitation> behind(SecretToken token) {
        return jdbc.sql(OPEN + " and i.token_hash = :hash and i.expires_at > :now")
                .param("hash", token.sha256())
                .param("now", now())
                .query(Invitations::invitation)
                .optional();
    }

    /** Uses an invitation up; false when somebody was faster. */
    boolean close(OrganisationId organisation, long id, @Nullable PersonId acceptedBy) {
        return jdbc.sql("""
                update person.invitation set closed_at = :now, accepted_by = :person
                where id = :id and organisation_id = :organisation and closed_at is null
                """)
                        .param("id", id)
                        .param("organisation", organisation.value())
                        .param("person", acceptedBy == null ? null : acceptedBy.value(), Types.BIGINT)
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        var post = row.getObject("post_id", Long.class);
        return new Invitation(
                row.getLong("id"),
                new Organisation(
                        new OrganisationId(row.getLong("organisation_id")),
                        row.getString("slug"),
                        row.getString("organisation")),
                new Newcomer(
                        new EmailAddress(row.getString("email")),
                        row.getString("name"),
                        row.getString("staff_number"),
                        post == null ? null : new PostId(post),
                        Objects.requireNonNull(row.getObject("since", LocalDate.class))),
                row.getString("post_title"),
                new AccountId(row.getLong("inviter")),
                row.getString("invited_by"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("by_link"));
    }
}
