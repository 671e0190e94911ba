package org.espalier.roleprofile.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.RoleCompetence;
import org.espalier.kernel.TextPairing;
import org.espalier.roleprofile.local.Additions.Competence;
import org.espalier.roleprofile.local.Additions.Note;
import org.jspecify.annotations.Nullable;

/**
 * What happens to local additions when the national profile they stand on is revised: what goes over by itself, and what
 * somebody has to decide. Its laws: nothing local is lost without a decision; onto the same version nothing changes; what
 * stays keeps its order.
 *
 * @param additions as they were
 * @param conflicts in the order of the additions, competences first
 */
public record Rebase(Additions additions, List<Conflict> conflicts) {
    public Rebase {
        conflicts = List.copyOf(conflicts);
    }

    /** Why somebody has to decide. */
    public enum Why {
        /** The competence that a note is about is not in the new version. */
        NOTED_COMPETENCE_GONE,
        /** The competence that a note is about says something else now. */
        NOTED_COMPETENCE_REWORDED,
        /** The national profile now asks for what was local. */
        LOCAL_IS_NATIONAL_NOW,
        /** The national profile now has the same standard under another title. */
        SAME_CODE_OTHER_TITLE,
        /** The national profile was withdrawn, and nothing stands in its place. */
        PROFILE_WITHDRAWN
    }

    /**
     * One thing to decide.
     *
     * @param number the competence's or note's; 0 for the additions as a whole
     * @param text what the organisation wrote
     * @param before the national competence in the version that the additions stand on
     * @param now the one in the new version
     * @param nearest for a note that lost its competence, the key of the one most like it, null when none is
     */
    public record Conflict(
            int number,
            Why why,
            String text,
            @Nullable RoleCompetence before,
            @Nullable RoleCompetence now,
            @Nullable String nearest) {

        /** What one can decide here. */
        public List<Choice> choices() {
            return switch (why) {
                case NOTED_COMPETENCE_GONE, NOTED_COMPETENCE_REWORDED -> List.of(Choice.KEEP, Choice.MOVE, Choice.DROP);
                case LOCAL_IS_NATIONAL_NOW, SAME_CODE_OTHER_TITLE, PROFILE_WITHDRAWN ->
                    List.of(Choice.KEEP, Choice.DROP);
            };
        }
    }

    /** What can be decided. A note that is kept though its competence is gone becomes one on the role as a whole. */
    public enum Choice {
        KEEP,
        MOVE,
        DROP
    }

    /**
     * What somebody decided.
     *
     * @param moveTo the key of the national competence that a note moves to, null unless it does
     */
    public record Decision(Choice choice, @Nullable String moveTo) {}

    /** @param next the new version; null when the profile was withdrawn */
    static Rebase onto(National base, @Nullable National next, Additions additions) {
        var conflicts = new ArrayList<Conflict>();
        if (next == null) {
            conflicts.add(new Conflict(0, Why.PROFILE_WITHDRAWN, "", null, null, null));
        } else {
            additions.competences().forEach(one -> of(one, base, next).ifPresent(conflicts::add));
            additions.notes().forEach(one -> of(one, base, next).ifPresent(conflicts::add));
        }
        return new Rebase(additions, conflicts);
    }

    private static Optional<Conflict> of(Competence local, National base, National next) {
        var other = next.otherTitle(local);
        if (other.isPresent() && isNew(base.otherTitle(local), other.get())) {
            return Optional.of(conflict(local, Why.SAME_CODE_OTHER_TITLE, other.get()));
        }
        return other.isPresent() || base.saying(local).isPresent()
                ? Optional.empty()
                : next.saying(local).map(now -> conflict(local, Why.LOCAL_IS_NATIONAL_NOW, now));
    }

    private static boolean isNew(Optional<RoleCompetence> before, RoleCompetence now) {
        return before.map(one -> !Additions.plain(one.entry().competence())
                        .equals(Additions.plain(now.entry().competence())))
                .orElse(true);
    }

    private static Conflict conflict(Competence local, Why why, RoleCompetence now) {
        return new Conflict(local.number(), why, local.text(), null, now, null);
    }

    private static Optional<Conflict> of(Note note, National base, National next) {
        var before = base.competence(note.about()).orElse(null);
        var now = next.competence(note.about()).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        if (now == null) {
            return Optional.of(new Conflict(
                    note.number(), Why.NOTED_COMPETENCE_GONE, note.text(), before, null, nearest(before, next)));
        }
        return before.statement().text().equals(now.statement().text())
                ? Optional.empty()
                : Optional.of(
                        new Conflict(note.number(), Why.NOTED_COMPETENCE_REWORDED, note.text(), before, now, null));
    }

    private static @Nullable String nearest(RoleCompetence gone, National next) {
        return TextPairing.of(
                        List.of(gone.statement().text()),
                        next.competences().stream()
                                .map(one -> one.statement().text())
                                .toList(),
                        TextPairing.REWORDED)
                .stream()
                .findFirst()
                .map(pair -> next.competences().get(pair.after()).statement().key())
                .orElse(null);
    }

    /** How many competences and notes go over by themselves. */
    public int merged() {
        return conflicts.stream().anyMatch(conflict -> conflict.why() == Why.PROFILE_WITHDRAWN)
                ? 0
                : additions.competences().size() + additions.notes().size() - conflicts.size();
    }

    /** The additions as decided. There must be a decision on every conflict. */
    Additions resolved(Map<Integer, Decision> decisions) {
        var resolved = additions;
        for (var conflict : conflicts) {
            var decision = decisions.get(conflict.number());
            if (decision == null || !conflict.choices().contains(decision.choice())) {
                throw new IllegalArgumentException("No decision on " + conflict);
            }
            resolved = switch (decision.choice()) {
                case KEEP ->
                    conflict.why() == Why.NOTED_COMPETENCE_GONE
                            ? resolved.changingNote(conflict.number(), note -> note.about(null))
                            : resolved;
                case MOVE -> resolved.changingNote(conflict.number(), note -> note.about(decision.moveTo()));
                case DROP ->
                    conflict.why() == Why.PROFILE_WITHDRAWN ? Additions.NONE : resolved.without(conflict.number());
            };
        }
        return resolved;
    }
}
