package org.espalier.development;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;

/**
 * What people who aim for the same lack together, as far as a manager may know: an expectation counts as met by somebody
 * when an assessor has signed it off, and what they say of themselves is theirs (PRODUCT.md, rule 19). Numbers are rounded
 * down to fives, so that none tells fewer than five people apart, neither those who lack something nor those who do not.
 * An optional expectation is lacked by those who have not been signed off for enough of the optional ones: any would do.
 *
 * @param people how many aim for it; five or more
 * @param needs what five or more lack, the most wanted first
 * @param hidden how many expectations are lacked by fewer than five, or by nobody
 */
public record TeamNeeds(Target target, int people, List<Need> needs, int hidden) {
    /** No smaller group is shown. */
    public static final int FEWEST = 5;

    public TeamNeeds {
        needs = List.copyOf(needs);
    }

    /** An expectation that at least so many people have not been signed off for: a multiple of five. */
    public record Need(Statement statement, int atLeast) {}

    /** Empty for fewer than five people. */
    public static Optional<TeamNeeds> of(Target target, Collection<Standings> team) {
        if (team.size() < FEWEST) {
            return Optional.empty();
        }
        var without = new HashMap<StatementId, Integer>();
        for (var standings : team) {
            target.demand()
                    .open(standings::distance, statement -> isDone(standings.of(statement.id())))
                    .forEach(statement -> without.merge(statement.id(), 1, Integer::sum));
        }
        var needs = new ArrayList<Need>();
        var hidden = 0;
        for (var statement : target.expectations()) {
            var people = without.getOrDefault(statement.id(), 0);
            if (people < FEWEST) {
                hidden++;
            } else {
                needs.add(new Need(statement, people / FEWEST * FEWEST));
            }
        }
        needs.sort((one, other) -> Integer.compare(other.atLeast(), one.atLeast()));
        return Optional.of(new TeamNeeds(target, team.size(), needs, hidden));
    }

    private static boolean isDone(Standing standing) {
        return standing == Standing.VERIFIED || standing == Standing.NOT_APPLICABLE;
    }

    /** What is wanted, and how much each weighs. */
    public Map<StatementId, Integer> wanted() {
        var wanted = new LinkedHashMap<StatementId, Integer>();
        needs.forEach(need -> wanted.put(need.statement().id(), need.atLeast()));
        return wanted;
    }

    public List<Statement> statements() {
        return needs.stream().map(Need::statement).toList();
    }
}
