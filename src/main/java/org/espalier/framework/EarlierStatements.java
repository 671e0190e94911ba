package org.espalier.framework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which statements of earlier versions a version holds still, word for word or in other words. Worked out once for each
 * version, for neither it nor those before it ever change.
 */
@Component
public class EarlierStatements {
    private static final int IN_MEMORY = 500;

    private final PublishedVersions versions;
    private final Cache<VersionId, Earlier> known =
            Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

    public EarlierStatements(PublishedVersions versions) {
        this.versions = versions;
    }

    /**
     * @param versions those before this one
     * @param same this one’s statement for each of theirs that says the same word for word
     * @param reworded this one’s statement for each of theirs whose words have changed since
     */
    public record Earlier(
            Set<VersionId> versions, Map<StatementId, StatementId> same, Map<StatementId, StatementId> reworded) {
        private static final Earlier NONE = new Earlier(Set.of(), Map.of(), Map.of());

        public Earlier {
            versions = Set.copyOf(versions);
            same = Map.copyOf(same);
            reworded = Map.copyOf(reworded);
        }
    }

    /** What stood in earlier versions already; costs SQL only for versions that nobody has read yet. */
    public Earlier of(VersionId version) {
        var described = versions.describe(version).orElse(null);
        if (described == null || described.number() == 1) {
            return Earlier.NONE;
        }
        return known.get(version, id -> find(described));
    }

    private Earlier find(PublishedVersion described) {
        var later = versions.find(described.id()).orElseThrow();
        var earlier = new HashSet<VersionId>();
        var same = new HashMap<StatementId, StatementId>();
        var reworded = new HashMap<StatementId, StatementId>();
        for (var before : versions.every(described.slug())) {
            if (before.number() < later.number()) {
                var succession = new Succession(before, later);
                earlier.add(before.id());
                same.putAll(succession.all(Succession.Fate.SAME));
                reworded.putAll(succession.all(Succession.Fate.REWORDED));
            }
        }
        return new Earlier(earlier, same, reworded);
    }
}
