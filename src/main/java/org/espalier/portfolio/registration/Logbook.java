package org.espalier.portfolio.registration;

import java.util.List;
import java.util.Map;

/**
 * Everything of a person that the rules of a registration look at.
 *
 * @param statements what the person says for this cycle, by the requirement's id
 */
public record Logbook(
        List<LogEntry> entries,
        List<PracticePeriod> practice,
        List<Explanation> explanations,
        Map<String, String> statements,
        List<Attestation> attestations) {
    public Logbook {
        entries = List.copyOf(entries);
        practice = List.copyOf(practice);
        explanations = List.copyOf(explanations);
        statements = Map.copyOf(statements);
        attestations = List.copyOf(attestations);
    }
}
