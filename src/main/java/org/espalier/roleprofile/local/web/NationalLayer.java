package org.espalier.roleprofile.local.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.framework.RoleCompetence;
import org.espalier.framework.format.RoleEntry;
import org.espalier.roleprofile.local.National;
import org.jspecify.annotations.Nullable;

/** One layer of the national part as pages show it: competences under their principle and function. */
record NationalLayer(RoleEntry.Section section, List<Block> blocks) {

    /** Competences that follow each other under the same principle and function. */
    record Block(@Nullable String principle, @Nullable String function, List<RoleCompetence> competences) {}

    /** In the document's order; layers without competences are left out. */
    static List<NationalLayer> of(National national) {
        var layers = new ArrayList<NationalLayer>();
        for (var competence : national.competences()) {
            if (layers.isEmpty() || layers.getLast().section() != competence.section()) {
                layers.add(new NationalLayer(competence.section(), new ArrayList<>()));
            }
            layers.getLast().add(competence);
        }
        return layers;
    }

    int size() {
        return blocks.stream().mapToInt(block -> block.competences().size()).sum();
    }

    private void add(RoleCompetence competence) {
        var entry = competence.entry();
        if (blocks.isEmpty()
                || !Objects.equals(blocks.getLast().principle(), entry.principle())
                || !Objects.equals(blocks.getLast().function(), entry.function())) {
            blocks.add(new Block(entry.principle(), entry.function(), new ArrayList<>()));
        }
        blocks.getLast().competences().add(competence);
    }
}
