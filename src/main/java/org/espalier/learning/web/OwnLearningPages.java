package org.espalier.learning.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.espalier.access.Role;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer;
import org.espalier.learning.Offer.Status;
import org.espalier.learning.OfferAnswers;
import org.espalier.learning.OfferField;
import org.espalier.learning.OfferId;
import org.espalier.learning.Offers;
import org.espalier.learning.Providers;
import org.espalier.learning.coverage.ClaimCoverage;
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

/** Where an organisation keeps what can be learned with it. */
@Controller
@RequestMapping("/organisations/{slug}/learning")
class OwnLearningPages {
    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_ABOUT = 4_000;

    private final KeepOffers keepOffers;
    private final Offers offers;
    private final Providers providers;
    private final ClaimCoverage claimCoverage;

    OwnLearningPages(KeepOffers keepOffers, Offers offers, Providers providers, ClaimCoverage claimCoverage) {
        this.claimCoverage = claimCoverage;
        this.keepOffers = keepOffers;
        this.offers = offers;
        this.providers = providers;
    }

    /** What somebody types about the provider. */
    record ProviderForm(String name, String about, String link, FormErrors errors) {}

    @GetMapping
    String list(Insider insider, @RequestParam(defaultValue = "") String done, Model model) {
        var provider = providers.of(insider.organisation().id()).orElse(null);
        var keeps = KeepOffers.mayKeep(insider);
        model.addAttribute("provider", provider);
        model.addAttribute("keeps", keeps);
        var authority = insider.authority();
        var organisation = insider.organisation().id();
        model.addAttribute(
                "needs", authority.isIn(organisation, Role.MANAGER) || authority.isIn(organisation, Role.EDUCATOR));
        model.addAttribute("decides", KeepOffers.educatesAll(insider));
        model.addAttribute("toConfirm", keeps ? claimCoverage.toConfirm(insider).size() : 0);
        model.addAttribute("done", List.of("described", "imported", "withdrawn").contains(done) ? done : null);
        model.addAttribute(
                "offers",
                provider == null
                        ? List.of()
                        : offers.of(provider.id()).stream()
                                .filter(offer -> keeps || offer.isPublished())
                                .toList());
        return "learning/web/own";
    }

    @GetMapping("/provider")
    String describe(Insider insider, Model model) {
        KeepOffers.requireKeeper(insider);
        var provider = keepOffers.provider(insider.organisation());
        model.addAttribute(
                "form", new ProviderForm(provider.name(), provider.about(), provider.link(), FormErrors.none()));
        return "learning/web/ownProvider";
    }

    @PostMapping("/provider")
    String described(
            Insider insider,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String link,
            HttpServletResponse response,
            Model model) {
        KeepOffers.requireKeeper(insider);
        var errors = FormErrors.none();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            errors = errors.and("name", "learning.provider.name.missing", LONGEST_NAME);
        }
        if (about.length() > LONGEST_ABOUT) {
            errors = errors.and("about", "learning.form.long", LONGEST_ABOUT);
        }
        if (!OfferAnswers.isLink(link.strip())) {
            errors = errors.and("link", "learning.form.link.wrong");
        }
        if (!errors.any()
                && keepOffers.describe(insider, name.strip(), about.strip(), link.strip()) == KeepOffers.Naming.TAKEN) {
            errors = errors.and("name", "learning.provider.name.taken");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("form", new ProviderForm(name, about, link, errors));
            return "learning/web/ownProvider";
        }
        return address(insider) + "?done=described";
    }

    @GetMapping("/new")
    String begin(Insider insider, Model model) {
        KeepOffers.requireKeeper(insider);
        return form(null, OfferAnswers.none(), model);
    }

    @PostMapping("/new")
    String begun(Insider insider, HttpServletRequest request, HttpServletResponse response, Model model) {
        KeepOffers.requireKeeper(insider);
        var answers = OfferAnswers.typed(field -> request.getParameter(field.id()));
        var status = asked(request, Status.DRAFT);
        var details = answers.details(status == Status.PUBLISHED);
        if (details.isPresent()) {
            switch (keepOffers.add(insider, answers.get(OfferField.REFERENCE), details.get(), status)) {
                case KeepOffers.Result.Saved(var id) -> {
                    return address(insider) + "/" + id + "?saved";
                }
                case KeepOffers.Result.ReferenceTaken _ ->
                    answers.wrong(OfferField.REFERENCE, "learning.form.reference.taken");
                case KeepOffers.Result.ChangedMeanwhile _ -> throw new IllegalStateException("It is new");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(null, answers, model);
    }

    @GetMapping("/{offer:\\d+}")
    String edit(Insider insider, @PathVariable long offer, @RequestParam @Nullable String saved, Model model) {
        var own = keepOffers.get(insider, new OfferId(offer));
        model.addAttribute("saved", saved != null);
        return form(own, OfferAnswers.of(own), model);
    }

    @PostMapping("/{offer:\\d+}")
    String edited(
            Insider insider,
            @PathVariable long offer,
            @RequestParam(defaultValue = "0") int revision,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var own = keepOffers.get(insider, new OfferId(offer));
        var answers = OfferAnswers.typed(field -> request.getParameter(field.id()));
        var status = asked(request, own.status());
        var details = answers.details(status != Status.DRAFT);
        if (details.isPresent()) {
            switch (keepOffers.change(
                    insider, own.id(), revision, answers.get(OfferField.REFERENCE), details.get(), status)) {
                case KeepOffers.Result.Saved(var id) -> {
                    return address(insider) + "/" + id + "?saved";
                }
                case KeepOffers.Result.ReferenceTaken _ ->
                    answers.wrong(OfferField.REFERENCE, "learning.form.reference.taken");
                case KeepOffers.Result.ChangedMeanwhile _ ->
                    answers.wrong(OfferField.TITLE, "learning.form.changedMeanwhile");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(own, answers, model);
    }

    @PostMapping("/{offer:\\d+}/status")
    String move(Insider insider, @PathVariable long offer, @RequestParam(defaultValue = "") String status) {
        var wanted = Arrays.stream(Status.values())
                .filter(one -> one.name().equals(status))
                .findFirst()
                .orElse(Status.DRAFT);
        keepOffers.move(insider, new OfferId(offer), wanted);
        return address(insider) + "/" + offer + "?saved";
    }

    private static Status asked(HttpServletRequest request, Status otherwise) {
        return "PUBLISHED".equals(request.getParameter("to")) ? Status.PUBLISHED : otherwise;
    }

    private static String address(Insider insider) {
        return "redirect:" + insider.organisation().address() + "/learning";
    }

    private static String form(@Nullable Offer offer, OfferAnswers answers, Model model) {
        model.addAttribute("offer", offer);
        model.addAttribute("answers", answers);
        return "learning/web/ownOffer";
    }
}
