package org.espalier.cli;

import java.util.List;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.framework.PublishedVersions;
import org.espalier.pathway.stories.ShownAs;
import org.espalier.pathway.stories.StoryPlace;
import org.espalier.pathway.stories.StoryText;
import org.espalier.pathway.stories.TellStory;
import org.springframework.stereotype.Component;

/** What two of the made-up staff tell of their way. */
@Component
class SampleStories {
    private final SetUpSteps steps;
    private final Accounts accounts;
    private final PublishedVersions versions;
    private final TellStory tell;

    SampleStories(SetUpSteps steps, Accounts accounts, PublishedVersions versions, TellStory tell) {
        this.steps = steps;
        this.accounts = accounts;
        this.versions = versions;
        this.tell = tell;
    }

    /** Adds them to a database that has not seen them, once its people are there. */
    void add() {
        steps.once("sample/stories", () -> {
            tell(
                    "tom",
                    ShownAs.FIRST_NAME,
                    new StoryPlace(SamplePeople.SUPPORT_WORK, "entry-level"),
                    new StoryPlace(SamplePeople.SUPPORT_WORK, "intermediate"));
            tell("maya", ShownAs.NAME, new StoryPlace(SamplePeople.OCCUPATIONAL_THERAPY, "level-5"));
        });
    }

    private void tell(String who, ShownAs shownAs, StoryPlace... places) {
        var published = List.of(places).stream()
                .filter(place -> versions.current(place.framework()).isPresent())
                .toList();
        var account = accounts.find(SamplePeople.email(who));
        if (account.isEmpty() || published.isEmpty()) {
            return;
        }
        var actor = new Actor(
                account.get().id(), account.get().name(), account.get().roles());
        var key = "cli.story." + who;
        var words = CliMessages.text(key + ".1") + "\n\n" + CliMessages.text(key + ".2");
        tell.publish(actor, tell.write(actor, null, new StoryText(CliMessages.text(key), words, shownAs, published)));
    }
}
