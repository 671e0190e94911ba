package org.espalier.importing.recognising;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.framework.format.RoleEntry.Layer;

/** The headings and labels by which a role profile says what comes next. */
final class RoleWords {

    private static final String COMPETENCES = "(?:competenc\\w*|standards?|nos|capabilit\\w*|skills)";
    private static final Map<Part, Pattern> PARTS = Map.of(
            Part.CONTENTS, pattern("(?:table of )?contents"),
            Part.DESCRIPTOR,
                    pattern(
                            ".*\\blevel descriptors?\\b.*|(?:description|definition|descriptor) of (?:the )?(?:career framework )?level\\b.*"),
            Part.FACTS, pattern("(?:basic|general|role|key|job) (?:information|details|facts)|about the (?:role|post)"),
            Part.SCOPE,
                    pattern(
                            "scope\\b.*|(?:purpose|summary|overview) of the (?:role|post|job)|role (?:purpose|summary|overview)"),
            Part.LEARNING,
                    pattern(
                            "(?:indicative |suggested |recommended )?(?:learning|education|training)(?:,? (?:and|&) (?:learning|development|education|training))+\\b.*"),
            Part.CPD, pattern("(?:continuing|continuous) professional development\\b.*|cpd\\b.*"),
            Part.REFERENCES, pattern("references?|bibliography|sources"));
    private static final Map<Layer, Pattern> LAYERS = Map.of(
            Layer.LOCALITY, pattern(".*\\b(?:locality|locally|local)\\b.*\\b" + COMPETENCES + "\\b.*"),
            Layer.FACET, pattern("(?:.*\\b)?facets?\\b.*"),
            Layer.ROLE_SPECIFIC,
                    pattern(
                            ".*\\b(?:role|job|post|pathway|specialty)[- ]?specific\\b.*|.*\\bspecific to the role\\b.*|.*\\bspecialist "
                                    + COMPETENCES + "\\b.*"),
            Layer.CORE, pattern("(?:.*\\b)?(?:core|common|shared|generic)\\b.*\\b" + COMPETENCES + "\\b.*"));
    private static final Map<Fact, Pattern> FACTS = Map.of(
            Fact.NAMED_ROLE,
                    pattern("(?:named|name of(?: the)?|title of(?: the)?)? ?(?:role|job|post)(?: title| name)?"),
            Fact.AREA,
                    pattern(
                            "(?:area|field|setting|place)s? of (?:work|practice)|(?:work|service|practice|clinical) (?:area|setting)|setting"),
            Fact.EXPERIENCE,
                    pattern("(?:required |previous |prior )?experience(?: required| needed)?|entry requirements?"),
            Fact.LEVEL, pattern("(?:career framework |cf )?levels?(?: of (?:the )?(?:role|career framework))?"),
            Fact.SCOPE, pattern("scope(?: of (?:the )?(?:role|post|job))?"));

    private RoleWords() {}

    /** A part of a role profile besides its sections of competences. */
    enum Part {
        CONTENTS,
        DESCRIPTOR,
        FACTS,
        SCOPE,
        LEARNING,
        CPD,
        REFERENCES
    }

    /** What a role profile says of its role in a line. */
    enum Fact {
        NAMED_ROLE,
        AREA,
        EXPERIENCE,
        LEVEL,
        SCOPE
    }

    static Optional<Part> part(String heading) {
        var text = bare(heading);
        for (var part : Part.values()) {
            if (matches(PARTS.get(part), text)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    static Optional<Layer> layer(String heading) {
        var text = bare(heading);
        for (var layer : new Layer[] {Layer.LOCALITY, Layer.FACET, Layer.ROLE_SPECIFIC, Layer.CORE}) {
            if (matches(LAYERS.get(layer), text)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }

    static Optional<Fact> fact(String label) {
        var text = bare(label);
        for (var fact : Fact.values()) {
            if (matches(FACTS.get(fact), text)) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(@org.jspecify.annotations.Nullable Pattern pattern, String text) {
        return pattern != null && pattern.matcher(text).matches();
    }

    private static String bare(String text) {
        return text.strip().replaceFirst("^\\d+(?:\\.\\d+)*[.)]?\\s+", "").replaceFirst("\\s*[:.]$", "");
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
