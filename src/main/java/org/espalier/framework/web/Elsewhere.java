package org.espalier.framework.web;

import java.util.List;
import java.util.Objects;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.TextComparison;

/**
 * Where else a statement stands.
 *
 * @param levels other levels of the same version that say the same in the same group
 * @param versions other versions that have a statement under the same key, newest first
 */
record Elsewhere(List<AtLevel> levels, List<InVersion> versions) {

    /** The same words at another level: another expectation (PRODUCT.md, rule 10). */
    record AtLevel(LevelEntry level, Statement statement) {}

    /**
     * The same expectation in another version.
     *
     * @param words what changed from that version to this one
     */
    record InVersion(int number, TextComparison words) {}

    static Elsewhere of(FrameworkVersion version, Statement statement, List<FrameworkVersion> every) {
        var levels = version.statements().stream()
                .filter(other -> !other.equals(statement)
                        && !other.text().isEmpty()
                        && other.text().equals(statement.text())
                        && Objects.equals(other.group(), statement.group()))
                .flatMap(other -> version.level(other.level()).map(level -> new AtLevel(level, other)).stream())
                .toList();
        var versions = every.stream()
                .filter(other -> other.number() != version.number())
                .flatMap(other -> other
                        .statement(statement.key())
                        .map(there -> new InVersion(other.number(), TextComparison.of(there.text(), statement.text())))
                        .stream())
                .toList();
        return new Elsewhere(levels, versions);
    }
}
