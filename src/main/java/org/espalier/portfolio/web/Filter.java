package org.espalier.portfolio.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.PortfolioQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a person narrows the list of their evidence down to, as it stands in the address.
 *
 * @param version of the group or statement
 * @param group a root group of that version
 * @param statement one statement of that version
 */
record Filter(
        String q,
        @Nullable EvidenceKind kind,
        @Nullable FrameworkVersion version,
        @Nullable String group,
        @Nullable Statement statement,
        String from,
        String to) {

    /** What the fields of the form are called. What is not understood is left out: a filter is no place for errors. */
    record Fields(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String part,
            @Nullable Long version,
            @Nullable Long statement,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer page) {

        Filter filter(PublishedVersions versions) {
            var group = part == null || !part.contains(":") ? null : part.substring(part.indexOf(':') + 1);
            var of = group == null ? version : id(part);
            var known = of == null ? null : versions.find(new VersionId(of)).orElse(null);
            return new Filter(
                    q == null ? "" : q.strip(),
                    kind == null ? null : EvidenceKind.ofSlug(kind).orElse(null),
                    known,
                    known == null ? null : group,
                    known == null || statement == null
                            ? null
                            : known.statement(new StatementId(statement)).orElse(null),
                    from == null ? "" : from,
                    to == null ? "" : to);
        }

        int number() {
            return page == null ? 1 : page;
        }

        private static @Nullable Long id(@Nullable String part) {
            try {
                return part == null ? null : Long.valueOf(part.substring(0, part.indexOf(':')));
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** How a root group is named in the form. */
    static String part(FrameworkVersion version, String group) {
        return version.id() + ":" + group;
    }

    boolean isPart(FrameworkVersion one, String root) {
        return version != null && version.id().equals(one.id()) && root.equals(group);
    }

    boolean isNarrowed() {
        return !q.isEmpty() || kind != null || version != null || !from.isEmpty() || !to.isEmpty();
    }

    PortfolioQuery query(int page) {
        return new PortfolioQuery(q, kind, statements(), day(from), day(to), page);
    }

    private @Nullable List<StatementId> statements() {
        if (version == null) {
            return null;
        }
        if (statement != null) {
            return List.of(statement.id());
        }
        return version.statements().stream()
                .filter(one -> group == null
                        || version.rootOf(one.group())
                                .filter(root -> root.id().equals(group))
                                .isPresent())
                .map(Statement::id)
                .toList();
    }

    /** The address of a page of the same. */
    String address(int page) {
        var query = new StringJoiner("&");
        add(query, "q", q);
        add(query, "kind", kind == null ? "" : kind.slug());
        if (version != null && group != null) {
            add(query, "part", part(version, group));
        } else if (version != null) {
            add(query, "version", version.id().toString());
        }
        add(query, "statement", statement == null ? "" : statement.id().toString());
        add(query, "from", from);
        add(query, "to", to);
        add(query, "page", page == 1 ? "" : Integer.toString(page));
        return EvidencePaths.PORTFOLIO + (query.length() == 0 ? "" : "?" + query);
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, UTF_8));
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
