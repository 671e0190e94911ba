package org.espalier.person.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.person.Insider;
import org.espalier.person.staff.importing.ImportStaff;
import org.espalier.person.staff.importing.PlannedRow;
import org.espalier.person.staff.importing.PlannedRow.Outcome;
import org.espalier.person.staff.importing.StaffColumn;
import org.espalier.person.staff.importing.StaffTemplate;
import org.espalier.person.staff.importing.Unreadable;
import org.espalier.ui.Download;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing people in from a file: the file, a plan row by row, and carrying it out. */
@Controller
@RequestMapping("/organisations/{slug}/import")
class ImportPages {
    private static final int ON_A_PAGE = 100;

    private final ImportStaff importStaff;

    ImportPages(ImportStaff importStaff) {
        this.importStaff = importStaff;
    }

    /** Some of a plan's rows. */
    record Shown(List<PlannedRow> rows, @Nullable Outcome only, int page, int pages) {
        static Shown of(List<PlannedRow> all, @Nullable Outcome only, int page) {
            var rows = all.stream()
                    .filter(row -> only == null || row.outcome() == only)
                    .toList();
            var pages = Math.max(1, (rows.size() + ON_A_PAGE - 1) / ON_A_PAGE);
            var at = Math.clamp(page, 1, pages);
            return new Shown(
                    rows.stream().skip((at - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList(), only, at, pages);
        }

        String page(int other) {
            return "?page=" + other + (only == null ? "" : "&only=" + only);
        }
    }

    @GetMapping
    String upload(
            Insider insider, @RequestParam @Nullable Long added, @RequestParam @Nullable Long changed, Model model) {
        insider.requireAdministrator();
        model.addAttribute("done", added == null || changed == null ? List.of() : List.of(added, changed));
        return page(FormErrors.none(), model);
    }

    @GetMapping("/people.xlsx")
    ResponseEntity<byte[]> workbook(Insider insider, @ModelAttribute("frame") PageFrame frame) {
        insider.requireAdministrator();
        var sheets = List.of(frame.t("person.staff.people.title"), frame.t("person.staff.import.sheet"));
        return Download.workbook(StaffTemplate.workbook(sheets, column -> meaning(frame, column)), "people.xlsx");
    }

    @GetMapping("/people.csv")
    ResponseEntity<byte[]> csv(Insider insider) {
        insider.requireAdministrator();
        return Download.csv(StaffTemplate.csv(), "people.csv");
    }

    @PostMapping
    String uploaded(
            Insider insider,
            @RequestParam(name = "people", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        insider.requireAdministrator();
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("done", List.of());
            return page(FormErrors.of("people", "person.staff.import.missing"), model);
        }
        try {
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            var kept = importStaff.keep(insider, name, file.getBytes());
            return "redirect:" + insider.organisation().address() + "/import/" + kept;
        } catch (Unreadable refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("done", List.of());
            return page(
                    FormErrors.of(
                            "people", refused.messageKey(), refused.arguments().toArray()),
                    model);
        }
    }

    @GetMapping("/{file}")
    String plan(
            Insider insider,
            @PathVariable long file,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var planned = importStaff.plan(insider, file);
        var plan = planned.plan();
        var outcome = Arrays.stream(Outcome.values())
                .filter(one -> one.name().equals(only))
                .findFirst()
                .orElse(plan.isPossible() || only.equals("ALL") ? null : Outcome.REFUSED);
        model.addAttribute("file", file);
        model.addAttribute("name", planned.name());
        model.addAttribute("plan", plan);
        model.addAttribute("shown", Shown.of(plan.rows(), outcome, page));
        return "person/staff/web/importPlan";
    }

    @GetMapping("/{file}/report.csv")
    ResponseEntity<byte[]> report(Insider insider, @PathVariable long file, @ModelAttribute("frame") PageFrame frame) {
        var plan = importStaff.plan(insider, file).plan();
        var head = new ArrayList<String>();
        head.add(frame.t("person.staff.import.row"));
        head.add(frame.t("person.staff.import.outcome"));
        head.add(frame.t("person.staff.import.remarks"));
        Arrays.stream(StaffColumn.values()).map(StaffColumn::heading).forEach(head::add);
        var rows = plan.rows().stream().map(row -> line(frame, row));
        return Download.csv(StaffTemplate.csv(Stream.concat(Stream.of(head), rows)), "report.csv");
    }

    @PostMapping("/{file}")
    String apply(Insider insider, @PathVariable long file) {
        var plan = importStaff.apply(insider, file);
        var here = "redirect:" + insider.organisation().address() + "/import";
        return plan.isPossible()
                ? here + "?added=" + (plan.count(Outcome.ADDED) + plan.count(Outcome.INVITED)) + "&changed="
                        + plan.count(Outcome.CHANGED)
                : here + "/" + file;
    }

    static String meaning(PageFrame frame, StaffColumn column) {
        return frame.t(
                "person.staff.import.column." + column,
                frame.t(column.isRequired() ? "person.staff.import.required" : "person.staff.import.optional"));
    }

    private static List<String> line(PageFrame frame, PlannedRow row) {
        var line = new ArrayList<String>();
        line.add(String.format(Locale.ROOT, "%d", row.row().number()));
        line.add(frame.t("person.staff.import.outcome." + row.outcome()));
        line.add(row.remarks().stream()
                .map(remark -> frame.t(remark.messageKey(), remark.arguments().toArray()))
                .collect(Collectors.joining(" ")));
        for (var column : StaffColumn.values()) {
            line.add(row.row().get(column));
        }
        return line;
    }

    private static String page(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        return "person/staff/web/import";
    }
}
