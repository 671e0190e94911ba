package org.espalier.importing.web;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.espalier.access.Actor;
import org.espalier.framework.AuthorLink;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.PublishedVersions;
import org.espalier.importing.ImportFramework;
import org.espalier.importing.Reviews;
import org.espalier.importing.reviewing.ReviewQueue;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The author's desk: bring in a document, go on with a draft. */
@Controller
class AuthorPages {
    private final DraftFrameworks drafts;
    private final Reviews reviews;
    private final ImportFramework imports;
    private final PublishedVersions published;
    private final List<AuthorLink> links;

    AuthorPages(
            DraftFrameworks drafts,
            Reviews reviews,
            ImportFramework imports,
            PublishedVersions published,
            ObjectProvider<AuthorLink> links) {
        this.links = links.stream()
                .sorted(Comparator.comparingInt(AuthorLink::order))
                .toList();
        this.published = published;
        this.drafts = drafts;
        this.reviews = reviews;
        this.imports = imports;
    }

    @GetMapping("/author")
    String desk(@AuthenticationPrincipal Actor actor, Model model) {
        return desk(actor, model, null);
    }

    @PostMapping("/author/import")
    String bringIn(
            @AuthenticationPrincipal Actor actor,
            @RequestParam("document") MultipartFile document,
            @RequestParam(name = "revises", defaultValue = "") String revises,
            @ModelAttribute("frame") PageFrame frame,
            Model model)
            throws IOException {
        if (document.isEmpty()
                && Objects.requireNonNullElse(document.getOriginalFilename(), "")
                        .isEmpty()) {
            return desk(actor, model, frame.t("importing.upload.empty"));
        }
        var name = Objects.requireNonNullElse(document.getOriginalFilename(), "document");
        var result = revises.isBlank()
                ? imports.from(actor, document.getBytes(), name)
                : imports.asRevisionOf(revises, actor, document.getBytes(), name);
        return switch (result) {
            case ImportFramework.Result.Refused(var sentence) -> desk(actor, model, sentence);
            case ImportFramework.Result.Stored(var version, var accounting) -> "redirect:/author/drafts/" + version;
        };
    }

    private String desk(Actor actor, Model model, @Nullable String refusal) {
        var open = drafts.open(actor).stream()
                .flatMap(draft -> reviews.find(actor, draft.version()).stream())
                .map(draft -> new AuthorView.Draft(
                        draft.id().value(),
                        draft.title(),
                        draft.number(),
                        draft.document().statements().size(),
                        ReviewQueue.of(draft.document()).size()))
                .toList();
        model.addAttribute("view", new AuthorView(open, published.allCurrent(), links, refusal));
        return "importing/web/author";
    }
}
