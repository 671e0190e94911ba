package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.assessment.attestation.AttestTogether;
import org.espalier.assessment.attestation.Attestation;
import org.espalier.assessment.attestation.Attestation.Move;
import org.espalier.assessment.attestation.Attestation.State;
import org.espalier.assessment.attestation.AttestationId;
import org.espalier.assessment.attestation.JointAttestations;
import org.espalier.assessment.attestation.Part;
import org.espalier.assessment.attestation.Signatories;
import org.espalier.assessment.attestation.Signatory;
import org.espalier.document.Pdf;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.ui.Download;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where several people sign one thing: the learner begins it, each reads and answers, all see where it stands. */
@Controller
@RequestMapping(AssessmentPaths.ATTESTATIONS)
class AttestationPages {
    private static final String NOBODY = "nobody";
    private static final List<Part.Role> OTHERS = List.of(Part.Role.EDUCATOR, Part.Role.EMPLOYER);

    private final JointAttestations attestations;
    private final AttestTogether attestTogether;
    private final Signatories signatories;
    private final People people;

    AttestationPages(
            JointAttestations attestations, AttestTogether attestTogether, Signatories signatories, People people) {
        this.attestations = attestations;
        this.attestTogether = attestTogether;
        this.signatories = signatories;
        this.people = people;
    }

    /**
     * What was typed to begin one.
     *
     * @param chosen account numbers by role; a role nobody is asked for is missing
     * @param find the name that was looked for last
     */
    record BeginForm(String title, String words, Map<Part.Role, String> chosen, String find, FormErrors errors) {

        static BeginForm of(HttpServletRequest request) {
            var chosen = new EnumMap<Part.Role, String>(Part.Role.class);
            for (var role : OTHERS) {
                var account = sent(request, role.slug());
                if (!account.isEmpty() && !account.equals(NOBODY)) {
                    chosen.put(role, account);
                }
            }
            return new BeginForm(
                    sent(request, "title"), sent(request, "words"), chosen, sent(request, "find"), FormErrors.none());
        }

        private static String sent(HttpServletRequest request, String name) {
            return Objects.requireNonNullElse(request.getParameter(name), "").strip();
        }

        BeginForm checked() {
            var errors = FormErrors.none();
            if (title.isEmpty() || title.length() > AttestTogether.LONGEST_TITLE) {
                errors = errors.and("title", "assessment.attestation.title.wrong", AttestTogether.LONGEST_TITLE);
            }
            if (words.isEmpty()) {
                errors = errors.and("words", "assessment.attestation.words.wrong");
            }
            if (chosen.isEmpty()) {
                errors = errors.and(OTHERS.getFirst().slug(), "assessment.attestation.nobody");
            } else if (chosen.values().stream().distinct().count() < chosen.size()) {
                errors = errors.and(OTHERS.getLast().slug(), "assessment.attestation.samePerson");
            }
            return new BeginForm(title, words, chosen, find, errors);
        }

        Map<Part.Role, AccountId> asked() {
            var asked = new EnumMap<Part.Role, AccountId>(Part.Role.class);
            chosen.forEach((role, account) -> asked.put(role, new AccountId(Numbers.of(account))));
            return asked;
        }
    }

    /**
     * What was typed on the page of one.
     *
     * @param part the part that is asked for again; null where it is about one's own
     */
    record AnswerForm(String words, @Nullable Long part, String find, FormErrors errors) {
        static AnswerForm empty() {
            return new AnswerForm("", null, "", FormErrors.none());
        }

        boolean isAbout(Part other) {
            return part != null && part == other.id();
        }
    }

    @GetMapping
    String all(@AuthenticationPrincipal Actor actor, Model model) {
        var all = attestations.with(actor.account());
        var yourTurn = all.stream().filter(one -> one.waitsFor(actor.account())).toList();
        model.addAttribute("yourTurn", yourTurn);
        model.addAttribute(
                "others", all.stream().filter(one -> !yourTurn.contains(one)).toList());
        model.addAttribute("me", actor.account());
        return "assessment/web/attestations";
    }

    @GetMapping("/new")
    String begin(@AuthenticationPrincipal Actor actor, Model model) {
        return begin(actor, new BeginForm("", "", Map.of(), "", FormErrors.none()), model);
    }

    /** @param what {@code find} to look for a colleague and keep what was typed */
    @PostMapping("/new")
    String begun(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(name = "do", defaultValue = "") String what,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var form = BeginForm.of(request);
        if (what.equals("find")) {
            return begin(actor, form, model);
        }
        form = form.checked();
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return begin(actor, form, model);
        }
        var id = attestTogether.begin(actor, form.title(), form.words(), form.asked());
        return "redirect:" + AssessmentPaths.ATTESTATIONS + "/" + id + "?done=begun";
    }

    private String begin(Actor actor, BeginForm form, Model model) {
        var learner = learner(actor);
        var found = signatories.named(learner, form.find());
        var offered = new EnumMap<Part.Role, List<Signatory>>(Part.Role.class);
        offered.put(Part.Role.EDUCATOR, joined(signatories.educators(learner), found));
        offered.put(Part.Role.EMPLOYER, joined(signatories.managers(learner), found));
        model.addAttribute("offered", offered);
        model.addAttribute("found", found);
        model.addAttribute("form", form);
        return "assessment/web/attestationNew";
    }

    private static List<Signatory> joined(List<Signatory> first, List<Signatory> more) {
        var all = new ArrayList<>(first);
        more.stream()
                .filter(one -> first.stream().noneMatch(known -> known.account().equals(one.account())))
                .forEach(all::add);
        return all;
    }

    @GetMapping("/{id:\\d+}")
    String one(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        return page(actor, id, AnswerForm.empty(), model);
    }

    private String page(Actor actor, long id, AnswerForm form, Model model) {
        var attestation = concerning(actor, id);
        var isLearner = attestation.learner().account().equals(actor.account());
        model.addAttribute("attestation", attestation);
        model.addAttribute("isLearner", isLearner);
        model.addAttribute(
                "own",
                attestation
                        .askedOf(actor.account())
                        .filter(part -> attestation.state().allows(Move.SIGN))
                        .orElse(null));
        model.addAttribute("barred", !isLearner && signatories.isBarred(attestation.learner(), actor.account()));
        model.addAttribute("me", actor.account());
        model.addAttribute("form", form);
        model.addAttribute(
                "offered",
                isLearner && attestation.state().allows(Move.ASK_AGAIN)
                        ? offered(actor, attestation, form.find())
                        : Map.of());
        return "assessment/web/attestation";
    }

    /** For each part that was declined: the same person first, then others. */
    private Map<Long, List<Signatory>> offered(Actor actor, Attestation attestation, String find) {
        var learner = learner(actor);
        var found = signatories.named(learner, find);
        var offered = new HashMap<Long, List<Signatory>>();
        for (var part : attestation.inForce()) {
            if (part.isDeclined()) {
                var usual = part.role() == Part.Role.EDUCATOR
                        ? signatories.educators(learner)
                        : signatories.managers(learner);
                offered.put(
                        part.id(),
                        joined(
                                        joined(
                                                List.of(new Signatory(
                                                        part.account(),
                                                        part.name(),
                                                        part.capacity(),
                                                        signatories.isBarred(learner, part.account()))),
                                                usual),
                                        found)
                                .stream()
                                .filter(one -> attestation.inForce().stream()
                                        .noneMatch(other -> other.id() != part.id()
                                                && other.account().equals(one.account())))
                                .toList());
            }
        }
        return offered;
    }

    @PostMapping("/{id:\\d+}/sign")
    String sign(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        attestTogether.sign(actor, new AttestationId(id));
        return "redirect:" + AssessmentPaths.ATTESTATIONS + "/" + id + "?done=signed";
    }

    @PostMapping("/{id:\\d+}/decline")
    String decline(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        if (words.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("done", null);
            return page(
                    actor,
                    id,
                    new AnswerForm(words, null, "", FormErrors.of("words", "assessment.attestation.decline.noWords")),
                    model);
        }
        attestTogether.decline(actor, new AttestationId(id), words);
        return "redirect:" + AssessmentPaths.ATTESTATIONS + "/" + id + "?done=declined";
    }

    /** @param what {@code find} to look for a colleague and keep what was typed */
    @PostMapping("/{id:\\d+}/parts/{part:\\d+}/ask-again")
    String askAgain(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(name = "do", defaultValue = "") String what,
            HttpServletResponse response,
            Model model) {
        var looking = what.equals("find");
        if (looking || account.isEmpty()) {
            if (!looking) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            model.addAttribute("done", null);
            return page(
                    actor,
                    id,
                    new AnswerForm(
                            words,
                            part,
                            find,
                            looking
                                    ? FormErrors.none()
                                    : FormErrors.of("account-" + part, "assessment.attestation.nobodyChosen")),
                    model);
        }
        attestTogether.askAgain(actor, new AttestationId(id), part, new AccountId(Numbers.of(account)), words);
        return "redirect:" + AssessmentPaths.ATTESTATIONS + "/" + id + "?done=asked";
    }

    @PostMapping("/{id:\\d+}/withdraw")
    String withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        attestTogether.withdraw(actor, new AttestationId(id));
        return "redirect:" + AssessmentPaths.ATTESTATIONS + "/" + id + "?done=withdrawn";
    }

    /** Only what everybody has signed: before that it is not what it says. */
    @GetMapping("/{id:\\d+}/attestation.pdf")
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @ModelAttribute("frame") PageFrame frame) {
        var attestation = concerning(actor, id);
        if (attestation.state() != State.COMPLETE) {
            throw new Problem.Conflict("assessment.problem.attestationNotComplete");
        }
        return Download.pdf(Pdf.of(AttestationPaper.of(attestation, frame)), "attestation-" + id + ".pdf");
    }

    private Attestation concerning(Actor actor, long id) {
        return attestations
                .find(new AttestationId(id))
                .filter(one -> one.concerns(actor.account()))
                .orElseThrow(AttestTogether::notFound);
    }

    private Person learner(Actor actor) {
        return new Person(people.of(actor), actor.account(), actor.name());
    }
}
