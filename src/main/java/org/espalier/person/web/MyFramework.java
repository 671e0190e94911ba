package org.espalier.person.web;

import java.util.List;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.LevelEntry;
import org.espalier.person.Aim;
import org.espalier.person.AimStep;
import org.espalier.person.Pillar;
import org.espalier.person.StatedLevels;
import org.jspecify.annotations.Nullable;

/**
 * A framework or role profile as one person works with it.
 *
 * @param stated where they say they stand, null before they have been asked
 * @param aim what they aim for in it, null before they have chosen
 * @param steps what they can do towards the aim
 * @param outdated true when the version is no longer the one in force
 */
record MyFramework(
        FrameworkVersion version,
        @Nullable StatedLevels stated,
        @Nullable Aim aim,
        List<AimStep> steps,
        boolean outdated) {

    /** True when there is something in it to aim for. */
    static boolean canBeAimedAt(FrameworkVersion version) {
        return isRole(version)
                ? !version.expectationsOfRole().isEmpty()
                : !version.levels().isEmpty();
    }

    /** True when it is aimed at as a whole, whatever level it names: a role profile, or a document without levels. */
    static boolean isRole(FrameworkVersion version) {
        return version.document().kind() == Kind.ROLE_PROFILE
                || version.levels().isEmpty();
    }

    /** What a role is called: its named role, or the title of its profile. */
    static String roleName(FrameworkVersion version) {
        return Optional.ofNullable(version.document().role())
                .flatMap(role -> Optional.ofNullable(role.namedRole()))
                .orElse(version.title());
    }

    String address() {
        return "/me/frameworks/" + version.slug();
    }

    /** True when one stands at a level of it and aims for another. */
    boolean hasLevels() {
        return !isRole(version);
    }

    List<Pillar> pillars() {
        return Pillar.of(version);
    }

    /** The one level at which they say they work; null when it differs, is none, or has not been said. */
    @Nullable
    String wholeLevel() {
        return stated == null ? null : levelName(stated.whole());
    }

    boolean differs() {
        return stated != null && stated.differs();
    }

    boolean isStated(Pillar pillar) {
        return stated != null && stated.isStated(pillar.group().id());
    }

    /** The level in a pillar; null when they work at none there, or have not said. */
    @Nullable
    String levelIn(Pillar pillar) {
        return stated == null ? null : levelName(stated.in(pillar.group().id()).orElse(null));
    }

    /** The name of the level or role that they aim for; null when they have chosen none. */
    @Nullable
    String aimName() {
        if (aim == null) {
            return null;
        }
        return aim.level() == null ? roleName(version) : levelName(aim.level());
    }

    /** The first step that is not finished. */
    @Nullable
    AimStep next() {
        return steps.stream().filter(step -> !step.finished()).findFirst().orElse(null);
    }

    private @Nullable String levelName(@Nullable String id) {
        return version.level(id).map(LevelEntry::name).orElse(null);
    }
}
