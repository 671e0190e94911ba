package org.espalier.person;

import java.util.List;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets what one aims for, or gives it up. Answers that were given on the way stay, and so does the history. */
@Component
public class SetAim {
    private final People people;
    private final Aims aims;
    private final PublishedVersions versions;

    SetAim(People people, Aims aims, PublishedVersions versions) {
        this.people = people;
        this.aims = aims;
        this.versions = versions;
    }

    /**
     * Aims for a level, or for the role of a role profile, in place of what they aimed for in this framework before.
     *
     * @param level null for the role
     */
    @Transactional
    public void to(Actor actor, FrameworkVersion version, @Nullable String level) {
        var exists = level == null
                ? !version.expectationsOfRole().isEmpty()
                : version.level(level).isPresent();
        if (!exists) {
            throw new Problem.Invalid("person.problem.noTarget");
        }
        aims.set(people.of(actor), version.id(), level, versionsOf(version.slug()));
    }

    @Transactional
    public void givenUp(Actor actor, String slug) {
        aims.end(people.of(actor), versionsOf(slug));
    }

    private List<VersionId> versionsOf(String slug) {
        return versions.versionsOf(slug).stream().map(PublishedVersion::id).toList();
    }
}
