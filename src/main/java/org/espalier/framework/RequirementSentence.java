package org.espalier.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.espalier.ui.Messages;

/** A requirement with its logic, read out as one sentence. */
public final class RequirementSentence {
    private static final Pattern ARTICLE =
            Pattern.compile("(?:An?|The|At least|Either|Both|One|Two|Three|Four|Five|Six|Ten) .*");
    private static final String KEY = "framework.requirement.";

    private final Messages words;

    private RequirementSentence(Messages words) {
        this.words = words;
    }

    /** Begins with a capital where its first word does, and ends with a full stop. */
    public static String of(Requirement requirement, Messages words) {
        var sentence = new RequirementSentence(words).clause(requirement, true);
        var first = sentence.substring(0, 1).toUpperCase(words.locale()) + sentence.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }

    private String clause(Requirement requirement, boolean top) {
        return switch (requirement) {
            case Requirement.One one -> one(one);
            case Requirement.AllOf(var parts) -> joined(top ? "all" : "both", clauses(parts));
            case Requirement.AnyOf(var alternatives) -> joined("any", clauses(alternatives));
        };
    }

    private List<String> clauses(List<Requirement> parts) {
        var clauses = new ArrayList<String>();
        for (var part : parts) {
            clauses.add(inside(clause(part, false)));
        }
        return clauses;
    }

    /** “A; B; and C”, in the words for this kind of list: only its last pair is joined by a word. */
    private String joined(String kind, List<String> clauses) {
        var last = clauses.getLast();
        if (clauses.size() == 2) {
            var first = clauses.getFirst();
            return words.text(KEY + kind + (first.contains(",") ? ".two.long" : ".two"), first, last);
        }
        return words.text(KEY + kind + ".more", String.join("; ", clauses.subList(0, clauses.size() - 1)), last);
    }

    private String one(Requirement.One one) {
        var text = one.text().strip().replaceAll("\\.$", "");
        if (one.orEquivalent()) {
            var equivalent = one.equivalent();
            text = equivalent == null || equivalent.isBlank()
                    ? words.text(KEY + "equivalent", text)
                    : words.text(KEY + "equivalentTo", text, inside(equivalent.strip()));
        }
        if (one.workingTowards()) {
            text = words.text(KEY + "workingTowards", text);
        }
        var binds = one.binds();
        return binds == null || binds.isBlank() ? text : words.text(KEY + "binds", text, binds.strip());
    }

    /** Words that stood at the beginning of a sentence and do so no more. */
    private static String inside(String clause) {
        return ARTICLE.matcher(clause).matches()
                ? clause.substring(0, 1).toLowerCase(Locale.ROOT) + clause.substring(1)
                : clause;
    }
}
