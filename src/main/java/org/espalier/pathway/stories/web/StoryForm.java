package org.espalier.pathway.stories.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.espalier.pathway.stories.ShownAs;
import org.espalier.pathway.stories.Story;
import org.espalier.pathway.stories.StoryPlace;
import org.espalier.pathway.stories.StoryText;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A story as typed.
 *
 * @param find words to find further roles and levels by
 */
record StoryForm(
        String title,
        String words,
        @Nullable ShownAs shownAs,
        List<StoryPlace> places,
        String find,
        FormErrors errors) {
    StoryForm {
        places = List.copyOf(places);
    }

    static StoryForm empty(List<StoryPlace> places) {
        return new StoryForm("", "", null, places, "", FormErrors.none());
    }

    static StoryForm of(Story story) {
        var text = story.text();
        return new StoryForm(text.title(), text.words(), text.shownAs(), text.places(), "", FormErrors.none());
    }

    static StoryForm typed(HttpServletRequest request) {
        var places = new LinkedHashSet<StoryPlace>();
        var sent = request.getParameterValues("place");
        for (var value : sent == null ? new String[0] : sent) {
            StoryPlace.ofValue(value).ifPresent(places::add);
        }
        return new StoryForm(
                sent(request, "title").strip(),
                sent(request, "words").replace("\r\n", "\n").strip(),
                ShownAs.ofSlug(sent(request, "shown-as")).orElse(null),
                new ArrayList<>(places).subList(0, Math.min(places.size(), StoryText.MOST_PLACES)),
                sent(request, "find").strip(),
                FormErrors.none());
    }

    private static String sent(HttpServletRequest request, String name) {
        var value = (@Nullable String) request.getParameter(name);
        return value == null ? "" : value;
    }

    /** With what is wrong or missing. */
    StoryForm checked() {
        var wrong = FormErrors.none();
        if (title.isEmpty()) {
            wrong = wrong.and("title", "pathway.stories.title.missing");
        } else if (title.length() > StoryText.LONGEST_TITLE) {
            wrong = wrong.and("title", "pathway.stories.title.long", StoryText.LONGEST_TITLE);
        }
        if (words.isEmpty()) {
            wrong = wrong.and("words", "pathway.stories.words.missing");
        } else if (words.length() > StoryText.LONGEST_WORDS) {
            wrong = wrong.and("words", "pathway.stories.words.long", StoryText.LONGEST_WORDS);
        }
        if (places.isEmpty()) {
            wrong = wrong.and("find", "pathway.stories.places.missing");
        }
        if (shownAs == null) {
            wrong = wrong.and("shown-as", "pathway.stories.shownAs.missing");
        }
        return new StoryForm(title, words, shownAs, places, find, wrong);
    }

    StoryText text() {
        return new StoryText(title, words, shownAs == null ? ShownAs.ANONYMOUS : shownAs, places);
    }
}
