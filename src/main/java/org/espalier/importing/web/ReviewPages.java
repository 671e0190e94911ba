package org.espalier.importing.web;

import org.espalier.access.Actor;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.importing.DraftUnderReview;
import org.espalier.importing.Reviews;
import org.espalier.kernel.Problem;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The review of one draft: what to check, every statement, what was left out, the source, and publication. */
@Controller
@RequestMapping("/author/drafts/{version}")
class ReviewPages {
    private final Reviews reviews;
    private final PublishVersion publishVersion;
    private final PublishedVersions published;

    ReviewPages(Reviews reviews, PublishVersion publishVersion, PublishedVersions published) {
        this.reviews = reviews;
        this.publishVersion = publishVersion;
        this.published = published;
    }

    @GetMapping
    String check(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @ModelAttribute("frame") PageFrame frame,
            @RequestParam(name = "refused", required = false) @Nullable String refused,
            Model model) {
        model.addAttribute("view", views(actor, version, frame, "", refused).check());
        return "importing/web/check";
    }

    @GetMapping("/statements")
    String statements(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @ModelAttribute("frame") PageFrame frame,
            @RequestParam(name = "level", defaultValue = "") String level,
            @RequestParam(name = "group", defaultValue = "") String group,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = "refused", required = false) @Nullable String refused,
            Model model) {
        var here = UriComponentsBuilder.fromPath("/statements")
                .queryParam("level", level)
                .queryParam("group", group)
                .queryParam("page", page)
                .toUriString();
        model.addAttribute(
                "view",
                views(actor, version, frame, here, refused).statements(blankToNull(level), blankToNull(group), page));
        return "importing/web/statements";
    }

    @GetMapping("/statements/{statement}")
    String statement(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @PathVariable("statement") String statement,
            @ModelAttribute("frame") PageFrame frame,
            @RequestParam(name = "refused", required = false) @Nullable String refused,
            Model model) {
        var view = views(actor, version, frame, "/statements/" + statement, refused)
                .statement(statement)
                .orElseThrow(() -> new Problem.NotFound("importing.problem.noStatement"));
        model.addAttribute("view", view);
        return "importing/web/statement";
    }

    @GetMapping("/left-out")
    String leftOut(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @ModelAttribute("frame") PageFrame frame,
            @RequestParam(name = "refused", required = false) @Nullable String refused,
            Model model) {
        model.addAttribute(
                "view", views(actor, version, frame, "/left-out", refused).leftOuts());
        return "importing/web/leftOut";
    }

    @GetMapping("/structure")
    String structure(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @ModelAttribute("frame") PageFrame frame,
            @RequestParam(name = "refused", required = false) @Nullable String refused,
            Model model) {
        model.addAttribute(
                "view", views(actor, version, frame, "/structure", refused).structure());
        return "importing/web/structure";
    }

    @GetMapping("/source")
    String source(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @ModelAttribute("frame") PageFrame frame,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = "line", defaultValue = "0") int line,
            Model model) {
        model.addAttribute("view", views(actor, version, frame, "/source", null).source(page, line));
        return "importing/web/source";
    }

    @GetMapping("/changes")
    String changes(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        var draft = draft(actor, version);
        var views = views(draft, frame, "/changes", null);
        model.addAttribute(
                "view", VersionChanges.between(published.current(draft.slug()).orElse(null), draft.document(), views));
        return "importing/web/changes";
    }

    @GetMapping("/publish")
    String publish(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @ModelAttribute("frame") PageFrame frame,
            @RequestParam(name = "refused", required = false) @Nullable String refused,
            Model model) {
        var draft = draft(actor, version);
        model.addAttribute(
                "view",
                views(draft, frame, "/publish", refused).publish(draft.number() > 1 ? draft.number() - 1 : null));
        return "importing/web/publish";
    }

    @PostMapping("/publish")
    String publishNow(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @RequestParam("revision") long revision,
            @ModelAttribute("frame") PageFrame frame) {
        return switch (publishVersion.publish(actor, new VersionId(version), revision)) {
            case PublishVersion.Published done -> "redirect:/frameworks/" + done.slug();
            case PublishVersion.Flawed(var flaws) ->
                refused(
                        version,
                        "/publish",
                        frame.t(
                                "importing.publish.flawed." + flaws.getFirst().kind(),
                                flaws.getFirst().subject()));
            case PublishVersion.Conflict conflict ->
                refused(version, "/publish", frame.t("importing.publish.conflict"));
            case PublishVersion.NotADraft status -> throw new Problem.Conflict("importing.problem.noDraftAnyMore");
        };
    }

    @PostMapping("/edits")
    String edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @RequestParam MultiValueMap<String, String> fields) {
        return back(
                version,
                fields.getFirst("back"),
                reviews.edit(actor, new VersionId(version), new EditForm(fields).toEdit()));
    }

    @PostMapping("/undo")
    String undo(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @RequestParam("back") String back) {
        return back(version, back, reviews.undo(actor, new VersionId(version)));
    }

    @PostMapping("/redo")
    String redo(
            @AuthenticationPrincipal Actor actor,
            @PathVariable("version") long version,
            @RequestParam("back") String back) {
        return back(version, back, reviews.redo(actor, new VersionId(version)));
    }

    private static String back(long version, @Nullable String back, Reviews.Step step) {
        return switch (step) {
            case Reviews.Step.Saved saved -> "redirect:" + address(version, back);
            case Reviews.Step.Refused(var reason) -> refused(version, back, reason);
        };
    }

    private static String refused(long version, @Nullable String back, String reason) {
        return "redirect:"
                + UriComponentsBuilder.fromUriString(address(version, back))
                        .queryParam("refused", "{reason}")
                        .build(false)
                        .expand(reason)
                        .encode()
                        .toUriString();
    }

    /** A page of this draft; whatever else a form may say leads to the first one. */
    private static String address(long version, @Nullable String back) {
        var base = "/author/drafts/" + version;
        return base + (back != null && back.matches("/[a-z-]+(/[a-z0-9-]+)?(\\?[A-Za-z0-9=&%._-]*)?") ? back : "");
    }

    private ReviewViews views(Actor actor, long version, PageFrame frame, String here, @Nullable String refused) {
        return views(draft(actor, version), frame, here, refused);
    }

    private static ReviewViews views(DraftUnderReview draft, PageFrame frame, String here, @Nullable String refused) {
        return new ReviewViews(draft, frame, here, refused);
    }

    private DraftUnderReview draft(Actor actor, long version) {
        return reviews.find(actor, new VersionId(version))
                .orElseThrow(() -> new Problem.NotFound("importing.problem.noDraft"));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
