package org.espalier.person.staff.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.espalier.organisation.PostId;
import org.espalier.organisation.Unit;
import org.espalier.organisation.UnitId;
import org.espalier.person.staff.importing.PlannedRow.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a file of people will change, row by row; nothing has been changed yet.
 *
 * @param newTeams units and teams that are not there yet, each after the one it is a part of
 * @param newPosts posts that are not there yet
 * @param reportsTo what posts will report to, new ones and others
 */
public record StaffPlan(
        List<PlannedRow> rows,
        List<Team> newTeams,
        List<PlannedPost> newPosts,
        Map<PlannedPost, PlannedPost> reportsTo,
        List<PlannedPerson> people) {

    public StaffPlan {
        rows = List.copyOf(rows);
        newTeams = List.copyOf(newTeams);
        newPosts = List.copyOf(newPosts);
        reportsTo = Map.copyOf(reportsTo);
        people = List.copyOf(people);
    }

    /**
     * A unit or team.
     *
     * @param key the lower-case names from below the organisation down to it
     * @param id null when it is not there yet
     */
    public record Team(
            List<String> key,
            String name,
            Unit.Kind kind,
            @Nullable UnitId id) {
        public Team {
            key = List.copyOf(key);
        }

        List<String> parent() {
            return key.subList(0, key.size() - 1);
        }
    }

    /**
     * A post.
     *
     * @param team the key of its team
     * @param key its lower-case title
     * @param id null when it is not there yet
     */
    public record PlannedPost(
            List<String> team,
            String key,
            String title,
            @Nullable PostId id) {
        public PlannedPost {
            team = List.copyOf(team);
        }
    }

    /** That somebody holds a post from a day on. */
    record Holding(PlannedPost post, LocalDate since) {}

    /**
     * Somebody whom rows are about.
     *
     * @param member null when they do not belong here yet
     * @param account their account when they have one and do not belong here
     * @param ends what they hold and the file does not name
     */
    record PlannedPerson(
            Outcome outcome,
            String staffNumber,
            String name,
            String email,
            @Nullable KnownMember member,
            @Nullable KnownAccount account,
            List<Holding> holds,
            List<PostId> ends) {}

    /** True when it can be carried out. */
    public boolean isPossible() {
        return count(Outcome.REFUSED) == 0;
    }

    /** True when carrying it out would change something. */
    public boolean changesSomething() {
        return rows.size() > count(Outcome.UNCHANGED) || !reportsTo.isEmpty() || !newPosts.isEmpty();
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
