package org.espalier.framework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;

/** Frameworks with optional expectations. */
public final class Choices {
    public static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private Choices() {}

    /** Level one requires a1 and offers b1, b2, b3, of which two are asked; level two requires a2 and offers c1, c2, of which one is. */
    public static FrameworkVersion orchard(String progression) {
        return read("""
                format: espalier/1
                title: Orchard work
                progression: %s
                levels:
                  - {id: one, code: Row 1, minimumOptional: 2}
                  - {id: two, code: Row 2, minimumOptional: 1}
                statements:
                  - {id: a1, level: one, text: Waters the young trees}
                  - {id: b1, level: one, text: Drives the small tractor, optional: true}
                  - {id: b2, level: one, text: Keeps the records of picking, optional: true}
                  - {id: b3, level: one, text: Shows visitors round, optional: true}
                  - {id: a2, level: two, text: Plans the pruning}
                  - {id: c1, level: two, text: Grafts new varieties, optional: true}
                  - {id: c2, level: two, text: Runs the cider press, optional: true}
                """.formatted(progression));
    }

    /** A framework of up to three levels and three groups, some of its expectations optional. */
    public static FrameworkVersion random(Random random) {
        return random(random, true);
    }

    /** The same, with every minimum nought unless they are wanted. */
    public static FrameworkVersion random(Random random, boolean minimums) {
        var levels = 1 + random.nextInt(3);
        var groups = 1 + random.nextInt(3);
        var statements = new ArrayList<String>();
        var optional = new int[levels];
        for (var n = random.nextInt(14); n >= 0; n--) {
            var level = random.nextInt(levels);
            var isOptional = random.nextInt(5) < 2;
            optional[level] += isOptional ? 1 : 0;
            statements.add("  - {id: s%d, level: l%d, group: g%d, text: Does it, optional: %b}"
                    .formatted(n, level, random.nextInt(groups), isOptional));
        }
        var text = new StringBuilder("format: espalier/1\ntitle: Anything\nprogression: ")
                .append(random.nextBoolean() ? "cumulative" : "restated")
                .append("\nlevels:\n");
        for (var level = 0; level < levels; level++) {
            text.append("  - {id: l%d, minimumOptional: %d}\n"
                    .formatted(level, minimums ? random.nextInt(optional[level] + 1) : 0));
        }
        text.append("groups:\n");
        for (var group = 0; group < groups; group++) {
            text.append("  - {id: g%d, kind: pillar}\n".formatted(group));
        }
        return read(text.append("statements:\n")
                .append(String.join("\n", statements))
                .append("\n")
                .toString());
    }

    /** Any of these for each statement. */
    public static <S> Map<StatementId, S> each(FrameworkVersion version, Random random, List<S> some) {
        var each = new HashMap<StatementId, S>();
        version.statements().forEach(statement -> each.put(statement.id(), some.get(random.nextInt(some.size()))));
        return each;
    }

    public static FrameworkVersion read(String text) {
        return switch (FrameworkFormat.read(text)) {
            case FrameworkFormat.Read.Document(FrameworkDocument document, List<String> unknown) ->
                MadeUp.version(document);
            case FrameworkFormat.Read.Invalid(var problems) -> throw new IllegalStateException(problems + "\n" + text);
        };
    }
}
