package org.espalier.person;

import static java.util.Collections.disjoint;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says at which level one works. Everything said before stays. */
@Component
public class StateLevels {
    private final People people;
    private final CurrentLevels levels;

    StateLevels(People people, CurrentLevels levels) {
        this.people = people;
        this.levels = levels;
    }

    /**
     * The same in every pillar.
     *
     * @param level null for none of the levels
     */
    @Transactional
    public void everywhere(Actor actor, FrameworkVersion version, @Nullable String level) {
        if (level != null && version.level(level).isEmpty()) {
            throw noSuchLevel();
        }
        levels.add(people.of(actor), version.id(), level);
    }

    /**
     * Pillar by pillar; of a pillar that is in neither they say nothing.
     *
     * @param byGroup the level, by root group
     * @param atNone the root groups in which they work at none of the levels
     */
    @Transactional
    public void byPillar(Actor actor, FrameworkVersion version, Map<String, String> byGroup, Set<String> atNone) {
        var pillars = Pillar.of(version).stream()
                .collect(toMap(pillar -> pillar.group().id(), identity()));
        byGroup.forEach((group, level) -> {
            var pillar = pillars.get(group);
            if (pillar == null || !pillar.has(level)) {
                throw noSuchLevel();
            }
        });
        if (!pillars.keySet().containsAll(atNone) || !disjoint(byGroup.keySet(), atNone)) {
            throw noSuchLevel();
        }
        levels.add(people.of(actor), version.id(), byGroup, atNone);
    }

    private static Problem noSuchLevel() {
        return new Problem.Invalid("person.problem.noLevel");
    }
}
