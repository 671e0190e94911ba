package org.espalier.roleprofile.local.web;

import java.util.List;
import org.espalier.framework.FrameworkVersion;
import org.espalier.roleprofile.local.Additions;
import org.espalier.roleprofile.local.LocalRole;
import org.espalier.roleprofile.local.National;
import org.jspecify.annotations.Nullable;

/**
 * A role with both its parts as pages show it.
 *
 * @param national the version that the additions stand on
 * @param additions those that were published, or the draft where it is being written
 * @param inForce the version of the profile in force now, null when it was withdrawn
 * @param local the version of the local competences, null when there are none
 */
record LocalRoleView(
        LocalRole role,
        National national,
        Additions additions,
        @Nullable FrameworkVersion inForce,
        @Nullable FrameworkVersion local) {

    /** What the role is called there. */
    String name() {
        var own = additions.name();
        return own == null ? national.name() : own;
    }

    boolean isRenamed() {
        return additions.name() != null;
    }

    String organisation() {
        return role.organisation().name();
    }

    List<NationalLayer> layers() {
        return NationalLayer.of(national);
    }

    /** Where the national part is read, in the version that the additions stand on. */
    String nationalPage() {
        return "/frameworks/" + national.version().slug() + "/versions/"
                + national.version().number();
    }

    /** True when the profile was revised since, and the additions have not followed. */
    boolean isBehind() {
        return inForce != null && !inForce.id().equals(national.version().id());
    }
}
