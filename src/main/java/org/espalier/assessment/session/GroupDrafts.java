package org.espalier.assessment.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.assessment.session.GroupDraft.Omission;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All sessions that are being put together, each its assessor's own. */
@Component
public class GroupDrafts {
    private final JdbcClient jdbc;
    private final Clock clock;

    GroupDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An assessor's, the latest first. One SQL statement. */
    public List<GroupDraft> of(AccountId assessor) {
        return jdbc.sql("select * from assessment.group_draft where assessor_id = :assessor order by id desc")
                .param("assessor", assessor.value())
                .query(GroupDrafts::draft)
                .list();
    }

    /** One of an assessor's; nobody else changes it until the transaction is over. */
    Optional<GroupDraft> lock(AccountId assessor, GroupDraftId id) {
        return jdbc.sql("select * from assessment.group_draft where id = :id and assessor_id = :assessor for update")
                .param("id", id.value())
                .param("assessor", assessor.value())
                .query(GroupDrafts::draft)
                .optional();
    }

    public Optional<GroupDraft> find(AccountId assessor, GroupDraftId id) {
        return jdbc.sql("select * from assessment.group_draft where id = :id and assessor_id = :assessor")
                .param("id", id.value())
                .param("assessor", assessor.value())
                .query(GroupDrafts::draft)
                .optional();
    }

    GroupDraftId add(AccountId assessor, OrganisationId organisation, VersionId version, Occasion occasion) {
        return jdbc.sql("""
                insert into assessment.group_draft
                    (assessor_id, organisation_id, version_id, title, held_on, valid_until, changed_at)
                values (:assessor, :organisation, :version, :title, :heldOn, :validUntil, :now) returning id
                """)
                .param("assessor", assessor.value())
                .param("organisation", organisation.value())
                .param("version", version.value())
                .param("title", occasion.title())
                .param("heldOn", occasion.heldOn())
                .param("validUntil", occasion.validUntil(), Types.DATE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new GroupDraftId(row.getLong("id")))
                .single();
    }

    void write(GroupDraft draft) {
        jdbc.sql("""
                update assessment.group_draft
                set organisation_id = :organisation, version_id = :version, title = :title, held_on = :heldOn,
                    valid_until = :validUntil, statements = :statements, people = :people, left_out = :leftOut,
                    changed_at = :now
                where id = :id
                """)
                .param("id", draft.id().value())
                .param("organisation", draft.organisation().value())
                .param("version", draft.version().value())
                .param("title", draft.occasion().title())
                .param("heldOn", draft.occasion().heldOn())
                .param("validUntil", draft.occasion().validUntil(), Types.DATE)
                .param(
                        "statements",
                        draft.statements().stream().map(StatementId::value).toArray(Long[]::new))
                .param("people", draft.people().stream().map(PersonId::value).toArray(Long[]::new))
                .param(
                        "leftOut",
                        draft.leftOut().stream().map(Omission::toString).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(GroupDraftId id) {
        jdbc.sql("delete from assessment.group_draft where id = :id")
                .param("id", id.value())
                .update();
    }

    private static GroupDraft draft(ResultSet row, int number) throws SQLException {
        return new GroupDraft(
                new GroupDraftId(row.getLong("id")),
                new AccountId(row.getLong("assessor_id")),
                new OrganisationId(row.getLong("organisation_id")),
                new VersionId(row.getLong("version_id")),
                occasion(row),
                Arrays.stream((Long[]) row.getArray("statements").getArray())
                        .map(StatementId::new)
                        .toList(),
                Arrays.stream((Long[]) row.getArray("people").getArray())
                        .map(PersonId::new)
                        .toList(),
                Arrays.stream((String[]) row.getArray("left_out").getArray())
                        .flatMap(text -> Omission.of(text).stream())
                        .collect(Collectors.toSet()));
    }

    static Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(row.getString("title"), row.getObject("held_on", LocalDate.class), (@Nullable LocalDate)
                row.getObject("valid_until", LocalDate.class));
    }
}
