package org.espalier.credential;

import java.util.List;
import java.util.function.Predicate;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.framework.Demand;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody can be signed off for a whole level or role: every required expectation that applies to them is, and of
 * the optional ones as many as are asked for, as the version adds them up (PRODUCT.md, rule 2).
 *
 * @param level null for the role of a role profile
 * @param signedOff expectations signed off and not expired, required and optional
 * @param notApplicable what the person says does not apply to them; the assessor agrees or says no. An optional expectation
 *     is among them only where too few others apply
 * @param missing all other required ones
 * @param optional how far each choice is
 */
public record Readiness(
        FrameworkVersion version,
        @Nullable LevelEntry level,
        List<Statement> signedOff,
        List<Statement> notApplicable,
        List<Statement> missing,
        List<OptionalPart> optional) {
    public Readiness {
        signedOff = List.copyOf(signedOff);
        notApplicable = List.copyOf(notApplicable);
        missing = List.copyOf(missing);
        optional = List.copyOf(optional);
    }

    /**
     * The optional expectations of one level.
     *
     * @param signedOff those that are signed off, more than the minimum perhaps
     * @param missing how many more must be; 0 when enough are
     * @param open those that are not signed off and apply
     */
    public record OptionalPart(Demand.Choice choice, List<Statement> signedOff, int missing, List<Statement> open) {
        public OptionalPart {
            signedOff = List.copyOf(signedOff);
            open = List.copyOf(open);
        }

        private static OptionalPart of(Demand.Choice choice, Standings standings) {
            return new OptionalPart(
                    choice,
                    having(choice.statements(), standings, Standing.VERIFIED::equals),
                    choice.missing(standings::distance, one -> isDone(standings.of(one.id()))),
                    having(choice.statements(), standings, standing -> !isDone(standing)));
        }
    }

    /** @param levelId null for the role of a role profile */
    public static Readiness of(FrameworkVersion version, @Nullable String levelId, Standings standings) {
        var level = levelId == null
                ? null
                : version.level(levelId).orElseThrow(() -> new Problem.NotFound("credential.problem.noLevel"));
        var demand = version.demandOf(levelId);
        return new Readiness(
                version,
                level,
                having(demand.expectations(), standings, Standing.VERIFIED::equals),
                having(standings.counted(demand), standings, Standing.NOT_APPLICABLE::equals),
                having(demand.required(), standings, standing -> !isDone(standing)),
                demand.choices().stream()
                        .map(choice -> OptionalPart.of(choice, standings))
                        .toList());
    }

    private static boolean isDone(Standing standing) {
        return standing == Standing.VERIFIED || standing == Standing.NOT_APPLICABLE;
    }

    private static List<Statement> having(List<Statement> statements, Standings standings, Predicate<Standing> wanted) {
        return statements.stream()
                .filter(statement -> wanted.test(standings.of(statement.id())))
                .toList();
    }

    public boolean isReady() {
        return stillMissing() == 0 && !signedOff.isEmpty();
    }

    /** How many expectations are still to be signed off. */
    public int stillMissing() {
        return missing.size()
                + optional.stream().mapToInt(OptionalPart::missing).sum();
    }

    /** How many expectations the level or role asks for: the required ones and the minimum of the optional ones. */
    public int total() {
        return demand().size();
    }

    /** How many of those are signed off. */
    public int done() {
        return total() - notApplicable.size() - stillMissing();
    }

    public Demand demand() {
        return version.demandOf(level == null ? null : level.id());
    }

    /**
     * True for an assessor whose role reaches this: every required expectation, and enough of the optional ones that are
     * signed off.
     */
    public boolean isReachedBy(Predicate<Statement> role) {
        return demand().required().stream().allMatch(role)
                && optional.stream()
                        .allMatch(part -> part.signedOff().stream().filter(role).count()
                                >= Math.min(
                                        part.choice().minimum(),
                                        part.signedOff().size()));
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
