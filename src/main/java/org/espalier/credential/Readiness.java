package org.espalier.credential;

import java.util.ArrayList;
import java.util.List;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody can be signed off for a whole level or role: every expectation that applies to them is, as the version
 * adds them up (PRODUCT.md, rule 2).
 *
 * @param level null for the role of a role profile
 * @param signedOff expectations signed off and not expired
 * @param notApplicable what the person says does not apply to them; the assessor agrees or says no
 * @param missing all others
 */
public record Readiness(
        FrameworkVersion version,
        @Nullable LevelEntry level,
        List<Statement> signedOff,
        List<Statement> notApplicable,
        List<Statement> missing) {
    public Readiness {
        signedOff = List.copyOf(signedOff);
        notApplicable = List.copyOf(notApplicable);
        missing = List.copyOf(missing);
    }

    /** @param levelId null for the role of a role profile */
    public static Readiness of(FrameworkVersion version, @Nullable String levelId, Standings standings) {
        var level = levelId == null
                ? null
                : version.level(levelId).orElseThrow(() -> new Problem.NotFound("credential.problem.noLevel"));
        var signedOff = new ArrayList<Statement>();
        var notApplicable = new ArrayList<Statement>();
        var missing = new ArrayList<Statement>();
        for (var statement : levelId == null ? version.expectationsOfRole() : version.expectationsAt(levelId)) {
            var standing = standings.of(statement.id());
            if (standing == Standing.VERIFIED) {
                signedOff.add(statement);
            } else if (standing == Standing.NOT_APPLICABLE) {
                notApplicable.add(statement);
            } else {
                missing.add(statement);
            }
        }
        return new Readiness(version, level, signedOff, notApplicable, missing);
    }

    public boolean isReady() {
        return missing.isEmpty() && !signedOff.isEmpty();
    }

    public int total() {
        return signedOff.size() + notApplicable.size() + missing.size();
    }

    /** Everything the level or role asks for. */
    public List<Statement> expectations() {
        return level == null ? version.expectationsOfRole() : version.expectationsAt(level.id());
    }

    /** What people call it. */
    public String name() {
        return name(version, level);
    }

    /** The name of a level, or of the role of a role profile. */
    public static String name(FrameworkVersion version, @Nullable LevelEntry level) {
        if (level != null) {
            return level.name();
        }
        var role = version.document().role();
        return role == null || role.namedRole() == null ? version.title() : role.namedRole();
    }
}
