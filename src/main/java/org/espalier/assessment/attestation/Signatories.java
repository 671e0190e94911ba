package org.espalier.assessment.attestation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.access.AccountId;
import org.espalier.access.Authority;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.assessment.request.Conflicts;
import org.espalier.organisation.Organisation;
import org.espalier.person.Colleague;
import org.espalier.person.Colleagues;
import org.espalier.person.LineManagement;
import org.espalier.person.Membership;
import org.espalier.person.Memberships;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a learner may ask to sign: their line managers, those who look after their learning in an organisation of theirs,
 * and the colleagues they name. Nobody else can be asked, and never the learner.
 */
@Component
public class Signatories {
    private final LineManagement lineManagement;
    private final Colleagues colleagues;
    private final Memberships memberships;
    private final Grants grants;
    private final Conflicts conflicts;
    private final JdbcClient jdbc;

    Signatories(
            LineManagement lineManagement,
            Colleagues colleagues,
            Memberships memberships,
            Grants grants,
            Conflicts conflicts,
            JdbcClient jdbc) {
        this.lineManagement = lineManagement;
        this.colleagues = colleagues;
        this.memberships = memberships;
        this.grants = grants;
        this.conflicts = conflicts;
        this.jdbc = jdbc;
    }

    /** The line managers of a learner. */
    public List<Signatory> managers(Person learner) {
        return enabled(
                learner,
                lineManagement.managersOf(learner.id()).stream()
                        .map(one -> new Signatory(one.account(), one.name(), ""))
                        .toList());
    }

    /** Those whose role as educator reaches a learner, by organisation. */
    public List<Signatory> educators(Person learner) {
        var found = new LinkedHashMap<AccountId, Signatory>();
        for (var membership : memberships.of(learner.id())) {
            for (var account : educating(membership)) {
                if (!account.equals(learner.account())) {
                    found.putIfAbsent(
                            account,
                            new Signatory(account, "", membership.organisation().name()));
                }
            }
        }
        return enabled(learner, found.values());
    }

    private List<AccountId> educating(Membership membership) {
        var byAccount = grants.inForce(membership.organisation().id(), Role.EDUCATOR).stream()
                .collect(Collectors.groupingBy(Grant::account, LinkedHashMap::new, Collectors.toList()));
        return byAccount.entrySet().stream()
                .filter(entry -> new Authority(entry.getKey(), entry.getValue()).mayEducate(membership.places()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Colleagues of this name. */
    public List<Signatory> named(Person learner, String name) {
        return enabled(
                learner,
                colleagues.named(learner.id(), name).stream()
                        .map(Signatories::signatory)
                        .toList());
    }

    private static Signatory signatory(Colleague colleague) {
        var post = colleague.post();
        return new Signatory(
                colleague.person().account(),
                colleague.person().name(),
                post == null ? colleague.organisation() : post + ", " + colleague.organisation());
    }

    /** Somebody whom the learner may ask, with their post and organisation; empty for everybody else. */
    Optional<Signatory> chosen(Person learner, AccountId account) {
        if (account.equals(learner.account())) {
            return Optional.empty();
        }
        var person = holder(account);
        var offered = Stream.concat(managers(learner).stream(), educators(learner).stream())
                .filter(one -> one.account().equals(account))
                .findFirst();
        if (offered.isEmpty()
                && person.filter(one -> colleagues.are(learner.id(), one.id())).isEmpty()) {
            return Optional.empty();
        }
        return enabled(
                        learner,
                        List.of(new Signatory(
                                account, "", offered.map(Signatory::capacity).orElse(""))))
                .stream()
                .filter(one -> !one.barred())
                .findFirst()
                .map(one -> new Signatory(
                        account,
                        one.name(),
                        person.map(Person::id).flatMap(id -> post(learner, id)).orElse(one.capacity())));
    }

    /** The post that somebody holds in an organisation of the learner's, or that organisation alone. */
    private Optional<String> post(Person learner, PersonId other) {
        var shared = new HashSet<>(memberships.of(learner.id()).stream()
                .map(Membership::organisation)
                .map(Organisation::id)
                .toList());
        return memberships.of(other).stream()
                .filter(membership -> shared.contains(membership.organisation().id()))
                .findFirst()
                .map(membership -> membership.posts().isEmpty()
                        ? membership.organisation().name()
                        : membership.posts().getFirst().title() + ", "
                                + membership.organisation().name());
    }

    private Optional<Person> holder(AccountId account) {
        return jdbc.sql("select person_id, account_id, name from person.named where account_id = :account")
                .param("account", account.value())
                .query((row, number) -> new Person(
                        new PersonId(row.getLong("person_id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("name")))
                .optional();
    }

    /** Whether a conflict of interest keeps somebody from signing for a learner. */
    public boolean isBarred(Person learner, AccountId account) {
        return conflicts.about(learner.id()).contains(account);
    }

    /** Leaves out accounts that are disabled, and names the others. */
    private List<Signatory> enabled(Person learner, Collection<Signatory> found) {
        var tooClose = conflicts.about(learner.id());
        Map<AccountId, String> names = new HashMap<>();
        jdbc.sql("select account_id, name from access.holder where account_id = any(:ids) and not disabled")
                .param("ids", found.stream().map(one -> one.account().value()).toArray(Long[]::new))
                .query(row -> {
                    names.put(new AccountId(row.getLong("account_id")), row.getString("name"));
                });
        return found.stream()
                .filter(one -> names.containsKey(one.account()))
                .map(one -> new Signatory(
                        one.account(),
                        names.getOrDefault(one.account(), ""),
                        one.capacity(),
                        tooClose.contains(one.account())))
                .toList();
    }
}
