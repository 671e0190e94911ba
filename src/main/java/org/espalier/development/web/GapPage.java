package org.espalier.development.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.assessment.Standing;
import org.espalier.development.GapAnalysis;
import org.espalier.development.GapAnalysis.PillarGap;
import org.espalier.development.Target.Rung;
import org.espalier.development.Target.Section;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.jspecify.annotations.Nullable;

/** The expectations of a gap as they stand on its page, filtered. */
record GapPage(MyTarget mine, GapAnalysis gap, Show show, Profile profile, List<PillarList> pillars, boolean hasPlan) {

    /** Which expectations to list. */
    enum Show {
        ALL("all"),
        GAPS("gaps"),
        UNANSWERED("unanswered"),
        MET("met");

        private final String slug;

        Show(String slug) {
            this.slug = slug;
        }

        String slug() {
            return slug;
        }

        /** Everything, for a word that is no filter. */
        static Show ofSlug(@Nullable String slug) {
            for (var show : values()) {
                if (show.slug.equals(slug)) {
                    return show;
                }
            }
            return ALL;
        }

        boolean includes(Standing standing) {
            return switch (this) {
                case ALL -> true;
                case GAPS -> standing.isGap();
                case UNANSWERED -> standing == Standing.UNKNOWN;
                case MET -> standing.isMet();
            };
        }

        int count(GapAnalysis gap) {
            var tally = gap.tally();
            return switch (this) {
                case ALL -> gap.target().size();
                case GAPS -> tally.gaps();
                case UNANSWERED -> tally.unanswered();
                case MET -> tally.met();
            };
        }
    }

    /** A pillar with what is listed of it. */
    record PillarList(PillarGap gap, List<SectionList> sections) {

        /** True when the target asks for more than one level of it, so that each needs its name. */
        boolean addsUp() {
            return gap.pillar().rungs().stream().filter(Rung::asked).count() > 1;
        }
    }

    /** A section with what is listed of it. */
    record SectionList(Section section, List<Line> lines) {}

    /**
     * @param choosable true when there is something to do about it, in the plan or by a sign-off: it does apply, and no
     *     assessor has signed it off
     * @param planned true when an open objective is about it
     * @param later true when it is expected only after consolidation, which still runs
     * @param reworded true when nothing has been said of it since its words changed, and it was met before
     */
    record Line(
            Statement statement,
            Standing standing,
            boolean choosable,
            boolean planned,
            boolean later,
            boolean reworded) {}

    static GapPage of(MyTarget mine, GapAnalysis gap, Show show, Profile profile, Set<StatementId> planned) {
        var pillars = new ArrayList<PillarList>();
        for (var pillar : gap.askedPillars()) {
            var sections = sections(pillar, gap, show, planned);
            if (!sections.isEmpty()) {
                pillars.add(new PillarList(pillar, sections));
            }
        }
        return new GapPage(mine, gap, show, profile, pillars, !planned.isEmpty());
    }

    private static List<SectionList> sections(PillarGap pillar, GapAnalysis gap, Show show, Set<StatementId> planned) {
        var sections = new ArrayList<SectionList>();
        for (var rung : pillar.pillar().rungs()) {
            if (rung.asked()) {
                for (var section : rung.sections()) {
                    var lines = lines(section, gap, show, planned);
                    if (!lines.isEmpty()) {
                        sections.add(new SectionList(section, lines));
                    }
                }
            }
        }
        return sections;
    }

    private static List<Line> lines(Section section, GapAnalysis gap, Show show, Set<StatementId> planned) {
        var lines = new ArrayList<Line>(section.statements().size());
        for (var statement : section.statements()) {
            var standing = gap.standing(statement);
            var later = gap.isLater(statement);
            if (show == Show.ALL || !later && !gap.isBeside(statement) && show.includes(standing)) {
                var isPlanned = planned.contains(statement.id());
                var open = standing != Standing.VERIFIED && standing != Standing.NOT_APPLICABLE;
                var reworded = standing == Standing.UNKNOWN
                        && gap.standings().inOtherWords(statement.id()).isMet();
                lines.add(new Line(statement, standing, open, isPlanned, later, reworded));
            }
        }
        return lines;
    }

    /** How many of the expectations listed can be chosen. */
    long choosable() {
        return pillars.stream()
                .flatMap(pillar -> pillar.sections().stream())
                .flatMap(section -> section.lines().stream())
                .filter(Line::choosable)
                .count();
    }

    /** The first pillar with an answer missing; null when all is answered. */
    @Nullable
    PillarGap firstUnanswered() {
        return gap.askedPillars().stream()
                .filter(pillar -> pillar.tally().unanswered() > 0)
                .findFirst()
                .orElse(null);
    }

    String address(Show other) {
        return other == Show.ALL ? mine.gap() : mine.gap() + "?show=" + other.slug();
    }
}
