package org.espalier.pathway.titles;

import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.FrameworkVersion;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and takes out what people call roles and levels. Only authors do. */
@Component
public class NameRoles {
    public static final int SHORTEST = 2;
    public static final int LONGEST = 100;

    private final OtherNames names;

    NameRoles(OtherNames names) {
        this.names = names;
    }

    /** What came of it. */
    public enum Result {
        ADDED,
        MISSING,
        TOO_LONG,
        THERE_ALREADY
    }

    /**
     * Adds a name.
     *
     * @param level null for the role of a role profile
     */
    @Transactional
    public Result add(Actor actor, FrameworkVersion version, @Nullable String level, String words) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        var exists = level == null
                ? !version.expectationsOfRole().isEmpty()
                : version.level(level).isPresent();
        if (!exists) {
            throw new Problem.Invalid("pathway.titles.problem.noPlace");
        }
        var bare = words.strip().replaceAll("\\s+", " ");
        if (bare.length() < SHORTEST || bare.codePoints().noneMatch(Character::isLetter)) {
            return Result.MISSING;
        }
        if (bare.length() > LONGEST) {
            return Result.TOO_LONG;
        }
        return names.add(version.slug(), level, bare, actor.account()) ? Result.ADDED : Result.THERE_ALREADY;
    }

    /** Takes a name out; it stays in the history. */
    @Transactional
    public OtherName remove(Actor actor, FrameworkVersion version, long id) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        var name =
                names.find(version.slug(), id).orElseThrow(() -> new Problem.NotFound("pathway.titles.problem.noName"));
        names.remove(name, actor.account());
        return name;
    }
}
