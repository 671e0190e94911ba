package org.espalier.roleprofile.standard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.roleprofile.Paged;
import org.espalier.roleprofile.standard.ImportStandards;
import org.espalier.roleprofile.standard.ImportStandards.Keep;
import org.espalier.roleprofile.standard.StandardColumn;
import org.espalier.roleprofile.standard.StandardsPlan;
import org.espalier.roleprofile.standard.StandardsPlan.Outcome;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Where authors bring in a list of standards: choose a file, look at what it changes, row by row, carry it out. */
@Controller
@RequestMapping("/authoring/standards")
class ImportStandardsPages {
    private static final int ON_A_PAGE = 50;

    private final ImportStandards importStandards;

    ImportStandardsPages(ImportStandards importStandards) {
        this.importStandards = importStandards;
    }

    /** Some of a plan's rows. */
    record Shown(Paged<StandardsPlan.Row> rows, @Nullable Outcome only) {
        static Shown of(StandardsPlan plan, @Nullable Outcome only, int page) {
            var rows = plan.rows().stream()
                    .filter(row -> only == null || row.outcome() == only)
                    .toList();
            return new Shown(Paged.of(rows, page, ON_A_PAGE), only);
        }

        /** What leads to a page, but for its number. */
        String href() {
            return (only == null ? "?" : "?only=" + only + "&") + "page=";
        }
    }

    @GetMapping
    String choose(@RequestParam(required = false) @Nullable Long done, Model model) {
        return choose(FormErrors.none(), done, model);
    }

    /** The headings and one row to go by. */
    @GetMapping("/standards.csv")
    ResponseEntity<byte[]> template() {
        var head = Arrays.stream(StandardColumn.values())
                .map(StandardColumn::heading)
                .collect(Collectors.joining(","));
        return Files.csv("\uFEFF" + head + "\r\n", "standards.csv");
    }

    @PostMapping
    String chosen(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(name = "standards", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file == null
                || Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return choose(FormErrors.of("standards", "roleprofile.standards.import.missing"), null, model);
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (importStandards.keep(actor, name, file.getBytes())) {
            case Keep.Kept(var number) -> "redirect:/authoring/standards/" + number;
            case Keep.Refused(var messageKey, var arguments) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield choose(FormErrors.of("standards", messageKey, arguments.toArray()), null, model);
            }
        };
    }

    private static String choose(FormErrors errors, @Nullable Long done, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("done", done);
        return "roleprofile/standard/web/importStandards";
    }

    @GetMapping("/{file:\\d+}")
    String plan(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long file,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var planned = importStandards.plan(actor, file);
        var plan = planned.plan();
        var outcome = Arrays.stream(Outcome.values())
                .filter(one -> one.name().equals(only))
                .findFirst()
                .orElse(plan.isPossible() || only.equals("ALL") ? null : Outcome.REFUSED);
        model.addAttribute("file", file);
        model.addAttribute("name", planned.name());
        model.addAttribute("plan", plan);
        model.addAttribute("shown", Shown.of(plan, outcome, page));
        return "roleprofile/standard/web/standardsPlan";
    }

    @GetMapping("/{file:\\d+}/report.csv")
    ResponseEntity<byte[]> report(
            @AuthenticationPrincipal Actor actor, @PathVariable long file, @ModelAttribute("frame") PageFrame frame) {
        var text = new StringBuilder("\uFEFF");
        text.append(Files.line(List.of(
                frame.t("roleprofile.standards.import.column.row"),
                frame.t("roleprofile.standards.import.column.outcome"),
                frame.t("roleprofile.standards.import.column.remarks"),
                StandardColumn.CODE.heading(),
                StandardColumn.TITLE.heading())));
        for (var row : importStandards.plan(actor, file).plan().rows()) {
            text.append(Files.line(List.of(
                    Integer.toString(row.number()),
                    frame.t("roleprofile.standards.import.outcome." + row.outcome()),
                    row.remarks().stream()
                            .map(remark -> frame.t(
                                    remark.messageKey(), remark.arguments().toArray()))
                            .collect(Collectors.joining(" ")),
                    row.code(),
                    row.title())));
        }
        return Files.csv(text.toString(), "report.csv");
    }

    @PostMapping("/{file:\\d+}")
    String apply(@AuthenticationPrincipal Actor actor, @PathVariable long file) {
        var plan = importStandards.apply(actor, file);
        return plan.isPossible()
                ? "redirect:/authoring/standards?done=" + (plan.count(Outcome.ADDED) + plan.count(Outcome.CHANGED))
                : "redirect:/authoring/standards/" + file;
    }
}
