package org.espalier.learning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import org.espalier.learning.Offers;
import org.espalier.learning.recognition.RecognisePriorLearning;
import org.espalier.learning.recognition.RecognitionId;
import org.espalier.person.Insider;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a provider's educators see who asks for the recognition of prior learning, and decide. */
@Controller
@RequestMapping("/organisations/{slug}/learning/recognition")
class OwnRecognitionPages {
    private static final int LONGEST = 2_000;

    private final RecognisePriorLearning recognise;
    private final Offers offers;

    OwnRecognitionPages(RecognisePriorLearning recognise, Offers offers) {
        this.recognise = recognise;
        this.offers = offers;
    }

    /** What an educator types to decide. */
    record DecisionForm(String how, String credits, String decision, FormErrors errors) {
        static DecisionForm checked(String how, String credits, String decision) {
            var errors = FormErrors.none();
            if (!List.of("recognise", "decline").contains(how)) {
                errors = errors.and("how", "learning.recognition.how.missing");
            }
            if (how.equals("recognise") && !credits.isEmpty() && !credits.matches("\\d{1,3}(\\.\\d{1,2})?")) {
                errors = errors.and("credits", "learning.recognition.credits.wrong");
            }
            if (how.equals("decline") && !credits.isEmpty()) {
                errors = errors.and("credits", "learning.recognition.credits.declined");
            }
            if (decision.isEmpty() || decision.length() > LONGEST) {
                errors = errors.and("decision", "learning.recognition.decision.missing", LONGEST);
            }
            return new DecisionForm(how, credits, decision, errors);
        }

        @Nullable
        BigDecimal number() {
            return credits.isEmpty() ? null : new BigDecimal(credits);
        }
    }

    @GetMapping
    String list(Insider insider, @RequestParam @Nullable String done, Model model) {
        model.addAttribute("requests", recognise.asked(insider));
        model.addAttribute("done", done != null);
        return "learning/web/ownRecognitions";
    }

    @GetMapping("/{id:\\d+}")
    String request(Insider insider, @PathVariable long id, Model model) {
        return page(insider, new RecognitionId(id), new DecisionForm("", "", "", FormErrors.none()), model);
    }

    @PostMapping("/{id:\\d+}/take-over")
    String takeOver(Insider insider, @PathVariable long id) {
        recognise.takeOver(insider, new RecognitionId(id));
        return "redirect:" + insider.organisation().address() + "/learning/recognition/" + id;
    }

    @PostMapping("/{id:\\d+}")
    String decide(
            Insider insider,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String credits,
            @RequestParam(defaultValue = "") String decision,
            HttpServletResponse response,
            Model model) {
        var form = DecisionForm.checked(how, credits.strip(), decision.strip());
        var request = new RecognitionId(id);
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(insider, request, form, model);
        }
        if (how.equals("recognise")) {
            recognise.recognise(insider, request, form.number(), form.decision());
        } else {
            recognise.decline(insider, request, form.decision());
        }
        return "redirect:" + insider.organisation().address() + "/learning/recognition?done";
    }

    private String page(Insider insider, RecognitionId id, DecisionForm form, Model model) {
        var request = recognise.asked(insider, id);
        model.addAttribute("request", request);
        model.addAttribute(
                "offer",
                request.offer() == null ? null : offers.find(request.offer()).orElse(null));
        model.addAttribute("open", recognise.openTo(insider, request));
        model.addAttribute("mayDecide", recognise.mayDecide(insider, request));
        model.addAttribute("form", form);
        return "learning/web/ownRecognition";
    }
}
