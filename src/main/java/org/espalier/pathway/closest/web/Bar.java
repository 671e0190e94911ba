package org.espalier.pathway.closest.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Tally;

/** The pieces of a bar a thousand units wide, what stands most firmly first; a standing that nothing has has no piece. */
final class Bar {
    private static final int WIDTH = 1000;
    private static final int GAP = 4;
    private static final List<Standing> ORDER = List.of(
            Standing.VERIFIED,
            Standing.SELF_ASSESSED,
            Standing.PARTLY,
            Standing.EXPIRED,
            Standing.NOT_YET,
            Standing.UNKNOWN,
            Standing.NOT_APPLICABLE);

    private Bar() {}

    /** One piece, with a little space left after it. */
    record Piece(Standing standing, int from, int width) {}

    static List<Piece> of(Tally tally) {
        var pieces = new ArrayList<Piece>();
        var before = 0;
        for (var standing : ORDER) {
            var count = tally.count(standing);
            if (count > 0) {
                var from = before * WIDTH / tally.total();
                before += count;
                pieces.add(new Piece(standing, from, Math.max(GAP, before * WIDTH / tally.total() - from - GAP)));
            }
        }
        return List.copyOf(pieces);
    }
}
