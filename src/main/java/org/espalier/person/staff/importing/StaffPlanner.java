package org.espalier.person.staff.importing;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.espalier.access.EmailAddress;
import org.espalier.organisation.PostId;
import org.espalier.person.staff.DateText;
import org.espalier.person.staff.importing.PlannedRow.Outcome;
import org.espalier.person.staff.importing.StaffPlan.Holding;
import org.espalier.person.staff.importing.StaffPlan.PlannedPerson;
import org.espalier.person.staff.importing.StaffPlan.PlannedPost;
import org.jspecify.annotations.Nullable;

/**
 * Plans what a file of people changes. People are known by their staff number; several rows with the same number are
 * several posts of one person. Pure: the same rows and the same state give the same plan.
 */
final class StaffPlanner {
    private static final String TAKEN_FOR_FORMULAS = "=+-@";

    private final Known known;
    private final Teams teams;
    private final Posts posts;
    private final Map<String, KnownMember> byNumber = new HashMap<>();
    private final Map<String, KnownMember> byAddress = new HashMap<>();
    private final Map<String, KnownAccount> accounts;
    private final Map<StaffRow, List<Remark>> refusals = new LinkedHashMap<>();
    private final Map<StaffRow, PlannedPost> postOf = new HashMap<>();
    private final Map<StaffRow, List<Remark>> remarks = new HashMap<>();

    private StaffPlanner(Known known) {
        this.known = known;
        this.teams = new Teams(known.structure());
        this.posts = new Posts(known.structure(), teams);
        for (var member : known.members()) {
            if (member.staffNumber() != null) {
                byNumber.put(upper(member.staffNumber()), member);
            }
            byAddress.put(member.email(), member);
        }
        this.accounts =
                known.accounts().stream().collect(toMap(KnownAccount::email, Function.identity(), (one, other) -> one));
    }

    static StaffPlan plan(List<StaffRow> rows, Known known) {
        return new StaffPlanner(known).plan(rows);
    }

    private StaffPlan plan(List<StaffRow> rows) {
        rows.forEach(this::checkCells);
        rows.forEach(row -> teams.announce(row.get(StaffColumn.TEAM)));
        rows.forEach(this::placePost);
        rows.forEach(this::placeManager);
        rows.stream()
                .filter(row -> postOf.containsKey(row) && posts.goesRound(post(row)))
                .forEach(row -> refuse(row, "circle"));
        var people = new ArrayList<PlannedPerson>();
        var outcomes = new HashMap<StaffRow, Outcome>();
        var addresses = new HashMap<String, String>();
        for (var group : byStaffNumber(rows)) {
            var person = person(group, addresses);
            for (var row : group) {
                outcomes.put(row, refusals.containsKey(row) || person == null ? Outcome.REFUSED : person.outcome());
            }
            if (person != null) {
                people.add(person);
            }
        }
        return new StaffPlan(
                rows.stream()
                        .map(row -> new PlannedRow(row, outcomes.getOrDefault(row, Outcome.REFUSED), remarksOn(row)))
                        .toList(),
                teams.missing(usedTeams()),
                posts.missing(),
                posts.changes(),
                people);
    }

    private List<Remark> remarksOn(StaffRow row) {
        return refusals.getOrDefault(row, remarks.getOrDefault(row, List.of()));
    }

    private Set<List<String>> usedTeams() {
        var used = new LinkedHashSet<List<String>>();
        postOf.values().forEach(post -> used.add(post.team()));
        return used;
    }

    private static List<List<StaffRow>> byStaffNumber(List<StaffRow> rows) {
        var groups = new LinkedHashMap<String, List<StaffRow>>();
        for (var row : rows) {
            var number = upper(row.get(StaffColumn.STAFF_NUMBER));
            groups.computeIfAbsent(number.isEmpty() ? "row " + row.number() : number, first -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(groups.values());
    }

    private void checkCells(StaffRow row) {
        row.cells().forEach((column, cell) -> {
            if (!cell.isEmpty() && TAKEN_FOR_FORMULAS.indexOf(cell.charAt(0)) >= 0) {
                refuse(row, "formula", column.heading(), cell.substring(0, 1));
            }
            if (cell.length() > column.longest()) {
                refuse(row, "long", column.heading(), Integer.toString(column.longest()));
            }
        });
        for (var column : List.of(StaffColumn.STAFF_NUMBER, StaffColumn.NAME)) {
            if (row.get(column).isEmpty()) {
                refuse(row, "missing", column.heading());
            }
        }
        var email = row.get(StaffColumn.EMAIL);
        if (!email.isEmpty() && EmailAddress.in(email).isEmpty()) {
            refuse(row, "email", email);
        }
        var since = row.get(StaffColumn.IN_POST_SINCE);
        if (!since.isEmpty() && DateText.in(since).isEmpty()) {
            refuse(row, "date", since);
        }
    }

    private void placePost(StaffRow row) {
        var title = row.get(StaffColumn.POST);
        if (refusals.containsKey(row)) {
            return;
        }
        if (title.isEmpty()) {
            for (var column : List.of(StaffColumn.TEAM, StaffColumn.REPORTS_TO, StaffColumn.IN_POST_SINCE)) {
                if (!row.get(column).isEmpty()) {
                    refuse(row, "noPost", column.heading());
                    return;
                }
            }
            return;
        }
        var team = teams.find(row.get(StaffColumn.TEAM), true);
        if (team.key() == null) {
            refuse(row, team.refusal());
        } else {
            postOf.put(row, posts.name(team.key(), title));
        }
    }

    private void placeManager(StaffRow row) {
        var title = row.get(StaffColumn.REPORTS_TO);
        var post = postOf.get(row);
        if (title.isEmpty() || post == null) {
            return;
        }
        var inTeam = row.get(StaffColumn.REPORTS_TO_TEAM);
        PlannedPost above;
        if (inTeam.isEmpty()) {
            above = posts.nearest(post, title);
        } else {
            var team = teams.find(inTeam, false);
            if (team.key() == null) {
                refuse(row, team.refusal());
                return;
            }
            above = posts.find(team.key(), title);
        }
        if (above == null) {
            refuse(row, inTeam.isEmpty() ? "manager.none" : "manager.notThere", title, inTeam);
        } else if (!posts.report(post, above)) {
            refuse(row, "manager.conflict", post.title());
        } else if (posts.isChanged(post)) {
            remark(row, "reports", above.title());
        }
    }

    /** What comes of the person whom these rows are about; null when a row of theirs is refused. */
    private @Nullable PlannedPerson person(List<StaffRow> rows, Map<String, String> addresses) {
        var first = rows.getFirst();
        var number = first.get(StaffColumn.STAFF_NUMBER);
        var email = address(first);
        for (var row : rows) {
            if (!address(row).equals(email)
                    || !row.get(StaffColumn.NAME).equalsIgnoreCase(first.get(StaffColumn.NAME))) {
                refuse(row, "otherPerson", number, Integer.toString(first.number()));
            }
        }
        var numbered = byNumber.get(upper(number));
        var addressed = byAddress.get(email);
        if (!email.isEmpty() && !number.isEmpty()) {
            var other = addresses.putIfAbsent(email, upper(number));
            if (other != null && !other.equals(upper(number))) {
                refuse(first, "emailTwice", email, other);
            }
        }
        if (addressed != null && addressed != numbered) {
            if (numbered != null || addressed.staffNumber() != null) {
                var has = addressed.staffNumber() == null ? "" : addressed.staffNumber();
                refuse(first, has.isEmpty() ? "emailOfOther" : "emailHere", email, has);
            }
        }
        var member = numbered == null ? addressed : numbered;
        if (member == null && first.get(StaffColumn.EMAIL).isEmpty()) {
            refuse(first, "missing", StaffColumn.EMAIL.heading());
        }
        var account = member == null ? accounts.get(email) : null;
        if (account != null && account.disabled()) {
            refuse(first, "disabled", email);
        }
        if (rows.stream().anyMatch(refusals::containsKey)) {
            return null;
        }
        var holds = new ArrayList<Holding>();
        var named = new HashSet<PlannedPost>();
        for (var row : rows) {
            var post = postOf.get(row);
            if (post != null && named.add(post)) {
                holds.add(new Holding(post, since(row)));
            }
        }
        return member == null
                ? newcomer(first, number, email, account, holds)
                : colleague(first, number, member, holds, named);
    }

    private PlannedPerson newcomer(
            StaffRow first, String number, String email, @Nullable KnownAccount account, List<Holding> holds) {
        var name = first.get(StaffColumn.NAME);
        if (account == null) {
            return new PlannedPerson(Outcome.ADDED, number, name, email, null, null, holds, List.of());
        }
        if (account.asked()) {
            remark(first, "asked");
            return new PlannedPerson(Outcome.UNCHANGED, number, name, email, null, account, List.of(), List.of());
        }
        remark(first, holds.size() > 1 ? "invited.first" : "invited");
        return new PlannedPerson(
                Outcome.INVITED,
                number,
                name,
                email,
                null,
                account,
                holds.stream().limit(1).toList(),
                List.of());
    }

    private PlannedPerson colleague(
            StaffRow first, String number, KnownMember member, List<Holding> holds, Set<PlannedPost> named) {
        var changed = !remarks.getOrDefault(first, List.of()).isEmpty();
        if (member.staffNumber() == null) {
            remark(first, "number", number);
            changed = true;
        }
        var added = new ArrayList<Holding>();
        for (var holding : holds) {
            var id = holding.post().id();
            if (id == null || !member.posts().contains(id)) {
                added.add(holding);
                remark(
                        first,
                        "holds",
                        holding.post().title(),
                        teams.name(holding.post().team()));
            }
        }
        var ends = new ArrayList<PostId>();
        if (!named.isEmpty()) {
            for (var held : member.posts()) {
                var post = posts.existing(held);
                if (post != null && !named.contains(post)) {
                    ends.add(held);
                    remark(first, "ends", post.title(), teams.name(post.team()));
                }
            }
        }
        if (!first.get(StaffColumn.NAME).equals(member.name())) {
            remark(first, "nameKept", member.name());
        }
        var email = address(first);
        if (!email.isEmpty() && !email.equals(member.email())) {
            remark(first, "emailKept", member.email());
        }
        return new PlannedPerson(
                changed || !added.isEmpty() || !ends.isEmpty() ? Outcome.CHANGED : Outcome.UNCHANGED,
                number,
                member.name(),
                member.email(),
                member,
                null,
                added,
                ends);
    }

    private LocalDate since(StaffRow row) {
        return DateText.in(row.get(StaffColumn.IN_POST_SINCE)).orElse(known.today());
    }

    private PlannedPost post(StaffRow row) {
        var post = postOf.get(row);
        if (post == null) {
            throw new IllegalStateException("No post in row " + row.number());
        }
        return post;
    }

    private static String address(StaffRow row) {
        return EmailAddress.in(row.get(StaffColumn.EMAIL))
                .map(EmailAddress::value)
                .orElse("");
    }

    private void refuse(StaffRow row, String why, String... arguments) {
        refuse(row, Remark.of(why, arguments));
    }

    private void refuse(StaffRow row, @Nullable Remark why) {
        if (why != null) {
            refusals.computeIfAbsent(row, first -> new ArrayList<>()).add(why);
        }
    }

    private void remark(StaffRow row, String what, String... arguments) {
        remarks.computeIfAbsent(row, first -> new ArrayList<>()).add(Remark.of(what, arguments));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
