package org.espalier.portfolio.learningrecord.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.person.People;
import org.espalier.person.PersonalLink;
import org.espalier.portfolio.Today;
import org.espalier.portfolio.learningrecord.ImportLearning;
import org.espalier.portfolio.learningrecord.MandatoryLearning;
import org.espalier.portfolio.learningrecord.MandatoryLearning.Kept;
import org.espalier.portfolio.learningrecord.Validity;
import org.espalier.ui.Download;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A person's mandatory learning: what is valid, what runs out, and a file to bring in. */
@Controller
@RequestMapping(ImportLearning.ADDRESS)
class MandatoryPages {
    private static final String TEMPLATE = "portfolio/learningrecord/web/";

    private final People people;
    private final MandatoryLearning learning;
    private final ImportLearning importLearning;
    private final Today today;

    MandatoryPages(People people, MandatoryLearning learning, ImportLearning importLearning, Today today) {
        this.people = people;
        this.learning = learning;
        this.importLearning = importLearning;
        this.today = today;
    }

    /**
     * What a person has, by how long it is good.
     *
     * @param earlier learnt again since
     */
    record View(Map<Validity, List<Kept>> byValidity, List<Kept> earlier) {
        static View of(List<Kept> all, LocalDate today) {
            var byValidity = new EnumMap<Validity, List<Kept>>(Validity.class);
            var earlier = new ArrayList<Kept>();
            for (var kept : all) {
                if (kept.latest()) {
                    byValidity
                            .computeIfAbsent(Validity.of(kept.item().expires(), today), first -> new ArrayList<>())
                            .add(kept);
                } else {
                    earlier.add(kept);
                }
            }
            return new View(byValidity, earlier);
        }

        boolean isEmpty() {
            return byValidity.isEmpty();
        }

        int count(Validity validity) {
            return byValidity.getOrDefault(validity, List.of()).size();
        }
    }

    @Bean
    static PersonalLink linkToMandatoryLearning() {
        return new PersonalLink(20, "portfolio.learning.title", ImportLearning.ADDRESS);
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String saved,
            @RequestParam @Nullable Long removed,
            Model model) {
        model.addAttribute("view", View.of(learning.of(people.of(actor)), today.date()));
        model.addAttribute("saved", saved != null);
        model.addAttribute("removed", removed);
        return TEMPLATE + "list";
    }

    @PostMapping("/{id:\\d+}/remove")
    String remove(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        importLearning.remove(actor, id, true);
        return "redirect:" + ImportLearning.ADDRESS + "?removed=" + id;
    }

    @PostMapping("/{id:\\d+}/restore")
    String restore(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        importLearning.remove(actor, id, false);
        return "redirect:" + ImportLearning.ADDRESS + "?saved";
    }

    @GetMapping("/import")
    String ask() {
        return TEMPLATE + "import";
    }

    @PostMapping("/import")
    String plan(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable MultipartFile file, Model model)
            throws IOException {
        var bytes = Uploaded.bytes(file);
        model.addAttribute("plan", importLearning.plan(actor, bytes));
        model.addAttribute("carried", Uploaded.carried(bytes));
        return TEMPLATE + "plan";
    }

    @PostMapping("/import/save")
    String save(@AuthenticationPrincipal Actor actor, @RequestParam String carried) {
        importLearning.carryOut(actor, Uploaded.bytes(carried));
        return "redirect:" + ImportLearning.ADDRESS + "?saved";
    }

    @GetMapping("/import/template.csv")
    ResponseEntity<byte[]> template(@ModelAttribute("frame") PageFrame frame) {
        return csv(frame.t("portfolio.learning.template"), "mandatory-learning.csv");
    }

    static ResponseEntity<byte[]> csv(String text, String name) {
        return Download.csv(text.getBytes(StandardCharsets.UTF_8), name);
    }
}
