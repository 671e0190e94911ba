package org.espalier.roleprofile.local.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.SearchFrameworks;
import org.espalier.framework.Statement;
import org.espalier.person.Insider;
import org.espalier.roleprofile.local.Additions;
import org.espalier.roleprofile.local.ChangeLocalRole;
import org.espalier.roleprofile.local.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms in which an organisation adds competences and notes to a national role profile. */
@Controller
@RequestMapping("/organisations/{slug}/local-roles/{national}")
class AddingPages {
    private final ChangeLocalRole changeLocalRole;
    private final LocalRoleViews views;
    private final PublishedVersions versions;
    private final SearchFrameworks searchFrameworks;

    AddingPages(
            ChangeLocalRole changeLocalRole,
            LocalRoleViews views,
            PublishedVersions versions,
            SearchFrameworks searchFrameworks) {
        this.changeLocalRole = changeLocalRole;
        this.views = views;
        this.versions = versions;
        this.searchFrameworks = searchFrameworks;
    }

    /** A statement that was found, to be added as it stands. */
    record Found(FrameworkVersion version, Statement statement) {}

    @GetMapping("/competences/new")
    String newCompetence(Insider insider, @PathVariable String national, Model model) {
        return competenceForm(insider, national, 0, Typed.of(""), model);
    }

    @PostMapping("/competences")
    String addCompetence(
            Insider insider,
            @PathVariable String national,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        var objection = changeLocalRole.addOwn(insider, national, words);
        return objection.isEmpty()
                ? LocalRoleViews.saved(insider, national)
                : competenceForm(
                        insider, national, 0, Typed.wrong(response, words, "", "words", Typed.key(objection)), model);
    }

    @GetMapping("/competences/{number}")
    String changeCompetence(Insider insider, @PathVariable String national, @PathVariable int number, Model model) {
        var words = views.draft(insider, national)
                .role()
                .draft()
                .competence(number)
                .filter(Additions.Competence::isOwnWords)
                .map(Additions.Competence::text)
                .orElseThrow(LocalRoleViews::gone);
        return competenceForm(insider, national, number, Typed.of(words), model);
    }

    @PostMapping("/competences/{number}")
    String reword(
            Insider insider,
            @PathVariable String national,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        var objection = changeLocalRole.reword(insider, national, number, words);
        return objection.isEmpty()
                ? LocalRoleViews.saved(insider, national)
                : competenceForm(
                        insider,
                        national,
                        number,
                        Typed.wrong(response, words, "", "words", Typed.key(objection)),
                        model);
    }

    private String competenceForm(Insider insider, String national, int number, Typed typed, Model model) {
        model.addAttribute("view", views.draft(insider, national));
        model.addAttribute("number", number);
        model.addAttribute("typed", typed);
        return "roleprofile/local/web/competence";
    }

    @GetMapping("/standards/new")
    String newStandard(Insider insider, @PathVariable String national, Model model) {
        return standardForm(insider, national, Typed.of(""), model);
    }

    @PostMapping("/standards")
    String addStandard(
            Insider insider,
            @PathVariable String national,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title,
            HttpServletResponse response,
            Model model) {
        var objection = changeLocalRole.addStandard(insider, national, code, title);
        if (objection.isEmpty()) {
            return LocalRoleViews.saved(insider, national);
        }
        var field =
                switch (objection.get()) {
                    case UNKNOWN_STANDARD, TITLE_OF_STANDARD, TOO_LONG -> "title";
                    case NOTHING_WRITTEN,
                            NATIONAL_ALREADY,
                            LOCAL_ALREADY,
                            NO_CODE,
                            NOT_A_CODE,
                            SUPERSEDED_STANDARD,
                            NO_SUCH_STATEMENT,
                            NO_SUCH_COMPETENCE,
                            SAME_NOTE -> "code";
                };
        return standardForm(insider, national, Typed.wrong(response, code, title, field, Typed.key(objection)), model);
    }

    private String standardForm(Insider insider, String national, Typed typed, Model model) {
        model.addAttribute("view", views.draft(insider, national));
        model.addAttribute("typed", typed);
        return "roleprofile/local/web/standard";
    }

    @GetMapping("/statements/new")
    String findStatement(
            Insider insider, @PathVariable String national, @RequestParam(defaultValue = "") String q, Model model) {
        return statementForm(insider, national, Typed.of(q), model);
    }

    @PostMapping("/statements")
    String addStatement(
            Insider insider,
            @PathVariable String national,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String framework,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String key,
            HttpServletResponse response,
            Model model) {
        var objection = changeLocalRole.addStatement(insider, national, framework, version, key);
        return objection.isEmpty()
                ? LocalRoleViews.saved(insider, national)
                : statementForm(insider, national, Typed.wrong(response, q, "", "q", Typed.key(objection)), model);
    }

    private String statementForm(Insider insider, String national, Typed typed, Model model) {
        model.addAttribute("view", views.draft(insider, national));
        model.addAttribute("typed", typed);
        model.addAttribute("found", typed.first().isBlank() ? List.of() : found(typed.first(), national));
        return "roleprofile/local/web/statement";
    }

    /** What the profile itself asks for is not offered: it is asked for already. */
    private List<Found> found(String words, String national) {
        var found = new ArrayList<Found>();
        var query = new SearchFrameworks.Query(words, null, null, null, SearchFrameworks.Kind.EXPECTATION, 1);
        for (var finding : searchFrameworks.search(query).page()) {
            versions.find(finding.version())
                    .filter(version -> !version.slug().equals(national) && !versions.isLocal(version.slug()))
                    .ifPresent(version -> version.statement(finding.key())
                            .ifPresent(statement -> found.add(new Found(version, statement))));
        }
        return found;
    }

    @GetMapping("/notes/new")
    String newNote(Insider insider, @PathVariable String national, @RequestParam @Nullable String about, Model model) {
        return noteForm(insider, national, 0, about, Typed.of(""), model);
    }

    @PostMapping("/notes")
    String addNote(
            Insider insider,
            @PathVariable String national,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        var key = about.isBlank() ? null : about;
        var objection = changeLocalRole.addNote(insider, national, key, text);
        if (objection.isEmpty()) {
            return LocalRoleViews.saved(insider, national);
        }
        if (objection.get() == Objection.NO_SUCH_COMPETENCE) {
            throw LocalRoleViews.gone();
        }
        return noteForm(
                insider, national, 0, key, Typed.wrong(response, text, "", "text", Typed.key(objection)), model);
    }

    @GetMapping("/notes/{number}")
    String note(Insider insider, @PathVariable String national, @PathVariable int number, Model model) {
        var note = noteOf(insider, national, number);
        return noteForm(insider, national, number, note.about(), Typed.of(note.text()), model);
    }

    @PostMapping("/notes/{number}")
    String changeNote(
            Insider insider,
            @PathVariable String national,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        var about = noteOf(insider, national, number).about();
        var objection = changeLocalRole.changeNote(insider, national, number, text);
        return objection.isEmpty()
                ? LocalRoleViews.saved(insider, national)
                : noteForm(
                        insider,
                        national,
                        number,
                        about,
                        Typed.wrong(response, text, "", "text", Typed.key(objection)),
                        model);
    }

    private Additions.Note noteOf(Insider insider, String national, int number) {
        return views.draft(insider, national).role().draft().note(number).orElseThrow(LocalRoleViews::gone);
    }

    private String noteForm(
            Insider insider, String national, int number, @Nullable String about, Typed typed, Model model) {
        var view = views.draft(insider, national);
        model.addAttribute("view", view);
        model.addAttribute("number", number);
        model.addAttribute(
                "about",
                about == null ? null : view.national().competence(about).orElseThrow(LocalRoleViews::gone));
        model.addAttribute("typed", typed);
        return "roleprofile/local/web/note";
    }
}
