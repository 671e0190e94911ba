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
     * @param from the older of the two versions
     * @param words what changed from the older version to the newer
     */
    record InVersion(int number, int from, int to, TextComparison words) {

        static InVersion of(int number, String there, int own, String here) {
            return number < own
                    ? new InVersion(number, number, own, TextComparison.of(there, here))
                    : new InVersion(number, own, number, TextComparison.of(here, there));
        }
    }

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
                        .map(there -> InVersion.of(other.number(), there.text(), version.number(), statement.text()))
                        .stream())
                .toList();
        return new Elsewhere(levels, versions);
    }
}
