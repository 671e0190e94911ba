package org.espalier.portfolio.registration.web;

import org.espalier.access.Actor;
import org.espalier.document.Pdf;
import org.espalier.document.Word;
import org.espalier.portfolio.registration.RegistrationId;
import org.espalier.portfolio.registration.TakePack;
import org.espalier.ui.Download;
import org.espalier.ui.PageFrame;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A person's pack for a renewal, as files. */
@Controller
@RequestMapping(RegistrationPages.ADDRESS + "/{id:\\d+}")
class RegistrationPackPages {
    private final TakePack takePack;

    RegistrationPackPages(TakePack takePack) {
        this.takePack = takePack;
    }

    @GetMapping("/pack.pdf")
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @ModelAttribute("frame") PageFrame frame) {
        var paper = takePack.of(actor, new RegistrationId(id), frame.messages());
        return Download.pdf(Pdf.of(paper), paper.title() + ".pdf");
    }

    @GetMapping("/pack.docx")
    ResponseEntity<byte[]> word(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @ModelAttribute("frame") PageFrame frame) {
        var paper = takePack.of(actor, new RegistrationId(id), frame.messages());
        return Download.word(Word.of(paper), paper.title() + ".docx");
    }
}
