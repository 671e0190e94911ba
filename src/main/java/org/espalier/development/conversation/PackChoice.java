package org.espalier.development.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.espalier.assessment.Standings;
import org.espalier.development.Objective;
import org.espalier.development.PlanView;
import org.espalier.development.Target;
import org.espalier.development.conversation.ObjectiveShown.StatementShown;
import org.espalier.development.conversation.PackContent.GapShown;
import org.espalier.framework.VersionId;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceOf;

/** What a person can pick for a pack: their objectives, the parts of their gaps and their evidence, each under a key. */
public record PackChoice(List<ObjectiveOption> objectives, List<GapOption> gaps, List<EvidenceOption> evidence) {
    public PackChoice {
        objectives = List.copyOf(objectives);
        gaps = List.copyOf(gaps);
        evidence = List.copyOf(evidence);
    }

    /** A piece of evidence to pick. */
    public record EvidenceOption(EvidenceOf.Item item) {
        public String key() {
            return "e-" + item.id();
        }
    }

    /** An objective to pick. */
    public record ObjectiveOption(String key, ObjectiveShown shown) {}

    /** A part of a gap to pick. */
    public record GapOption(String key, GapShown shown) {}

    static PackChoice of(
            PlanView plan, List<Target> targets, Map<VersionId, Standings> standings, List<EvidenceOf.Item> evidence) {
        var objectives = plan.plan().objectives().stream()
                .map(objective -> new ObjectiveOption(key(objective), ObjectiveShown.of(plan, objective)))
                .toList();
        var gaps = new ArrayList<GapOption>();
        for (var target : targets) {
            var standing = standings.get(target.version().id());
            if (standing != null) {
                for (var pillar : target.askedPillars()) {
                    gaps.add(gap(target, pillar, standing));
                }
            }
        }
        return new PackChoice(
                objectives, gaps, evidence.stream().map(EvidenceOption::new).toList());
    }

    private static String key(Objective objective) {
        return "o-" + objective.id();
    }

    private static GapOption gap(Target target, Target.Pillar pillar, Standings standings) {
        var version = target.version();
        var level = target.level();
        var group = pillar.group();
        return new GapOption(
                "g-" + version.id() + "-" + pillar.id(),
                new GapShown(
                        version.title(),
                        level == null ? null : level.name(),
                        group == null ? null : group.name(),
                        pillar.asked().stream()
                                .map(statement -> new StatementShown(
                                        PlanView.words(statement),
                                        version.level(statement.level())
                                                .map(one -> one.name())
                                                .orElse(""),
                                        "/frameworks/" + version.slug() + "/versions/" + version.number()
                                                + "/statements/" + statement.key(),
                                        standings.of(statement.id())))
                                .toList()));
    }

    public boolean isEmpty() {
        return objectives.isEmpty() && gaps.isEmpty() && evidence.isEmpty();
    }

    /**
     * What these keys pick, in the order in which it can be picked; a key that names nothing is left out.
     *
     * @param read reads a piece of evidence
     */
    public PackContent pick(Collection<String> keys, Function<EvidenceId, EvidenceShown> read) {
        return new PackContent(
                objectives.stream()
                        .filter(option -> keys.contains(option.key()))
                        .map(ObjectiveOption::shown)
                        .toList(),
                gaps.stream()
                        .filter(option -> keys.contains(option.key()))
                        .map(GapOption::shown)
                        .toList(),
                evidence.stream()
                        .filter(option -> keys.contains(option.key()))
                        .map(option -> read.apply(option.item().id()))
                        .toList());
    }
}
