package org.espalier.importing;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.recognising.UsedLines;

/**
 * What became of every non-blank line of a document: part of the draft, left out with a reason, or neither.
 *
 * @param lines how many lines are not blank
 * @param used how many of them became part of the draft
 * @param leftOut how many of the others were left out, by reason
 * @param unaccounted the lines that are neither: nothing may be lost silently, so an import with one is incomplete
 */
public record Accounting(int lines, int used, Map<String, Integer> leftOut, List<SourceLine> unaccounted) {
    public Accounting {
        leftOut = Map.copyOf(leftOut);
        unaccounted = List.copyOf(unaccounted);
    }

    /** The account of these lines in this document. */
    public static Accounting of(List<SourceLine> source, FrameworkDocument document) {
        var lines = source.stream().filter(line -> !line.blank()).toList();
        var used = UsedLines.of(document);
        var left = new BitSet();
        var reasons = new TreeMap<String, Integer>();
        for (var out : document.leftOut()) {
            left.set(out.line(), out.endLine() + 1);
        }
        for (var line : lines) {
            if (!used.get(line.number()) && left.get(line.number())) {
                reasons.merge(reason(document, line), 1, Integer::sum);
            }
        }
        return new Accounting(
                lines.size(),
                (int) lines.stream().filter(line -> used.get(line.number())).count(),
                reasons,
                lines.stream()
                        .filter(line -> !used.get(line.number()) && !left.get(line.number()))
                        .toList());
    }

    /** Whether every line is accounted for. */
    public boolean complete() {
        return unaccounted.isEmpty();
    }

    private static String reason(FrameworkDocument document, SourceLine line) {
        return document.leftOut().stream()
                .filter(out -> out.line() <= line.number() && line.number() <= out.endLine())
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
