package org.espalier.development.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Tally;
import org.espalier.development.GapAnalysis;
import org.espalier.development.GapAnalysis.PillarGap;
import org.espalier.development.GapAnalysis.RungGap;
import org.espalier.development.Target.Pillar;
import org.espalier.framework.Statement;
import org.espalier.framework.format.LevelEntry;
import org.espalier.person.StatedLevels;
import org.jspecify.annotations.Nullable;

/**
 * The spiky profile: levels rise from bottom to top, pillars stand side by side, and each expectation is a leaf on the
 * stem with the symbol of its standing. Never averaged (PRODUCT.md, rule 3).
 *
 * @param rows highest level first; a single row for a role
 */
record Profile(List<Pillar> pillars, List<Row> rows) {

    /**
     * One level.
     *
     * @param level null for a role
     * @param target true for the level aimed for
     * @param here true when the person says they work at this level in every pillar
     */
    record Row(@Nullable LevelEntry level, boolean target, boolean here, List<Cell> cells) {}

    /**
     * One pillar at one level.
     *
     * @param asked true when the target asks for it
     * @param here true when the person says they work at this level in this pillar, and elsewhere in others
     * @param optional true when all that stands here is optional
     * @param growth how much of the stem is grown: 0 nothing is met, 1 something, 2 all of it
     */
    record Cell(
            Tally tally,
            boolean asked,
            boolean here,
            boolean optional,
            int growth,
            List<Leaf> leaves,
            int width,
            int height) {}

    /** One expectation in the picture, in units of the picture. */
    record Leaf(Standing standing, int x, int y) {}

    static final int LEAF = 16;
    private static final int PITCH = 20;
    private static final int STEM = 14;
    private static final int FEW = 12;
    private static final List<Standing> ORDER = List.of(
            Standing.VERIFIED,
            Standing.SELF_ASSESSED,
            Standing.PARTLY,
            Standing.NOT_YET,
            Standing.EXPIRED,
            Standing.UNKNOWN,
            Standing.NOT_APPLICABLE);

    static Profile of(GapAnalysis gap, @Nullable StatedLevels stated) {
        var pillars = gap.pillars();
        var rows = new ArrayList<Row>();
        var levels = gap.target().version().levels();
        if (gap.target().level() == null) {
            rows.add(row(null, pillars, gap, stated));
        } else {
            levels.reversed().forEach(level -> rows.add(row(level, pillars, gap, stated)));
        }
        return new Profile(pillars.stream().map(PillarGap::pillar).toList(), rows);
    }

    private static Row row(
            @Nullable LevelEntry level, List<PillarGap> pillars, GapAnalysis gap, @Nullable StatedLevels stated) {
        var everywhere = stated != null
                && level != null
                && !stated.differs()
                && level.id().equals(stated.whole());
        return new Row(
                level,
                Objects.equals(level, gap.target().level()),
                everywhere,
                pillars.stream()
                        .map(pillar ->
                                cell(rung(pillar, level), level != null && isHere(stated, pillar.pillar(), level)))
                        .toList());
    }

    private static boolean isHere(@Nullable StatedLevels stated, Pillar pillar, LevelEntry level) {
        return stated != null
                && stated.differs()
                && stated.in(pillar.id()).filter(level.id()::equals).isPresent();
    }

    private static RungGap rung(PillarGap pillar, @Nullable LevelEntry level) {
        return pillar.rungs().stream()
                .filter(rung -> Objects.equals(rung.rung().level(), level))
                .findFirst()
                .orElseThrow();
    }

    private static Cell cell(RungGap rung, boolean here) {
        var tally = rung.tally();
        var open = tally.total() - tally.count(Standing.NOT_APPLICABLE);
        var growth = tally.met() == 0 ? 0 : tally.met() < open ? 1 : 2;
        var side = tally.total() <= FEW ? 2 : tally.total() <= 3 * FEW ? 3 : 4;
        var leaves = new ArrayList<Leaf>(tally.total());
        for (var standing : ORDER) {
            for (var n = 0; n < tally.count(standing); n++) {
                leaves.add(leaf(standing, leaves.size(), side));
            }
        }
        var rows = (tally.total() + 2 * side - 1) / (2 * side);
        var statements = rung.rung().statements();
        return new Cell(
                tally,
                rung.rung().asked(),
                here,
                !statements.isEmpty() && statements.stream().allMatch(Statement::optional),
                growth,
                leaves,
                2 * side * PITCH + STEM,
                rows * PITCH);
    }

    /** Leaves grow in pairs, left and right of the stem, from the stem outwards and from the top row down. */
    private static Leaf leaf(Standing standing, int index, int side) {
        var row = index / (2 * side);
        var place = index % (2 * side);
        var out = place / 2;
        var middle = side * PITCH;
        var x = place % 2 == 0 ? middle - (out + 1) * PITCH + 2 : middle + STEM + out * PITCH + 2;
        return new Leaf(standing, x, row * PITCH + 2);
    }
}
