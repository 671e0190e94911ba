package org.espalier.roleprofile.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.framework.Requirement;
import org.espalier.framework.RequirementSentence;
import org.espalier.framework.format.RoleEntry.Layer;
import org.espalier.framework.format.RoleEntry.Row;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;

/**
 * A job description and person specification drafted from a profile. Every line names its source, and what the employer
 * adds is called theirs; pay stands in it only when they have typed it.
 */
final class JobDescriptionPaper {
    private final PrintedRole printed;
    private final Employer employer;
    private final PageFrame frame;
    private final List<Block> blocks = new ArrayList<>();

    private JobDescriptionPaper(PrintedRole printed, Employer employer, PageFrame frame) {
        this.printed = printed;
        this.employer = employer;
        this.frame = frame;
    }

    /** What an employer adds for one download; nothing of it is kept. */
    record Employer(String name, String place, String reportsTo, String pay) {
        Employer {
            name = sent(name);
            place = sent(place);
            reportsTo = sent(reportsTo);
            pay = sent(pay);
        }

        private static String sent(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    static Paper of(PrintedRole printed, Employer employer, PageFrame frame) {
        return new JobDescriptionPaper(printed, employer, frame).written();
    }

    private Paper written() {
        printed.notes(frame).forEach(note -> blocks.add(new Paragraph(Line.of(Run.bold(note)))));
        blocks.add(Paragraph.of(frame.t("roleprofile.jd.drafted", printed.reference(frame))));
        facts();
        purpose();
        responsibilities();
        personSpecification();
        development();
        ProfilePaper.sources(printed, blocks, frame);
        return ProfilePaper.paper(
                printed, frame.t("roleprofile.jd.title", printed.roleName()), "roleprofile.jd.about", blocks, frame);
    }

    private void facts() {
        var role = printed.role();
        var lines = new ArrayList<List<Line>>();
        var theirs = frame.t("roleprofile.jd.source.employer");
        fact(lines, "roleprofile.jd.employer", employer.name(), theirs);
        fact(lines, "roleprofile.jd.place", employer.place(), theirs);
        fact(lines, "roleprofile.jd.reportsTo", employer.reportsTo(), theirs);
        fact(lines, "roleprofile.jd.pay", employer.pay(), theirs);
        var facts = frame.t("roleprofile.jd.source.facts");
        fact(lines, "roleprofile.facts.namedRole", role.namedRole(), facts);
        fact(lines, "roleprofile.facts.area", role.areaOfWork(), facts);
        if (!role.careerFrameworkLevels().isEmpty()) {
            fact(
                    lines,
                    "roleprofile.facts.levels",
                    frame.t("roleprofile.paper.level", frame.messages().list(role.careerFrameworkLevels())),
                    facts);
        }
        blocks.add(new Table(
                frame.t("roleprofile.part.facts"),
                List.of(
                        frame.t("roleprofile.paper.fact"),
                        frame.t("roleprofile.jd.what"),
                        frame.t("roleprofile.jd.source")),
                List.of(26, 46, 28),
                lines));
    }

    private void fact(List<List<Line>> lines, String key, @Nullable String fact, String source) {
        if (fact != null && !fact.isBlank()) {
            lines.add(List.of(Line.of(frame.t(key)), Line.of(fact), Line.of(source)));
        }
    }

    private void purpose() {
        var scope = printed.role().scope();
        if (!scope.isEmpty()) {
            blocks.add(new Heading(2, frame.t("roleprofile.jd.purpose")));
            var lines = new ArrayList<List<Line>>();
            for (var n = 0; n < scope.size(); n++) {
                lines.add(line(scope.get(n), frame.t("roleprofile.jd.source.scope", n + 1)));
            }
            blocks.add(sourced(frame.t("roleprofile.jd.purpose.table"), lines));
        }
    }

    /** What is particular to the role comes first: it is what somebody reads a job description for. */
    private void responsibilities() {
        blocks.add(new Heading(2, frame.t("roleprofile.jd.responsibilities")));
        for (var layer : List.of(Layer.ROLE_SPECIFIC, Layer.FACET, Layer.LOCALITY, Layer.CORE)) {
            printed.sections().stream()
                    .filter(section -> section.layer() == layer)
                    .filter(section -> !section.entries().isEmpty())
                    .forEach(section -> blocks.add(sourced(section.title(), competences(section))));
        }
    }

    private List<List<Line>> competences(Section section) {
        return section.entries().stream()
                .map(entry -> line(ProfilePaper.words(entry, frame), printed.source(section, entry, frame)))
                .toList();
    }

    private void personSpecification() {
        blocks.add(new Heading(2, frame.t("roleprofile.jd.person")));
        var lines = new ArrayList<List<Line>>();
        var experience = printed.role().experienceRequired();
        if (experience != null) {
            lines.add(line(experience, frame.t("roleprofile.jd.source.experience")));
        }
        var requirement = Requirement.of(printed.role().requirements());
        requirement.ifPresent(one -> {
            var parts = one instanceof Requirement.AllOf(var all) ? all : List.of(one);
            for (var part : parts) {
                lines.add(line(
                        RequirementSentence.of(part, frame.messages()), frame.t("roleprofile.jd.source.requirements")));
            }
        });
        if (lines.isEmpty()) {
            blocks.add(Paragraph.of(frame.t("roleprofile.jd.person.none")));
        } else {
            blocks.add(sourced(frame.t("roleprofile.jd.person.needed"), lines));
        }
        blocks.add(Paragraph.of(frame.t("roleprofile.jd.person.competences")));
    }

    private void development() {
        var lines = new ArrayList<List<Line>>();
        development(printed.role().learning(), "roleprofile.part.learning", lines);
        development(printed.role().cpd(), "roleprofile.part.cpd", lines);
        if (!lines.isEmpty()) {
            blocks.add(new Heading(2, frame.t("roleprofile.jd.development")));
            blocks.add(Paragraph.of(frame.t("roleprofile.paper.indicative")));
            blocks.add(sourced(frame.t("roleprofile.jd.development.table"), lines));
        }
    }

    /** What a profile leaves empty is nothing to offer. */
    private void development(List<Row> rows, String source, List<List<Line>> lines) {
        rows.stream()
                .filter(row -> !ProfilePaper.isEmpty(row))
                .map(row -> row.title().replaceAll("[\\s:]+$", "") + ": " + ProfilePaper.contents(row, frame))
                .forEach(words -> lines.add(line(words, frame.t(source))));
    }

    private Table sourced(String caption, List<List<Line>> lines) {
        return new Table(
                caption,
                List.of(frame.t("roleprofile.jd.what"), frame.t("roleprofile.jd.source")),
                List.of(68, 32),
                lines);
    }

    private static List<Line> line(String words, String source) {
        return List.of(Line.of(words), Line.of(source));
    }
}
