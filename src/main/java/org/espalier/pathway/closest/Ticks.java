package org.espalier.pathway.closest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.espalier.framework.StatementId;

/**
 * What somebody without an account has ticked, and what they have been asked and left alone. It is kept in their browser
 * and nowhere else, as one short text.
 *
 * @param ticked what they say they do
 * @param left what they were asked and did not tick: that is unknown, not unmet (PRODUCT.md, rule 5)
 */
public record Ticks(Set<StatementId> ticked, Set<StatementId> left) {
    /** More than this is not asked of anybody. */
    public static final int MOST = 60;

    private static final int RADIX = 36;
    private static final Pattern TEXT = Pattern.compile("[0-9a-z.]{0,800}_[0-9a-z.]{0,800}");
    private static final Pattern NUMBER = Pattern.compile("[0-9a-z]{1,12}");

    public static final Ticks NONE = new Ticks(Set.of(), Set.of());

    public Ticks {
        ticked = Set.copyOf(ticked);
        var alone = new LinkedHashSet<>(left);
        alone.removeAll(ticked);
        left = Set.copyOf(alone);
    }

    /** As written by {@link #text}; none where it is nothing of the kind. */
    public static Ticks read(String text) {
        if (!TEXT.matcher(text).matches()) {
            return NONE;
        }
        var middle = text.indexOf('_');
        return new Ticks(ids(text.substring(0, middle)), ids(text.substring(middle + 1)));
    }

    /** Small letters, figures, full stops and one underscore: fit for a cookie. */
    public String text() {
        return text(ticked) + "_" + text(left);
    }

    public boolean isEmpty() {
        return ticked.isEmpty() && left.isEmpty();
    }

    public boolean wasAsked(StatementId id) {
        return ticked.contains(id) || left.contains(id);
    }

    public int asked() {
        return ticked.size() + left.size();
    }

    /** These ticks after another page of questions; a later answer to the same question takes the place of an earlier. */
    public Ticks and(Collection<StatementId> asked, Collection<StatementId> nowTicked) {
        var yes = new LinkedHashSet<>(ticked);
        var no = new LinkedHashSet<>(left);
        for (var id : asked) {
            yes.remove(id);
            no.remove(id);
            if (yes.size() + no.size() < MOST) {
                (nowTicked.contains(id) ? yes : no).add(id);
            }
        }
        return new Ticks(yes, no);
    }

    private static String text(Set<StatementId> ids) {
        return ids.stream()
                .map(StatementId::value)
                .sorted()
                .map(id -> Long.toString(id, RADIX))
                .collect(Collectors.joining("."));
    }

    /** The number of a statement as it stands in forms and cookies. */
    public static String number(StatementId id) {
        return Long.toString(id.value(), RADIX);
    }

    /** The statements with these numbers; what is no number is left out. */
    public static List<StatementId> ofNumbers(Collection<String> numbers) {
        var ids = new ArrayList<StatementId>();
        for (var number : numbers) {
            if (ids.size() < MOST && NUMBER.matcher(number).matches()) {
                ids.add(new StatementId(Long.parseLong(number, RADIX)));
            }
        }
        return ids;
    }

    private static Set<StatementId> ids(String text) {
        return new LinkedHashSet<>(ofNumbers(List.of(text.split("\\."))));
    }
}
