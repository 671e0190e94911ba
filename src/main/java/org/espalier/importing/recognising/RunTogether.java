package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Items that ran together when a cell lost its line breaks, taken apart by their wording: the names of roles after the
 * noun that ends them, requirements before the word that begins one.
 */
final class RunTogether {

    private static final Set<String> ROLE_NOUNS = words("worker nurse practitioner therapist phlebotomist dietitian"
            + " dietician paramedic physiotherapist podiatrist psychologist pharmacist radiographer technician"
            + " technologist scientist midwife matron advisor adviser manager director officer coordinator"
            + " co-ordinator surgeon clinician navigator coach facilitator educator lecturer researcher counsellor"
            + " optometrist orthoptist prosthetist orthotist audiologist doctor physician visitor administrator"
            + " receptionist supervisor leader tutor trainer ambassador volunteer carer professional mentor partner"
            + " planner prescriber instructor operator handler driver chaplain librarian");
    private static final Set<String> ALSO_ROLE_NOUNS = words("assistant associate specialist consultant apprentice");
    private static final Set<String> ROLES_OF_THEIR_OWN = words("phlebotomist dietitian dietician paramedic"
            + " physiotherapist podiatrist psychologist pharmacist radiographer midwife matron");
    private static final Set<String> AFTER_NURSE = words("associate specialist consultant");
    private static final Set<String> ROLE_BEGINNINGS =
            words("advanced enhanced consultant senior registered principal trainee junior");
    private static final Set<String> SPECIALITIES = words("adult adults child children discharge community paediatrics"
            + " maternity surgery medicine theatre theatres emergency outpatients inpatients oncology neurology");
    private static final Set<String> LONGER_SPECIALITIES = Set.of(
            "mental health",
            "learning disability",
            "learning disabilities",
            "primary care",
            "social care",
            "urgent care",
            "secondary care",
            "critical care",
            "palliative care",
            "community care",
            "young people");
    private static final Set<String> REQUIREMENT_BEGINNINGS = words("appropriate completion first further phd msc mphil"
            + " bsc evidence experience working minimum relevant successful postgraduate gcse gcses functional holds"
            + " registered membership demonstrable current full");
    private static final Set<String> ENDS_OF_FIELDS =
            words("medicine surgery care health paediatrics oncology theatres rehabilitation");
    private static final Set<String> DEGREES = words("phd msc mphil bsc");
    private static final Set<String> UNFINISHED = words("a an the of and or in on at to for with by from as than that"
            + " which including include approved appropriate relevant & -");
    private static final Pattern SOMEBODY =
            Pattern.compile("\\p{L}{2,}(?:ist|ists|ian|ians|grapher|wife|keeper|giver)");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,5}");
    private static final int LONG_WITHOUT_NOUN = 3;

    private RunTogether() {}

    /** The names of roles in a text without separators. */
    static List<String> roles(String text) {
        var tokens = tokens(text);
        var items = new ArrayList<String>();
        var item = new ArrayList<String>();
        var noun = false;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            item.add(token);
            var speciality = dash(token) ? speciality(tokens, i + 1) : field(tokens, i, item);
            item.addAll(tokens.subList(i + 1, i + 1 + speciality));
            i += speciality;
            if (i + 1 < tokens.size()) {
                noun |= noun(token, item.size() == 1, tokens.get(i + 1));
                if (capital(tokens.get(i + 1)) && (speciality > 0 || roleEnds(tokens, i, item, noun))) {
                    add(items, item);
                    item.clear();
                    noun = false;
                }
            }
        }
        add(items, item);
        return wholeRoles(items);
    }

    /** Words among which no role is named belong to the role before them: its field, or the service it is in. */
    private static List<String> wholeRoles(List<String> items) {
        var roles = new ArrayList<String>();
        for (var item : items) {
            if (!roles.isEmpty() && tokens(item).stream().noneMatch(RunTogether::namesARole)) {
                roles.add(roles.removeLast() + " " + item);
            } else {
                roles.add(item);
            }
        }
        return roles;
    }

    private static boolean namesARole(String token) {
        return Stream.of(token.split("/"))
                .map(RunTogether::bare)
                .anyMatch(word -> roleNoun(word) || ALSO_ROLE_NOUNS.contains(word));
    }

    private static boolean roleNoun(String word) {
        return ROLE_NOUNS.contains(word)
                || (word.endsWith("s") && ROLE_NOUNS.contains(word.substring(0, word.length() - 1)))
                || (SOMEBODY.matcher(word).matches() && !ALSO_ROLE_NOUNS.contains(word));
    }

    private static boolean roleEnds(List<String> tokens, int index, List<String> item, boolean nounSeen) {
        var token = tokens.get(index);
        var next = tokens.get(index + 1);
        if (dash(token) || token.endsWith("/") || token.endsWith(",") || !capital(next)) {
            return false;
        }
        if (noun(token, item.size() == 1, next)) {
            return !ACRONYM.matcher(next).matches();
        }
        var acronymAfterNoun = nounSeen && ACRONYM.matcher(token).matches() && roleNoun(bare(tokens.get(index - 1)));
        return acronymAfterNoun
                || (ROLE_BEGINNINGS.contains(bare(next)) && (nounSeen || item.size() >= LONG_WITHOUT_NOUN));
    }

    /** Whether a word ends the name of a role, given what follows it. */
    private static boolean noun(String token, boolean first, String next) {
        var word = bare(token);
        var following = bare(next);
        if (roleNoun(word)) {
            return !roleNoun(following) && !(word.equals("nurse") && AFTER_NURSE.contains(following));
        }
        var joined = roleNoun(following)
                && (word.equals("specialist") || word.equals("consultant") || !ROLES_OF_THEIR_OWN.contains(following));
        return ALSO_ROLE_NOUNS.contains(word) && !first && !joined;
    }

    private static int speciality(List<String> tokens, int from) {
        if (from + 1 < tokens.size()
                && LONGER_SPECIALITIES.contains(bare(tokens.get(from)) + " " + bare(tokens.get(from + 1)))) {
            return 2;
        }
        return from < tokens.size() && SPECIALITIES.contains(bare(tokens.get(from))) ? 1 : 0;
    }

    /** How many words name the field of an "Advanced Practitioner" that would be none without them. */
    private static int field(List<String> tokens, int index, List<String> item) {
        var plain = item.size() == 2
                && ROLE_BEGINNINGS.contains(bare(item.getFirst()))
                && bare(item.getLast()).equals("practitioner");
        for (var i = index + 1; plain && i < Math.min(index + 4, tokens.size()); i++) {
            var word = bare(tokens.get(i));
            if (roleNoun(word) || ROLE_BEGINNINGS.contains(word)) {
                return 0;
            }
            if (ENDS_OF_FIELDS.contains(word)) {
                return i - index;
            }
        }
        return 0;
    }

    /** Whether the second of two pieces of a list of roles goes on with the last name of the first. */
    static boolean roleGoesOn(String before, String after) {
        var last = tokens(before).getLast();
        var first = tokens(after).getFirst();
        return goesOn(before, after) || (!roleNoun(bare(last)) && roleNoun(bare(first.replaceFirst("/.*", ""))));
    }

    /** Whether the second of two pieces goes on with the sentence or phrase of the first. */
    static boolean goesOn(String before, String after) {
        var last = tokens(before).getLast();
        return Phrase.startsInLowerCase(after)
                || UNFINISHED.contains(bare(last))
                || dash(last)
                || last.endsWith("/")
                || last.endsWith(",");
    }

    /** The requirements in a text without separators. */
    static List<String> requirements(String text) {
        var tokens = tokens(text);
        var items = new ArrayList<String>();
        var item = new ArrayList<String>();
        var depth = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (i > 0 && depth == 0 && capital(token) && begins(tokens.get(i - 1), token)) {
                add(items, item);
                item.clear();
            }
            if (token.matches("[•●▪◦‣]")) {
                add(items, item);
                item.clear();
                continue;
            }
            item.add(token);
            depth = Math.max(0, depth + count(token, '(') - count(token, ')'));
        }
        add(items, item);
        return items;
    }

    private static boolean begins(String before, String token) {
        if (before.endsWith(":") || before.endsWith(";") || before.endsWith(")")) {
            return true;
        }
        return !UNFINISHED.contains(bare(before))
                && !before.endsWith("/")
                && !before.endsWith(",")
                && (!DEGREES.contains(bare(token)) || capital(before))
                && (REQUIREMENT_BEGINNINGS.contains(bare(token)) || token.equals("A") || token.equals("An"));
    }

    private static void add(List<String> items, List<String> item) {
        if (!item.isEmpty()) {
            items.add(String.join(" ", item));
        }
    }

    private static int count(String token, char c) {
        return (int) token.chars().filter(other -> other == c).count();
    }

    private static boolean capital(String token) {
        return !token.isEmpty() && Character.isUpperCase(token.codePointAt(0));
    }

    private static boolean dash(String token) {
        return token.endsWith("-") || token.endsWith("–") || token.endsWith("—");
    }

    private static String bare(String token) {
        return token.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}&]+|[^\\p{L}&]+$", "");
    }

    private static List<String> tokens(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
