package org.espalier.framework;

import java.util.List;
import org.espalier.ui.Messages;

/** What a level or role asks for, in one sentence: “All 18, and at least 3 of 7 optional ones.” */
public final class DemandSentence {
    private static final String KEY = "framework.demand.";

    private DemandSentence() {}

    /** Empty where nothing is optional, because then there is nothing to say. */
    public static String of(Demand demand, Messages words) {
        if (!demand.hasChoice()) {
            return "";
        }
        var required = demand.required().size();
        if (demand.minimum() == 0) {
            return words.text(KEY + (required == 0 ? "none" : "allBut"), required, demand.optional());
        }
        var asked =
                demand.choices().stream().filter(choice -> choice.minimum() > 0).toList();
        var choices = words.list(
                asked.stream().map(choice -> choice(choice, asked, words)).toList());
        return words.text(KEY + (required == 0 ? "choices" : "allAnd"), required, choices);
    }

    private static String choice(Demand.Choice choice, List<Demand.Choice> all, Messages words) {
        var level = choice.level();
        return level == null || all.size() == 1
                ? words.text(
                        KEY + "atLeast", choice.minimum(), choice.statements().size())
                : words.text(
                        KEY + "atLeast.level",
                        choice.minimum(),
                        choice.statements().size(),
                        level.shortName());
    }
}
