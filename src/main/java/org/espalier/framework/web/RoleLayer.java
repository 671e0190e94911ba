package org.espalier.framework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.RoleEntry;
import org.jspecify.annotations.Nullable;

/** One layer of a role profile as its page shows it: competences under their principle and reference function. */
record RoleLayer(RoleEntry.Section section, List<Principle> principles) {

    /** An underpinning principle with its functions. */
    record Principle(@Nullable String code, @Nullable String title, List<Function> functions) {}

    /** A reference function with its competences. */
    record Function(@Nullable String title, List<Competence> competences) {}

    /** A competence, and the statement that people are assessed against. */
    record Competence(RoleEntry.Competence entry, Statement statement) {}

    /** In the document's order; what follows under the same principle or function is put together. */
    static List<RoleLayer> of(FrameworkVersion version, RoleEntry role) {
        // a role's competences follow the document's own statements, in order
        var position = version.document().statements().size();
        var layers = new ArrayList<RoleLayer>();
        for (var section : role.sections()) {
            var principles = new ArrayList<Principle>();
            for (var entry : section.entries()) {
                var competence = new Competence(entry, version.statements().get(position++));
                function(principle(principles, entry), entry).competences().add(competence);
            }
            layers.add(new RoleLayer(section, principles));
        }
        return List.copyOf(layers);
    }

    int size() {
        return section.entries().size();
    }

    private static Principle principle(List<Principle> principles, RoleEntry.Competence entry) {
        if (principles.isEmpty()
                || !Objects.equals(principles.getLast().title(), entry.principle())
                || !Objects.equals(principles.getLast().code(), entry.principleCode())) {
            principles.add(new Principle(entry.principleCode(), entry.principle(), new ArrayList<>()));
        }
        return principles.getLast();
    }

    private static Function function(Principle principle, RoleEntry.Competence entry) {
        var functions = principle.functions();
        if (functions.isEmpty() || !Objects.equals(functions.getLast().title(), entry.function())) {
            functions.add(new Function(entry.function(), new ArrayList<>()));
        }
        return functions.getLast();
    }
}
