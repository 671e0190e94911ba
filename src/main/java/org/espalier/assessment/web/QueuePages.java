package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.assessment.request.Assessor;
import org.espalier.assessment.request.JudgeRequests;
import org.espalier.assessment.request.JudgeRequests.Outcome;
import org.espalier.assessment.request.JudgeRequests.Refusal;
import org.espalier.assessment.request.QueuePage;
import org.espalier.assessment.request.QueueQuery;
import org.espalier.assessment.request.Request;
import org.espalier.assessment.request.RequestId;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.assessment.request.Requests;
import org.espalier.assessment.request.Tellings;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.PersonId;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An assessor's one queue over all learners: three SQL statements for a page, however many requests wait. */
@Controller
@RequestMapping(AssessmentPaths.QUEUE)
class QueuePages {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Requests requests;
    private final JudgeRequests judgeRequests;
    private final Tellings tellings;
    private final Grants grants;
    private final PublishedVersions versions;

    QueuePages(
            Requests requests,
            JudgeRequests judgeRequests,
            Tellings tellings,
            Grants grants,
            PublishedVersions versions) {
        this.requests = requests;
        this.judgeRequests = judgeRequests;
        this.tellings = tellings;
        this.grants = grants;
        this.versions = versions;
    }

    /** A request in the queue with what it is about. */
    record Line(QueuePage.Line line, Matter matter) {
        Request request() {
            return line.request();
        }

        /** As forms send it back. */
        String seen() {
            return request().id() + ":" + request().revision();
        }
    }

    /** The queue as it is shown, and the addresses of its other pages. */
    record Queue(
            QueueQuery query,
            List<Line> lines,
            int total,
            QueuePage.Choices choices,
            List<FrameworkVersion> frameworks,
            boolean assesses) {
        int pages() {
            return Math.max(1, (total + QueueQuery.PAGE_SIZE - 1) / QueueQuery.PAGE_SIZE);
        }

        /** True where the line before it was asked by the same person at the same time with the same words. */
        boolean isSameBreath(Line line) {
            var before = lines.indexOf(line) - 1;
            return before >= 0
                    && lines.get(before)
                            .request()
                            .learner()
                            .equals(line.request().learner())
                    && lines.get(before)
                            .request()
                            .waitingSince()
                            .equals(line.request().waitingSince())
                    && lines.get(before).line().words().equals(line.line().words());
        }

        String address(QueueQuery.Show show) {
            return AssessmentPaths.QUEUE + "?show=" + QueuePages.slug(show);
        }

        String address(int page) {
            var address = new StringBuilder(address(query.show()));
            var learner = query.learner();
            var version = query.version();
            if (learner != null) {
                address.append("&learner=").append(learner);
            }
            if (version != null) {
                address.append("&version=").append(version);
            }
            return address.append("&page=").append(page).toString();
        }
    }

    /**
     * What happened in the last step.
     *
     * @param left how many were left as they were, by why
     */
    record Done(String what, int count, @Nullable Long act, Map<Refusal, Integer> left) {}

    static String slug(QueueQuery.Show show) {
        return show.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static QueueQuery.Show show(String slug) {
        for (var show : QueueQuery.Show.values()) {
            if (slug(show).equals(slug)) {
                return show;
            }
        }
        return QueueQuery.Show.WAITING;
    }

    @GetMapping
    String queue(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String show,
            @RequestParam @Nullable Long learner,
            @RequestParam @Nullable Long version,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String did,
            @RequestParam(defaultValue = "0") int count,
            @RequestParam @Nullable Long act,
            @RequestParam(defaultValue = "") List<String> left,
            Model model) {
        var query = new QueueQuery(
                show(show),
                learner == null ? null : new PersonId(learner),
                version == null ? null : new VersionId(version),
                Math.max(1, page));
        var organisations = organisations(actor);
        var found = requests.queue(actor.account(), organisations, query);
        var choices = requests.choices(actor.account(), organisations, query.show());
        model.addAttribute(
                "queue",
                new Queue(
                        query,
                        found.lines().stream()
                                .map(line -> new Line(line, Matter.of(versions, line.request())))
                                .toList(),
                        found.total(),
                        choices,
                        choices.versions().stream()
                                .flatMap(id -> versions.find(id).stream())
                                .toList(),
                        !organisations.isEmpty()));
        model.addAttribute(
                "done",
                Move.ofSlug(did)
                        .map(move -> new Done(
                                move.slug(), count, act != null && tellings.isUntold(act) ? act : null, left(left)))
                        .orElse(null));
        return "assessment/web/queue";
    }

    /** Where the actor has the role of an assessor now. */
    private List<OrganisationId> organisations(Actor actor) {
        return grants.of(actor.account()).inForce().stream()
                .filter(grant -> grant.role() == Role.ASSESSOR)
                .map(Grant::organisation)
                .distinct()
                .toList();
    }

    /**
     * Decides on those that were ticked, or asks for the words that the decision needs.
     *
     * @param move what to do, as {@link Move#slug}; {@code until} for a sign-off that runs out
     * @param words null where nobody was asked yet
     */
    @PostMapping("/decide")
    String decide(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(name = "r", defaultValue = "") List<String> chosen,
            @RequestParam(name = "do", defaultValue = "") String move,
            @RequestParam @Nullable String words,
            @RequestParam @Nullable String to,
            HttpServletRequest form,
            HttpServletResponse response,
            Model model) {
        var seen = Numbers.seen(chosen);
        if (seen.isEmpty()) {
            return "redirect:" + AssessmentPaths.QUEUE + "?nothing";
        }
        var until = DateInput.of(form, "until");
        if (move.equals(Move.SIGN_OFF.slug())) {
            var errors = words == null ? FormErrors.none() : wrongEnd(until);
            if (!errors.any()) {
                return after(move, judgeRequests.signOff(actor, seen, end(until), words == null ? "" : words.strip()));
            }
            return words(actor, chosen, "until", new Words(words == null ? "" : words, until, errors), response, model);
        }
        if (words == null) {
            return words(
                    actor,
                    chosen,
                    move,
                    new Words("", DateInput.of((LocalDate) null), FormErrors.none()),
                    response,
                    model);
        }
        var errors = missing(move, words, to);
        if (errors.any()) {
            return words(actor, chosen, move, new Words(words, until, errors), response, model);
        }
        return after(
                move,
                switch (Move.ofSlug(move).orElseThrow(() -> new Problem.Invalid("assessment.problem.form"))) {
                    case PARTLY -> judgeRequests.sendBack(actor, seen, true, words.strip());
                    case NOT_YET -> judgeRequests.sendBack(actor, seen, false, words.strip());
                    case QUESTION -> judgeRequests.question(actor, seen, words.strip());
                    case PASS_ON ->
                        judgeRequests.passOn(actor, seen, new AccountId(Numbers.of(String.valueOf(to))), words.strip());
                    case SIGN_OFF, ANSWER, WITHDRAW, TURN_AWAY, CHOOSE, HAND_BACK, UNDO, REVOKE, SETTLE ->
                        throw new Problem.Invalid("assessment.problem.form");
                });
    }

    /** What was typed so far to go with a decision. */
    record Words(String words, DateInput until, FormErrors errors) {}

    private String words(
            Actor actor, List<String> chosen, String move, Words words, HttpServletResponse response, Model model) {
        var mine = new ArrayList<Request>();
        for (var id : Numbers.seen(chosen).keySet()) {
            requests.find(id)
                    .filter(request -> request.assessor().equals(actor.account()))
                    .ifPresent(mine::add);
        }
        if (mine.isEmpty()) {
            throw new Problem.NotFound("assessment.problem.noRequest");
        }
        if (words.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("move", move);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "lines",
                mine.stream()
                        .map(request -> new Line(new QueuePage.Line(request, 0, ""), Matter.of(versions, request)))
                        .toList());
        model.addAttribute(
                "takers",
                move.equals(Move.PASS_ON.slug()) ? judgeRequests.takers(actor.account(), mine) : List.<Assessor>of());
        model.addAttribute("words", words);
        return "assessment/web/decide";
    }

    private static FormErrors missing(String move, String words, @Nullable String to) {
        if (move.equals(Move.PASS_ON.slug())) {
            return to == null || to.isEmpty() ? FormErrors.of("to", "assessment.decide.noTaker") : FormErrors.none();
        }
        return words.isBlank() ? FormErrors.of("words", "assessment.decide." + move + ".noWords") : FormErrors.none();
    }

    private static FormErrors wrongEnd(DateInput until) {
        if (until.isWrong()
                || until.date().filter(day -> !day.isAfter(LocalDate.now(UK))).isPresent()) {
            return FormErrors.of("until-day", "assessment.decide.wrongEnd");
        }
        return FormErrors.none();
    }

    /** The first moment of the day after the last on which it counts. */
    private static @Nullable Instant end(DateInput until) {
        return until.date()
                .map(day -> day.plusDays(1).atStartOfDay(UK).toInstant())
                .orElse(null);
    }

    private static String after(String move, Outcome outcome) {
        var address = new StringBuilder(AssessmentPaths.QUEUE)
                .append("?did=")
                .append(move)
                .append("&count=")
                .append(outcome.done())
                .append("&act=")
                .append(outcome.act());
        outcome.left().forEach((refusal, count) -> address.append("&left=")
                .append(refusal.slug())
                .append('.')
                .append(count));
        return "redirect:" + address;
    }

    private static Map<Refusal, Integer> left(List<String> texts) {
        var left = new EnumMap<Refusal, Integer>(Refusal.class);
        for (var text : texts) {
            for (var refusal : Refusal.values()) {
                if (text.startsWith(refusal.slug() + ".")) {
                    left.put(refusal, (int)
                            Numbers.of(text.substring(refusal.slug().length() + 1)));
                }
            }
        }
        return left;
    }

    @PostMapping("/undo")
    String undo(@AuthenticationPrincipal Actor actor, @RequestParam long act) {
        var undone = judgeRequests.undo(actor, act);
        return "redirect:" + AssessmentPaths.QUEUE + "?did=undo&count=" + undone;
    }

    @GetMapping("/requests/{id:\\d+}")
    String one(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        return request(actor, id, "", FormErrors.none(), model);
    }

    private String request(Actor actor, long id, String words, FormErrors errors, Model model) {
        var request = mine(actor, id);
        var barrier = judgeRequests.mayNotJudge(actor, request).orElse(null);
        model.addAttribute("line", new Line(new QueuePage.Line(request, 0, ""), Matter.of(versions, request)));
        model.addAttribute("thread", requests.thread(request.id()));
        model.addAttribute("evidence", barrier == null ? requests.evidence(request.id()) : List.of());
        model.addAttribute("barrier", barrier);
        model.addAttribute("me", actor.account());
        model.addAttribute("words", words);
        model.addAttribute("errors", errors);
        return "assessment/web/request";
    }

    @PostMapping("/requests/{id:\\d+}/revoke")
    String revoke(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        if (words.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return request(actor, id, words, FormErrors.of("words", "assessment.revoke.noWords"), model);
        }
        try {
            judgeRequests.revoke(actor, new RequestId(id), revision, words.strip());
        } catch (Problem.Conflict changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return request(actor, id, words, FormErrors.of("request", String.valueOf(changed.getMessage())), model);
        }
        return "redirect:" + AssessmentPaths.QUEUE + "/requests/" + id;
    }

    private Request mine(Actor actor, long id) {
        return requests.find(new RequestId(id))
                .filter(request -> request.assessor().equals(actor.account()))
                .orElseThrow(() -> new Problem.NotFound("assessment.problem.noRequest"));
    }
}
