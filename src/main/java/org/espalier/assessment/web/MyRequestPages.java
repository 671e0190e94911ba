package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.assessment.request.AnswerAssessor;
import org.espalier.assessment.request.Assessor;
import org.espalier.assessment.request.JudgeRequests;
import org.espalier.assessment.request.Request;
import org.espalier.assessment.request.RequestId;
import org.espalier.assessment.request.RequestState;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.assessment.request.Requests;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.portfolio.choosing.ChooseEvidence;
import org.espalier.portfolio.choosing.EvidencePicked;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a learner sees what they have asked, and answers. */
@Controller
@RequestMapping(AssessmentPaths.MY_REQUESTS)
class MyRequestPages {
    private final People people;
    private final Requests requests;
    private final PublishedVersions versions;
    private final ChooseEvidence chooseEvidence;
    private final AnswerAssessor answerAssessor;
    private final JudgeRequests judgeRequests;

    MyRequestPages(
            People people,
            Requests requests,
            PublishedVersions versions,
            ChooseEvidence chooseEvidence,
            AnswerAssessor answerAssessor,
            JudgeRequests judgeRequests) {
        this.people = people;
        this.requests = requests;
        this.versions = versions;
        this.chooseEvidence = chooseEvidence;
        this.answerAssessor = answerAssessor;
        this.judgeRequests = judgeRequests;
    }

    /** A request of the learner's with what it is about. */
    record Mine(Request request, Matter matter) {}

    @GetMapping
    String all(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String sent, Model model) {
        var byTurn = new LinkedHashMap<String, List<Mine>>();
        for (var turn : List.of("yours", "waiting", "over")) {
            byTurn.put(turn, new ArrayList<>());
        }
        for (var request : requests.of(people.of(actor))) {
            var turn =
                    switch (request.state()) {
                        case QUESTIONED, RETURNED, UNPLACED -> "yours";
                        case WAITING -> "waiting";
                        case SIGNED_OFF, WITHDRAWN, REVOKED, SETTLED -> "over";
                    };
            byTurn.getOrDefault(turn, new ArrayList<>()).add(new Mine(request, Matter.of(versions, request)));
        }
        model.addAttribute("byTurn", byTurn);
        model.addAttribute("sent", sent != null);
        return "assessment/web/myRequests";
    }

    /**
     * What was typed to answer.
     *
     * @param picked what is to be sent with it
     */
    record AnswerForm(String words, EvidencePicked picked, FormErrors errors) {
        static AnswerForm of(FormErrors errors) {
            return new AnswerForm("", EvidencePicked.of(List.of()), errors);
        }
    }

    @GetMapping("/{id:\\d+}")
    String one(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        return page(actor, id, AnswerForm.of(FormErrors.none()), model);
    }

    private String page(Actor actor, long id, AnswerForm form, Model model) {
        var person = people.of(actor);
        var request = requests.find(new RequestId(id))
                .filter(one -> one.learner().id().equals(person))
                .orElseThrow(() -> new Problem.NotFound("assessment.problem.noRequest"));
        var evidence = requests.evidence(request.id());
        var used = evidence.stream().map(one -> one.id()).collect(Collectors.toSet());
        model.addAttribute("mine", new Mine(request, Matter.of(versions, request)));
        model.addAttribute("thread", requests.thread(request.id()));
        model.addAttribute("evidence", evidence);
        model.addAttribute(
                "more",
                request.state().after(Move.ANSWER).isPresent()
                        ? chooseEvidence.from(person, form.picked(), used)
                        : null);
        model.addAttribute(
                "takers",
                request.state() == RequestState.UNPLACED
                        ? judgeRequests.takers(request.assessor(), List.of(request))
                        : List.<Assessor>of());
        model.addAttribute("me", actor.account());
        model.addAttribute("form", form);
        return "assessment/web/myRequest";
    }

    /** Another assessor instead of one who must not judge it. */
    @PostMapping("/{id:\\d+}/choose")
    String choose(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String to,
            @ModelAttribute("frame") PageFrame frame,
            HttpServletResponse response,
            Model model) {
        if (to.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = FormErrors.of("to", "assessment.decide.noTaker");
            return page(actor, id, AnswerForm.of(errors), model);
        }
        try {
            answerAssessor.choose(
                    actor, new RequestId(id), new AccountId(Numbers.of(to)), frame.t("assessment.purpose"));
        } catch (Problem.Conflict changed) {
            return changed(actor, id, "", EvidencePicked.of(List.of()), changed, response, model);
        }
        return "redirect:" + AssessmentPaths.MY_REQUESTS + "/" + id;
    }

    @PostMapping("/{id:\\d+}/answer")
    String answer(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            EvidencePicked picked,
            @ModelAttribute("frame") PageFrame frame,
            HttpServletResponse response,
            Model model) {
        if (picked.isLooking()) {
            return page(actor, id, new AnswerForm(words, picked, FormErrors.none()), model);
        }
        if (words.isBlank() && picked.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = FormErrors.of("words", "assessment.answer.nothing");
            return page(actor, id, new AnswerForm(words, picked, errors), model);
        }
        try {
            answerAssessor.answer(
                    actor, new RequestId(id), words.strip(), Set.copyOf(picked.ids()), frame.t("assessment.purpose"));
        } catch (Problem.Conflict changed) {
            return changed(actor, id, words, picked, changed, response, model);
        }
        return "redirect:" + AssessmentPaths.MY_REQUESTS + "/" + id;
    }

    @PostMapping("/{id:\\d+}/withdraw")
    String withdraw(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, HttpServletResponse response, Model model) {
        try {
            answerAssessor.withdraw(actor, new RequestId(id));
        } catch (Problem.Conflict changed) {
            return changed(actor, id, "", EvidencePicked.of(List.of()), changed, response, model);
        }
        return "redirect:" + AssessmentPaths.MY_REQUESTS + "/" + id;
    }

    /** The request as it is now, with what was typed and why it was not sent. */
    private String changed(
            Actor actor,
            long id,
            String words,
            EvidencePicked picked,
            Problem.Conflict changed,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var errors = FormErrors.of("request", String.valueOf(changed.getMessage()));
        return page(actor, id, new AnswerForm(words, picked, errors), model);
    }
}
