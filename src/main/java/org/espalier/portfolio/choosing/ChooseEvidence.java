package org.espalier.portfolio.choosing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.espalier.person.PersonId;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.PortfolioQuery;
import org.espalier.portfolio.choosing.EvidenceChoice.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person can send along: their own evidence, but for drafts and what is in the bin. */
@Component
public class ChooseEvidence {
    private final JdbcClient jdbc;

    ChooseEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is picked, and a page of the rest, the latest first. One SQL statement.
     *
     * @param without what is not to be chosen here
     */
    public EvidenceChoice from(PersonId person, EvidencePicked picked, Collection<EvidenceId> without) {
        var chosen = new ArrayList<Item>();
        var others = new ArrayList<Item>();
        var counts = new int[2];
        jdbc.sql("""
                with kept as (
                    select id, kind, title, happened_on, words from portfolio.evidence
                    where person_id = :person and removed_at is null and kept_at is not null and id <> all(:without)
                ), shown as (
                    (select id, kind, title, happened_on, false as chosen, count(*) over () as total from kept
                     where id <> all(:chosen)
                       and (cast(:words as text) is null or words @@ to_tsquery('english', :words))
                     order by happened_on desc nulls last, id desc limit :size offset :offset)
                    union all
                    select id, kind, title, happened_on, true, 0 from kept where id = any(:chosen)
                )
                select s.*, k.every from (select count(*) as every from kept) k left join shown s on true
                order by s.happened_on desc nulls last, s.id desc
                """)
                .param("person", person.value())
                .param("without", numbers(without))
                .param("chosen", numbers(picked.ids()))
                .param("words", PortfolioQuery.textSearch(picked.words()))
                .param("size", EvidenceChoice.SIZE)
                .param("offset", (picked.page() - 1) * EvidenceChoice.SIZE)
                .query(row -> {
                    counts[1] = row.getInt("every");
                    if (row.getBoolean("chosen")) {
                        chosen.add(item(row));
                    } else if (row.getObject("id") != null) {
                        counts[0] = row.getInt("total");
                        others.add(item(row));
                    }
                });
        return new EvidenceChoice(chosen, others, picked.words(), picked.page(), counts[0], counts[1]);
    }

    /** Those of what is picked that the person can choose, the latest first. One SQL statement. */
    public List<EvidenceId> chosen(PersonId person, EvidencePicked picked) {
        return from(person, picked, List.of()).chosen().stream().map(Item::id).toList();
    }

    private static Long[] numbers(Collection<EvidenceId> ids) {
        return ids.stream().map(EvidenceId::value).toArray(Long[]::new);
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new EvidenceId(row.getLong("id")),
                EvidenceKind.ofSlug(row.getString("kind")).orElseThrow(),
                row.getString("title"),
                (@Nullable LocalDate) row.getObject("happened_on", LocalDate.class));
    }
}
