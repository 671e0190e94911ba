package org.espalier.portfolio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.espalier.access.Actor;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.portfolio.AddFiles;
import org.espalier.portfolio.EvidenceFile;
import org.espalier.portfolio.EvidenceFiles;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.FileId;
import org.espalier.portfolio.Portfolios;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The files of a person's own evidence. */
@Controller
@RequestMapping(EvidencePaths.PORTFOLIO + "/{id:\\d+}/files/{file:\\d+}")
class FilePages {
    private final People people;
    private final Portfolios portfolios;
    private final EvidenceFiles files;
    private final AddFiles addFiles;
    private final Downloads downloads;

    FilePages(People people, Portfolios portfolios, EvidenceFiles files, AddFiles addFiles, Downloads downloads) {
        this.people = people;
        this.portfolios = portfolios;
        this.files = files;
        this.addFiles = addFiles;
        this.downloads = downloads;
    }

    @GetMapping
    void download(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long file,
            HttpServletResponse response)
            throws IOException {
        downloads.send(own(actor, id, file), response);
    }

    @GetMapping("/thumbnail")
    void thumbnail(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long file,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        downloads.sendThumbnail(own(actor, id, file), response);
    }

    @PostMapping("/remove")
    String remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable long file) {
        addFiles.remove(actor, new EvidenceId(id), new FileId(file));
        return "redirect:" + EvidencePaths.of(new EvidenceId(id)) + "?removed=" + file;
    }

    @PostMapping("/restore")
    String restore(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable long file) {
        addFiles.restore(actor, new EvidenceId(id), new FileId(file));
        return "redirect:" + EvidencePaths.of(new EvidenceId(id)) + "?saved";
    }

    @PostMapping("/delete")
    String delete(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable long file) {
        addFiles.deleteForGood(actor, new EvidenceId(id), new FileId(file));
        return "redirect:" + EvidencePaths.of(new EvidenceId(id)) + "?saved";
    }

    private EvidenceFile own(Actor actor, long id, long file) {
        var item = portfolios.get(people.of(actor), new EvidenceId(id));
        return files.find(item.id(), new FileId(file))
                .orElseThrow(() -> new Problem.NotFound("portfolio.problem.noFile"));
    }
}
