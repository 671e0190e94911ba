package org.espalier.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what may tell who a patient is: NHS numbers, hospital numbers, and dates of birth beside a name or so called. It
 * points out and forbids nothing: the person who wrote it decides (PRODUCT.md, rule 20). It knows no names, so it finds a
 * name only by its title or beside an old date; what it does not find is not thereby anonymous.
 */
public final class PatientIdentifiers {
    private static final int NHS_DIGITS = 10;
    private static final int NEAR = 45;
    private static final int AROUND_A_DATE = 100;
    private static final int YEARS_OF_A_RECENT_DATE = 3;
    private static final int AROUND = 40;

    /** Ten digits, however they are spaced. */
    private static final Pattern TEN_DIGITS =
            Pattern.compile("(?<![\\p{L}\\d])\\d(?:[ \\u00a0.-]?\\d){9}(?![\\p{L}\\d])");

    private static final Pattern NHS_LABEL = Pattern.compile("(?i)\\b(?:NHS|CHI|H\\s?&\\s?C)\\b[^\\d\\n]{0,20}$");

    private static final Pattern HOSPITAL_NUMBER = Pattern.compile("(?i)\\b(?:MRN"
            + "|(?:hospital|hosp|patient|unit|case\\s?notes?|medical record|RiO|PAS|EMIS|SystmOne)\\.?\\s?"
            + "(?:number|num|no|id|ref(?:erence)?)\\b)"
            + "\\.?(?:\\s+(?:is|was))?\\s{0,2}[:#=-]?\\s{0,2}([A-Z]{0,3}[ -]?\\d{4,10}[A-Z]?)\\b");

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    /** A whole date; the year is in the first group that took part. */
    private static final Pattern DATE = Pattern.compile("(?i)(?<![\\d/.-])(?:"
            + "(?:0?[1-9]|[12]\\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]((?:18|19|20)?\\d\\d)"
            + "|((?:18|19|20)\\d\\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"
            + "|(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?: of)? " + MONTH + ",? ((?:18|19|20)\\d\\d)"
            + ")(?![\\d/-])");

    private static final Pattern BIRTH =
            Pattern.compile("(?i)\\b(?:d\\.?\\s?o\\.?\\s?b\\b|date of birth|birth\\s?date|birthday|born)");

    private static final Pattern TITLE_AND_NAME =
            Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Baby|Sir|Lady)\\.? \\p{Lu}[\\p{L}'’-]*");

    private static final Pattern TWO_NAMES =
            Pattern.compile("\\b(\\p{Lu}[\\p{Ll}'’-]+) ((?:\\p{Lu}[\\p{Ll}'’-]+ )?\\p{Lu}[\\p{L}'’-]+)\\b");

    /** Words that make of two capitalised ones a place, an organisation or a course. */
    private static final Pattern NO_PERSON = Pattern.compile("(?i)\\b(?:hospitals?|ward|trust|royal|university|college"
            + "|school|council|centre|center|clinic|surgery|care|certificate|level|act|guidance|standards?|health"
            + "|nhs|nice|department|unit|team|service|services|street|road|house|home|st|saint|in|on|at|the|from|since"
            + "|january|february|march|april|may|june|july|august|september|october|november|december)\\b");

    private PatientIdentifiers() {}

    /** What it may be. */
    public enum Kind {
        NHS_NUMBER,
        HOSPITAL_NUMBER,
        DATE_OF_BIRTH
    }

    /**
     * One place in a text.
     *
     * @param before what stands right before it
     * @param text as written
     * @param after what stands right after it
     */
    public record Finding(Kind kind, int start, String before, String text, String after) {}

    /** Everything that may identify a patient, in the order of the text. */
    public static List<Finding> in(String text, LocalDate today) {
        var findings = new ArrayList<Finding>();
        tenDigits(text).forEach(match -> findings.add(finding(Kind.NHS_NUMBER, text, match.start(), match.end())));
        HOSPITAL_NUMBER
                .matcher(text)
                .results()
                .filter(match -> findings.stream().noneMatch(found -> within(found, match)))
                .toList()
                .forEach(match -> findings.add(finding(Kind.HOSPITAL_NUMBER, text, match.start(1), match.end(1))));
        DATE.matcher(text)
                .results()
                .filter(date -> isOfBirth(text, date, today))
                .forEach(date -> findings.add(finding(Kind.DATE_OF_BIRTH, text, date.start(), date.end())));
        findings.sort(Comparator.comparingInt(Finding::start));
        return List.copyOf(findings);
    }

    /** True when these ten digits are an NHS number by their last, the check digit. */
    static boolean isNhsNumber(String digits) {
        if (digits.length() != NHS_DIGITS || digits.chars().distinct().count() == 1) {
            return false;
        }
        var sum = 0;
        for (var n = 0; n < NHS_DIGITS - 1; n++) {
            sum += (NHS_DIGITS - n) * (digits.charAt(n) - '0');
        }
        var check = 11 - sum % 11;
        return check != 10 && check % 11 == digits.charAt(NHS_DIGITS - 1) - '0';
    }

    private static List<MatchResult> tenDigits(String text) {
        var found = new ArrayList<MatchResult>();
        var matcher = TEN_DIGITS.matcher(text);
        for (var from = 0; matcher.find(from); ) {
            var isOne = isNhsNumber(matcher.group().replaceAll("\\D", ""))
                    || NHS_LABEL
                            .matcher(text.substring(Math.max(0, matcher.start() - NEAR), matcher.start()))
                            .find();
            if (isOne) {
                found.add(matcher.toMatchResult());
            }
            from = isOne ? matcher.end() : matcher.start() + 1;
        }
        return found;
    }

    private static boolean within(Finding found, MatchResult match) {
        return match.start(1) < found.start() + found.text().length() && match.end(1) > found.start();
    }

    private static boolean isOfBirth(String text, MatchResult date, LocalDate today) {
        var before = sameSentence(text.substring(Math.max(0, date.start() - AROUND_A_DATE), date.start()), true);
        var after =
                sameSentence(text.substring(date.end(), Math.min(text.length(), date.end() + AROUND_A_DATE)), false);
        if (isNear(BIRTH, before, after, false) || isNear(TITLE_AND_NAME, before, after, false)) {
            return true;
        }
        return year(date, today) < today.getYear() - YEARS_OF_A_RECENT_DATE && isNear(TWO_NAMES, before, after, true);
    }

    /** True when the pattern ends shortly before the date or begins shortly after it. */
    private static boolean isNear(Pattern pattern, String before, String after, boolean mustBePerson) {
        return Stream.concat(
                        pattern.matcher(before).results().filter(match -> match.end() >= before.length() - NEAR),
                        pattern.matcher(after).results().filter(match -> match.start() <= NEAR))
                .anyMatch(match ->
                        !mustBePerson || !NO_PERSON.matcher(match.group()).find());
    }

    /** The end of a text after its last full stop, or the beginning before its first. */
    private static String sameSentence(String text, boolean atEnd) {
        var sentences = text.split("(?<=[a-z)]{3}[.!?])\\s|\\n", -1);
        return sentences[atEnd ? sentences.length - 1 : 0];
    }

    private static int year(MatchResult date, LocalDate today) {
        var written = Stream.of(date.group(1), date.group(2), date.group(3))
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
        var year = Integer.parseInt(written);
        if (written.length() > 2) {
            return year;
        }
        return year + 2000 > today.getYear() ? year + 1900 : year + 2000;
    }

    private static Finding finding(Kind kind, String text, int start, int end) {
        return new Finding(
                kind,
                start,
                text.substring(Math.max(0, start - AROUND), start),
                text.substring(start, end),
                text.substring(end, Math.min(text.length(), end + AROUND)));
    }
}
