package org.espalier.roleprofile.local;

import java.util.List;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.RoleCompetence;
import org.espalier.roleprofile.local.Additions.Competence;
import org.jspecify.annotations.Nullable;

/** A version of a national role profile, as local additions see it. */
public record National(FrameworkVersion version, List<RoleCompetence> competences) {
    public National {
        competences = List.copyOf(competences);
    }

    public static National of(FrameworkVersion version) {
        return new National(version, version.competences());
    }

    /** The role's own name, or its profile's title. */
    public String name() {
        var role = version.document().role();
        var named = role == null ? null : role.namedRole();
        return named == null ? version.title() : named;
    }

    /** The competence under this key. */
    public Optional<RoleCompetence> competence(@Nullable String key) {
        return competences.stream()
                .filter(one -> one.statement().key().equals(key))
                .findFirst();
    }

    /** The national competence that says what this local one says: the same standard, the same statement or words. */
    Optional<RoleCompetence> saying(Competence local) {
        return competences.stream()
                .filter(one -> local.says(one.entry().code(), one.entry().competence())
                        || (local.origin() != null
                                && local.origin().equals(one.entry().origin())))
                .findFirst();
    }

    /** The national competence that is the same standard under another title. */
    Optional<RoleCompetence> otherTitle(Competence local) {
        return competences.stream()
                .filter(one -> local.isStandard(one.entry().code())
                        && !Additions.plain(local.text())
                                .equals(Additions.plain(one.entry().competence())))
                .findFirst();
    }
}
