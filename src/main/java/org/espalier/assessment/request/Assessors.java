package org.espalier.assessment.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.access.Authority;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.organisation.Place;
import org.espalier.person.Membership;
import org.espalier.person.Memberships;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may judge what for whom (PRODUCT.md, rule 11). */
@Component
public class Assessors {
    private final Memberships memberships;
    private final Grants grants;
    private final Conflicts conflicts;
    private final JdbcClient jdbc;

    Assessors(Memberships memberships, Grants grants, Conflicts conflicts, JdbcClient jdbc) {
        this.memberships = memberships;
        this.grants = grants;
        this.conflicts = conflicts;
        this.jdbc = jdbc;
    }

    /**
     * Whom a learner may ask.
     *
     * @param barred the names of those who could judge, were there no conflict of interest
     */
    public record Choice(List<Assessor> free, List<String> barred) {
        public Choice {
            free = List.copyOf(free);
            barred = List.copyOf(barred);
        }

        public static Choice none() {
            return new Choice(List.of(), List.of());
        }
    }

    /** What a role must reach, told by what it reaches. */
    @FunctionalInterface
    public interface Reach {
        boolean isReachedBy(Predicate<Statement> role);
    }

    /**
     * Those whose role reaches every one of these statements for this learner, in an organisation that the learner belongs
     * to, by name. Never the learner.
     */
    public Choice choice(Person learner, FrameworkVersion version, Collection<Statement> statements) {
        return choice(learner, version, role -> statements.stream().allMatch(role));
    }

    /** Those whose role reaches this for this learner. */
    public Choice choice(Person learner, FrameworkVersion version, Reach wanted) {
        var found = new ArrayList<Assessor>();
        for (var membership : memberships.of(learner.id())) {
            reaching(membership, version, wanted).stream()
                    .filter(account -> !account.equals(learner.account()))
                    .map(account -> new Assessor(account, "", membership.organisation()))
                    .forEach(found::add);
        }
        var tooClose = conflicts.about(learner.id());
        var byTooClose =
                named(found).stream().collect(Collectors.partitioningBy(one -> tooClose.contains(one.account())));
        return new Choice(
                byTooClose.getOrDefault(false, List.of()),
                byTooClose.getOrDefault(true, List.of()).stream()
                        .map(Assessor::name)
                        .distinct()
                        .toList());
    }

    /** Those of them whom no conflict of interest bars. */
    public List<Assessor> offered(Person learner, FrameworkVersion version, Collection<Statement> statements) {
        return choice(learner, version, statements).free();
    }

    private List<AccountId> reaching(Membership membership, FrameworkVersion version, Reach wanted) {
        var byAccount = new LinkedHashMap<AccountId, List<Grant>>();
        for (var grant : grants.inForce(membership.organisation().id(), Role.ASSESSOR)) {
            byAccount
                    .computeIfAbsent(grant.account(), account -> new ArrayList<>())
                    .add(grant);
        }
        var reaching = new ArrayList<AccountId>();
        byAccount.forEach((account, held) -> {
            var authority = new Authority(account, held);
            if (wanted.isReachedBy(one -> reaches(authority, membership.places(), version, one))) {
                reaching.add(account);
            }
        });
        return reaching;
    }

    /** What decides now whether an assessor may judge any of these learners. Three statements. */
    public Bench bench(AccountId assessor, Collection<PersonId> learners) {
        var each = learners.stream().distinct().toList();
        return new Bench(assessor, grants.of(assessor), memberships.places(each), conflicts.of(assessor, each));
    }

    /** Whether a role reaches a statement, for somebody who stands in these places. */
    public static boolean reaches(
            Authority authority, Collection<Place> places, FrameworkVersion version, Statement statement) {
        return version.rootOf(statement.group())
                .map(GroupEntry::id)
                .map(root -> authority.mayAssess(places, version.slug(), root))
                .orElseGet(() -> authority.mayAssess(places, version.slug()));
    }

    /** Leaves out accounts that are disabled: nobody would ever answer. */
    private List<Assessor> named(List<Assessor> assessors) {
        Map<AccountId, String> names = new HashMap<>();
        jdbc.sql("select account_id, name from access.holder where account_id = any(:ids) and not disabled")
                .param(
                        "ids",
                        assessors.stream()
                                .map(one -> one.account().value())
                                .distinct()
                                .toArray(Long[]::new))
                .query(row -> {
                    names.put(new AccountId(row.getLong("account_id")), row.getString("name"));
                });
        return assessors.stream()
                .filter(one -> names.containsKey(one.account()))
                .map(one -> new Assessor(one.account(), names.getOrDefault(one.account(), ""), one.organisation()))
                .sorted(Comparator.comparing(Assessor::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(one -> one.organisation().name()))
                .toList();
    }
}
