package org.espalier.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.kernel.Slug;
import org.espalier.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All providers. The writing methods ask nobody for permission: they are called by use cases that have. */
@Component
public class Providers {
    private static final String PROVIDER =
            "select p.id, p.slug, p.name, p.organisation_id, p.about, p.link from learning.provider p ";

    /** The provider itself, or the one that it was made one with. */
    private static final String LED_TO = PROVIDER + "join learning.provider f on p.id = coalesce(f.merged_into, f.id) ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Providers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every provider, by name. */
    public List<Provider> all() {
        return jdbc.sql(PROVIDER + "where p.merged_into is null order by lower(p.name), p.id")
                .query(Providers::provider)
                .list();
    }

    /** The provider of this address, or the one to which it leads since two were made one. */
    public Optional<Provider> find(String slug) {
        return jdbc.sql(LED_TO + "where f.slug = :slug")
                .param("slug", slug)
                .query(Providers::provider)
                .optional();
    }

    public Optional<Provider> find(ProviderId id) {
        return jdbc.sql(PROVIDER + "where p.id = :id")
                .param("id", id.value())
                .query(Providers::provider)
                .optional();
    }

    /** The provider for which this organisation speaks. */
    public Optional<Provider> of(OrganisationId organisation) {
        return jdbc.sql(PROVIDER + "where p.organisation_id = :organisation")
                .param("organisation", organisation.value())
                .query(Providers::provider)
                .optional();
    }

    /** The provider of this name, in capitals or not, or the one to which the name leads since two were made one. */
    public Optional<Provider> named(String name) {
        return jdbc.sql(LED_TO + "where lower(f.name) = lower(:name)")
                .param("name", name)
                .query(Providers::provider)
                .optional();
    }

    /** A new provider whose name nobody has. */
    @Transactional
    public Provider add(String name, @Nullable OrganisationId organisation) {
        var slug = Slug.of(name);
        for (var number = 2; find(slug).isPresent(); number++) {
            slug = Slug.of(name) + "-" + number;
        }
        var id = jdbc.sql("""
                insert into learning.provider (slug, name, organisation_id, added_at)
                values (:slug, :name, cast(:organisation as bigint), :now) returning id
                """)
                .param("slug", slug)
                .param("name", name)
                .param("organisation", organisation == null ? null : organisation.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return find(new ProviderId(id)).orElseThrow();
    }

    void write(ProviderId id, String name, String about, String link) {
        jdbc.sql("update learning.provider set name = :name, about = :about, link = :link where id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("about", about)
                .param("link", link)
                .update();
    }

    /** Lets an organisation speak for a provider; false when somebody does already. */
    boolean link(ProviderId id, OrganisationId organisation) {
        return jdbc.sql("""
                update learning.provider set organisation_id = :organisation where id = :id and organisation_id is null
                """)
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    public static Provider provider(ResultSet row, int number) throws SQLException {
        var organisation = row.getObject("organisation_id", Long.class);
        return new Provider(
                new ProviderId(row.getLong("id")),
                row.getString("slug"),
                row.getString("name"),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("about"),
                row.getString("link"));
    }
}
