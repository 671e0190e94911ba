package org.espalier.importing.recognising;

import java.util.regex.Pattern;

/** Whether a short text reads as the name of a level: numbered, or named with one of the words frameworks use. */
final class LevelWords {

    private static final Pattern NAME = Pattern.compile(
            "(?i).*\\b(?:entry|foundations?|foundational|introductory|beginner|novice|intermediate|developing|competent"
                    + "|proficient|proficiency|enhanced|advanced|expert|experts?|consultant|specialist|senior|principal"
                    + "|master|mastery|associate|assistant|registered|support work(?:er)?|newly qualified|apprentice"
                    + "|trainee|graduate|preceptorship|leading|strategic|established|experienced|emerging|practising"
                    + "|practicing|accomplished|junior|basic|core|essential|practitioner)\\b.*");
    private static final Pattern OTHER = Pattern.compile(
            "(?i).*\\b(?:evidence|notes?|comments?|date|sign(?:ature|ed)?|sign-?off|assess(?:or|ment|ed)|rag|descriptors?"
                    + "|descriptions?|requirements?|qualifications?|roles?|responsibilit\\w+|characteristics|knowledge"
                    + "|skills?|behaviou?rs?|learning|education|training|development|research|leadership|management"
                    + "|competenc\\w+|capabilit\\w+|domains?|pillars?|themes?|principles?|functions?|statements?|expectations?|indicators?"
                    + "|standards?|titles?|outcomes?|criteria|codes?|references?|page|number|mapping|links?|resources?"
                    + "|status|scope|definition|overview|examples?|context|organisation|area|cymwyseddau?|cymhwysedd|maes|thema|piler|disgrifiad)\\b.*");
    private static final int LONGEST = 7;
    private static final int FEWEST_OF_COLUMNS = 6;
    private static final int FEWEST_COLUMNS = 4;

    private LevelWords() {}

    static boolean name(String text) {
        return LevelName.of(text).isPresent()
                || (brief(text) && NAME.matcher(text).matches() && !column(text));
    }

    /** Short enough for a name, and not the name of a column for something else. */
    static boolean possibleName(String text) {
        return brief(text) && !column(text) && text.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether a text names what a column or a group is for rather than a level. */
    static boolean column(String text) {
        return OTHER.matcher(text).matches();
    }

    /** Whether a line holds the headings of several columns, one after the other. */
    static boolean columnHeadings(String line) {
        return Phrase.wordCount(line) >= FEWEST_OF_COLUMNS
                && Phrase.words(line).stream().filter(LevelWords::column).count() >= FEWEST_COLUMNS;
    }

    /** A header over the names of levels: "Level", "Career framework level", "Stage of practice". */
    static boolean levelColumn(String text) {
        return text.matches(
                        "(?i)(?:\\w+ ){0,3}(?:levels?|bands?|stages?|tiers?|grades?|steps?|phases?|rungs?|lefel|cam)"
                                + "(?: of practice| name| title)?")
                && !NAME.matcher(text).matches();
    }

    private static boolean brief(String text) {
        return !text.isBlank()
                && Phrase.wordCount(text) <= LONGEST
                && !Phrase.endsSentence(text)
                && !text.matches(".*[;•].*");
    }
}
