package org.espalier.learning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.kernel.PatientIdentifiers;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferId;
import org.espalier.learning.Offers;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.espalier.learning.recognition.RecognisePriorLearning;
import org.espalier.learning.recognition.RecognitionId;
import org.espalier.person.People;
import org.espalier.portfolio.Today;
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

/** Where a person asks a provider to recognise what they learnt before, and sees what came of it. */
@Controller
@RequestMapping("/me/recognition")
class RecognitionPages {
    private static final int LONGEST_ASKED = 200;
    private static final int LONGEST_WORDS = 4_000;

    private final RecognisePriorLearning recognise;
    private final Providers providers;
    private final Offers offers;
    private final People people;
    private final ChooseEvidence chooseEvidence;
    private final Today today;

    RecognitionPages(
            RecognisePriorLearning recognise,
            Providers providers,
            Offers offers,
            People people,
            ChooseEvidence chooseEvidence,
            Today today) {
        this.recognise = recognise;
        this.providers = providers;
        this.offers = offers;
        this.people = people;
        this.chooseEvidence = chooseEvidence;
        this.today = today;
    }

    /**
     * What somebody types to ask.
     *
     * @param doubts what may tell who a patient is, to be looked at before it is sent
     */
    record AskForm(
            String askedFor,
            String words,
            EvidencePicked picked,
            List<PatientIdentifiers.Finding> doubts,
            FormErrors errors) {}

    @GetMapping
    String list(@AuthenticationPrincipal Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("done", List.of("asked", "withdrawn").contains(done) ? done : null);
        model.addAttribute("requests", recognise.mine(actor));
        model.addAttribute(
                "providers", providers.all().stream().collect(Collectors.toMap(Provider::id, Function.identity())));
        return "learning/web/recognitions";
    }

    @GetMapping("/new")
    String begin(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam @Nullable Long learning,
            @RequestParam(defaultValue = "") String askedFor,
            Model model) {
        var offer = offer(learning);
        var who = offer.flatMap(one -> providers.find(one.provider())).or(() -> providers.find(provider));
        var form = new AskForm(
                askedFor.isEmpty() ? offer.map(Offer::title).orElse("") : askedFor,
                "",
                EvidencePicked.of(List.of()),
                List.of(),
                FormErrors.none());
        return form(actor, who.orElse(null), offer.orElse(null), form, model);
    }

    @PostMapping("/new")
    String ask(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam @Nullable Long learning,
            @RequestParam(defaultValue = "") String askedFor,
            @RequestParam(defaultValue = "") String words,
            EvidencePicked picked,
            @RequestParam(defaultValue = "") String decided,
            @ModelAttribute("frame") PageFrame frame,
            HttpServletResponse response,
            Model model) {
        var who = providers.find(provider).orElse(null);
        var offer = offer(learning).orElse(null);
        if (picked.isLooking()) {
            var form = new AskForm(askedFor, words, picked, List.of(), FormErrors.none());
            return form(actor, who, offer, form, model);
        }
        var errors = FormErrors.none();
        if (askedFor.isBlank() || askedFor.length() > LONGEST_ASKED) {
            errors = errors.and("askedFor", "learning.recognition.askedFor.missing", LONGEST_ASKED);
        }
        if (words.length() > LONGEST_WORDS) {
            errors = errors.and("words", "learning.form.long", LONGEST_WORDS);
        }
        if (picked.isEmpty()) {
            errors = errors.and("evidence", "learning.recognition.evidence.missing");
        }
        var doubts = new ArrayList<PatientIdentifiers.Finding>();
        if (!decided.equals("yes")) {
            doubts.addAll(PatientIdentifiers.in(askedFor, today.date()));
            doubts.addAll(PatientIdentifiers.in(words, today.date()));
        }
        if (who == null || errors.any() || !doubts.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(actor, who, offer, new AskForm(askedFor, words, picked, doubts, errors), model);
        }
        recognise.ask(
                actor,
                who,
                offer,
                askedFor.strip(),
                words.strip(),
                picked.ids(),
                frame.t("learning.recognition.purpose"));
        return "redirect:/me/recognition?done=asked";
    }

    @GetMapping("/{id:\\d+}")
    String request(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var request = recognise.mine(actor, new RecognitionId(id));
        model.addAttribute("request", request);
        model.addAttribute("provider", providers.find(request.provider()).orElseThrow());
        model.addAttribute(
                "offer",
                request.offer() == null ? null : offers.find(request.offer()).orElse(null));
        return "learning/web/recognition";
    }

    @PostMapping("/{id:\\d+}/withdraw")
    String withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        recognise.withdraw(actor, new RecognitionId(id));
        return "redirect:/me/recognition?done=withdrawn";
    }

    private Optional<Offer> offer(@Nullable Long learning) {
        return learning == null
                ? Optional.empty()
                : offers.find(new OfferId(learning)).filter(Offer::isPublished);
    }

    private String form(Actor actor, @Nullable Provider provider, @Nullable Offer offer, AskForm form, Model model) {
        model.addAttribute("provider", provider);
        model.addAttribute("offer", offer);
        model.addAttribute("form", form);
        if (provider == null) {
            model.addAttribute(
                    "providers",
                    providers.all().stream()
                            .filter(one -> one.organisation() != null)
                            .toList());
            return "learning/web/recognitionWhom";
        }
        model.addAttribute("decided", !recognise.deciders(actor, provider).isEmpty());
        model.addAttribute("evidence", chooseEvidence.from(people.of(actor), form.picked(), List.of()));
        return "learning/web/recognitionAsk";
    }
}
