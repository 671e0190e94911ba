package org.espalier.pathway.closest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.espalier.framework.Demand;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RoleEntry;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody may want to go: a level of a version, or the role of a role profile.
 *
 * @param level null for the role
 */
public record Destination(
        FrameworkVersion version, @Nullable LevelEntry level) {
    /** By title, and the levels of a framework from the lowest up: this leaves no two equal. */
    static final Comparator<Destination> BY_NAME = Comparator.comparing(
                    (Destination one) -> one.version().title(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(one -> one.version().slug())
            .thenComparingInt(Destination::step);

    private int step() {
        return level == null ? -1 : version.levels().indexOf(level);
    }

    public boolean isRole() {
        return level == null;
    }

    /** What people call it. */
    public String name() {
        return level != null ? level.name() : role().map(RoleEntry::namedRole).orElseGet(version::title);
    }

    /** The career framework levels that the document itself states; nothing is derived (PRODUCT.md, rule 1). */
    public List<Integer> careerFrameworkLevels() {
        return level != null
                ? level.careerFrameworkLevels()
                : role().map(RoleEntry::careerFrameworkLevels).orElse(List.of());
    }

    /** The area of work that the document states. */
    public Optional<String> areaOfWork() {
        return role().map(RoleEntry::areaOfWork);
    }

    /** Everything it lists, added up as the version says (PRODUCT.md, rule 2), optional expectations among them. */
    public List<Statement> expectations() {
        return demand().expectations();
    }

    /** What it asks for. */
    public Demand demand() {
        return version.demandOf(level == null ? null : level.id());
    }

    private Optional<RoleEntry> role() {
        return Optional.ofNullable(version.document().role());
    }
}
