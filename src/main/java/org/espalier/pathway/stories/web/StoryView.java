package org.espalier.pathway.stories.web;

import java.util.List;
import org.espalier.pathway.stories.Story;

/** A story with the roles and levels it is about, as far as they are still published. */
record StoryView(Story story, List<Places.Shown> places) {
    StoryView {
        places = List.copyOf(places);
    }

    static StoryView of(Story story, Places places) {
        return new StoryView(
                story, List.copyOf(places.show(story.text().places()).values()));
    }
}
