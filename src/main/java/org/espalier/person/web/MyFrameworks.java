package org.espalier.person.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.Aim;
import org.espalier.person.AimStep;
import org.espalier.person.AimSteps;
import org.espalier.person.Aims;
import org.espalier.person.CurrentLevels;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings together what a person's own pages show of the frameworks they work with. */
@Component
class MyFrameworks {
    private final People people;
    private final Aims aims;
    private final CurrentLevels levels;
    private final PublishedVersions versions;
    private final ObjectProvider<AimSteps> steps;

    MyFrameworks(
            People people,
            Aims aims,
            CurrentLevels levels,
            PublishedVersions versions,
            ObjectProvider<AimSteps> steps) {
        this.people = people;
        this.aims = aims;
        this.levels = levels;
        this.versions = versions;
        this.steps = steps;
    }

    /** Those in which the person aims for something, the last chosen first. */
    List<MyFramework> aimedAt(Actor actor) {
        var person = people.of(actor);
        var all = aims.of(person);
        var stated = levels.of(person);
        var towards = steps(person, all);
        return all.stream()
                .flatMap(aim -> versions.find(aim.version()).stream()
                        .map(version -> new MyFramework(
                                version,
                                stated.get(version.id()),
                                aim,
                                towards.getOrDefault(aim, List.of()),
                                isOutdated(version))))
                .toList();
    }

    /** The one at this address: in the version in which the person aims for something, else in the one in force. */
    MyFramework at(Actor actor, String slug) {
        var person = people.of(actor);
        var aim = aims.under(person, slug).orElse(null);
        var version = aim == null ? inForce(slug) : versions.find(aim.version()).orElseThrow();
        return in(person, version, aim);
    }

    /** The one at this address in the version in force, which is what new answers are about. */
    MyFramework inForce(Actor actor, String slug) {
        var person = people.of(actor);
        var version = inForce(slug);
        return in(person, version, aims.of(person, version.id()).orElse(null));
    }

    /** Every published framework and role that one can aim for, frameworks with levels first, then by title. */
    List<FrameworkVersion> toChooseFrom() {
        return versions.allCurrent().stream()
                .filter(MyFramework::canBeAimedAt)
                .sorted(Comparator.comparing(MyFramework::isRole))
                .toList();
    }

    private MyFramework in(PersonId person, FrameworkVersion version, @Nullable Aim aim) {
        return new MyFramework(
                version,
                levels.of(person, version.id()).orElse(null),
                aim,
                aim == null ? List.of() : steps(person, List.of(aim)).getOrDefault(aim, List.of()),
                isOutdated(version));
    }

    private FrameworkVersion inForce(String slug) {
        return versions.current(slug)
                .filter(MyFramework::canBeAimedAt)
                .orElseThrow(() -> new Problem.NotFound("person.problem.noFramework"));
    }

    private boolean isOutdated(FrameworkVersion version) {
        return versions.describe(version.id()).map(entry -> !entry.isInForce()).orElse(true);
    }

    private Map<Aim, List<AimStep>> steps(PersonId person, List<Aim> all) {
        var found = new HashMap<Aim, List<AimStep>>();
        if (!all.isEmpty()) {
            steps.orderedStream().forEach(some -> some.towards(person, all)
                    .forEach((aim, more) -> found.merge(aim, more, MyFrameworks::inOrder)));
        }
        return found;
    }

    private static List<AimStep> inOrder(List<AimStep> some, List<AimStep> more) {
        return Stream.concat(some.stream(), more.stream())
                .sorted(Comparator.comparingInt(AimStep::order))
                .toList();
    }
}
