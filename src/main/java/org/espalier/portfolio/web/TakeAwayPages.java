package org.espalier.portfolio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.espalier.access.Actor;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.TakePortfolio;
import org.espalier.portfolio.Today;
import org.espalier.ui.PageFrame;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a person takes their whole portfolio away. */
@Controller
@RequestMapping(EvidencePaths.PORTFOLIO)
class TakeAwayPages {
    private static final int MB = 1024 * 1024;

    private final TakePortfolio takePortfolio;
    private final Today today;

    TakeAwayPages(TakePortfolio takePortfolio, Today today) {
        this.takePortfolio = takePortfolio;
        this.today = today;
    }

    @GetMapping("/take-away")
    String ask(@AuthenticationPrincipal Actor actor, Model model) {
        var amount = takePortfolio.amount(actor);
        model.addAttribute("items", amount.items());
        model.addAttribute("megabytes", Math.ceilDiv(amount.bytes(), MB));
        return "portfolio/web/takeAway";
    }

    @GetMapping("/take-away.zip")
    void zip(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute("frame") PageFrame frame,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var name = frame.t("portfolio.paper.title") + " " + today.date() + ".zip";
        Downloads.asAttachment(response, "application/zip", name);
        takePortfolio.of(actor, frame.messages(), response.getOutputStream());
    }
}
