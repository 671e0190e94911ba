package org.espalier.person.staff.importing;

import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.organisation.PostId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody who belongs to the organisation already. */
record KnownMember(
        PersonId person,
        AccountId account,
        String name,
        String email,
        @Nullable String staffNumber,
        Set<PostId> posts) {
    KnownMember {
        posts = Set.copyOf(posts);
    }
}
