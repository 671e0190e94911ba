package org.espalier.development.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.espalier.assessment.Standings;
import org.espalier.development.Objective;
import org.espalier.development.PlanView;
import org.espalier.development.Target;
import org.espalier.development.conversation.ObjectiveShown.StatementShown;
import org.espalier.development.conversation.PackContent.GapShown;
import org.espalier.framework.VersionId;
import org.espalier.portfolio.EvidenceId;

/** What a person can pick for a pack besides evidence: their objectives and the parts of their gaps, each under a key. */
public record PackChoice(List<ObjectiveOption> objectives, List<GapOption> gaps) {
    private static final String EVIDENCE = "e-";

    public PackChoice {
        objectives = List.copyOf(objectives);
        gaps = List.copyOf(gaps);
    }

    /** The key of a piece of evidence among what was picked. */
    static String key(EvidenceId evidence) {
        return EVIDENCE + evidence;
    }

    /** The pieces of evidence among what was picked. */
    public static List<EvidenceId> evidence(Collection<String> keys) {
        return keys.stream()
                .filter(key -> key.startsWith(EVIDENCE))
                .map(key -> new EvidenceId(Long.parseLong(key.substring(EVIDENCE.length()))))
                .toList();
    }

    /** An objective to pick. */
    public record ObjectiveOption(String key, ObjectiveShown shown) {}

    /** A part of a gap to pick. */
    public record GapOption(String key, GapShown shown) {}

    static PackChoice of(PlanView plan, List<Target> targets, Map<VersionId, Standings> standings) {
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
        return new PackChoice(objectives, gaps);
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
        return objectives.isEmpty() && gaps.isEmpty();
    }

    /**
     * What these keys pick, in the order in which it can be picked; a key that names nothing is left out.
     *
     * @param evidence what goes along
     */
    public PackContent pick(Collection<String> keys, List<EvidenceShown> evidence) {
        return new PackContent(
                objectives.stream()
                        .filter(option -> keys.contains(option.key()))
                        .map(ObjectiveOption::shown)
                        .toList(),
                gaps.stream()
                        .filter(option -> keys.contains(option.key()))
                        .map(GapOption::shown)
                        .toList(),
                evidence);
    }
}
