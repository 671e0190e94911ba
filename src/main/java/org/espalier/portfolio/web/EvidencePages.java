package org.espalier.portfolio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.StatementSteps;
import org.espalier.kernel.Doubt;
import org.espalier.person.People;
import org.espalier.portfolio.AddFiles;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.EvidenceView;
import org.espalier.portfolio.Portfolios;
import org.espalier.portfolio.RemoveEvidence;
import org.espalier.portfolio.Shares;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.Today;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.portfolio.WriteEvidence.Result;
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
import org.springframework.web.multipart.MultipartFile;

/** One piece of a person's own evidence: reading it, writing it, and putting it in the bin. */
@Controller
@RequestMapping(EvidencePaths.PORTFOLIO)
class EvidencePages {
    private final People people;
    private final Portfolios portfolios;
    private final PublishedVersions versions;
    private final WriteEvidence writeEvidence;
    private final RemoveEvidence removeEvidence;
    private final AddFiles addFiles;
    private final Shares shares;
    private final Today today;
    private final List<StatementSteps> statementSteps;

    EvidencePages(
            People people,
            Portfolios portfolios,
            PublishedVersions versions,
            WriteEvidence writeEvidence,
            RemoveEvidence removeEvidence,
            AddFiles addFiles,
            Shares shares,
            Today today,
            List<StatementSteps> statementSteps) {
        this.people = people;
        this.portfolios = portfolios;
        this.versions = versions;
        this.writeEvidence = writeEvidence;
        this.removeEvidence = removeEvidence;
        this.addFiles = addFiles;
        this.shares = shares;
        this.today = today;
        this.statementSteps = statementSteps;
    }

    @GetMapping("/{id:\\d+}")
    String item(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String saved,
            @RequestParam @Nullable Long removed,
            @RequestParam @Nullable String shared,
            Model model) {
        var item = own(actor, id);
        model.addAttribute("removed", removed);
        model.addAttribute("item", item);
        var supported = Supported.of(versions, item.supports());
        model.addAttribute("supported", supported);
        model.addAttribute("steps", steps(supported));
        model.addAttribute("today", today.date());
        model.addAttribute("saved", saved != null);
        model.addAttribute("shared", shared != null);
        model.addAttribute("shares", shares.of(item.id()));
        return "portfolio/web/item";
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var item = own(actor, id);
        if (item.isInBin()) {
            return "redirect:" + EvidencePaths.of(item.id());
        }
        return form(item, EvidenceForm.of(item), List.of(), model);
    }

    /**
     * Saves the whole form: its files, each for itself, and then its text.
     *
     * @param then {@code keep}, {@code draft}, {@code upload}, or a structure to write under
     */
    @PostMapping("/{id:\\d+}/edit")
    String save(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestParam @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "keep") String then,
            @RequestParam @Nullable String decided,
            HttpServletResponse response,
            Model model) {
        var kind = own(actor, id).kind();
        var added = added(actor, new EvidenceId(id), files, decided != null);
        var item = own(actor, id);
        var typed = added.titled(EvidenceForm.typed(kind, fields));
        var keep = then.equals("keep");
        var form = added.complaining(keep ? typed.complete(item) : typed);
        var other = Structure.ofSlug(then);
        var doubts = added.doubts();
        if (doubts.isEmpty() && (form.errors().any() && other.isEmpty())) {
            writeEvidence.save(actor, item.id(), form.content(), decided != null, false);
        } else if (doubts.isEmpty()) {
            var content = other.map(form.content()::under).orElse(form.content());
            var result = writeEvidence.save(actor, item.id(), content, decided != null, keep);
            if (result instanceof Result.Saved) {
                var onwards = other.isPresent() ? "/edit" : then.equals("upload") ? "/edit?added#files" : "?saved";
                return "redirect:" + EvidencePaths.of(item.id()) + onwards;
            }
            doubts = doubts(result);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(item, form, doubts, model);
    }

    private Added added(Actor actor, EvidenceId id, @Nullable List<MultipartFile> files, boolean decided) {
        try (var uploads = Uploads.of(files)) {
            return uploads.all().isEmpty()
                    ? new Added(List.of(), addFiles.largestFileInMegabytes())
                    : new Added(addFiles.add(actor, id, uploads.all(), decided), addFiles.largestFileInMegabytes());
        }
    }

    private static List<Doubt> doubts(Result result) {
        return switch (result) {
            case Result.Saved() -> List.of();
            case Result.MayNamePatient(var doubts) -> doubts;
        };
    }

    /**
     * Saves as the person writes. 204 alone means that everything is saved; else the answer is what to show at the top
     * of the form: what may name a patient (nothing is saved then) or what cannot be read (the rest is saved).
     */
    @PostMapping("/{id:\\d+}/autosave")
    String autosave(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestParam @Nullable String decided,
            HttpServletResponse response,
            Model model) {
        var item = own(actor, id);
        var form = EvidenceForm.typed(item.kind(), fields);
        var result = writeEvidence.save(actor, item.id(), form.content(), decided != null, false);
        if (result instanceof Result.Saved && !form.errors().any()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return "portfolio/web/nothing";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", form);
        model.addAttribute("doubts", result instanceof Result.MayNamePatient(var doubts) ? doubts : List.<Doubt>of());
        return "portfolio/web/notice";
    }

    @PostMapping("/{id:\\d+}/remove")
    String remove(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        removeEvidence.remove(actor, new EvidenceId(id));
        return "redirect:" + EvidencePaths.PORTFOLIO + "?removed=" + id;
    }

    @PostMapping("/{id:\\d+}/restore")
    String restore(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        removeEvidence.restore(actor, new EvidenceId(id));
        return "redirect:" + EvidencePaths.of(new EvidenceId(id)) + "?saved";
    }

    @PostMapping("/{id:\\d+}/delete")
    String delete(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        removeEvidence.deleteForGood(actor, new EvidenceId(id));
        return "redirect:" + EvidencePaths.PORTFOLIO + "/bin?deleted";
    }

    @GetMapping("/bin")
    String bin(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String deleted, Model model) {
        model.addAttribute("lines", portfolios.bin(people.of(actor)));
        model.addAttribute("deleted", deleted != null);
        return "portfolio/web/bin";
    }

    /** What else can be done about what an item supports, for each version. */
    private List<List<StatementSteps.Step>> steps(List<Supported> supported) {
        return supported.stream()
                .map(part -> statementSteps.stream()
                        .filter(steps -> !(steps instanceof EvidenceSteps))
                        .map(steps -> steps.about(part.version(), part.statements()))
                        .toList())
                .toList();
    }

    private EvidenceView own(Actor actor, long id) {
        return portfolios.get(people.of(actor), new EvidenceId(id));
    }

    private String form(EvidenceView item, EvidenceForm form, List<Doubt> doubts, Model model) {
        model.addAttribute("largest", addFiles.largestFileInMegabytes());
        model.addAttribute("item", item);
        model.addAttribute("form", form);
        model.addAttribute("doubts", doubts);
        return "portfolio/web/edit";
    }
}
