package org.espalier.crosswalk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.crosswalk.DecideLink;
import org.espalier.crosswalk.End;
import org.espalier.crosswalk.Ends;
import org.espalier.crosswalk.Link;
import org.espalier.crosswalk.LinkId;
import org.espalier.crosswalk.LinkKind;
import org.espalier.crosswalk.LinkState;
import org.espalier.crosswalk.Links;
import org.espalier.crosswalk.ProposeLink;
import org.espalier.kernel.Problem;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Links between levels and roles: everybody’s reading, and the authors’ work. */
@Controller
@RequestMapping("/crosswalk")
class CrosswalkPages {
    private static final int LONGEST_WORDS = 2000;

    private final Links links;
    private final Ends ends;
    private final ProposeLink proposeLink;
    private final DecideLink decideLink;

    CrosswalkPages(Links links, Ends ends, ProposeLink proposeLink, DecideLink decideLink) {
        this.links = links;
        this.ends = ends;
        this.proposeLink = proposeLink;
        this.decideLink = decideLink;
    }

    @GetMapping
    String all(@AuthenticationPrincipal @Nullable Actor actor, Model model) {
        model.addAttribute("links", shown(links.reviewed()));
        model.addAttribute("author", isAuthor(actor));
        return "crosswalk/web/links";
    }

    @GetMapping("/waiting")
    String waiting(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("waiting", shown(links.waiting()));
        model.addAttribute("closed", shown(links.closed()));
        model.addAttribute("me", actor.account());
        return "crosswalk/web/waiting";
    }

    @GetMapping("/new")
    String ask(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Model model) {
        return form(LinkForm.blank(from, to), model);
    }

    @PostMapping("/new")
    String propose(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        var form = new LinkForm(from, to, kind, reason.strip(), FormErrors.none()).checked();
        if (!form.errors().any()) {
            var first = End.ofToken(form.from()).orElseThrow();
            var second = End.ofToken(form.to()).orElseThrow();
            var asKind = LinkKind.ofSlug(form.kind()).orElseThrow();
            switch (proposeLink.propose(actor, first, second, asKind, form.reason())) {
                case ProposeLink.Proposed(var id) -> {
                    return "redirect:/crosswalk/links/" + id + "?done=proposed";
                }
                case ProposeLink.NoSuchEnd(var end) ->
                    form = form.with(FormErrors.of(end.equals(first) ? "from" : "to", "crosswalk.error.notInForce"));
                case ProposeLink.SameEnds() -> form = form.with(FormErrors.of("to", "crosswalk.error.same"));
                case ProposeLink.AlreadyLinked() -> form = form.with(FormErrors.of("to", "crosswalk.error.already"));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, model);
    }

    private String form(LinkForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("choices", ends.choices());
        return "crosswalk/web/propose";
    }

    @GetMapping("/links/{id:\\d+}")
    String one(
            @PathVariable long id,
            @RequestParam @Nullable String done,
            @AuthenticationPrincipal @Nullable Actor actor,
            Model model) {
        return page(link(id, actor), done, FormErrors.none(), "", actor, model);
    }

    @PostMapping("/links/{id:\\d+}/agree")
    String agree(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        decideLink.agree(actor, new LinkId(id));
        return "redirect:/crosswalk/links/" + id + "?done=agreed";
    }

    @PostMapping("/links/{id:\\d+}/refuse")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        var wrong = check(words);
        if (wrong.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(link(id, actor), null, wrong, words, actor, model);
        }
        decideLink.refuse(actor, new LinkId(id), words.strip());
        return "redirect:/crosswalk/links/" + id + "?done=refused";
    }

    @PostMapping("/links/{id:\\d+}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        var wrong = check(words);
        if (wrong.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(link(id, actor), null, wrong, words, actor, model);
        }
        decideLink.withdraw(actor, new LinkId(id), words.strip());
        return "redirect:/crosswalk/links/" + id + "?done=withdrawn";
    }

    private static FormErrors check(String words) {
        return words.isBlank() || words.strip().length() > LONGEST_WORDS
                ? FormErrors.of("words", "crosswalk.error.words", LONGEST_WORDS)
                : FormErrors.none();
    }

    /** A proposal that nobody has agreed to is the authors’ alone. */
    private Link link(long id, @Nullable Actor actor) {
        return links.find(new LinkId(id))
                .filter(link -> isAuthor(actor)
                        || link.state() == LinkState.REVIEWED
                        || link.state() == LinkState.WITHDRAWN && wasReviewed(link))
                .orElseThrow(() -> new Problem.NotFound("crosswalk.problem.noLink"));
    }

    private boolean wasReviewed(Link link) {
        return links.history(link.id()).stream().anyMatch(entry -> entry.step() == LinkState.Step.AGREE);
    }

    private String page(
            Link link, @Nullable String done, FormErrors errors, String words, @Nullable Actor actor, Model model) {
        model.addAttribute("shown", shown(List.of(link)).getFirst());
        model.addAttribute("history", links.history(link.id()));
        model.addAttribute("again", again(link));
        model.addAttribute("done", done);
        model.addAttribute("errors", errors);
        model.addAttribute("words", words);
        model.addAttribute("author", isAuthor(actor));
        model.addAttribute("mayReview", isAuthor(actor) && actor != null && link.mayBeReviewedBy(actor.account()));
        model.addAttribute("mayWithdraw", isAuthor(actor) && actor != null && link.mayBeWithdrawnBy(actor.account()));
        return "crosswalk/web/link";
    }

    /** The form that proposes it for the versions in force, filled in as far as these have both ends. */
    private String again(Link link) {
        return UriComponentsBuilder.fromPath("/crosswalk/new")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .encode()
                .buildAndExpand(
                        ends.inForce(link.from()).map(End::token).orElse(""),
                        ends.inForce(link.to()).map(End::token).orElse(""))
                .toUriString();
    }

    private List<ShownLink> shown(List<Link> some) {
        return some.stream()
                .flatMap(link -> ends.named(link.from()).stream()
                        .flatMap(from -> ends.named(link.to()).map(to -> new ShownLink(link, from, to)).stream()))
                .toList();
    }

    private static boolean isAuthor(@Nullable Actor actor) {
        return actor != null && actor.roles().contains(Role.FRAMEWORK_AUTHOR);
    }
}
