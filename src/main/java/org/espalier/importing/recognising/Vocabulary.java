package org.espalier.importing.recognising;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that say what a heading or a column is for, in any framework. */
final class Vocabulary {

    private static final Pattern BACK_MATTER = pattern("references|bibliography|resources|glossary|acknowledge?ments?"
            + "|appendix.*|appendices.*|annex.*|contact.*|further (?:information|reading|resources|help).*|useful .*"
            + "|notes|about (?:this|us|the).*|career stories|case stud.*|find out more.*|next steps|feedback|index"
            + "|abbreviations.*|sources|related .*|share this.*|footnotes?|endnotes?|cyfeiriadau|llyfryddiaeth|atodiad.*|geirfa|cydnabyddiaethau"
            + "|diolchiadau|cysylltu.*|rhagor o wybodaeth");
    private static final Pattern ROUTES = pattern(
            "(?:career |possible |example )?(?:routes?|pathways?)(?: (?:to|into|for|between|through|in|and)\\b.*)?"
                    + "|(?:career )?progression(?: routes?| pathways?| between.*)?|moving (?:between|on|up)\\b.*|ways in(?:to)?\\b.*");
    private static final Pattern DESCRIPTOR = pattern(
            "(?:level |role )?(?:descriptors?|descriptions?|overview|summary|definition)(?: of (?:the )?(?:level|role|stage|band).*)?"
                    + "|what (?:the|this) (?:level|stage|band|tier|grade|step) (?:is|means|involves|looks like)(?: about)?|what (?:they|you|people|staff) do(?: at this level)?|disgrifiad(?: o’r| o'r)?(?: lefel)?|disgrifydd(?: lefel)?");
    private static final Pattern JOB = pattern("(?:generic |example )?(?:job descriptions?|description of (?:the )?job)"
            + "|(?:job|post|role) (?:purpose|summary)|(?:main )?purpose of (?:the |this )?(?:job|post)");
    private static final Pattern REQUIREMENTS = pattern(
            "(?:indicative |entry |minimum |essential |typical )?(?:requirements?|qualifications?)(?: (?:to|for|at) .*)?|what you need"
                    + "|(?:indicative |entry |minimum |essential |typical )?(?:qualifications?|requirements?|training|education|experience)(?:,| and| &|/)+ ?(?:qualifications?|requirements?|experience|registration|training)"
                    + "|entry criteria|gofynion.*|cymwysterau");
    private static final Pattern ROLES = pattern(
            "(?:examples? (?:of )?)?(?:indicative |example |typical |job )?(?:roles?|job titles?|posts?)(?: (?:at|in) .*)?(?: include)?"
                    + "|(?:examples? (?:of )?)?(?:typical |possible )?(?:job|role|post) (?:titles?|examples?)|swyddi.*|rolau.*|enghreifftiau o (?:swyddi|rolau)");
    private static final Pattern LEVELS = pattern(
            "(?:the |our )?(?:\\w+ ){0,2}(?:levels|bands|stages|tiers|steps|grades)(?: (?:descriptors|descriptions|explained|defined|at a glance|of (?:\\w+ )?\\w+))?");
    private static final Pattern STATEMENTS = pattern(
            "(?:(?:behaviou?ral|performance|level|key|quality) )?(?:indicators|criteria|statements|expectations|descriptors)"
                    + "|(?:(?:key|intended|expected) )?learning (?:outcomes|objectives)|indicators of (?:good |effective )?\\w+|what this looks like(?: in practice)?");
    private static final Pattern GROUP = Pattern.compile(
            "(?i)(?<kind>domain|pillar|theme|strand|cluster|capability area|competency area|area of practice|area"
                    + "|standard|competenc(?:y|e)|capability|principle|aspect|dimension|category|topic|function|outcome"
                    + "|subject|unit|module|section|maes|parth|thema|piler)\\s+(?<code>\\d{1,2}(?:\\.\\d+)*[a-z]?|[IVX]{1,5}|[A-Z])(?![\\p{L}\\p{N}])"
                    + "\\s*[:.)–—|-]*\\s*(?<title>.*)");
    private static final Pattern NAMED_GROUP = Pattern.compile(
            "(?i)(?<kind>domain|pillar|theme|strand|cluster|aspect|dimension|category|maes)\\s*[:–—]\\s*(?<title>.+)");
    private static final Pattern CODED = Pattern.compile(
            "(?<code>(?:[A-Z]{1,4}[-. ]?)?\\d{1,3}(?:\\.\\d{1,3})*[a-z]?|(?:[A-Z]|[IVX]{1,5})(?=[.)]))(?:[.):]|\\s*[–—-])?\\s+(?<title>\\p{L}.*)");

    private Vocabulary() {}

    /** A field of a level that a heading or a column can announce. */
    enum Field {
        DESCRIPTOR,
        JOB_DESCRIPTION,
        REQUIREMENTS,
        ROLES
    }

    /** A group as a heading names it: its word, its code as printed and its title. */
    record GroupName(String kind, String code, String title) {}

    static boolean backMatter(String heading) {
        return BACK_MATTER.matcher(Phrase.unnumbered(heading)).matches();
    }

    static boolean routes(String heading) {
        return ROUTES.matcher(Phrase.unnumbered(heading)).matches();
    }

    /** Whether a heading stands over a list of the levels themselves: "The four levels", "Level descriptors". */
    static boolean levels(String heading) {
        return LEVELS.matcher(Phrase.unnumbered(heading)).matches();
    }

    /** Whether a heading says no more than that statements follow: "Indicators". */
    static boolean statements(String heading) {
        return STATEMENTS.matcher(Phrase.unnumbered(heading)).matches();
    }

    static Optional<Field> field(String heading) {
        var text = Phrase.unnumbered(heading);
        if (DESCRIPTOR.matcher(text).matches()) {
            return Optional.of(Field.DESCRIPTOR);
        }
        if (JOB.matcher(text).matches()) {
            return Optional.of(Field.JOB_DESCRIPTION);
        }
        if (REQUIREMENTS.matcher(text).matches()) {
            return Optional.of(Field.REQUIREMENTS);
        }
        return ROLES.matcher(text).matches() ? Optional.of(Field.ROLES) : Optional.empty();
    }

    /** "Domain 2: Supporting people", "Pillar B – Leading", "Theme: Growing". */
    static Optional<GroupName> group(String heading) {
        var text = heading.strip();
        var coded = GROUP.matcher(text);
        if (coded.matches() && coded.group("title").length() <= 160) {
            return Optional.of(new GroupName(
                    kind(coded),
                    text.substring(0, coded.end("code")).strip(),
                    coded.group("title").strip()));
        }
        var named = NAMED_GROUP.matcher(text);
        return named.matches()
                ? Optional.of(
                        new GroupName(kind(named), "", named.group("title").strip()))
                : Optional.empty();
    }

    /** "2.10 Working in a team" as code and title. */
    static Optional<GroupName> coded(String text) {
        var matcher = CODED.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new GroupName(
                        "", matcher.group("code"), matcher.group("title").strip()))
                : Optional.empty();
    }

    /** Whether a text is a code and nothing else. */
    static boolean code(String text) {
        return text.strip().matches("(?:[A-Z]{1,4}[-. ]?)?\\d{1,3}(?:\\.\\d{1,3})*[a-z]?[.):]?|[A-Z]");
    }

    private static String kind(Matcher matcher) {
        return switch (matcher.group("kind").toLowerCase(Locale.ROOT)) {
            case "competence" -> "competency";
            case String word -> word;
        };
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
