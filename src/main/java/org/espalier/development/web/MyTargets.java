package org.espalier.development.web;

import java.util.List;
import java.util.Optional;
import org.espalier.development.Target;
import org.espalier.development.Targets;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.person.Aim;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Finds what a person's page about a framework is about. */
@Component
class MyTargets {
    private final Targets targets;
    private final PublishedVersions versions;

    MyTargets(Targets targets, PublishedVersions versions) {
        this.targets = targets;
        this.versions = versions;
    }

    /** What the person aims for here; empty when they have not said. */
    Optional<MyTarget> find(PersonId person, String slug) {
        return targets.of(person, slug).map(target -> of(target, false));
    }

    /** What this aim asks for; empty when its version is gone. */
    Optional<MyTarget> of(Aim aim) {
        return targets.of(aim).map(target -> of(target, false));
    }

    /** Every version in which a person may have aimed for something here. */
    List<VersionId> versions(String slug) {
        return versions.versionsOf(slug).stream().map(PublishedVersion::id).toList();
    }

    /** This level of the version in force, when one is asked for; else what the person aims for. */
    Optional<MyTarget> find(PersonId person, String slug, @Nullable String level) {
        if (level == null) {
            return find(person, slug);
        }
        return Optional.of(targets.of(current(slug), level)
                .map(target -> of(target, true))
                .orElseThrow(() -> new Problem.NotFound("development.problem.noLevel")));
    }

    FrameworkVersion current(String slug) {
        return versions.current(slug).orElseThrow(() -> new Problem.NotFound("development.problem.noFramework"));
    }

    /** The page that asks for a target first. */
    String askForTarget(String slug, Model model) {
        var version = current(slug);
        model.addAttribute("version", version);
        return "development/web/noTarget";
    }

    private MyTarget of(Target target, boolean otherLevel) {
        var version = target.version();
        return new MyTarget(
                target,
                otherLevel,
                versions.current(version.slug())
                        .map(FrameworkVersion::number)
                        .filter(number -> number != version.number())
                        .orElse(null));
    }
}
