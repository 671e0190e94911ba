package org.espalier.portfolio.learningrecord;

import java.util.List;
import org.espalier.ui.Messages;

/** Why a row, or a whole file, cannot be taken, in a sentence for whoever wrote it. */
public record ImportProblem(String key, List<Object> arguments) {
    private static final String PREFIX = "portfolio.learning.problem.";

    public ImportProblem {
        arguments = List.copyOf(arguments);
    }

    static ImportProblem of(String key, Object... arguments) {
        return new ImportProblem(key, List.of(arguments));
    }

    public String text(Messages words) {
        return words.text(PREFIX + key, arguments.toArray());
    }
}
