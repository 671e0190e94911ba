package org.espalier.person.staff.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.organisation.PostId;
import org.espalier.organisation.Structure;
import org.espalier.person.staff.importing.StaffPlan.PlannedPost;
import org.jspecify.annotations.Nullable;

/** The posts that are there, those that a file names besides, and what they report to. */
final class Posts {
    private record Key(List<String> team, String title) {}

    private final Map<Key, PlannedPost> all = new LinkedHashMap<>();
    private final Map<PostId, PlannedPost> existing = new HashMap<>();
    private final Map<PlannedPost, PlannedPost> before = new HashMap<>();
    private final Map<PlannedPost, PlannedPost> stated = new LinkedHashMap<>();
    private final Set<PlannedPost> used = new LinkedHashSet<>();

    Posts(Structure structure, Teams teams) {
        for (var post : structure.posts()) {
            var planned = new PlannedPost(teams.key(post.unit()), Teams.lower(post.title()), post.title(), post.id());
            all.put(new Key(planned.team(), planned.key()), planned);
            existing.put(post.id(), planned);
        }
        for (var post : structure.posts()) {
            if (post.reportsTo() != null) {
                var above = existing.get(post.reportsTo());
                var planned = existing.get(post.id());
                if (above != null && planned != null) {
                    before.put(planned, above);
                }
            }
        }
    }

    /** The post with this title in a team; a new one when there is none. */
    PlannedPost name(List<String> team, String title) {
        var post = all.computeIfAbsent(
                new Key(team, Teams.lower(title)), key -> new PlannedPost(key.team(), key.title(), title, null));
        used.add(post);
        return post;
    }

    /** The post with this title in that team; null when there is none. */
    @Nullable
    PlannedPost find(List<String> team, String title) {
        return all.get(new Key(team, Teams.lower(title)));
    }

    /** The nearest post with this title that is not the post itself: in its team, else in the units above. */
    @Nullable
    PlannedPost nearest(PlannedPost post, String title) {
        for (var length = post.team().size(); length >= 0; length--) {
            var found = find(post.team().subList(0, length), title);
            if (found != null && !found.equals(post)) {
                return found;
            }
        }
        return null;
    }

    @Nullable
    PlannedPost existing(PostId id) {
        return existing.get(id);
    }

    /** Notes what a post reports to; false when another row has said something else. */
    boolean report(PlannedPost post, PlannedPost above) {
        return above.equals(stated.computeIfAbsent(post, first -> above));
    }

    /** True when a post would report to itself, through others. */
    boolean goesRound(PlannedPost post) {
        var seen = new HashSet<PlannedPost>();
        for (var at = above(post); at != null; at = above(at)) {
            if (at.equals(post)) {
                return true;
            }
            if (!seen.add(at)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable PlannedPost above(PlannedPost post) {
        var said = stated.get(post);
        return said == null ? before.get(post) : said;
    }

    /** Those that are not there yet. */
    List<PlannedPost> missing() {
        return used.stream().filter(post -> post.id() == null).toList();
    }

    /** What is said about reporting and is not so yet. */
    Map<PlannedPost, PlannedPost> changes() {
        var changes = new LinkedHashMap<PlannedPost, PlannedPost>();
        stated.forEach((post, above) -> {
            if (!above.equals(before.get(post))) {
                changes.put(post, above);
            }
        });
        return changes;
    }

    boolean isChanged(PlannedPost post) {
        var said = stated.get(post);
        return said != null && !said.equals(before.get(post));
    }
}
