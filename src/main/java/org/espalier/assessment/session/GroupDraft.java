package org.espalier.assessment.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.PersonId;

/**
 * A session that an assessor is putting together; it is kept at every step, and nobody else sees it.
 *
 * @param leftOut exceptions: who does not get what
 */
public record GroupDraft(
        GroupDraftId id,
        AccountId assessor,
        OrganisationId organisation,
        VersionId version,
        Occasion occasion,
        List<StatementId> statements,
        List<PersonId> people,
        Set<Omission> leftOut) {
    public GroupDraft {
        statements = List.copyOf(statements);
        people = List.copyOf(people);
        leftOut = Set.copyOf(leftOut);
    }

    /** Somebody who does not get one of the statements. */
    public record Omission(PersonId person, StatementId statement) {

        /** What a form or the database says; empty for any other text. */
        public static Optional<Omission> of(String text) {
            var parts = text.split(":", 2);
            try {
                return parts.length == 2
                        ? Optional.of(new Omission(
                                new PersonId(Long.parseLong(parts[0])), new StatementId(Long.parseLong(parts[1]))))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        /** As in forms and in the database. */
        @Override
        public String toString() {
            return person + ":" + statement;
        }
    }

    GroupDraft with(OrganisationId where, VersionId ofVersion, Occasion what) {
        return new GroupDraft(id, assessor, where, ofVersion, what, statements, people, leftOut);
    }

    GroupDraft withStatements(List<StatementId> chosen) {
        return new GroupDraft(id, assessor, organisation, version, occasion, chosen, people, leftOut);
    }

    GroupDraft withPeople(List<PersonId> chosen) {
        return new GroupDraft(id, assessor, organisation, version, occasion, statements, chosen, leftOut);
    }

    GroupDraft leavingOut(Set<Omission> exceptions) {
        return new GroupDraft(id, assessor, organisation, version, occasion, statements, people, exceptions);
    }
}
