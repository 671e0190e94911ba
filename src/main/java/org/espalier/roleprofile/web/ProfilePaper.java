package org.espalier.roleprofile.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.framework.Requirement;
import org.espalier.framework.RequirementSentence;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Row;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;

/** A role profile on paper, in the order of the standard template: facts, scope, competences, learning, development. */
final class ProfilePaper {
    private final PrintedRole printed;
    private final PageFrame frame;
    private final List<Block> blocks = new ArrayList<>();

    private ProfilePaper(PrintedRole printed, PageFrame frame) {
        this.printed = printed;
        this.frame = frame;
    }

    static Paper of(PrintedRole printed, PageFrame frame) {
        return new ProfilePaper(printed, frame).written();
    }

    private Paper written() {
        printed.notes(frame).forEach(note -> blocks.add(new Paragraph(Line.of(Run.bold(note)))));
        facts();
        scope();
        printed.sections().forEach(this::section);
        rows("roleprofile.part.learning", printed.role().learning());
        rows("roleprofile.part.cpd", printed.role().cpd());
        time();
        sources(printed, blocks, frame);
        return paper(printed, printed.title(), "roleprofile.paper.profile.about", blocks, frame);
    }

    /** What the letters beside the competences stand for. */
    static void sources(PrintedRole printed, List<Block> blocks, PageFrame frame) {
        var legend = printed.legend(frame);
        if (!legend.isEmpty()) {
            blocks.add(new Heading(2, frame.t("roleprofile.paper.sources")));
            blocks.add(new Bullets(legend.stream().map(Line::of).toList()));
        }
    }

    /** Puts what every paper about a role carries around its blocks. */
    static Paper paper(PrintedRole printed, String title, String about, List<Block> blocks, PageFrame frame) {
        return new Paper(
                printed.isWhole() ? title : frame.t("roleprofile.paper.partOf", title),
                Objects.requireNonNullElse(printed.document().language(), frame.language()),
                frame.t(about, printed.reference(frame)),
                printed.isWhole()
                        ? printed.reference(frame)
                        : frame.t("roleprofile.paper.partOf", printed.reference(frame)),
                frame.t("roleprofile.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private void facts() {
        var role = printed.role();
        var facts = new LinkedHashMap<String, @Nullable String>();
        facts.put("roleprofile.facts.namedRole", role.namedRole());
        facts.put("roleprofile.facts.area", role.areaOfWork());
        facts.put("roleprofile.facts.experience", role.experienceRequired());
        facts.put(
                "roleprofile.part.requirements",
                Requirement.of(role.requirements())
                        .map(one -> RequirementSentence.of(one, frame.messages()))
                        .orElse(null));
        facts.put(
                "roleprofile.facts.levels",
                role.careerFrameworkLevels().isEmpty()
                        ? null
                        : frame.t("roleprofile.paper.level", frame.messages().list(role.careerFrameworkLevels())));
        facts.put(
                "roleprofile.optional",
                role.minimumOptional() == 0
                        ? null
                        : frame.t(
                                "roleprofile.paper.minimum",
                                role.minimumOptional(),
                                printed.document().optionalAt(null)));
        facts.put("roleprofile.facts.publisher", printed.document().publisher());
        blocks.add(factTable(frame, facts));
    }

    /** Facts that are stated, one a line. */
    static Table factTable(PageFrame frame, LinkedHashMap<String, @Nullable String> facts) {
        var lines = new ArrayList<List<Line>>();
        facts.forEach((key, fact) -> {
            if (fact != null && !fact.isBlank()) {
                lines.add(List.of(Line.of(frame.t(key)), Line.of(fact)));
            }
        });
        return new Table(
                frame.t("roleprofile.part.facts"),
                List.of(frame.t("roleprofile.paper.fact"), frame.t("roleprofile.paper.said")),
                List.of(28, 72),
                lines);
    }

    private void scope() {
        if (!printed.role().scope().isEmpty()) {
            blocks.add(new Heading(2, frame.t("roleprofile.facts.scope")));
            printed.role().scope().forEach(paragraph -> blocks.add(Paragraph.of(paragraph)));
        }
    }

    private void section(Section section) {
        blocks.add(new Heading(2, section.title()));
        blocks.add(Paragraph.of(frame.t("roleprofile.layer." + section.layer())));
        section.notes().forEach(note -> blocks.add(Paragraph.of(note)));
        if (section.entries().isEmpty()) {
            blocks.add(Paragraph.of(frame.t("roleprofile.paper.empty")));
        }
        if (!section.entries().isEmpty()) {
            blocks.add(table(section));
        }
    }

    /** One column of the table of a layer, which is left out where nothing stands in it. */
    private record Column(String heading, int width, List<String> cells) {
        boolean saysSomething() {
            return cells.stream().anyMatch(cell -> !cell.isEmpty());
        }
    }

    /** In the template's columns, each competence with the number by which papers drawn up from it name it. */
    private Table table(Section section) {
        var entries = section.entries();
        var columns = Stream.of(
                        new Column(
                                frame.t("roleprofile.paper.number"),
                                7,
                                IntStream.rangeClosed(1, entries.size())
                                        .mapToObj(Integer::toString)
                                        .toList()),
                        new Column(
                                frame.t("roleprofile.standard.principle"), 22, said(entries, ProfilePaper::principle)),
                        new Column(frame.t("roleprofile.standard.function"), 27, said(entries, Competence::function)),
                        new Column(
                                frame.t("roleprofile.paper.competence"),
                                44,
                                entries.stream()
                                        .map(entry -> words(entry, frame))
                                        .toList()),
                        new Column(
                                frame.t("roleprofile.paper.from"),
                                20,
                                entries.stream()
                                        .map(entry ->
                                                printed.takenFrom(entry, frame).orElse(""))
                                        .toList()))
                .filter(Column::saysSomething)
                .toList();
        var whole = columns.stream().mapToInt(Column::width).sum();
        return new Table(
                section.title(),
                columns.stream().map(Column::heading).toList(),
                columns.stream().map(column -> column.width() * 100 / whole).toList(),
                IntStream.range(0, entries.size())
                        .mapToObj(n -> columns.stream()
                                .map(column -> Line.of(column.cells().get(n)))
                                .toList())
                        .toList());
    }

    /** What each says; nothing where it says the same as the one before, as in the template. */
    private static List<String> said(List<Competence> entries, Function<Competence, @Nullable String> of) {
        var said = new ArrayList<String>();
        var before = "";
        for (var entry : entries) {
            var now = Objects.requireNonNullElse(of.apply(entry), "");
            said.add(now.equals(before) ? "" : now);
            before = now;
        }
        return said;
    }

    private static @Nullable String principle(Competence competence) {
        var principle = competence.principle();
        var code = competence.principleCode();
        return principle == null || code == null ? principle : code + " " + principle;
    }

    /** A competence with all that governs it (PRODUCT.md, rule 16). */
    static String words(Competence competence, PageFrame frame) {
        var words = String.join(
                " ",
                Stream.of(competence.qualifier(), competence.leadIn(), competence.competence())
                        .filter(one -> one != null)
                        .toList());
        return competence.optional() ? words + " (" + frame.t("roleprofile.optional") + ")" : words;
    }

    private void rows(String heading, List<Row> rows) {
        if (!rows.isEmpty()) {
            blocks.add(new Heading(2, frame.t(heading)));
            blocks.add(Paragraph.of(frame.t("roleprofile.paper.indicative")));
            blocks.add(new Table(
                    frame.t(heading),
                    List.of(frame.t("roleprofile.row.title"), frame.t("roleprofile.row.items")),
                    List.of(32, 68),
                    rows.stream()
                            .map(row -> List.of(Line.of(row.title()), Line.of(contents(row, frame))))
                            .toList()));
        }
    }

    static boolean isEmpty(Row row) {
        return row.items().isEmpty()
                && row.minimum() == null
                && row.frequency() == null
                && row.impact() == null
                && row.funding() == null;
    }

    static String contents(Row row, PageFrame frame) {
        var lines = new ArrayList<>(row.items());
        said(lines, "roleprofile.row.minimum", row.minimum(), frame);
        said(lines, "roleprofile.row.frequency", row.frequency(), frame);
        said(lines, "roleprofile.row.impact", row.impact(), frame);
        said(lines, "roleprofile.row.funding", row.funding(), frame);
        return lines.isEmpty() ? frame.t("roleprofile.row.empty") : String.join("\n", lines);
    }

    private static void said(List<String> lines, String key, @Nullable String text, PageFrame frame) {
        if (text != null) {
            lines.add(frame.t(key) + ": " + text);
        }
    }

    private void time() {
        var mix = printed.role().pillarMix();
        if (mix != null) {
            blocks.add(new Heading(2, frame.t("roleprofile.part.time")));
            blocks.add(Paragraph.of(
                    frame.t("roleprofile.paper.time", frame.messages().date(LocalDate.parse(mix.asOf())))));
            blocks.add(new Bullets(mix.shares().stream()
                    .map(share -> Line.of(frame.t("roleprofile.time.share", share.pillar(), share.percent())))
                    .toList()));
        }
    }
}
