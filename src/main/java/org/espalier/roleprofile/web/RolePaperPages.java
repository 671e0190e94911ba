package org.espalier.roleprofile.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.document.Paper;
import org.espalier.document.Pdf;
import org.espalier.document.Word;
import org.espalier.framework.CompetenceSources;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.kernel.Slug;
import org.espalier.roleprofile.composing.ComposeRole;
import org.espalier.roleprofile.web.JobDescriptionPaper.Employer;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A role profile to take away: as the profile it is, or as a job description drafted from it. */
@Controller
class RolePaperPages {
    private static final String PUBLISHED = "/roles/{slug}/versions/{number:\\d{1,9}}";
    private static final String DRAFT = "/authoring/roles/{version:\\d+}";
    private static final MediaType WORD =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PublishedVersions versions;
    private final ComposeRole composeRole;
    private final CompetenceSources sources;

    RolePaperPages(PublishedVersions versions, ComposeRole composeRole, CompetenceSources sources) {
        this.versions = versions;
        this.composeRole = composeRole;
        this.sources = sources;
    }

    @GetMapping(PUBLISHED + "/papers")
    String choose(@PathVariable String slug, @PathVariable int number, Model model) {
        return choose(
                published(slug, number, null), "/roles/" + slug + "/versions/" + number, "/frameworks/" + slug, model);
    }

    @GetMapping(DRAFT + "/papers")
    String choose(@AuthenticationPrincipal Actor actor, @PathVariable long version, Model model) {
        var home = "/authoring/roles/" + version;
        return choose(draft(actor, version, null), home, home, model);
    }

    private static String choose(PrintedRole role, String home, String back, Model model) {
        model.addAttribute("role", role);
        model.addAttribute("home", home);
        model.addAttribute("back", back);
        return "roleprofile/web/papers";
    }

    @GetMapping(PUBLISHED + "/profile")
    ResponseEntity<byte[]> profile(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable List<Integer> part,
            @RequestParam(defaultValue = "pdf") String as,
            @ModelAttribute("frame") PageFrame frame) {
        var role = published(slug, number, part);
        return file(ProfilePaper.of(role, frame), role.title(), as);
    }

    @GetMapping(DRAFT + "/profile")
    ResponseEntity<byte[]> profile(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam(required = false) @Nullable List<Integer> part,
            @RequestParam(defaultValue = "pdf") String as,
            @ModelAttribute("frame") PageFrame frame) {
        var role = draft(actor, version, part);
        return file(ProfilePaper.of(role, frame), role.title(), as);
    }

    @GetMapping(PUBLISHED + "/job-description")
    ResponseEntity<byte[]> jobDescription(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable List<Integer> part,
            @RequestParam(defaultValue = "docx") String as,
            @ModelAttribute Employer employer,
            @ModelAttribute("frame") PageFrame frame) {
        var role = published(slug, number, part);
        return file(JobDescriptionPaper.of(role, employer, frame), "job description " + role.roleName(), as);
    }

    @GetMapping(DRAFT + "/job-description")
    ResponseEntity<byte[]> jobDescription(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam(required = false) @Nullable List<Integer> part,
            @RequestParam(defaultValue = "docx") String as,
            @ModelAttribute Employer employer,
            @ModelAttribute("frame") PageFrame frame) {
        var role = draft(actor, version, part);
        return file(JobDescriptionPaper.of(role, employer, frame), "job description " + role.roleName(), as);
    }

    private PrintedRole published(String slug, int number, @Nullable List<Integer> part) {
        var version = versions.find(slug, number).orElseThrow(RolePaperPages::unknown);
        var role = version.document().role();
        if (role == null) {
            throw unknown();
        }
        return PrintedRole.of(version.document(), role, version, part == null ? List.of() : part, sources);
    }

    private PrintedRole draft(Actor actor, long version, @Nullable List<Integer> part) {
        var document = composeRole.draft(actor, new VersionId(version)).document();
        var role = document.role();
        if (role == null) {
            throw unknown();
        }
        return PrintedRole.of(document, role, null, part == null ? List.of() : part, sources);
    }

    private static Problem unknown() {
        return new Problem.NotFound("roleprofile.problem.noRole");
    }

    private static ResponseEntity<byte[]> file(Paper paper, String name, String as) {
        var word = as.equals("docx");
        return ResponseEntity.ok()
                .contentType(word ? WORD : MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(Slug.of(name) + (word ? ".docx" : ".pdf"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(word ? Word.of(paper) : Pdf.of(paper));
    }
}
