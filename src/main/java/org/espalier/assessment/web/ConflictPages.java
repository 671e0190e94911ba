package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.assessment.request.Assessor;
import org.espalier.assessment.request.Conflicts;
import org.espalier.assessment.request.DeclareConflict;
import org.espalier.assessment.request.JudgeRequests;
import org.espalier.assessment.request.Request;
import org.espalier.assessment.request.RequestId;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.assessment.request.Requests;
import org.espalier.kernel.Problem;
import org.espalier.person.Colleague;
import org.espalier.person.Colleagues;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where people say that there is a conflict of interest, and end it: an assessor of learners, beside the queue or at a
 * request, and a learner of assessors.
 */
@Controller
class ConflictPages {
    /** Who speaks: {@code assess} or {@code me}, as the address begins. */
    private static final String SIDE = "/{side:assess|me}/conflicts";

    private static final String OF_REQUEST = AssessmentPaths.QUEUE + "/requests/{id:\\d+}/conflict";
    private static final String BACK = "back";

    private final Conflicts conflicts;
    private final DeclareConflict declareConflict;
    private final Colleagues colleagues;
    private final People people;
    private final Requests requests;
    private final JudgeRequests judgeRequests;

    ConflictPages(
            Conflicts conflicts,
            DeclareConflict declareConflict,
            Colleagues colleagues,
            People people,
            Requests requests,
            JudgeRequests judgeRequests) {
        this.conflicts = conflicts;
        this.declareConflict = declareConflict;
        this.colleagues = colleagues;
        this.people = people;
        this.requests = requests;
        this.judgeRequests = judgeRequests;
    }

    /**
     * What was typed to declare one.
     *
     * @param find the name that was looked for last
     * @param with a person; null before one was chosen
     */
    record DeclareForm(String find, @Nullable Long with, String words, FormErrors errors) {
        DeclareForm checked() {
            var found = FormErrors.none();
            if (with == null) {
                found = found.and("with", "assessment.conflicts.nobodyChosen");
            }
            if (words.isBlank()) {
                found = found.and("words", "assessment.decide.noConflictWords");
            }
            return new DeclareForm(find, with, words, found);
        }
    }

    /** What the last step came to: how many requests have to go to somebody else. */
    record Done(String what, int count) {}

    @GetMapping(SIDE)
    String all(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String side,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") int count,
            Model model) {
        model.addAttribute(
                "done", List.of("declared", "ended").contains(done) ? new Done(done, Math.max(0, count)) : null);
        return all(actor, side, new DeclareForm(find.strip(), null, "", FormErrors.none()), model);
    }

    private String all(Actor actor, String side, DeclareForm form, Model model) {
        var me = people.of(actor);
        model.addAttribute("side", side);
        model.addAttribute(
                "conflicts", isLearner(side) ? conflicts.declaredBy(me) : conflicts.declaredBy(actor.account()));
        model.addAttribute("found", form.find().isEmpty() ? List.<Colleague>of() : colleagues.named(me, form.find()));
        model.addAttribute("form", form);
        return "assessment/web/conflicts";
    }

    private static boolean isLearner(String side) {
        return side.equals("me");
    }

    /** @param what {@code find} to look for a colleague and keep what was typed */
    @PostMapping(SIDE)
    String declare(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String side,
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(defaultValue = "") String find,
            @RequestParam @Nullable Long with,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        var form = new DeclareForm(find.strip(), with, words, FormErrors.none());
        if (!what.equals("find")) {
            form = form.checked();
            if (with != null && !form.errors().any()) {
                var other = new PersonId(with);
                var moved = isLearner(side)
                        ? declareConflict.asLearner(actor, other, words)
                        : declareConflict.asAssessor(actor, other, words, null).handedBack();
                return "redirect:/" + side + "/conflicts?done=declared&count=" + moved;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("done", null);
        return all(actor, side, form, model);
    }

    @PostMapping(SIDE + "/{id:\\d+}/end")
    String end(@AuthenticationPrincipal Actor actor, @PathVariable String side, @PathVariable long id) {
        if (isLearner(side)) {
            declareConflict.endAsLearner(actor, id);
        } else {
            declareConflict.endAsAssessor(actor, id);
        }
        return "redirect:/" + side + "/conflicts?done=ended";
    }

    /**
     * What was typed at a request.
     *
     * @param to an account, or {@value #BACK}; empty before something was chosen
     */
    record AtRequestForm(String words, String to, FormErrors errors) {
        AtRequestForm checked() {
            var found = FormErrors.none();
            if (words.isBlank()) {
                found = found.and("words", "assessment.decide.noConflictWords");
            }
            if (to.isEmpty()) {
                found = found.and("to", "assessment.conflict.noWay");
            }
            return new AtRequestForm(words, to, found);
        }
    }

    @GetMapping(OF_REQUEST)
    String atRequest(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        return atRequest(actor, mine(actor, id), new AtRequestForm("", "", FormErrors.none()), model);
    }

    private String atRequest(Actor actor, Request request, AtRequestForm form, Model model) {
        var open = requests.open(actor.account(), request.learner().id());
        var passable = DeclareConflict.passable(open);
        model.addAttribute("request", request);
        model.addAttribute("open", open.size());
        model.addAttribute("passable", passable.size());
        model.addAttribute(
                "takers",
                passable.isEmpty()
                        ? List.<Assessor>of()
                        : judgeRequests.takers(
                                actor.account(),
                                open.stream()
                                        .filter(one -> passable.containsKey(one.id()))
                                        .toList()));
        model.addAttribute("form", form);
        return "assessment/web/conflictAtRequest";
    }

    @PostMapping(OF_REQUEST)
    String declareAtRequest(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response,
            Model model) {
        var request = mine(actor, id);
        var form = new AtRequestForm(words, to, FormErrors.none()).checked();
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return atRequest(actor, request, form, model);
        }
        var moved = declareConflict.asAssessor(
                actor, request.learner().id(), words, to.equals(BACK) ? null : new AccountId(Numbers.of(to)));
        var passed = moved.passedOn() > 0;
        return "redirect:" + AssessmentPaths.QUEUE + "?did=" + (passed ? Move.PASS_ON : Move.HAND_BACK).slug()
                + "&count=" + (passed ? moved.passedOn() : moved.handedBack());
    }

    private Request mine(Actor actor, long id) {
        return requests.find(new RequestId(id))
                .filter(request -> request.assessor().equals(actor.account()))
                .filter(request -> request.state().after(Move.HAND_BACK).isPresent())
                .orElseThrow(() -> new Problem.NotFound("assessment.problem.noRequest"));
    }
}
