package org.espalier.development;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.person.Aim;
import org.espalier.person.Aims;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people aim for, laid out. Nothing personal is kept: a target is the same for everybody who has it. */
@Component
public class Targets {
    private static final int IN_MEMORY = 500;

    private final Aims aims;
    private final PublishedVersions versions;
    private final Cache<Place, Optional<Target>> known =
            Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

    Targets(Aims aims, PublishedVersions versions) {
        this.aims = aims;
        this.versions = versions;
    }

    private record Place(VersionId version, @Nullable String level) {}

    /** What a person aims for in the framework at this address, in the version they chose it in. One SQL statement. */
    public Optional<Target> of(PersonId person, String slug) {
        return aims.under(person, slug).flatMap(this::of);
    }

    /** What an aim asks for. */
    public Optional<Target> of(Aim aim) {
        return versions.find(aim.version()).flatMap(version -> of(version, aim.level()));
    }

    /**
     * A level of a version, or its role.
     *
     * @param level null for the role of a role profile
     */
    public Optional<Target> of(FrameworkVersion version, @Nullable String level) {
        return known.get(
                new Place(version.id(), level),
                place -> level == null ? Target.ofRole(version) : Target.ofLevel(version, level));
    }
}
