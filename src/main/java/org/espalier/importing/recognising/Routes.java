package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.framework.format.RouteEntry;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/**
 * A section on routes: headings that name where somebody starts, each with what that asks of them, what it opens to them
 * and who supports them. Arrows between them are lost in a text; where a route leads is then inferred and said to be.
 */
final class Routes {

    private static final Pattern SOMEBODY = Pattern.compile(
            "(?i).*\\b(?:staff|practitioners?|workers?|professionals?|individuals?"
                    + "|people|entry|entrants?|nurses?|students?|graduates?|learners?|carers?|applicants?|those|anyone|returners?|return"
                    + "|therapists?|assistants?|associates?|apprentices?|registrants?|volunteers?|leavers?|changers?|from|level|band|stage)\\b.*");
    private static final Pattern SAYING = Pattern.compile(
            "(?i)(?:must|should|may|might|can|could|will|needs?|develop|undertake|demonstrate"
                    + "|work|supported|support from|potential|opportunit\\w+|complete|gain|discuss|attend|have|hold|apply|agree|build|keep)\\b.*");
    private static final Pattern SUPPORT = Pattern.compile(
            "(?i)(?:support(?:ed|s)? .*|.*\\b(?:employers?|manager|wider (?:health )?system)\\b.*\\b(?:provides?|offers?|funds?|pays?)\\b.*|.*\\b(?:employers?|manager|mentor|wider (?:health )?system)\\b.*\\bsupport\\w*\\b.*|.*\\bsupport\\w*\\b.*\\b(?:by|from)\\b.*\\b(?:employers?|managers?|mentors?|system)\\b.*)");
    private static final Pattern DUTY = Pattern.compile(
            "(?i)(?:must|should|has to|have to|needs? to|required to|develop|undertake|demonstrate|work in|work with|complete|gain|hold|discuss|apply|agree|build|keep|register|pass|attend)\\b.*"
                    + "|.*\\b(?:must|is required|are required|have to)\\b.*");
    private static final Pattern CHANCE =
            Pattern.compile("(?i).*\\b(?:may|might|can|could|potential|opportunit\\w+|possible)\\b.*");

    private static final Pattern INLINE =
            Pattern.compile("(?s)(?<start>[^.:;]{6,100}?)\\s*(?::|\\s[–—])\\s+(?<rest>\\S.{9,})");

    private static final Pattern LABELLED = Pattern.compile("(?<label>\\p{Lu}[\\p{L}’' ]{2,40}):\\s+(?<rest>\\S.*)");

    private final Draft draft;
    private final List<Block> blocks;
    private final BitSet used;
    private @Nullable Route open;
    private Part part = Part.UNSAID;

    /** What a label in a route announces. */
    private enum Part {
        UNSAID,
        REQUIREMENTS,
        OPPORTUNITIES,
        SUPPORTS
    }

    /** A route while it is read. */
    private static final class Route {
        private String from;
        private final List<Span> spans = new ArrayList<>();
        private final List<String> requirements = new ArrayList<>();
        private final List<String> opportunities = new ArrayList<>();
        private final List<String> supports = new ArrayList<>();

        Route(String from, Span span) {
            this.from = from;
            this.spans.add(span);
        }

        boolean empty() {
            return requirements.isEmpty() && opportunities.isEmpty() && supports.isEmpty();
        }
    }

    private Routes(Draft draft) {
        this.draft = draft;
        this.blocks = Flow.of(draft.outline);
        this.used = UsedLines.of(draft.document());
        draft.leftOut.forEach(out -> used.set(out.line(), out.endLine() + 1));
    }

    static void read(Draft draft) {
        if (draft.routes.isEmpty()) {
            new Routes(draft).read();
        }
    }

    private void read() {
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (Flow.headingLike(block) && !used.get(block.span().first()) && Vocabulary.routes(Flow.text(block))) {
                var end = end(i);
                var routes = routes(blocks.subList(i + 1, end));
                if (!routes.isEmpty()) {
                    draft.leaveOut(block.span(), "section-heading");
                    routes.forEach(this::add);
                    return;
                }
            }
        }
    }

    private int end(int heading) {
        var depth = Flow.depth(blocks.get(heading));
        for (var i = heading + 1; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var over = Flow.headingLike(block)
                    && (Vocabulary.backMatter(Flow.text(block))
                            || (depth > 0 && Flow.depth(block) > 0 && Flow.depth(block) <= depth));
            over |= block instanceof Block.Paragraph paragraph
                    && Vocabulary.backMatter(paragraph.lines().getFirst().text());
            if (over || used.get(block.span().first())) {
                return i;
            }
        }
        return blocks.size();
    }

    private List<Route> routes(List<Block> section) {
        var routes = new ArrayList<Route>();
        open = null;
        for (var block : section.stream().flatMap(Routes::apart).toList()) {
            var text = Flow.text(block);
            var label = label(text);
            var labelled = LABELLED.matcher(text);
            var announced = labelled.matches() ? announced(labelled.group("label")) : Part.UNSAID;
            if (open != null && announced != Part.UNSAID) {
                part = announced;
                content(open, labelled.group("rest"), block.span());
                part = Part.UNSAID;
            } else if (open != null && label != Part.UNSAID) {
                part = label;
                open.spans.add(block.span());
            } else if (start(block)) {
                start(text, block.span(), routes);
            } else if (open != null && !(block instanceof Block.Table)) {
                content(open, text, block.span());
            }
        }
        return routes.stream().allMatch(Route::empty) ? List.of() : routes;
    }

    /** Short lines that were read as one paragraph, each for itself: the start of a route, its labels, its sentences. */
    private static Stream<Block> apart(Block block) {
        if (block instanceof Block.Paragraph paragraph
                && paragraph.lines().size() > 1
                && paragraph.lines().stream().skip(1).allMatch(line -> LABELLED.matcher(line.text())
                        .matches())) {
            return paragraph.lines().stream().map(Routes::line);
        }
        var inline = block instanceof Block.Table ? null : INLINE.matcher(Flow.text(block));
        if (inline != null
                && inline.matches()
                && start(said(inline.group("start"), block))
                && Destination.of(inline.group("start"), List.of()).stated()) {
            return Stream.concat(
                            Stream.of(inline.group("start")),
                            Stream.of(inline.group("rest").split("(?<=[.;!?])\\s+(?=\\p{Lu})")))
                    .map(text -> said(text, block));
        }
        if (!(block instanceof Block.Paragraph paragraph) || paragraph.lines().size() < 2) {
            return Stream.of(block);
        }
        var lines = paragraph.lines();
        var ended = lines.subList(1, lines.size()).stream().allMatch(line -> !Phrase.startsInLowerCase(line.text()));
        var telling =
                lines.stream().anyMatch(line -> Destination.arrow(line.text()) || label(line.text()) != Part.UNSAID);
        return ended && (telling || Phrase.label(lines.getFirst().text()) && start(line(lines.getFirst())))
                ? lines.stream().map(Routes::line)
                : Stream.of(block);
    }

    private static Block said(String text, Block block) {
        return new Block.Paragraph(text, List.of(new Block.Line(block.span().first(), text)), block.span());
    }

    private static Block line(Block.Line line) {
        return new Block.Paragraph(line.text(), List.of(line), new Span(line.number(), line.number()));
    }

    /** Two headings in a row are one when the second says where somebody wants to go. */
    private void start(String text, Span span, List<Route> routes) {
        part = Part.UNSAID;
        if (open != null && open.empty() && Destination.wish(text).isPresent()) {
            open.from = open.from + ": " + text;
            open.spans.add(span);
            return;
        }
        open = new Route(text, span);
        routes.add(open);
    }

    private static boolean start(Block block) {
        var text = Flow.text(block);
        if (Flow.depth(block) > 0) {
            return true;
        }
        var words = Phrase.words(text);
        var person = words.size() > 1 && SOMEBODY.matcher(words.get(1)).matches();
        return !(block instanceof Block.ListItem)
                && !(block instanceof Block.Table)
                && !text.matches("(?s).*[.;:!?]\\s*")
                && (SOMEBODY.matcher(text).matches() || Destination.arrow(text) || Vocabulary.routes(text))
                && (person || !SAYING.matcher(text).matches());
    }

    private static Part label(String text) {
        return switch (Phrase.key(text)) {
            case "requirements",
                    "requirement",
                    "what you need",
                    "what it asks",
                    "criteria",
                    "you will need",
                    "what is needed" -> Part.REQUIREMENTS;
            case "opportunities", "opportunity", "options", "what it opens", "what you can do", "possibilities" ->
                Part.OPPORTUNITIES;
            case "support", "supports", "support available", "help", "who supports you", "what support there is" ->
                Part.SUPPORTS;
            default -> Phrase.introduces(text) ? announced(text) : Part.UNSAID;
        };
    }

    /** What an introduction such as "Your employer will support you with:" announces. */
    private static Part announced(String text) {
        if (text.matches("(?i).*\\b(?:support\\w*|help|provides?|offers?)\\b.*")) {
            return Part.SUPPORTS;
        }
        if (text.matches("(?i).*\\b(?:needs?|needed|require\\w*|must|criteria|expected|have to)\\b.*")) {
            return Part.REQUIREMENTS;
        }
        return text.matches("(?i).*\\b(?:next|opportunit\\w*|options?|could|may|can|possib\\w*|might)\\b.*")
                ? Part.OPPORTUNITIES
                : Part.UNSAID;
    }

    private void content(Route route, String text, Span span) {
        route.spans.add(span);
        if (part == Part.UNSAID && text.toLowerCase(Locale.ROOT).startsWith("support from ")) {
            part = Part.SUPPORTS;
        }
        switch (part) {
            case REQUIREMENTS -> route.requirements.add(text);
            case OPPORTUNITIES -> route.opportunities.add(text);
            case SUPPORTS -> route.supports.add(text);
            case UNSAID -> byWording(route, text, span);
        }
    }

    private void byWording(Route route, String text, Span span) {
        if (SUPPORT.matcher(text).matches()) {
            route.supports.add(text);
        } else if (DUTY.matcher(text).matches()) {
            route.requirements.add(text);
        } else {
            route.opportunities.add(text);
            if (!CHANCE.matcher(text).matches()) {
                draft.note(
                        "route-part-uncertain",
                        "This may be a requirement, an opportunity or support; it was taken as an opportunity.",
                        span);
            }
        }
    }

    private void add(Route route) {
        var destination = Destination.of(route.from, draft.levels);
        if (!destination.stated()) {
            draft.warn(
                    "route-destination-not-stated",
                    "The source does not say where this route leads; an arrow may have been lost. "
                            + (destination.to() == null
                                    ? "Say where it leads."
                                    : "The level it speaks of is taken to be where it leads; check it."),
                    route.spans.getFirst());
        }
        draft.routes.add(new RouteEntry(
                destination.from(),
                destination.to(),
                destination.stated(),
                route.requirements,
                route.opportunities,
                route.supports,
                draft.place(route.spans.getFirst()),
                draft.at(route.spans.stream().distinct().skip(1).toList())));
    }
}
