package org.espalier.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.assessment.Rating;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;

/** Goes round a client's own share of the people, and round their expectations, one after the other. */
final class Turn {
    private final List<Crowd.Member> members;
    private final List<Statement> expectations;
    private int calls;
    private Crowd.Member member;

    /** The share of one of so many clients. */
    Turn(Site site, int client, int clients) {
        this.members = site.people().stream()
                .filter(member -> member.number() % clients == client)
                .toList();
        this.expectations = site.expectations();
        this.member = members.getFirst();
    }

    /** Whose turn it is. */
    Crowd.Member member() {
        return member;
    }

    /** Goes on to the next person, and to so many of their expectations, each with another answer than their last. */
    Map<StatementId, Rating> next(int atATime) {
        member = members.get(calls % members.size());
        var first = calls / members.size() * atATime;
        calls++;
        var answers = LinkedHashMap.<StatementId, Rating>newLinkedHashMap(atATime);
        for (var n = first; n < first + atATime; n++) {
            var expectation = n % expectations.size();
            answers.put(expectations.get(expectation).id(), member.nextAnswer(expectation));
        }
        return answers;
    }
}
