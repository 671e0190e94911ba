package org.espalier.pathway.stories;

import java.util.List;
import org.espalier.access.Actor;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.pathway.stories.StoryState.Step;
import org.espalier.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own stories: write, look at, publish, take back, delete. Others’ do not exist for them here. */
@Component
public class TellStory {
    private final Stories stories;
    private final People people;
    private final PublishedVersions versions;

    TellStory(Stories stories, People people, PublishedVersions versions) {
        this.stories = stories;
        this.people = people;
        this.versions = versions;
    }

    /** The actor's own story. */
    public Story get(Actor actor, StoryId id) {
        return stories.find(id)
                .filter(story -> story.author().equals(people.of(actor)))
                .orElseThrow(TellStory::noStory);
    }

    public List<Story> mine(Actor actor) {
        return stories.of(people.of(actor));
    }

    /**
     * Keeps a story as a draft, out of public view until its author agrees to it as it is now.
     *
     * @param id null for a new one
     */
    @Transactional
    public StoryId write(Actor actor, @Nullable StoryId id, StoryText text) {
        if (text.places().isEmpty() || !text.places().stream().allMatch(this::exists)) {
            throw new Problem.Invalid("pathway.stories.problem.noPlace");
        }
        if (id == null) {
            return stories.add(people.of(actor), text);
        }
        stories.write(take(actor, id, Step.WRITE).id(), text);
        return id;
    }

    private boolean exists(StoryPlace place) {
        return versions.current(place.framework())
                .filter(version -> place.level() == null
                        ? !version.expectationsOfRole().isEmpty()
                        : version.level(place.level()).isPresent())
                .isPresent();
    }

    /** Makes it public under the name that was previewed; calling this is the author's agreement. */
    @Transactional
    public void publish(Actor actor, StoryId id) {
        var story = take(actor, id, Step.PUBLISH);
        stories.publish(id, story.text().shownAs().of(actor.name()));
    }

    /** Takes it out of public view at once. */
    @Transactional
    public void withdraw(Actor actor, StoryId id) {
        take(actor, id, Step.WITHDRAW);
        stories.withdraw(id);
    }

    /** Deletes it for good, whatever its state. */
    @Transactional
    public void delete(Actor actor, StoryId id) {
        stories.delete(get(actor, id).id());
    }

    private Story take(Actor actor, StoryId id, Step step) {
        var story = get(actor, id);
        if (!story.state().allows(step)) {
            throw new Problem.Conflict("pathway.stories.problem.state");
        }
        return story;
    }

    static Problem.NotFound noStory() {
        return new Problem.NotFound("pathway.stories.problem.noStory");
    }
}
