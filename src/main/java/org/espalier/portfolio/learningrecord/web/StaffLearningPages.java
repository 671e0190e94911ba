package org.espalier.portfolio.learningrecord.web;

import java.io.IOException;
import org.espalier.person.Insider;
import org.espalier.portfolio.learningrecord.ImportLearning;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where an organisation's administrator brings in the mandatory learning of its people. */
@Controller
@RequestMapping("/organisations/{slug}/mandatory-learning")
class StaffLearningPages {
    private final ImportLearning importLearning;

    StaffLearningPages(ImportLearning importLearning) {
        this.importLearning = importLearning;
    }

    @GetMapping
    String ask(Insider insider, @RequestParam @Nullable String saved, Model model) {
        insider.requireAdministrator();
        model.addAttribute("saved", saved != null);
        return "portfolio/learningrecord/web/staffImport";
    }

    @PostMapping
    String plan(Insider insider, @RequestParam @Nullable MultipartFile file, Model model) throws IOException {
        insider.requireAdministrator();
        var bytes = Uploaded.bytes(file);
        model.addAttribute("plan", importLearning.plan(insider, bytes));
        model.addAttribute("carried", Uploaded.carried(bytes));
        return "portfolio/learningrecord/web/staffPlan";
    }

    @PostMapping("/save")
    String save(Insider insider, @RequestParam String carried) {
        importLearning.carryOut(insider, Uploaded.bytes(carried));
        return "redirect:" + insider.organisation().address() + "/mandatory-learning?saved";
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(Insider insider, @ModelAttribute("frame") PageFrame frame) {
        insider.requireAdministrator();
        return MandatoryPages.csv(frame.t("portfolio.learning.template.staff"), "mandatory-learning.csv");
    }
}
