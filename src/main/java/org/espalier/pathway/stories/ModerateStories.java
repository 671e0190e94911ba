package org.espalier.pathway.stories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.kernel.Problem;
import org.espalier.pathway.stories.Stories.Report;
import org.espalier.pathway.stories.StoryState.Step;
import org.espalier.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Anybody may report a story; authors of frameworks and administrators answer, and may take it out of public view. */
@Component
public class ModerateStories {
    public static final int LONGEST_REPORT = 1_000;
    public static final int LONGEST_REASON = 1_000;

    private final Stories stories;
    private final People people;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    ModerateStories(Stories stories, People people, Accounts accounts, ApplicationEventPublisher events) {
        this.stories = stories;
        this.people = people;
        this.accounts = accounts;
        this.events = events;
    }

    /** A public story with what people say is wrong with it. */
    public record Reported(Story story, List<Report> reports) {
        public Reported {
            reports = List.copyOf(reports);
        }
    }

    /** Policy: those who answer for what is published here. */
    public static boolean mayModerate(@Nullable Actor actor) {
        return actor != null
                && (actor.roles().contains(Role.FRAMEWORK_AUTHOR)
                        || actor.roles().contains(Role.ADMINISTRATOR));
    }

    /** Says what is wrong with a public story; those who may answer are told of the first. */
    @Transactional
    public void report(StoryId id, @Nullable Actor by, String words) {
        if (stories.findPublished(id).isEmpty()) {
            throw TellStory.noStory();
        }
        var isFirst = stories.openReports().stream()
                .noneMatch(report -> report.story().equals(id));
        if (stories.report(id, by == null ? null : by.account(), words) && isFirst) {
            Stream.of(Role.ADMINISTRATOR, Role.FRAMEWORK_AUTHOR)
                    .flatMap(role -> accounts.holding(role).stream())
                    .distinct()
                    .forEach(account -> events.publishEvent(
                            Notification.to(account, "/stories/reported", "pathway.notice.storyReported")));
        }
    }

    /** What is reported and not answered, the longest open first. */
    public List<Reported> reported(Actor actor) {
        require(actor);
        Map<StoryId, List<Report>> reports = new LinkedHashMap<>();
        stories.openReports().forEach(report -> reports.computeIfAbsent(report.story(), id -> new ArrayList<>())
                .add(report));
        var byId = stories.find(List.copyOf(reports.keySet())).stream()
                .collect(Collectors.toMap(Story::id, Function.identity()));
        return reports.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(byId.get(entry.getKey())).stream()
                        .map(story -> new Reported(story, entry.getValue())))
                .toList();
    }

    /** Takes a story out of public view; its author is told, and reads the reason on the story's page. */
    @Transactional
    public void takeDown(Actor actor, StoryId id, String reason) {
        var story = moderated(actor, id);
        stories.takeDown(id, actor.account(), reason);
        stories.answerReports(id, actor.account());
        people.find(story.author())
                .ifPresent(author -> events.publishEvent(
                        Notification.to(author.account(), "/me/stories/" + id, "pathway.notice.storyTakenDown")));
    }

    /** Leaves it as it is, and closes what was reported. */
    @Transactional
    public void leave(Actor actor, StoryId id) {
        moderated(actor, id);
        stories.answerReports(id, actor.account());
    }

    private Story moderated(Actor actor, StoryId id) {
        require(actor);
        var story = stories.findPublished(id).orElseThrow(TellStory::noStory);
        if (!story.state().allows(Step.TAKE_DOWN)) {
            throw new Problem.Conflict("pathway.stories.problem.state");
        }
        return story;
    }

    private static void require(Actor actor) {
        if (!mayModerate(Objects.requireNonNull(actor))) {
            throw new Problem.Forbidden("pathway.stories.problem.mayNot");
        }
    }
}
