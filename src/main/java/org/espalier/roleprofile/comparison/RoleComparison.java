package org.espalier.roleprofile.comparison;

import java.util.List;
import org.espalier.kernel.TextComparison;
import org.espalier.roleprofile.comparison.RoleOrLevel.Asked;

/**
 * Two roles or levels side by side. Everything that either asks for stands in exactly one of the lists, in the order of
 * the first side, what only the second asks for in the order of the second. The other way round gives the mirror image.
 *
 * @param common asked for by both
 * @param otherLevel the same competency, asked for at another level of the same framework: another expectation
 *     (PRODUCT.md, rule 10)
 * @param alike worded alike, which makes them neither equal nor equivalent (rule 5)
 */
public record RoleComparison(
        RoleOrLevel here,
        RoleOrLevel there,
        List<Pair> common,
        List<Pair> otherLevel,
        List<Pair> alike,
        List<Asked> onlyHere,
        List<Asked> onlyThere) {
    public RoleComparison {
        common = List.copyOf(common);
        otherLevel = List.copyOf(otherLevel);
        alike = List.copyOf(alike);
        onlyHere = List.copyOf(onlyHere);
        onlyThere = List.copyOf(onlyThere);
    }

    /** Why two expectations stand beside each other. */
    public enum Because {
        SAME_STANDARD,
        SAME_STATEMENT,
        SAME_WORDS,
        SAME_COMPETENCY,
        ALIKE
    }

    /** An expectation of each side that belong together, and how their words differ. */
    public record Pair(Asked here, Asked there, Because because, TextComparison words) {
        Pair mirrored() {
            return new Pair(there, here, because, TextComparison.of(there.words(), here.words()));
        }
    }

    /** What the first side is called where nobody may take it for the second. */
    public String nameHere() {
        return name(here, there);
    }

    /** What the second side is called where nobody may take it for the first. */
    public String nameThere() {
        return name(there, here);
    }

    private static String name(RoleOrLevel side, RoleOrLevel other) {
        if (!side.name().equals(other.name())) {
            return side.name();
        }
        var title = side.version().title();
        if (!title.equals(other.version().title())) {
            return side.isRole() ? title : side.fullName();
        }
        return side.version().number() == other.version().number()
                ? side.name()
                : side.name() + " (" + side.version().number() + ")";
    }

    public int sizeHere() {
        return common.size() + otherLevel.size() + alike.size() + onlyHere.size();
    }

    public int sizeThere() {
        return common.size() + otherLevel.size() + alike.size() + onlyThere.size();
    }

    /** True when both ask for the same and nothing else. */
    public boolean isAllCommon() {
        return common.size() == sizeHere() && common.size() == sizeThere();
    }
}
