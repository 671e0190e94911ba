package org.espalier.portfolio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.espalier.access.Actor;
import org.espalier.framework.PublishedVersions;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.FileId;
import org.espalier.portfolio.SharedEvidence;
import org.espalier.portfolio.Today;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What others have shared with the person who has signed in. */
@Controller
@RequestMapping(EvidencePaths.SHARED_WITH_ME)
class SharedPages {
    private final SharedEvidence sharedEvidence;
    private final PublishedVersions versions;
    private final Downloads downloads;
    private final Today today;

    SharedPages(SharedEvidence sharedEvidence, PublishedVersions versions, Downloads downloads, Today today) {
        this.sharedEvidence = sharedEvidence;
        this.versions = versions;
        this.downloads = downloads;
        this.today = today;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("items", sharedEvidence.with(actor));
        return "portfolio/web/shared";
    }

    @GetMapping("/{id:\\d+}")
    String item(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var opened = sharedEvidence.open(actor, new EvidenceId(id));
        model.addAttribute("opened", opened);
        model.addAttribute("supported", Supported.of(versions, opened.item().supports()));
        model.addAttribute("today", today.date());
        return "portfolio/web/sharedItem";
    }

    @GetMapping("/{id:\\d+}/files/{file:\\d+}")
    void download(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long file,
            HttpServletResponse response)
            throws IOException {
        downloads.send(sharedEvidence.openFile(actor, new EvidenceId(id), new FileId(file)), response);
    }

    @GetMapping("/{id:\\d+}/files/{file:\\d+}/thumbnail")
    void thumbnail(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long file,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        downloads.sendThumbnail(sharedEvidence.fileOnPage(actor, new EvidenceId(id), new FileId(file)), response);
    }
}
