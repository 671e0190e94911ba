package org.espalier.importing.recognising;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.framework.format.RoleEntry.Layer;

/** The headings and labels by which a role profile says what comes next. */
final class RoleWords {

    private static final String COMPETENCES = "(?:competenc\\w*|standards?|nos|capabilit\\w*|skills)";
    private static final String LEARNING = "(?:learning|education|training|induction|development)";
    private static final String ROLE = "(?:role|post|job)";
    private static final Map<Part, Pattern> PARTS = Map.of(
            Part.CONTENTS, pattern("(?:table of )?contents"),
            Part.DESCRIPTOR,
                    pattern(
                            ".*\\blevel descriptors?\\b.*|(?:description|definition|descriptor) of (?:the )?(?:career framework )?level\\b.*"
                                    + "|(?:about|what) (?:the |this )?level(?: \\d)?(?: means)?"),
            Part.FACTS,
                    pattern("(?:basic|general|role|key|job|post|profile) (?:information|details|facts|data)|about the "
                            + ROLE + "|(?:role|post|job|profile) at a glance|at a glance"),
            Part.SCOPE,
                    pattern("scope\\b.*|(?:main )?(?:purpose|summary|overview|description|aim) of (?:the|this) " + ROLE
                            + "|(?:main |overall )?" + ROLE
                            + " (?:purpose|summary|overview|description|scope)|(?:main |key )?(?:purpose|duties|responsibilities)"
                            + "|what (?:the|this) (?:role|post|job|post ?holder) (?:is|does|involves)(?: for| about)?"),
            Part.LEARNING,
                    pattern("(?:(?:indicative|suggested|recommended|possible|typical|underpinning|initial|formal) )?"
                            + LEARNING
                            + "(?:(?:,| and| &|,? and|/)+ ?(?:learning|development|education|training|qualifications))*"
                            + "(?: (?:for|needed|required|activities|opportunities|to)\\b.*)?"),
            Part.CPD,
                    pattern(
                            "(?:continuing|continuous|ongoing) (?:professional |personal )?(?:development|learning)\\b.*|cpd\\b.*"
                                    + "|(?:keeping|staying|remaining) (?:up to date|current|competent)\\b.*|maintaining competence\\b.*"),
            Part.REFERENCES, pattern("references?|bibliography|sources|further reading"));
    private static final Map<Layer, Pattern> LAYERS = Map.of(
            Layer.LOCALITY,
                    pattern(".*\\b(?:locality|locally|local|employer|organisation)\\b.*\\b" + COMPETENCES
                            + "\\b.*|(?:locality|local)[ -]specific"),
            Layer.FACET, pattern("(?:.*\\b)?facets?\\b.*"),
            Layer.ROLE_SPECIFIC,
                    pattern(
                            ".*\\b(?:role|job|post|pathway|specialty|profession)[- ]?specific\\b.*|.*\\b(?:specific to|for) (?:the|this) "
                                    + ROLE + "\\b.*|.*\\b(?:specialist|specific|technical) " + COMPETENCES
                                    + "\\b.*|" + COMPETENCES + " of (?:the|this) " + ROLE + "|specific"),
            Layer.CORE,
                    pattern("(?:.*\\b)?(?:core|common|shared|generic|universal|underpinning)\\b.*\\b" + COMPETENCES
                            + "\\b.*|(?:.*\\b)?" + COMPETENCES
                            + "\\b.*\\b(?:common|shared|core|generic)\\b.*|(?:core|common|generic)"));
    private static final Pattern OF_COMPETENCES = pattern(".*\\b" + COMPETENCES + "\\b.*");
    private static final Map<Fact, Pattern> FACTS = Map.of(
            Fact.NAMED_ROLE,
                    pattern("(?:named|name of(?: the)?|title of(?: the)?|profile)? ?" + ROLE
                            + "(?: title| name)?|profile (?:title|name|for)"),
            Fact.AREA,
                    pattern(
                            "(?:area|field|setting|place|sector)s? of (?:work|practice|care)|(?:work|service|practice|clinical|speciality|specialty) (?:area|setting|field)"
                                    + "|setting|specialty|speciality|service|sector|department|where (?:you|they) work"),
            Fact.EXPERIENCE,
                    pattern(
                            "(?:required |previous |prior |essential |minimum |relevant )?experience(?:,? (?:and|&) (?:qualifications?|registration))?(?: required| needed| expected)?"
                                    + "|entry (?:requirements?|criteria|qualifications?)|(?:required )?qualifications?(?:,? (?:and|&) experience)(?: required| needed)?|prerequisites?"),
            Fact.LEVEL,
                    pattern(
                            "(?:career framework |career |framework |cf )?levels?(?: of (?:the )?(?:role|post|practice|career framework))?|lefel"),
            Fact.SCOPE,
                    pattern("scope(?: of (?:the )?(?:role|post|job|practice))?|(?:main |" + ROLE
                            + " )?(?:purpose|summary)"));

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

    /** Whether a heading speaks of competences, of whatever layer. */
    static boolean competences(String heading) {
        return OF_COMPETENCES.matcher(bare(heading)).matches();
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
