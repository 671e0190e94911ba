package org.espalier.importing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.framework.format.At;
import org.espalier.framework.format.FacetEntry;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.DraftUnderReview;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.reviewing.ReviewQueue;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;

/** Makes the review's pages out of one draft. */
final class ReviewViews {

    private static final int STATEMENTS_A_PAGE = 50;
    private static final int LINES_A_PAGE = 400;
    private static final int LINES_AROUND = 2;
    private static final int LONGEST_EXCERPT = 14;

    private final DraftUnderReview draft;
    private final FrameworkDocument document;
    private final PageFrame frame;
    private final DraftView view;
    private final ReviewQueue queue;
    private final Map<String, String> levelNames = new LinkedHashMap<>();
    private final Map<String, String> groupNames = new LinkedHashMap<>();
    private final Map<String, String> facetNames = new LinkedHashMap<>();

    ReviewViews(DraftUnderReview draft, PageFrame frame, String here, @Nullable String refusal) {
        this.draft = draft;
        this.document = draft.document();
        this.frame = frame;
        this.queue = ReviewQueue.of(document);
        document.levels().forEach(level -> levelNames.put(level.id(), level.name()));
        nameGroups(document.groups(), "");
        document.facets().forEach(facet -> facetNames.put(facet.id(), facet.title()));
        this.view = new DraftView(
                draft.id().value(),
                draft.title(),
                draft.number(),
                here,
                draft.edits(),
                draft.canRedo(),
                parts(),
                options(levelNames),
                options(groupNames),
                document.facets().stream()
                        .map((FacetEntry facet) -> new DraftView.Option(facet.id(), facet.title()))
                        .toList(),
                refusal);
    }

    CheckView check() {
        var remarks = new ArrayList<CheckView.Remark>();
        queue.warnings().forEach(a -> remarks.add(remark(a.code(), a.message(), a.source(), true)));
        queue.notes().forEach(a -> remarks.add(remark(a.code(), a.message(), a.source(), false)));
        return new CheckView(
                view,
                remarks,
                queue.unrecognised().stream().map(this::leftOut).toList(),
                queue.guesses().stream()
                        .map(guess -> new CheckView.Guess(
                                where(guess.level(), guess.group()),
                                guess.statements().stream().map(this::statement).toList()))
                        .toList());
    }

    StatementsView statements(@Nullable String level, @Nullable String group, int page) {
        var chosen = document.statements().stream()
                .filter(s -> level == null || level.equals(s.level()))
                .filter(s -> group == null || within(group, s.group()))
                .toList();
        var pages = Math.max(1, (chosen.size() + STATEMENTS_A_PAGE - 1) / STATEMENTS_A_PAGE);
        var shown = Math.clamp(page, 1, pages);
        var from = (shown - 1) * STATEMENTS_A_PAGE;
        return new StatementsView(
                view,
                level,
                group,
                chosen.size(),
                shown,
                pages,
                chosen.subList(from, Math.min(chosen.size(), from + STATEMENTS_A_PAGE)).stream()
                        .map(this::statement)
                        .toList());
    }

    Optional<StatementView> statement(String id) {
        var all = document.statements();
        for (var i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                var statement = all.get(i);
                return Optional.of(new StatementView(
                        view,
                        statement(statement),
                        List.of(text(statement).split(" ")),
                        i + 1 < all.size() ? statement(all.get(i + 1)) : null,
                        all.stream()
                                .filter(s -> !s.id().equals(id)
                                        && Objects.equals(s.level(), statement.level())
                                        && Objects.equals(s.group(), statement.group()))
                                .map(s -> new DraftView.Option(s.id(), shortened(text(s))))
                                .toList()));
            }
        }
        return Optional.empty();
    }

    LeftOutsView leftOuts() {
        var reasons = new LinkedHashMap<String, List<LeftOutView>>();
        for (var left : document.leftOut()) {
            reasons.computeIfAbsent(reason(left), reason -> new ArrayList<>()).add(leftOut(left));
        }
        return new LeftOutsView(view, reasons);
    }

    StructureView structure() {
        var groups = new ArrayList<StructureView.Group>();
        collect(document.groups(), 0, groups);
        return new StructureView(
                view,
                Objects.requireNonNullElse(document.title(), ""),
                document.titleInferred(),
                document.progression().name(),
                Arrays.stream(Progression.values()).map(Enum::name).toList(),
                document.progressionBasis(),
                document.levels().stream()
                        .map(level -> new StructureView.Level(
                                level.id(),
                                orEmpty(level.code()),
                                orEmpty(level.title()),
                                document.optionalAt(level.id()),
                                level.minimumOptional()))
                        .toList(),
                groups);
    }

    SourceView source(int page, int line) {
        var pages = Math.max(1, (draft.lines().size() + LINES_A_PAGE - 1) / LINES_A_PAGE);
        var shown = Math.clamp(line > 0 ? (line - 1) / LINES_A_PAGE + 1 : page, 1, pages);
        var became = new TreeMap<Integer, SourceView.Line>();
        for (var statement : document.statements()) {
            var href = "/author/drafts/" + view.id() + "/statements/" + statement.id();
            mark(became, statement.source(), frame.t("importing.source.statement"), href);
            statement.alsoAt().stream()
                    .map(At::source)
                    .forEach(place -> mark(became, place, frame.t("importing.source.statement"), href));
        }
        for (var left : document.leftOut()) {
            mark(
                    became,
                    new Place(left.line(), left.endLine(), left.page()),
                    frame.t("importing.source.leftOut", reason(left)),
                    null);
        }
        var from = (shown - 1) * LINES_A_PAGE;
        return new SourceView(
                view,
                draft.fileName(),
                shown,
                pages,
                draft.lines().subList(from, Math.min(draft.lines().size(), from + LINES_A_PAGE)).stream()
                        .map(source -> sourceLine(source, became.get(source.number())))
                        .toList());
    }

    PublishView publish(@Nullable Integer supersedes) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(frame.t("importing.publish.fact.title"), draft.title());
        facts.put(frame.t("importing.publish.fact.version"), String.valueOf(draft.number()));
        facts.put(frame.t("importing.publish.fact.levels"), String.join(", ", levelNames.values()));
        facts.put(
                frame.t("importing.publish.fact.groups"),
                String.join(
                        ", ", document.groups().stream().map(ReviewViews::name).toList()));
        facts.put(frame.t("importing.publish.fact.statements"), String.valueOf(countStatements()));
        facts.put(
                frame.t("importing.publish.fact.leftOut"),
                String.valueOf(document.leftOut().size()));
        var restricted = document.annotations().stream()
                .filter(a -> a.code().equals("restricted"))
                .findFirst()
                .map(a -> Objects.requireNonNullElse(document.statusNote(), a.message()));
        return new PublishView(view, draft.revision(), facts, supersedes, queue.size(), restricted.orElse(null));
    }

    DraftView draft() {
        return view;
    }

    /** Where a statement stands, in words. */
    String where(@Nullable String level, @Nullable String group) {
        var levelName = level == null ? frame.t("importing.level.none") : levelNames.getOrDefault(level, level);
        var groupName = group == null ? frame.t("importing.group.none") : groupNames.getOrDefault(group, group);
        return levelName + ", " + groupName;
    }

    private int countStatements() {
        var role = document.role();
        var competences = role == null
                ? 0
                : role.sections().stream()
                        .mapToInt(section -> section.entries().size())
                        .sum();
        return document.statements().size() + competences;
    }

    private List<DraftView.Part> parts() {
        var base = "/author/drafts/" + draft.id().value();
        return List.of(
                new DraftView.Part("check", base, queue.size()),
                new DraftView.Part("statements", base + "/statements", countStatements()),
                new DraftView.Part(
                        "left-out", base + "/left-out", document.leftOut().size()),
                new DraftView.Part("structure", base + "/structure", -1),
                new DraftView.Part("source", base + "/source", -1),
                new DraftView.Part("changes", base + "/changes", -1),
                new DraftView.Part("publish", base + "/publish", -1));
    }

    private static List<DraftView.Option> options(Map<String, String> names) {
        return names.entrySet().stream()
                .map(entry -> new DraftView.Option(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void nameGroups(List<GroupEntry> groups, String above) {
        for (var group : groups) {
            var name = above.isEmpty() ? name(group) : above + " › " + name(group);
            groupNames.put(group.id(), name);
            nameGroups(group.groups(), name);
        }
    }

    private static String name(GroupEntry group) {
        var title = Objects.requireNonNullElse(group.title(), group.id());
        return group.code() == null ? title : group.code() + " " + title;
    }

    private void collect(List<GroupEntry> groups, int depth, List<StructureView.Group> into) {
        for (var group : groups) {
            into.add(new StructureView.Group(
                    group.id(),
                    Math.min(depth, 3),
                    group.kind(),
                    orEmpty(group.code()),
                    orEmpty(group.title()),
                    group.titleInferred(),
                    document.statements().stream().noneMatch(s -> within(group.id(), s.group()))));
            collect(group.groups(), depth + 1, into);
        }
    }

    private boolean within(String ancestor, @Nullable String group) {
        return group != null && (group.equals(ancestor) || descends(document.groups(), ancestor, group, false));
    }

    private static boolean descends(List<GroupEntry> groups, String ancestor, String group, boolean below) {
        for (var entry : groups) {
            if (below && entry.id().equals(group)
                    || descends(
                            entry.groups(), ancestor, group, below || entry.id().equals(ancestor))) {
                return true;
            }
        }
        return false;
    }

    private CheckView.Remark remark(String code, String message, @Nullable Place place, boolean warning) {
        return new CheckView.Remark(code, place == null ? 0 : place.line(), message, warning, excerpt(place));
    }

    private LeftOutView leftOut(LeftOut left) {
        return new LeftOutView(
                left.line(),
                left.endLine(),
                reason(left),
                left.text(),
                excerpt(new Place(left.line(), left.endLine(), left.page())));
    }

    private static String reason(LeftOut left) {
        return left.reason().replace('-', ' ');
    }

    private DraftStatement statement(StatementEntry s) {
        var tags = new ArrayList<String>();
        tags.add(s.level() == null ? frame.t("importing.level.none") : levelNames.getOrDefault(s.level(), s.level()));
        tags.add(s.group() == null ? frame.t("importing.group.none") : groupNames.getOrDefault(s.group(), s.group()));
        tags.add(frame.t("importing.kind." + s.kind().name()));
        if (s.optional()) {
            tags.add(frame.t("importing.optional"));
        }
        return new DraftStatement(
                s.id(),
                text(s),
                s.leadIn(),
                tags,
                s.facet() == null ? null : facetNames.getOrDefault(s.facet(), s.facet()),
                s.facetCertain(),
                excerpt(s.source()));
    }

    private static String text(StatementEntry s) {
        return Objects.requireNonNullElse(s.text(), "");
    }

    private List<ExcerptLine> excerpt(@Nullable Place place) {
        if (place == null) {
            return List.of();
        }
        var first = Math.max(1, place.line() - LINES_AROUND);
        var last = Math.min(
                draft.lines().size(), Math.min(place.endLine(), place.line() + LONGEST_EXCERPT) + LINES_AROUND);
        return draft.lines().subList(Math.min(first - 1, last), last).stream()
                .filter(line -> !line.text().isBlank())
                .map(line -> new ExcerptLine(
                        line.number(), line.text(), line.number() >= place.line() && line.number() <= place.endLine()))
                .toList();
    }

    private static void mark(
            Map<Integer, SourceView.Line> became, @Nullable Place place, String what, @Nullable String href) {
        if (place != null) {
            for (var number = place.line(); number <= place.endLine(); number++) {
                became.putIfAbsent(number, new SourceView.Line(number, "", what, href));
            }
        }
    }

    private SourceView.Line sourceLine(SourceLine line, SourceView.@Nullable Line became) {
        if (line.text().isBlank()) {
            return new SourceView.Line(line.number(), "", "", null);
        }
        return became == null
                ? new SourceView.Line(line.number(), line.text(), frame.t("importing.source.used"), null)
                : new SourceView.Line(line.number(), line.text(), became.became(), became.href());
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
