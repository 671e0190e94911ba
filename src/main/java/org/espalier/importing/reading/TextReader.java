package org.espalier.importing.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Block.Line;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;

/**
 * Plain text as it comes out of a PDF or a web page: paragraphs wrapped or not, bullets, tables held together by tabs,
 * strokes or spaces, and whatever Markdown or HTML was left in it.
 */
final class TextReader {

    private static final Pattern HASHES = Pattern.compile("\\s{0,3}(#{1,6})\\s+(.*?)[\\s#]*");
    private static final Pattern WORDLESS = Pattern.compile("[^\\p{L}\\p{N}]*");
    private static final Pattern CODED = Pattern.compile(
            "\\s*(?<over>\\p{Lu}?\\d{1,2}(?:\\.\\d{1,3}){0,2})\\.(?<last>\\d{1,3})(?<letter>[a-z]?)[.):]?\\s+(?<text>\\p{L}.*)");
    private static final int NEAR = 15;
    private static final Pattern UNDERLINE = Pattern.compile("\\s{0,3}(={3,}|-{3,})\\s*");

    private final List<SourceLine> lines;
    private final Wrapping wrapping;
    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Bullet> list = new ArrayDeque<>();
    private int at;

    private TextReader(List<SourceLine> lines) {
        this.lines = lines;
        this.wrapping = Wrapping.of(lines);
    }

    static DocumentOutline read(String text) {
        var lines = TextLines.of(text);
        return new DocumentOutline(Format.TEXT, lines, blocks(lines));
    }

    static List<Block> blocks(List<SourceLine> lines) {
        return Tidying.text(new TextReader(lines).read());
    }

    private List<Block> read() {
        while (at < lines.size()) {
            if (blank(at)) {
                at++;
            } else if (!heading() && !table() && !item() && !rule()) {
                paragraph();
            }
        }
        return blocks;
    }

    private String raw(int index) {
        return lines.get(index).text();
    }

    private boolean blank(int index) {
        return index >= lines.size() || Wording.blank(raw(index));
    }

    private Span span(int from, int to) {
        return new Span(from + 1, to);
    }

    private boolean heading() {
        var hashes = HASHES.matcher(raw(at));
        if (hashes.matches() && !Wording.plain(hashes.group(2)).isEmpty()) {
            add(new Block.Heading(hashes.group(1).length(), Wording.plain(hashes.group(2)), span(at, at + 1)));
            at++;
            return true;
        }
        if (at + 1 < lines.size()
                && UNDERLINE.matcher(raw(at + 1)).matches()
                && PipeTable.cells(raw(at)).size() < 2
                && Bullet.at(raw(at)).isEmpty()
                && HeadingLook.alike(Wording.plain(raw(at)))) {
            add(new Block.Heading(
                    raw(at + 1).strip().startsWith("=") ? 1 : 2, Wording.plain(raw(at)), span(at, at + 2)));
            at += 2;
            return true;
        }
        return false;
    }

    private boolean table() {
        var end = PipeTable.end(lines, at);
        if (end > at) {
            add(PipeTable.read(lines, at, end));
            at = end;
            return true;
        }
        end = TabTable.end(lines, at);
        if (end > at) {
            add(TabTable.read(lines, at, end));
            at = end;
            return true;
        }
        end = AlignedTable.end(lines, at);
        if (end > at) {
            add(AlignedTable.read(lines, at, end));
            at = end;
            return true;
        }
        return false;
    }

    /** A line without a letter or a number that is no bullet waiting for its text. */
    private boolean rule() {
        if (!WORDLESS.matcher(raw(at)).matches()) {
            return false;
        }
        blocks.add(new Block.Furniture(Block.Furniture.Kind.PAGE_FURNITURE, Wording.spaced(raw(at)), span(at, at + 1)));
        at++;
        return true;
    }

    private boolean item() {
        var bullet = bulletAt(at);
        if (bullet.isEmpty()) {
            return false;
        }
        var first = at;
        var text = new ArrayList<Line>();
        var ends = new ArrayList<String>();
        if (Wording.plain(bullet.get().rest()).isEmpty()) {
            var next = blank(at + 1) ? at + 2 : at + 1;
            if (blank(next) || structural(next)) {
                return false;
            }
            at = next;
            take(raw(at), text, ends);
        } else {
            take(bullet.get().rest(), text, ends);
        }
        at++;
        var depth = depth(bullet.get());
        while (at < lines.size() && !blank(at) && !structural(at) && !wrapping.endsItem(at - 1, bullet.get(), first)) {
            take(raw(at), text, ends);
            at++;
        }
        cutByBlankLines(text, ends);
        blocks.add(new Block.ListItem(depth, bullet.get().marker(), Wording.joined(text, ends), text, span(first, at)));
        return true;
    }

    /** A sure bullet, or a doubtful one where running text cannot be meant. */
    private Optional<Bullet> bulletAt(int index) {
        return Bullet.at(raw(index)).filter(bullet -> {
            if (bullet.sure()) {
                return true;
            }
            if (Wording.plain(bullet.rest()).isEmpty()) {
                return false;
            }
            var underHeading = underHeading(index);
            if (bullet.kind().equals("o")) {
                return bullet.textIndent() - bullet.indent() > 2
                        || bullet.indent() > 0
                        || underHeading
                        || Character.isUpperCase(Wording.plain(bullet.rest()).codePointAt(0))
                        || sameKindBefore(bullet);
            }
            return underHeading
                    || (bullet.opensList() && rightBelowHeading(index))
                    || index == 0
                    || blank(index - 1)
                    || !list.isEmpty()
                    || Wrapping.ends(raw(index - 1))
                    || HASHES.matcher(raw(index - 1)).matches()
                    || (!blank(index + 1)
                            && Bullet.at(raw(index + 1))
                                    .filter(next -> next.kind().equals(bullet.kind()))
                                    .isPresent());
        });
    }

    /** Whether the line above was read as a heading. */
    private boolean rightBelowHeading(int index) {
        return !blocks.isEmpty()
                && blocks.getLast() instanceof Block.Heading heading
                && heading.span().last() == index;
    }

    /** Whether the line above stands alone and looks like a heading; a dash below that is no part of a sentence. */
    private boolean underHeading(int index) {
        return index > 0
                && !blank(index - 1)
                && (index == 1 || blank(index - 2))
                && HeadingLook.alike(Wording.plain(raw(index - 1)));
    }

    /** Whether a line begins with a number in several parts that counts on from its neighbours', such as "2.1.3". */
    private boolean coded(int index) {
        if (index >= lines.size()) {
            return false;
        }
        var code = CODED.matcher(raw(index));
        return code.matches()
                && (Character.isUpperCase(code.group("text").codePointAt(0)) || counts(index, over(code), last(code)));
    }

    /** Whether a line near by has the number before or after this one. */
    private boolean counts(int index, String over, int number) {
        for (var i = Math.max(0, index - NEAR); i < Math.min(lines.size(), index + NEAR); i++) {
            var other = CODED.matcher(raw(i));
            if (other.matches() && over(other).equals(over) && Math.abs(last(other) - number) == 1) {
                return true;
            }
        }
        return false;
    }

    /** All of a number but its last part: "2.1" of "2.1.3" and of "2.1b". */
    private static String over(Matcher code) {
        return code.group("letter").isEmpty() ? code.group("over") : code.group("over") + "." + code.group("last");
    }

    /** The last part of a number: 3 of "2.1.3" and 2 of "2.1b". */
    private static int last(Matcher code) {
        return code.group("letter").isEmpty()
                ? Integer.parseInt(code.group("last"))
                : code.group("letter").charAt(0) - 'a' + 1;
    }

    private boolean sameKindBefore(Bullet bullet) {
        return list.stream().anyMatch(open -> open.kind().equals(bullet.kind()));
    }

    private int depth(Bullet bullet) {
        while (!list.isEmpty() && list.element().indent() > bullet.indent() + 1) {
            list.pop();
        }
        if (sameKindBefore(bullet)
                && list.stream()
                        .anyMatch(open ->
                                open.kind().equals(bullet.kind()) && Math.abs(open.indent() - bullet.indent()) <= 1)) {
            while (!list.element().kind().equals(bullet.kind())) {
                list.pop();
            }
            return list.size() - 1;
        }
        list.push(bullet);
        return list.size() - 1;
    }

    private void paragraph() {
        var first = at;
        var text = new ArrayList<Line>();
        var ends = new ArrayList<String>();
        do {
            take(raw(at), text, ends);
            at++;
        } while (at < lines.size()
                && !blank(at)
                && !structural(at)
                && bulletAt(at).isEmpty()
                && !wrapping.endsParagraph(at - 1, first));
        var alone = text.size() == 1;
        if (alone && HeadingLook.alike(text.getFirst().text())) {
            add(new Block.Heading(0, text.getFirst().text(), span(first, at)));
            return;
        }
        cutByBlankLines(text, ends);
        add(new Block.Paragraph(Wording.joined(text, ends), text, span(first, at)));
    }

    /** Takes what follows blank lines when a page cut a sentence there. */
    private void cutByBlankLines(List<Line> text, List<String> ends) {
        while (true) {
            var next = at;
            while (next < lines.size() && blank(next)) {
                next++;
            }
            if (next == at
                    || next >= lines.size()
                    || !wrapping.cutBefore(at - 1, next)
                    || structural(next)
                    || bulletAt(next).isPresent()) {
                return;
            }
            at = next;
            do {
                take(raw(at), text, ends);
                at++;
            } while (at < lines.size()
                    && !blank(at)
                    && !structural(at)
                    && bulletAt(at).isEmpty()
                    && !wrapping.endsParagraph(at - 1, next));
        }
    }

    private void take(String line, List<Line> text, List<String> ends) {
        text.add(new Line(at + 1, Wording.plain(line).replaceFirst("^\\uFFFD+ ?", "")));
        ends.add(line);
    }

    private boolean structural(int index) {
        return HASHES.matcher(raw(index)).matches()
                || PipeTable.end(lines, index) > index
                || TabTable.end(lines, index) > index
                || AlignedTable.end(lines, index) > index
                || Bullet.at(raw(index)).filter(Bullet::sure).isPresent()
                || (!list.isEmpty() && bulletAt(index).isPresent())
                || coded(index)
                || WORDLESS.matcher(raw(index)).matches();
    }

    private void add(Block block) {
        list.clear();
        blocks.add(block);
    }
}
