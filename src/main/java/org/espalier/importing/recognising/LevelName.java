package org.espalier.importing.recognising;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A numbered level as a heading or a header cell names it: "Band 5", "Stage B: Developing", "Advanced (Level 7)".
 *
 * @param word the document's word for a level, lower case
 * @param code the word and the number as printed
 * @param rank where it stands among its like
 * @param title what is printed beside the code, null when nothing is
 */
record LevelName(
        String word, String code, int rank, @Nullable String title) {

    private static final String KNOWN =
            "bands?|levels?|stages?|tiers?|grades?|steps?|phases?|rungs?|years?|lefel|cam|gradd|haen|cyfnod|blwyddyn";
    private static final String NUMBER =
            "\\d{1,2}[a-d]?|[IVX]{1,5}|[A-H]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en";
    private static final String ALSO =
            "(?:\\s*/\\s*(?:(?i:" + KNOWN + ")\\s+)?\\d{1,2}[a-d]?|[-–][a-d]|(?<=[a-d])\\s*[-–]\\s*\\d{1,2}[a-d])?";
    private static final String PREFIX =
            "(?:(?i:career framework|practice|pay|afc|agenda for change|nhs|framework|career|competency|capability)\\s+)?";
    private static final Pattern FIRST = Pattern.compile(
            "\\W{0,3}(?:\\d{1,2}(?:\\.\\d{1,2})*[.):]?\\s+)?" + PREFIX + "(?<word>(?i:" + KNOWN + "))\\s+(?<number>(?:"
                    + NUMBER + ")" + ALSO + ")(?![\\p{L}\\p{N}])(?:\\s*[:–—.|,)(\\-]+\\s*|\\s+|$)(?<title>.*?)\\)?");
    private static final Pattern LAST = Pattern.compile("(?<title>\\p{L}.*?)\\s*[(\\[:–—,\\-]\\s*" + PREFIX
            + "(?<word>(?i:" + KNOWN + "))\\s+(?<number>(?:" + NUMBER + ")" + ALSO + ")\\s*[)\\]]?");
    private static final Pattern ANY_WORD = Pattern.compile("(?<word>\\p{Lu}\\p{L}{2,}(?: \\p{L}{3,})?)\\s+(?<number>"
            + NUMBER + ")(?![\\p{L}\\p{N}])(?:\\s*[:–—.|,)(\\-]+\\s*(?<title>.*?)\\)?)?");
    private static final Set<String> OTHER_THINGS = Set.of(
            "maes",
            "parth",
            "thema",
            "piler",
            "adran",
            "pennod",
            "rhan",
            "tabl",
            "atodiad",
            "uned",
            "modiwl",
            "safon",
            "domain",
            "pillar",
            "theme",
            "section",
            "chapter",
            "part",
            "unit",
            "module",
            "appendix",
            "annex",
            "annexe",
            "figure",
            "table",
            "page",
            "standard",
            "competency",
            "competence",
            "capability",
            "principle",
            "outcome",
            "criterion",
            "element",
            "box",
            "note",
            "route",
            "case",
            "example",
            "version",
            "issue",
            "objective",
            "question",
            "item",
            "row",
            "column",
            "paragraph",
            "article",
            "act",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "area",
            "strand",
            "cluster",
            "aspect",
            "dimension",
            "category",
            "topic",
            "function",
            "facet",
            "draft",
            "volume",
            "edition",
            "schedule",
            "pathway",
            "option",
            "scenario",
            "group",
            "day",
            "week",
            "month",
            "covid",
            "tel",
            "room",
            "form",
            "subject");
    private static final List<String> NUMERALS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final int LONGEST_TITLE = 25;

    /** The level that this text names with one of the usual words, in one language or two, if it does nothing else. */
    static Optional<LevelName> of(String text) {
        return inTwoLanguages(text).or(() -> inOne(text));
    }

    /** "Lefel 2: Arwain / Level 2: Leading". */
    private static Optional<LevelName> inTwoLanguages(String text) {
        var halves = text.split("\\s+[/|]\\s+", -1);
        if (halves.length != 2) {
            return Optional.empty();
        }
        var one = inOne(halves[0]);
        var other = inOne(halves[1]);
        if (one.isEmpty()
                || other.isEmpty()
                || one.get().rank() != other.get().rank()
                || one.get().word().equals(other.get().word())) {
            return Optional.empty();
        }
        var titles = Stream.of(one.get().title(), other.get().title())
                .filter(Objects::nonNull)
                .toList();
        return Optional.of(new LevelName(
                one.get().word(),
                one.get().code() + " / " + other.get().code(),
                one.get().rank(),
                titles.isEmpty() ? null : String.join(" / ", titles)));
    }

    /** The same for a word that counts levels nowhere but where its headings stand as levels: "Group B: Leading". */
    static Optional<LevelName> ofThisWord(String text) {
        var matcher = ANY_WORD.matcher(text.strip());
        return matcher.matches()
                ? name(matcher.group("word"), matcher.group("number"), matcher.group("title"))
                : Optional.empty();
    }

    private static Optional<LevelName> inOne(String text) {
        var first = FIRST.matcher(text.strip());
        if (first.matches()) {
            return name(first.group("word"), first.group("number"), first.group("title"));
        }
        var last = LAST.matcher(text.strip());
        return last.matches() ? name(last.group("word"), last.group("number"), last.group("title")) : Optional.empty();
    }

    /** The same for any word that is not known to count something else: "Rung 3", "Circle B". */
    static Optional<LevelName> ofAnyWord(String text) {
        var matcher = ANY_WORD.matcher(text.strip());
        if (!matcher.matches() || OTHER_THINGS.contains(last(matcher.group("word")))) {
            return Optional.empty();
        }
        return name(matcher.group("word"), matcher.group("number"), matcher.group("title"));
    }

    /** The same level, however it is written. */
    String key() {
        if (code.matches(".*\\d\\s*[/–-].*")) {
            return Phrase.key(code);
        }
        return word + " " + rank + (code.matches(".*\\d[a-d]") ? code.substring(code.length() - 1) : "");
    }

    private static Optional<LevelName> name(String word, String number, @Nullable String rest) {
        var title = rest == null ? "" : rest.strip();
        if (title.matches("\\d.*|(?:(?:to|and|-|–|&|/)\\s*)?(?:" + NUMBER + ")")
                || title.matches("(?:to|and|-|–|&|/)\\s*(?:" + NUMBER + ")(?![\\p{L}\\p{N}]).*")
                || Phrase.startsInLowerCase(title)
                || Phrase.wordCount(title) > LONGEST_TITLE
                || Phrase.endsSentence(title)
                || Phrase.introduces(title)
                || title.matches(".*\\.{3,}.*|.*\\s\\d{1,3}")) {
            return Optional.empty();
        }
        return Optional.of(new LevelName(
                singular(last(word)),
                capitalised(word) + " " + number,
                rank(number),
                title.isEmpty() ? null : title.replaceFirst("^[(\\[](.*)[)\\]]?$", "$1")));
    }

    private static String capitalised(String word) {
        return word.replaceAll("\\s+", " ");
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static int rank(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Integer.parseInt(number.replaceFirst("\\D.*", ""));
        }
        var numeral = NUMERALS.indexOf(number.toLowerCase(Locale.ROOT));
        if (numeral >= 0) {
            return numeral + 1;
        }
        return number.matches("[IVX]+") ? roman(number) : number.charAt(0) - 'A' + 1;
    }

    private static int roman(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var value = value(number.charAt(i));
            sum += i + 1 < number.length() && value < value(number.charAt(i + 1)) ? -value : value;
        }
        return sum;
    }

    private static int value(char numeral) {
        return switch (numeral) {
            case 'I' -> 1;
            case 'V' -> 5;
            default -> 10;
        };
    }
}
