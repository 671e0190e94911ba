package org.espalier.roleprofile.comparison;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares any two roles or levels. As no published version ever changes, the last few hundred are remembered. */
@Component
public class RoleComparisons {
    private final Cache<Question, RoleComparison> remembered =
            Caffeine.newBuilder().maximumSize(300).build();

    private record Question(
            VersionId here,
            @Nullable String level,
            VersionId there,
            @Nullable String otherLevel) {}

    public RoleComparison compare(RoleOrLevel here, RoleOrLevel there) {
        return remembered.get(
                new Question(here.version().id(), id(here), there.version().id(), id(there)),
                question -> Comparing.compare(here, there));
    }

    private static @Nullable String id(RoleOrLevel side) {
        LevelEntry level = side.level();
        return level == null ? null : level.id();
    }
}
