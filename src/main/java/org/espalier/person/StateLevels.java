package org.espalier.person;

import java.util.Map;
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
        levels.add(people.of(actor), version.id(), level, Map.of());
    }

    /**
     * A level for each pillar.
     *
     * @param byGroup by root group; a pillar that is left out is one in which they work at none of the levels
     */
    @Transactional
    public void byPillar(Actor actor, FrameworkVersion version, Map<String, String> byGroup) {
        var pillars = Pillar.of(version);
        byGroup.forEach((group, level) -> {
            if (pillars.stream().noneMatch(pillar -> pillar.group().id().equals(group) && pillar.has(level))) {
                throw noSuchLevel();
            }
        });
        levels.add(people.of(actor), version.id(), null, byGroup);
    }

    private static Problem noSuchLevel() {
        return new Problem.Invalid("This framework has no such level. Go back, load the page again and choose one.");
    }
}
