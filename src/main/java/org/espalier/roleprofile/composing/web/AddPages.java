package org.espalier.roleprofile.composing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PlainWords;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.SearchFrameworks;
import org.espalier.framework.SearchFrameworks.Finding;
import org.espalier.framework.SearchFrameworks.Kind;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.kernel.Problem;
import org.espalier.roleprofile.ByName;
import org.espalier.roleprofile.composing.Change;
import org.espalier.roleprofile.composing.Picking;
import org.espalier.roleprofile.standard.Standard;
import org.espalier.roleprofile.standard.StandardCode;
import org.espalier.roleprofile.standard.Standards;
import org.espalier.ui.FormErrors;
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
import org.springframework.web.util.UriUtils;

/** Adding competences to a layer: found by words, picked from a framework's tree, or typed. */
@Controller
@RequestMapping("/authoring/roles/{version:\\d+}/sections/{section:\\d+}/add")
class AddPages {
    private final Drafts drafts;
    private final Picking picking;
    private final PublishedVersions versions;
    private final SearchFrameworks search;
    private final Standards standards;

    AddPages(Drafts drafts, Picking picking, PublishedVersions versions, SearchFrameworks search, Standards standards) {
        this.drafts = drafts;
        this.picking = picking;
        this.versions = versions;
        this.search = search;
        this.standards = standards;
    }

    /** Where the author looks: for words, or in a framework at a level. */
    record Looking(String q, String from, String level) {
        Looking {
            q = sent(q);
            from = sent(from);
            level = sent(level);
        }

        String query() {
            return "q=" + encoded(q) + "&from=" + encoded(from) + "&level=" + encoded(level);
        }

        private static String encoded(String text) {
            return UriUtils.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** Something to pick. */
    record Choice(String pick, String text, @Nullable String about) {}

    /** Choices under one heading. */
    record Choices(String heading, List<Choice> choices) {}

    /** A competence as it was typed. */
    record Typed(String text, String code, String link, String principleCode, String principle, String function) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "");

        Typed {
            text = sent(text);
            code = sent(code);
            link = sent(link);
            principleCode = sent(principleCode);
            principle = sent(principle);
            function = sent(function);
        }
    }

    /** A field that a form does not send is empty. */
    private static String sent(@Nullable String text) {
        return text == null ? "" : text;
    }

    @GetMapping
    String look(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @PathVariable int section,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String named,
            @RequestParam(defaultValue = "0") int added,
            Model model) {
        model.addAttribute("added", added);
        model.addAttribute("named", named.strip());
        return page(
                drafts.show(actor, version, FormErrors.none(), null),
                section,
                new Looking(q.strip(), from, level),
                Typed.NOTHING,
                model);
    }

    @PostMapping
    String picked(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @PathVariable int section,
            @RequestParam long revision,
            @RequestParam(required = false) @Nullable List<String> pick,
            @ModelAttribute Looking looking,
            HttpServletResponse response,
            Model model) {
        var competences = picking.competences(pick == null ? List.of() : pick);
        FormErrors errors;
        if (competences.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            errors = FormErrors.of("choices", "roleprofile.add.none");
        } else {
            errors = drafts.make(actor, version, revision, new Change.Add(section, competences), "choices", response);
        }
        if (errors.any()) {
            model.addAttribute("added", 0);
            return page(drafts.show(actor, version, errors, null), section, looking, Typed.NOTHING, model);
        }
        return "redirect:/authoring/roles/" + version + "/sections/" + section + "/add?" + looking.query() + "&added="
                + competences.size();
    }

    @PostMapping("/typed")
    String typed(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @PathVariable int section,
            @RequestParam long revision,
            @ModelAttribute Typed typed,
            HttpServletResponse response,
            Model model) {
        var errors = FormErrors.none();
        var code = StandardCode.read(typed.code()).orElse(null);
        var standard = code == null ? null : standards.find(code).orElse(null);
        if (standard == null && typed.text().isBlank()) {
            errors = errors.and("text", "roleprofile.refused.noText");
        } else if (standard != null && !isTitle(typed.text(), standard)) {
            errors = errors.and("text", "roleprofile.add.code.title", standard.code(), standard.title());
        }
        if (code == null && !typed.code().isBlank()) {
            errors = errors.and("code", "roleprofile.local.objection.NOT_A_CODE");
        } else if (standard != null && standard.supersededBy() != null) {
            errors = errors.and("code", "roleprofile.add.code.superseded", standard.code(), standard.supersededBy());
        }
        if (!typed.link().isBlank() && !typed.link().strip().startsWith("https://")) {
            errors = errors.and("link", "roleprofile.add.link");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            errors = drafts.make(
                    actor,
                    version,
                    revision,
                    new Change.Add(section, List.of(standard == null ? competence(typed, code) : Picking.of(standard))),
                    "text",
                    response);
        }
        if (errors.any()) {
            model.addAttribute("added", 0);
            return page(drafts.show(actor, version, errors, null), section, new Looking("", "", ""), typed, model);
        }
        return "redirect:/authoring/roles/" + version + "/sections/" + section + "/add?added=1";
    }

    /** The title of a standard is never changed (PRODUCT.md, rule 7); who leaves it out means the title that it has. */
    private static boolean isTitle(String text, Standard standard) {
        return text.isBlank() || PlainWords.of(text).equals(PlainWords.of(standard.title()));
    }

    private static Competence competence(Typed typed, @Nullable StandardCode code) {
        return new Competence(
                Drafts.optional(typed.principle()),
                Drafts.optional(typed.principleCode()),
                Drafts.optional(typed.function()),
                typed.text().strip(),
                code == null ? null : code.value(),
                Drafts.optional(typed.link()),
                null,
                List.of());
    }

    private String page(Composing page, int section, Looking looking, Typed typed, Model model) {
        if (section >= page.role().sections().size()) {
            throw new Problem.NotFound("roleprofile.problem.noSection");
        }
        var browsed = versions.current(looking.from()).orElse(null);
        model.addAttribute("page", page);
        model.addAttribute("section", section);
        model.addAttribute("looking", looking);
        model.addAttribute("typed", typed);
        var frameworks = versions.allCurrent().stream()
                .filter(version -> !version.slug().equals(page.draft().slug()))
                .toList();
        var named = model.getAttribute("named") instanceof String words ? words : "";
        model.addAttribute("frameworks", frameworks);
        model.addAttribute("named", named);
        model.addAttribute("found", ByName.find(frameworks, FrameworkVersion::title, named));
        model.addAttribute("browsed", browsed);
        model.addAttribute(
                "choices",
                !looking.q().isBlank()
                        ? found(looking.q())
                        : browsed == null ? List.of() : browsed(browsed, Drafts.optional(looking.level())));
        return "roleprofile/composing/web/add";
    }

    /** Standards first: they are what roles are made of. */
    private List<Choices> found(String words) {
        var choices = new ArrayList<Choices>();
        add(
                choices,
                "",
                standards.search(words).stream()
                        .filter(standard -> standard.supersededBy() == null)
                        .limit(10)
                        .map(standard -> new Choice(
                                Picking.standard(standard.code()),
                                standard.title(),
                                standard.code().value()))
                        .toList());
        var findings = new ArrayList<Finding>();
        for (var kind : List.of(Kind.EXPECTATION, Kind.GROUP)) {
            findings.addAll(search.search(new SearchFrameworks.Query(words, null, null, null, kind, 1))
                    .page());
        }
        for (var version : versions.allCurrent()) {
            add(
                    choices,
                    version.title(),
                    findings.stream()
                            .filter(finding -> finding.version().equals(version.id()))
                            .map(finding -> choice(version, finding))
                            .toList());
        }
        return choices;
    }

    private static void add(List<Choices> all, String heading, List<Choice> choices) {
        if (!choices.isEmpty()) {
            all.add(new Choices(heading, choices));
        }
    }

    private static Choice choice(FrameworkVersion version, Finding finding) {
        return finding.kind() == Kind.GROUP
                ? new Choice(Picking.group(version.id(), null, finding.key()), finding.heading(), null)
                : new Choice(
                        Picking.statement(version.id(), finding.key()),
                        finding.heading(),
                        version.statement(finding.key())
                                .flatMap(statement -> version.level(statement.level()))
                                .map(LevelEntry::name)
                                .orElse(null));
    }

    /** All that a framework asks for at a level, by group; each group can be picked as a whole. */
    private static List<Choices> browsed(FrameworkVersion version, @Nullable String level) {
        if (level == null && !version.levels().isEmpty()) {
            return List.of();
        }
        var statements = Picking.at(version, level);
        var choices = new ArrayList<Choices>();
        version.groups().forEach(group -> browse(version, level, group, statements, choices));
        add(choices, version.title(), in(version, null, statements));
        return choices;
    }

    private static void browse(
            FrameworkVersion version,
            @Nullable String level,
            GroupEntry group,
            List<Statement> statements,
            List<Choices> choices) {
        var own = new ArrayList<Choice>();
        var inside = in(version, group.id(), statements);
        if (!inside.isEmpty()) {
            own.add(new Choice(
                    Picking.group(version.id(), level, group.id()),
                    group.name(),
                    version.level(level).map(LevelEntry::name).orElse(null)));
            own.addAll(inside);
        }
        add(choices, group.name(), own);
        group.groups().forEach(child -> browse(version, level, child, statements, choices));
    }

    private static List<Choice> in(FrameworkVersion version, @Nullable String group, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> Objects.equals(group, statement.group()))
                .map(statement -> new Choice(
                        Picking.statement(version.id(), statement.key()), statement.text(), statement.leadIn()))
                .toList();
    }
}
