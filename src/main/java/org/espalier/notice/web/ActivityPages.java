package org.espalier.notice.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.kernel.Problem;
import org.espalier.notice.Activity;
import org.espalier.notice.ActivityEntry;
import org.espalier.ui.PersonalItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened and concerns the reader, the newest first. */
@Controller
@RequestMapping(ActivityPages.PATH)
class ActivityPages {
    static final String PATH = "/me/activity";
    static final int PAGE = 50;

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Activity activity;
    private final Clock clock;

    ActivityPages(Activity activity, Clock clock) {
        this.activity = activity;
        this.clock = clock.withZone(ZONE);
    }

    /** What happened on one day. */
    record Day(LocalDate date, List<ActivityEntry> entries) {}

    @Bean
    static PersonalItem activityItem(Activity activity) {
        return new PersonalItem(
                "notice.activity.title",
                PATH,
                somebody ->
                        somebody instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Actor actor
                                ? activity.unread(actor.account())
                                : 0);
    }

    @GetMapping
    String feed(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable Long before,
            @RequestParam @Nullable String read,
            Model model) {
        var entries = activity.before(actor.account(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        var shown = entries.subList(0, Math.min(PAGE, entries.size()));
        model.addAttribute("days", days(shown));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("unread", activity.unread(actor.account()));
        model.addAttribute("latest", shown.isEmpty() ? 0L : shown.getFirst().id());
        model.addAttribute("older", entries.size() > PAGE ? shown.getLast().id() : null);
        model.addAttribute("newest", before == null);
        model.addAttribute("allRead", read != null);
        return "notice/web/activity";
    }

    /** Where an entry leads; opening it marks it as read. */
    @GetMapping("/{id}")
    String open(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return "redirect:"
                + activity.open(actor.account(), id).orElseThrow(() -> new Problem.NotFound("notice.problem.noEntry"));
    }

    @PostMapping("/read")
    String markRead(@AuthenticationPrincipal Actor actor, @RequestParam long upTo) {
        activity.markRead(actor.account(), upTo);
        return "redirect:" + PATH + "?read";
    }

    private static List<Day> days(List<ActivityEntry> entries) {
        var days = new LinkedHashMap<LocalDate, Day>();
        entries.forEach(entry -> days.computeIfAbsent(
                        LocalDate.ofInstant(entry.at(), ZONE), date -> new Day(date, new ArrayList<>()))
                .entries()
                .add(entry));
        return List.copyOf(days.values());
    }
}
