package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.At;
import org.espalier.framework.format.FacetEntry;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.ProviderMapping;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.RouteEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** A framework document while it is being drafted from an outline: open lists, and places made from spans. */
final class Draft {

    final DocumentOutline outline;
    Kind kind = Kind.FRAMEWORK;

    @Nullable
    String title;

    boolean titleInferred;

    @Nullable
    Place titleSource;

    @Nullable
    String publisher;

    @Nullable
    String language;

    @Nullable
    String status;

    @Nullable
    String statusNote;

    @Nullable
    Place statusSource;

    @Nullable
    String rights;

    Progression progression = Progression.UNSTATED;

    @Nullable
    String progressionBasis;

    @Nullable
    Place progressionSource;

    @Nullable
    RoleEntry role;

    final List<LevelEntry> levels = new ArrayList<>();
    final List<GroupEntry> groups = new ArrayList<>();
    final List<FacetEntry> facets = new ArrayList<>();
    final List<StatementEntry> statements = new ArrayList<>();
    final List<RouteEntry> routes = new ArrayList<>();
    final List<ProviderMapping> providerMappings = new ArrayList<>();
    final List<String> references = new ArrayList<>();
    final List<At> referenceSources = new ArrayList<>();
    final List<Annotation> annotations = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();

    Draft(DocumentOutline outline) {
        this.outline = outline;
    }

    /** A draft that goes on where another ended. */
    static Draft of(DocumentOutline outline, FrameworkDocument document) {
        var draft = new Draft(outline);
        draft.kind = document.kind();
        draft.title = document.title();
        draft.titleInferred = document.titleInferred();
        draft.titleSource = document.titleSource();
        draft.publisher = document.publisher();
        draft.language = document.language();
        draft.status = document.status();
        draft.statusNote = document.statusNote();
        draft.statusSource = document.statusSource();
        draft.rights = document.rights();
        draft.progression = document.progression();
        draft.progressionBasis = document.progressionBasis();
        draft.progressionSource = document.progressionSource();
        draft.role = document.role();
        draft.levels.addAll(document.levels());
        draft.groups.addAll(document.groups());
        draft.facets.addAll(document.facets());
        draft.statements.addAll(document.statements());
        draft.routes.addAll(document.routes());
        draft.providerMappings.addAll(document.providerMappings());
        draft.references.addAll(document.references());
        draft.referenceSources.addAll(document.referenceSources());
        draft.annotations.addAll(document.annotations());
        draft.leftOut.addAll(document.leftOut());
        return draft;
    }

    FrameworkDocument document() {
        return new FrameworkDocument(
                FrameworkDocument.FORMAT,
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
                null,
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

    Place place(Span span) {
        return new Place(span.first(), span.last(), line(span.first()).page());
    }

    At at(Span span) {
        return new At(place(span));
    }

    List<At> at(List<Span> spans) {
        return spans.stream().map(this::at).toList();
    }

    void warn(String code, String message, @Nullable Span span) {
        annotate(Annotation.Severity.WARNING, code, message, span);
    }

    void note(String code, String message, @Nullable Span span) {
        annotate(Annotation.Severity.NOTE, code, message, span);
    }

    private void annotate(Annotation.Severity severity, String code, String message, @Nullable Span span) {
        annotations.add(new Annotation(severity, code, message, span == null ? null : place(span)));
    }

    /** Leaves whole lines out. */
    void leaveOut(Span span, String reason) {
        leaveOut(span, reason, words(span));
    }

    /** Leaves these words of the lines out; others of the same lines may be used. */
    void leaveOut(Span span, String reason, String text) {
        leftOut.add(new LeftOut(span.first(), span.last(), line(span.first()).page(), reason, text));
    }

    private String words(Span span) {
        return IntStream.rangeClosed(span.first(), span.last())
                .mapToObj(number -> line(number).text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private SourceLine line(int number) {
        return outline.lines().get(number - 1);
    }
}
