package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole framework or role profile as an {@code espalier/1} document. Lists are never null; a text that the source
 * does not print is null.
 *
 * @param format always {@value #FORMAT}
 * @param title as printed, or inferred when {@code titleInferred}
 * @param language BCP 47
 * @param status the document's own word (draft, published, …), with its wording in {@code statusNote}
 * @param statusSource where the document says its status
 * @param titleSource where the title stands
 * @param progressionBasis a quotation of the place that states the progression
 * @param referenceSources where the references stand, each with nothing but a place
 */
@JsonPropertyOrder({"format", "kind", "title", "titleInferred"})
public record FrameworkDocument(
        String format,
        Kind kind,
        @Nullable String title,
        boolean titleInferred,
        @Nullable Place titleSource,
        @Nullable String publisher,
        @Nullable String language,
        @Nullable String status,
        @Nullable String statusNote,
        @Nullable Place statusSource,
        @Nullable String rights,
        @Nullable SourceFile source,
        Progression progression,
        @Nullable String progressionBasis,
        @Nullable Place progressionSource,
        List<LevelEntry> levels,
        List<GroupEntry> groups,
        List<FacetEntry> facets,
        List<StatementEntry> statements,
        @Nullable RoleEntry role,
        List<RouteEntry> routes,
        List<ProviderMapping> providerMappings,
        List<String> references,
        List<At> referenceSources,
        List<Annotation> annotations,
        List<LeftOut> leftOut) {

    public static final String FORMAT = "espalier/1";

    public FrameworkDocument {
        levels = Lists.orEmpty(levels);
        groups = Lists.orEmpty(groups);
        facets = Lists.orEmpty(facets);
        statements = Lists.orEmpty(statements);
        routes = Lists.orEmpty(routes);
        providerMappings = Lists.orEmpty(providerMappings);
        references = Lists.orEmpty(references);
        referenceSources = Lists.orEmpty(referenceSources);
        annotations = Lists.orEmpty(annotations);
        leftOut = Lists.orEmpty(leftOut);
    }

    /** A role profile that says nothing but this; its title stands in no source. */
    public static FrameworkDocument ofRole(
            String title,
            @Nullable String publisher,
            @Nullable String language,
            String status,
            @Nullable String statusNote,
            RoleEntry role) {
        return new FrameworkDocument(
                FORMAT,
                Kind.ROLE_PROFILE,
                title,
                false,
                null,
                publisher,
                language,
                status,
                statusNote,
                null,
                null,
                null,
                Progression.UNSTATED,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                role,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** How many optional expectations a level states; null for what belongs to no level, a role’s competences included. */
    public int optionalAt(@Nullable String level) {
        var count = statements.stream()
                .filter(statement ->
                        statement.optional() && statement.isExpectation() && Objects.equals(statement.level(), level))
                .count();
        if (level == null && role != null) {
            count += role.sections().stream()
                    .flatMap(section -> section.entries().stream())
                    .filter(RoleEntry.Competence::optional)
                    .count();
        }
        return (int) count;
    }

    /** The same document, read from this file. */
    public FrameworkDocument withSource(SourceFile file) {
        return with(title, publisher, rights, file, levels, statements, role, annotations);
    }

    /** The same document with other annotations. */
    public FrameworkDocument withAnnotations(List<Annotation> others) {
        return with(title, publisher, rights, source, levels, statements, role, others);
    }

    /** The same document with other statements. */
    public FrameworkDocument withStatements(List<StatementEntry> others) {
        return with(title, publisher, rights, source, levels, others, role, annotations);
    }

    /** The same document with other levels. */
    public FrameworkDocument withLevels(List<LevelEntry> others) {
        return with(title, publisher, rights, source, others, statements, role, annotations);
    }

    /** The same document under another title, of another publisher. */
    public FrameworkDocument described(String newTitle, @Nullable String newPublisher, @Nullable String newRights) {
        return with(newTitle, newPublisher, newRights, source, levels, statements, role, annotations);
    }

    /** The same document about another role. */
    public FrameworkDocument withRole(RoleEntry other) {
        return with(title, publisher, rights, source, levels, statements, other, annotations);
    }

    private FrameworkDocument with(
            @Nullable String newTitle,
            @Nullable String newPublisher,
            @Nullable String newRights,
            @Nullable SourceFile newSource,
            List<LevelEntry> newLevels,
            List<StatementEntry> newStatements,
            @Nullable RoleEntry newRole,
            List<Annotation> newAnnotations) {
        return new FrameworkDocument(
                format,
                kind,
                newTitle,
                titleInferred,
                titleSource,
                newPublisher,
                language,
                status,
                statusNote,
                statusSource,
                newRights,
                newSource,
                progression,
                progressionBasis,
                progressionSource,
                newLevels,
                groups,
                facets,
                newStatements,
                newRole,
                routes,
                providerMappings,
                references,
                referenceSources,
                newAnnotations,
                leftOut);
    }

    /** What the document describes. */
    public enum Kind {
        @JsonProperty("framework")
        FRAMEWORK,
        @JsonProperty("role-profile")
        ROLE_PROFILE
    }

    /** How levels add up (PRODUCT.md, rule 2). */
    public enum Progression {
        /** Each level states all it expects; lower levels add nothing. */
        @JsonProperty("restated")
        RESTATED,
        /** Each level builds on the ones below it. */
        @JsonProperty("cumulative")
        CUMULATIVE,
        /** The document does not say. Treated as restated, and said so. */
        @JsonProperty("unstated")
        UNSTATED
    }

    /** The file that a document was read from. */
    public record SourceFile(
            @Nullable String file, @Nullable String sha256) {}
}
