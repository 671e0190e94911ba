package org.espalier.roleprofile.comparison.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.espalier.access.PublicPaths;
import org.espalier.document.Workbook;
import org.espalier.framework.RolePageLinks;
import org.espalier.kernel.Problem;
import org.espalier.kernel.Slug;
import org.espalier.roleprofile.ByName;
import org.espalier.roleprofile.comparison.Facts;
import org.espalier.roleprofile.comparison.RoleComparisons;
import org.espalier.roleprofile.comparison.RoleOrLevel;
import org.espalier.roleprofile.comparison.RolesAndLevels;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Any two roles or levels side by side: chosen, read, printed and taken away as a spreadsheet. */
@Controller
class RoleComparisonPages {
    private static final String PATH = "/roles/compare";

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RolesAndLevels all;
    private final RoleComparisons comparisons;

    RoleComparisonPages(RolesAndLevels all, RoleComparisons comparisons) {
        this.all = all;
        this.comparisons = comparisons;
    }

    @Bean
    static PublicPaths publicPathsOfRoleComparison() {
        return PublicPaths.of(PATH, PATH + ".xlsx");
    }

    @Bean
    static RolePageLinks comparisonOfThisRole() {
        return profile -> List.of(new RolePageLinks.Way(50, "roleprofile.compare.link", PATH + "?a=" + profile.slug()));
    }

    @GetMapping(PATH)
    String compare(
            @RequestParam @Nullable String a,
            @RequestParam @Nullable String b,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response,
            Model model) {
        var here = find(a);
        var there = find(b);
        model.addAttribute("all", all);
        if (here.isPresent() && there.isPresent()) {
            model.addAttribute("comparison", comparisons.compare(here.get(), there.get()));
            model.addAttribute("facts", Facts.of(here.get(), there.get()));
            return "roleprofile/comparison/web/comparison";
        }
        var choices = all.toChooseFrom();
        var many = choices.stream().mapToInt(some -> some.choices().size()).sum() > ByName.FEW;
        var errors = errors(many, a, here, b, there);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("choices", choices);
        model.addAttribute("many", many);
        model.addAttribute("q", q);
        model.addAttribute("found", RolesAndLevels.find(choices, q, here.or(() -> there)));
        model.addAttribute("here", here.orElse(null));
        model.addAttribute("there", there.orElse(null));
        model.addAttribute("errors", errors);
        return "roleprofile/comparison/web/choose";
    }

    @GetMapping(PATH + ".xlsx")
    ResponseEntity<byte[]> workbook(
            @RequestParam String a, @RequestParam String b, @ModelAttribute("frame") PageFrame frame) {
        var here = all.find(a).orElseThrow(RoleComparisonPages::unknown);
        var there = all.find(b).orElseThrow(RoleComparisonPages::unknown);
        var content =
                Workbook.xlsx(ComparisonSheets.of(frame, comparisons.compare(here, there), Facts.of(here, there)));
        var name = Slug.of(here.name() + " " + there.name()) + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private Optional<RoleOrLevel> find(@Nullable String address) {
        return address == null ? Optional.empty() : all.find(address);
    }

    /** A link gives one of the two and asks for the other; a form sends both, unless each has to be searched for. */
    private static FormErrors errors(
            boolean oneAtATime,
            @Nullable String a,
            Optional<RoleOrLevel> here,
            @Nullable String b,
            Optional<RoleOrLevel> there) {
        var errors = FormErrors.none();
        if (a != null && here.isEmpty()) {
            errors = errors.and("a", a.isBlank() ? "roleprofile.compare.missing" : "roleprofile.compare.unknown");
        }
        if (b != null && there.isEmpty() && !(oneAtATime && errors.any())) {
            errors = errors.and("b", b.isBlank() ? "roleprofile.compare.missing" : "roleprofile.compare.unknown");
        }
        return errors;
    }

    private static Problem.NotFound unknown() {
        return new Problem.NotFound("roleprofile.compare.unknown");
    }
}
