package org.espalier.person.staff;

import java.util.List;
import org.espalier.access.AccountId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One of an organisation's people, as its lists show them.
 *
 * @param waiting true until they have set their first password
 * @param posts each with its unit or team, such as "Therapist, North team"
 */
public record StaffMember(
        PersonId person,
        AccountId account,
        String name,
        String email,
        @Nullable String staffNumber,
        boolean waiting,
        List<String> posts) {
    public StaffMember {
        posts = List.copyOf(posts);
    }
}
