package org.espalier.pathway.closest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What names the same demand in two places: the code of a national standard, and the published statement that a role's
 * competence was taken from. Whoever is signed off in one place may have it recognised in the other; that is an assessor's
 * decision.
 */
final class Sources {
    private Sources() {}

    /** For each statement of a version, in order, what it is and where it comes from. */
    static List<List<String>> of(FrameworkVersion version) {
        var sources = new ArrayList<List<String>>();
        for (var statement : version.statements()) {
            sources.add(List.of(statement(version.slug(), version.number(), statement.key())));
        }
        // a role's competences follow the document's own statements, in order
        var place = version.document().statements().size();
        for (var competence : version.competences()) {
            var all = new ArrayList<>(sources.get(place));
            standard(competence.entry().code()).ifPresent(all::add);
            origin(competence.entry()).filter(source -> !all.contains(source)).ifPresent(all::add);
            sources.set(place++, List.copyOf(all));
        }
        return List.copyOf(sources);
    }

    /** A number for each source that more than one statement has: the others lead nowhere. */
    static Map<String, Integer> sharedBy(List<List<List<String>>> versions) {
        var once = new HashSet<String>();
        var numbers = new HashMap<String, Integer>();
        for (var version : versions) {
            for (var statement : version) {
                for (var source : statement) {
                    if (!once.add(source)) {
                        numbers.putIfAbsent(source, numbers.size());
                    }
                }
            }
        }
        return numbers;
    }

    private static Optional<String> origin(Competence competence) {
        var origin = competence.origin();
        return origin == null ? Optional.empty() : standard(origin.standard()).or(() -> quoted(origin));
    }

    private static Optional<String> quoted(Origin origin) {
        var framework = origin.framework();
        var version = origin.version();
        if (framework == null || version == null) {
            return Optional.empty();
        }
        var key = origin.statement();
        return Optional.of(
                key != null
                        ? statement(framework, version, key)
                        : "group " + framework + " " + version + " " + origin.group() + " " + origin.level());
    }

    private static Optional<String> standard(@Nullable String code) {
        return Optional.ofNullable(code)
                .map(one -> one.replaceAll("\\s+", "").toUpperCase(Locale.ROOT))
                .filter(one -> !one.isEmpty())
                .map(one -> "standard " + one);
    }

    private static String statement(String framework, int version, String key) {
        return "statement " + framework + " " + version + " " + key;
    }
}
