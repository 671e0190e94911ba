package org.espalier.roleprofile.composing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.access.Actor;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.RoleEntry.Layer;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.roleprofile.ByName;
import org.espalier.roleprofile.composing.Change;
import org.espalier.roleprofile.composing.ComposeRole;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The author's desk for role profiles, and the page of one draft with its layers. */
@Controller
@RequestMapping("/authoring/roles")
class ComposePages {
    private final ComposeRole composeRole;
    private final Drafts drafts;
    private final DraftFrameworks draftFrameworks;
    private final PublishVersion publishVersion;
    private final PublishedVersions published;

    ComposePages(
            ComposeRole composeRole,
            Drafts drafts,
            DraftFrameworks draftFrameworks,
            PublishVersion publishVersion,
            PublishedVersions published) {
        this.composeRole = composeRole;
        this.drafts = drafts;
        this.draftFrameworks = draftFrameworks;
        this.publishVersion = publishVersion;
        this.published = published;
    }

    /** A new profile as it was typed. */
    record Beginning(String title, String publisher, String namedRole) {}

    @GetMapping
    String desk(@AuthenticationPrincipal Actor actor, @RequestParam(defaultValue = "") String q, Model model) {
        var open = draftFrameworks.open(actor).stream()
                .filter(draft -> draft.kind() == Kind.ROLE_PROFILE)
                .toList();
        var profiles = published.allCurrent().stream()
                .filter(version -> version.document().role() != null)
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("many", Math.max(open.size(), profiles.size()) > ByName.FEW);
        model.addAttribute("drafts", ByName.find(open, DraftFrameworks.Open::title, q));
        model.addAttribute("published", ByName.find(profiles, FrameworkVersion::title, q));
        return "roleprofile/composing/web/desk";
    }

    @GetMapping("/new")
    String begin(Model model) {
        return begin(new Beginning("", "", ""), FormErrors.none(), model);
    }

    @PostMapping("/new")
    String begun(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String publisher,
            @RequestParam(defaultValue = "") String namedRole,
            @ModelAttribute("frame") PageFrame frame,
            HttpServletResponse response,
            Model model) {
        var typed = new Beginning(title.strip(), publisher.strip(), namedRole.strip());
        var errors = FormErrors.none();
        if (typed.title().isEmpty()) {
            errors = errors.and("title", "roleprofile.refused.noTitle");
        }
        if (typed.namedRole().isEmpty()) {
            errors = errors.and("namedRole", "roleprofile.refused.noRoleName");
        }
        if (!errors.any()) {
            var draft = composeRole.begin(
                    actor, typed.title(), Drafts.optional(publisher), typed.namedRole(), layers(frame));
            if (draft.isPresent()) {
                return "redirect:/authoring/roles/" + draft.get();
            }
            errors = FormErrors.of("title", "roleprofile.begin.taken");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return begin(typed, errors, model);
    }

    private static String begin(Beginning typed, FormErrors errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "roleprofile/composing/web/begin";
    }

    private static List<Section> layers(PageFrame frame) {
        return List.of(Layer.CORE, Layer.ROLE_SPECIFIC, Layer.LOCALITY).stream()
                .map(layer -> new Section(
                        frame.t("roleprofile.section." + layer), layer, List.of(), List.of(), null, List.of()))
                .toList();
    }

    @PostMapping("/revise")
    String revise(@AuthenticationPrincipal Actor actor, @RequestParam String slug) {
        return "redirect:/authoring/roles/" + composeRole.revise(actor, slug);
    }

    @GetMapping("/{version:\\d+}")
    String profile(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        return profile(actor, version, FormErrors.none(), done, model);
    }

    private String profile(Actor actor, long version, FormErrors errors, @Nullable String done, Model model) {
        var known = done != null && done.matches("saved|added|removed|moved|undone|redone") ? done : null;
        model.addAttribute("page", drafts.show(actor, version, errors, known));
        return "roleprofile/composing/web/profile";
    }

    @PostMapping("/{version:\\d+}/sections")
    String addSection(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            @RequestParam Layer layer,
            @RequestParam(defaultValue = "") String title,
            HttpServletResponse response,
            Model model) {
        return make(
                actor,
                version,
                revision,
                new Change.AddSection(layer, title.strip()),
                "title",
                "added",
                response,
                model);
    }

    @PostMapping("/{version:\\d+}/sections/{section:\\d+}")
    String changeSection(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @PathVariable int section,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "rename") String step,
            HttpServletResponse response,
            Model model) {
        var change =
                switch (step) {
                    case "remove" -> new Change.RemoveSection(section);
                    case "all-optional" -> all(actor, version, section, true);
                    case "all-required" -> all(actor, version, section, false);
                    default -> new Change.RenameSection(section, title.strip());
                };
        var done = change instanceof Change.RemoveSection ? "removed" : "saved";
        return make(actor, version, revision, change, "section-" + section, done, response, model);
    }

    private Change all(Actor actor, long version, int section, boolean optional) {
        var sections =
                drafts.show(actor, version, FormErrors.none(), null).role().sections();
        var entries =
                section < sections.size() ? sections.get(section).entries().size() : 0;
        return new Change.MakeOptional(
                section, IntStream.range(0, entries).boxed().toList(), optional);
    }

    @PostMapping("/{version:\\d+}/minimum")
    String askForOptional(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String minimum,
            HttpServletResponse response,
            Model model) {
        var number = minimum.strip().matches("\\d{1,4}") ? Integer.parseInt(minimum.strip()) : -1;
        return make(actor, version, revision, new Change.AskForOptional(number), "minimum", "saved", response, model);
    }

    @PostMapping("/{version:\\d+}/sections/{section:\\d+}/{competence:\\d+}")
    String changeCompetence(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @PathVariable int section,
            @PathVariable int competence,
            @RequestParam long revision,
            @RequestParam String step,
            @RequestParam(defaultValue = "0") int target,
            HttpServletResponse response,
            Model model) {
        var change =
                switch (step) {
                    case "up" -> new Change.Move(section, competence, true);
                    case "down" -> new Change.Move(section, competence, false);
                    case "optional" -> new Change.MakeOptional(section, List.of(competence), true);
                    case "required" -> new Change.MakeOptional(section, List.of(competence), false);
                    case "to" -> new Change.MoveTo(section, competence, target);
                    default -> new Change.Remove(section, competence);
                };
        var done =
                switch (change) {
                    case Change.Remove remove -> "removed";
                    case Change.MakeOptional weighed -> "saved";
                    default -> "moved";
                };
        return make(actor, version, revision, change, "section-" + section, done, response, model);
    }

    @PostMapping("/{version:\\d+}/undo")
    String undo(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            HttpServletResponse response,
            Model model) {
        var errors = drafts.undo(actor, version, revision, response);
        return errors.any()
                ? profile(actor, version, errors, null, model)
                : "redirect:/authoring/roles/" + version + "?done=undone";
    }

    @PostMapping("/{version:\\d+}/redo")
    String redo(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            HttpServletResponse response,
            Model model) {
        var errors = drafts.redo(actor, version, revision, response);
        return errors.any()
                ? profile(actor, version, errors, null, model)
                : "redirect:/authoring/roles/" + version + "?done=redone";
    }

    @GetMapping("/{version:\\d+}/publish")
    String publish(@AuthenticationPrincipal Actor actor, @PathVariable long version, Model model) {
        model.addAttribute("page", drafts.show(actor, version, FormErrors.none(), null));
        return "roleprofile/composing/web/publish";
    }

    @PostMapping("/{version:\\d+}/publish")
    String publishNow(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            HttpServletResponse response,
            Model model) {
        var shown = drafts.show(actor, version, FormErrors.none(), null);
        var errors = errors(publishVersion.publish(actor, new VersionId(version), revision));
        if (!errors.any()) {
            return "redirect:/frameworks/" + shown.draft().slug();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("page", drafts.show(actor, version, errors, null));
        return "roleprofile/composing/web/publish";
    }

    private static FormErrors errors(PublishVersion.Result result) {
        return switch (result) {
            case PublishVersion.Published published -> FormErrors.none();
            case PublishVersion.Flawed(var flaws) ->
                FormErrors.of(
                        "publish",
                        "roleprofile.flaw." + flaws.getFirst().kind(),
                        flaws.getFirst().subject());
            case PublishVersion.Conflict conflict -> FormErrors.of("publish", "roleprofile.conflict");
            case PublishVersion.NotADraft notADraft -> FormErrors.of("publish", "roleprofile.problem.noDraft");
        };
    }

    @PostMapping("/{version:\\d+}/discard")
    String discard(@AuthenticationPrincipal Actor actor, @PathVariable long version) {
        drafts.show(actor, version, FormErrors.none(), null);
        draftFrameworks.discard(actor, new VersionId(version));
        return "redirect:/authoring/roles";
    }

    private String make(
            Actor actor,
            long version,
            long revision,
            Change change,
            String input,
            String done,
            HttpServletResponse response,
            Model model) {
        var errors = drafts.make(actor, version, revision, change, input, response);
        return errors.any()
                ? profile(actor, version, errors, null, model)
                : "redirect:/authoring/roles/" + version + "?done=" + done;
    }
}
