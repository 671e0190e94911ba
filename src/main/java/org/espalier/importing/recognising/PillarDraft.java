package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.Annotation.Severity;
import org.espalier.framework.format.FacetEntry;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.PillarSection.Item;
import org.espalier.importing.recognising.PillarSection.Words;
import org.espalier.importing.recognising.Recogniser.Candidate;
import org.espalier.kernel.Slug;

/** Makes the draft of a framework of pillars from what was read of it. */
final class PillarDraft {

    private static final Pattern LEARNING =
            Pattern.compile("(?i).*\\b(?:educat\\w*|learning|training|qualifications?|cpd|study|academic)\\b.*");
    private static final int LEAST_SECTIONS = 2;
    private static final double UNLIKELY = 0.7;

    private final DocumentOutline outline;
    private final Places places;
    private final PillarHeader header;
    private final List<PillarLevel> levels;
    private final List<Block> front;
    private final PillarGroups groups;
    private final Slug.Unique ids = new Slug.Unique();
    private final List<String> facetIds;
    private final List<Annotation> annotations = new ArrayList<>();

    PillarDraft(DocumentOutline outline, PillarHeader header, List<PillarLevel> levels, List<Block> front) {
        this.outline = outline;
        this.places = new Places(outline.lines());
        this.header = header;
        this.levels = levels;
        this.front = front;
        this.groups = PillarGroups.overviewIn(front, header);
        var unique = new Slug.Unique();
        this.facetIds = header.columns().stream().map(unique::of).toList();
    }

    Optional<Candidate> candidate(List<Span> headers, List<Block> furniture) {
        var sections =
                levels.stream().flatMap(level -> level.sections().stream()).toList();
        if (sections.size() < LEAST_SECTIONS || headers.isEmpty()) {
            return Optional.empty();
        }
        sections.forEach(section -> groups.add(section.title(), section.aspects()));
        var levelEntries = levels();
        var statements = statements(levelEntries);
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(confidence(), document(levelEntries, statements, headers, furniture)));
    }

    private FrameworkDocument document(
            List<LevelEntry> levelEntries, List<StatementEntry> statements, List<Span> headers, List<Block> furniture) {
        var title = FrontMatter.title(front);
        var running = Stream.concat(front.stream(), furniture.stream())
                .flatMap(block -> FrontMatter.runningTitle(block).stream())
                .findFirst();
        var progression = StatedProgression.in(outline.blocks());
        var used = new ArrayList<>(groups.overview());
        progression.ifPresent(found -> used.add(found.span()));
        title.ifPresent(words -> used.add(words.span()));
        var introduction = front.subList(FrontMatter.introduction(front), front.size());
        var leftOut = new ArrayList<>(FrontMatter.leftOut(introduction, used, places));
        leftOut.addAll(FlattenedPillarTables.leftOut(headers, furniture, places, header.text()));
        List<GroupEntry> groupEntries = groups.entries(places, ids);
        return new FrameworkDocument(
                FrameworkDocument.FORMAT,
                Kind.FRAMEWORK,
                title.map(Words::text).or(() -> running).orElse(null),
                title.isEmpty() && running.isPresent(),
                title.map(words -> places.of(words.span())).orElse(null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                progression.isPresent() ? Progression.CUMULATIVE : Progression.UNSTATED,
                progression.map(StatedProgression::sentence).orElse(null),
                progression.map(found -> places.of(found.span())).orElse(null),
                levelEntries,
                groupEntries,
                facets(headers),
                statements,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                annotations,
                leftOut);
    }

    private List<LevelEntry> levels() {
        var unique = new Slug.Unique();
        return levels.stream().map(level -> level(level, unique)).toList();
    }

    private LevelEntry level(PillarLevel level, Slug.Unique unique) {
        var words = level.heading().word().split(" ");
        var title = level.title();
        var others = new ArrayList<Span>();
        Stream.of(level.descriptor(), level.jobDescription())
                .flatMap(List::stream)
                .forEach(text -> others.add(text.span()));
        others.addAll(level.otherPlaces());
        if (title != null) {
            others.addFirst(title.span());
        }
        return new LevelEntry(
                unique.of(words[words.length - 1] + " " + level.heading().number()),
                level.heading().code(),
                title == null ? level.heading().title() : title.text(),
                careerFrameworkLevels(level),
                level.descriptor().stream().map(Words::text).toList(),
                level.jobDescription().stream().map(Words::text).toList(),
                List.of(),
                List.of(),
                places.of(level.heading().span()),
                places.all(others));
    }

    /** The nine levels of the career framework are stated, never derived from a band or a stage (PRODUCT.md, rule 1). */
    private static List<Integer> careerFrameworkLevels(PillarLevel level) {
        var number = level.heading().number();
        return level.heading().word().toLowerCase(Locale.ROOT).contains("career framework") && number.matches("[1-9]")
                ? List.of(Integer.valueOf(number))
                : List.of();
    }

    private List<FacetEntry> facets(List<Span> headers) {
        return IntStream.range(0, facetIds.size())
                .mapToObj(i -> new FacetEntry(
                        facetIds.get(i), header.columns().get(i), places.of(headers.getFirst()), List.of()))
                .toList();
    }

    private List<StatementEntry> statements(List<LevelEntry> levelEntries) {
        var statements = new ArrayList<StatementEntry>();
        var counts = new HashMap<String, Integer>();
        for (var l = 0; l < levels.size(); l++) {
            var level = levelEntries.get(l).id();
            for (var section : levels.get(l).sections()) {
                var group = groups.id(section.title().text(), ids);
                annotateRuns(section);
                for (var item : section.items()) {
                    var number = counts.merge(level + "/" + group, 1, Integer::sum);
                    statements.add(statement(level + "-" + group + "-" + number, level, group, item));
                }
            }
        }
        var certain = statements.stream().filter(StatementEntry::facetCertain).count();
        if (certain < statements.size()) {
            annotations.add(new Annotation(
                    Severity.NOTE,
                    "columns-run-together",
                    "The columns of the tables run into one another in this text. For " + certain + " of "
                            + statements.size()
                            + " statements the line breaks prove the column; for the others it is a guess.",
                    null));
        }
        return statements;
    }

    private StatementEntry statement(String id, String level, String group, Item item) {
        var learning = item.certain()
                && LEARNING.matcher(header.columns().get(item.column())).matches();
        var leadIn = item.leadIn();
        return new StatementEntry(
                id,
                level,
                group,
                facetIds.get(item.column()),
                item.certain(),
                learning ? StatementEntry.Kind.LEARNING : StatementEntry.Kind.EXPECTATION,
                State.STATED,
                item.words().text(),
                null,
                leadIn == null ? null : leadIn.text(),
                places.of(item.words().span()),
                leadIn == null ? List.of() : places.all(List.of(leadIn.span())));
    }

    /** Items without a blank line between them were told apart by their line ends and capitals. */
    private void annotateRuns(PillarSection section) {
        var items = section.items();
        var from = 0;
        for (var i = 1; i <= items.size(); i++) {
            if (i < items.size() && runsOn(items.get(i - 1), items.get(i))) {
                continue;
            }
            if (i - from > 1) {
                var span = items.get(from)
                        .words()
                        .span()
                        .through(items.get(i - 1).words().span());
                annotations.add(new Annotation(
                        Severity.WARNING,
                        "uncertain-split",
                        "No blank line stands between these " + (i - from)
                                + " items; where one ends and the next begins was read from capitals and line ends.",
                        places.of(span)));
            }
            from = i;
        }
    }

    private static boolean runsOn(Item before, Item item) {
        return !item.lines().isEmpty()
                && !(item.marked() && before.marked())
                && item.leadIn() == null
                && before.run() == item.run()
                && Places.touch(before.words().span(), item.words().span());
    }

    /** Whether cells prove the columns, or their headings are words for columns; any line of capitals might return. */
    private boolean likelyHeader() {
        var proved = levels.stream()
                .flatMap(level -> level.sections().stream())
                .flatMap(section -> section.items().stream())
                .anyMatch(Item::certain);
        var columns = header.columns().stream().filter(LevelWords::column).count();
        return proved || columns * 2 >= header.columns().size();
    }

    /** How much of what the shape expects is there: levels with a table, pillars that return, columns. */
    private double confidence() {
        var tabled =
                levels.stream().filter(level -> !level.sections().isEmpty()).count() / (double) levels.size();
        var titled = levels.stream().filter(level -> level.title() != null).count() / (double) levels.size();
        return (0.75 * tabled + 0.1 * titled + 0.1) * (likelyHeader() ? 1 : UNLIKELY);
    }
}
