package org.espalier.roleprofile.composing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.espalier.framework.format.RequirementEntry;
import org.jspecify.annotations.Nullable;

/**
 * Edits a tree of requirements so that it never holds an empty group or a group of one. A part is named by its path from
 * the root: {@code ""} is the root, {@code "1.0"} the first part of its second.
 */
public final class RequirementTree {
    private RequirementTree() {}

    /** How a new part joins one that is there. */
    public enum Joint {
        /** Both are needed. */
        AND,
        /** One of the two will do. */
        OR
    }

    /** The part at a path. */
    public static Optional<RequirementEntry> at(@Nullable RequirementEntry root, String path) {
        return root == null ? Optional.empty() : at(root, steps(path));
    }

    private static Optional<RequirementEntry> at(RequirementEntry entry, List<Integer> steps) {
        if (steps.isEmpty()) {
            return Optional.of(entry);
        }
        var parts = parts(entry);
        var step = steps.getFirst();
        return step < 0 || step >= parts.size()
                ? Optional.empty()
                : at(parts.get(step), steps.subList(1, steps.size()));
    }

    /** A new part beside the one at this path; the only one when there is none yet. */
    public static RequirementEntry join(
            @Nullable RequirementEntry root, String path, Joint joint, RequirementEntry part) {
        if (root == null) {
            return part;
        }
        return tidy(replaced(root, steps(path), there -> group(joint, List.of(there, part))));
    }

    /** Another part where one stood. */
    public static RequirementEntry replace(RequirementEntry root, String path, RequirementEntry part) {
        return tidy(replaced(root, steps(path), there -> part));
    }

    /** The tree without a part; null when nothing is left. */
    public static @Nullable RequirementEntry remove(RequirementEntry root, String path) {
        var steps = steps(path);
        if (steps.isEmpty()) {
            return null;
        }
        return tidy(replaced(root, steps.subList(0, steps.size() - 1), group -> {
            var parts = new ArrayList<>(parts(group));
            parts.remove((int) steps.getLast());
            return parts.size() == 1 ? parts.getFirst() : group(joint(group), parts);
        }));
    }

    private interface Edit {
        RequirementEntry of(RequirementEntry entry);
    }

    private static RequirementEntry replaced(RequirementEntry entry, List<Integer> steps, Edit edit) {
        if (steps.isEmpty()) {
            return edit.of(entry);
        }
        var parts = new ArrayList<>(parts(entry));
        var step = steps.getFirst();
        parts.set(step, replaced(parts.get(step), steps.subList(1, steps.size()), edit));
        return group(joint(entry), parts);
    }

    /** A group inside a group of the same kind is none. */
    private static RequirementEntry tidy(RequirementEntry entry) {
        if (parts(entry).isEmpty()) {
            return entry;
        }
        var parts = new ArrayList<RequirementEntry>();
        for (var part : parts(entry)) {
            var tidied = tidy(part);
            if (!parts(tidied).isEmpty() && joint(tidied) == joint(entry)) {
                parts.addAll(parts(tidied));
            } else {
                parts.add(tidied);
            }
        }
        return group(joint(entry), parts);
    }

    /** What a group holds; nothing for a single thing. */
    public static List<RequirementEntry> parts(RequirementEntry entry) {
        return entry.anyOf().isEmpty() ? entry.allOf() : entry.anyOf();
    }

    /** How a group's parts are joined. */
    public static Joint joint(RequirementEntry group) {
        return group.anyOf().isEmpty() ? Joint.AND : Joint.OR;
    }

    private static RequirementEntry group(Joint joint, List<RequirementEntry> parts) {
        return joint == Joint.AND ? RequirementEntry.all(parts) : RequirementEntry.any(parts);
    }

    private static List<Integer> steps(String path) {
        return path.isEmpty()
                ? List.of()
                : Arrays.stream(path.split("\\.")).map(Integer::valueOf).toList();
    }
}
