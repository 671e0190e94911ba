package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
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

    /** The same document, read from this file. */
    public FrameworkDocument withSource(SourceFile file) {
        return new FrameworkDocument(
                format,
                kind,
                title,
                titleInferred,
                titleSource,
                publisher,
                language,
                status,
                statusNote,
                statusSource,
                rights,
                file,
                progression,
                progressionBasis,
                progressionSource,
                levels,
                groups,
                facets,
                statements,
                role,
                routes,
                providerMappings,
                references,
                referenceSources,
                annotations,
                leftOut);
    }

    /** The same document with other annotations. */
    public FrameworkDocument withAnnotations(List<Annotation> others) {
        return new FrameworkDocument(
                format,
                kind,
                title,
                titleInferred,
                titleSource,
                publisher,
                language,
                status,
                statusNote,
                statusSource,
                rights,
                source,
                progression,
                progressionBasis,
                progressionSource,
                levels,
                groups,
                facets,
                statements,
                role,
                routes,
                providerMappings,
                references,
                referenceSources,
                others,
                leftOut);
    }

    /** The same document with other statements. */
    public FrameworkDocument withStatements(List<StatementEntry> others) {
        return new FrameworkDocument(
                format,
                kind,
                title,
                titleInferred,
                titleSource,
                publisher,
                language,
                status,
                statusNote,
                statusSource,
                rights,
                source,
                progression,
                progressionBasis,
                progressionSource,
                levels,
                groups,
                facets,
                others,
                role,
                routes,
                providerMappings,
                references,
                referenceSources,
                annotations,
                leftOut);
    }

    /** The same document with other levels. */
    public FrameworkDocument withLevels(List<LevelEntry> others) {
        return new FrameworkDocument(
                format,
                kind,
                title,
                titleInferred,
                titleSource,
                publisher,
                language,
                status,
                statusNote,
                statusSource,
                rights,
                source,
                progression,
                progressionBasis,
                progressionSource,
                others,
                groups,
                facets,
                statements,
                role,
                routes,
                providerMappings,
                references,
                referenceSources,
                annotations,
                leftOut);
    }

    /** The same document under another title, of another publisher. */
    public FrameworkDocument described(String newTitle, @Nullable String newPublisher, @Nullable String newRights) {
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
                source,
                progression,
                progressionBasis,
                progressionSource,
                levels,
                groups,
                facets,
                statements,
                role,
                routes,
                providerMappings,
                references,
                referenceSources,
                annotations,
                leftOut);
    }

    /** The same document about another role. */
    public FrameworkDocument withRole(RoleEntry other) {
        return new FrameworkDocument(
                format,
                kind,
                title,
                titleInferred,
                titleSource,
                publisher,
                language,
                status,
                statusNote,
                statusSource,
                rights,
                source,
                progression,
                progressionBasis,
                progressionSource,
                levels,
                groups,
                facets,
                statements,
                other,
                routes,
                providerMappings,
                references,
                referenceSources,
                annotations,
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
