package org.espalier.importing.recognising;

import java.util.Optional;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;

/**
 * Role profiles: what a role is, in a few facts; its scope; and the competences it demands, in sections with tables of
 * principle, function and competence or with lists under such headings; then indicative learning and continuing
 * professional development, row by row.
 */
public final class RoleProfileTables implements Recogniser {

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        var blocks = outline.blocks().stream()
                .filter(block -> !(block instanceof Block.Furniture))
                .toList();
        if (blocks.stream().noneMatch(RoleProfileTables::competences)) {
            return Optional.empty();
        }
        return RoleFacts.in(blocks)
                .map(facts -> new RoleReading(outline, blocks, facts))
                .flatMap(RoleReading::candidate);
    }

    private static boolean competences(Block block) {
        return block instanceof Block.Table table
                ? CompetenceTable.is(table)
                : Flow.headingLike(block) && RoleWords.layer(Flow.text(block)).isPresent();
    }
}
