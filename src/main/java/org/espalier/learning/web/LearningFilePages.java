package org.espalier.learning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.espalier.document.Csv;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.importing.ExportOffering;
import org.espalier.learning.importing.FileKind;
import org.espalier.learning.importing.ImportOffering;
import org.espalier.learning.importing.PlannedRow;
import org.espalier.learning.importing.PlannedRow.Outcome;
import org.espalier.learning.importing.Unreadable;
import org.espalier.person.Insider;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** Courses and what they cover as files: out, and in again with a plan row by row. */
@Controller
@RequestMapping("/organisations/{slug}/learning/files")
class LearningFilePages {
    private static final int ON_A_PAGE = 200;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ImportOffering importOffering;
    private final ExportOffering exportOffering;

    LearningFilePages(ImportOffering importOffering, ExportOffering exportOffering) {
        this.importOffering = importOffering;
        this.exportOffering = exportOffering;
    }

    @GetMapping
    String files(
            Insider insider,
            @RequestParam @Nullable Integer added,
            @RequestParam @Nullable Integer changed,
            Model model) {
        KeepOffers.requireKeeper(insider);
        model.addAttribute("done", added == null || changed == null ? List.of() : List.of(added, changed));
        return page(FormErrors.none(), model);
    }

    @GetMapping("/{name:(?:courses|coverage)(?:-template)?\\.(?:csv|xlsx)}")
    ResponseEntity<byte[]> download(Insider insider, @PathVariable String name) {
        KeepOffers.requireKeeper(insider);
        var parts = name.split("[-.]");
        var kind = FileKind.ofSlug(parts[0]).orElseThrow();
        List<List<String>> rows = name.contains("-template") ? List.of() : exportOffering.rows(insider, kind);
        return name.endsWith(".csv")
                ? file(Csv.bytes(kind.headings(), rows), CSV, name)
                : file(ExportOffering.xlsx(kind.slug(), kind.headings(), rows), XLSX, name);
    }

    @PostMapping
    String uploaded(
            Insider insider,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        KeepOffers.requireKeeper(insider);
        model.addAttribute("done", List.of());
        var name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file == null || name.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(FormErrors.of("file", "learning.import.missing"), model);
        }
        try {
            return "redirect:" + address(insider) + "/" + importOffering.keep(insider, name, file.getBytes());
        } catch (Unreadable refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    FormErrors.of(
                            "file", refused.messageKey(), refused.arguments().toArray()),
                    model);
        }
    }

    @GetMapping("/{file:\\d+}")
    String plan(Insider insider, @PathVariable long file, Model model) {
        var plan = importOffering.plan(insider, file);
        model.addAttribute("file", file);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "shown",
                plan.rows().stream()
                        .filter(row -> plan.isPossible() || row.outcome() == Outcome.REFUSED)
                        .limit(ON_A_PAGE)
                        .toList());
        return "learning/web/filePlan";
    }

    @GetMapping("/{file:\\d+}/report.csv")
    ResponseEntity<byte[]> report(Insider insider, @PathVariable long file, @ModelAttribute("frame") PageFrame frame) {
        var plan = importOffering.plan(insider, file);
        var head = new ArrayList<>(List.of(
                frame.t("learning.import.report.row"),
                frame.t("learning.import.report.outcome"),
                frame.t("learning.import.report.remarks")));
        head.addAll(plan.kind().headings());
        var rows = plan.rows().stream()
                .map(row -> {
                    var line = new ArrayList<>(List.of(
                            String.format(Locale.ROOT, "%d", row.row().number()),
                            frame.t("learning.import.outcome." + row.outcome()),
                            row.remarks().stream()
                                    .map(remark -> words(frame, remark))
                                    .collect(Collectors.joining(" "))));
                    plan.kind().headings().forEach(heading -> line.add(row.row().get(heading)));
                    return (List<String>) line;
                })
                .toList();
        return file(Csv.bytes(head, rows), CSV, "report.csv");
    }

    @PostMapping("/{file:\\d+}")
    String apply(Insider insider, @PathVariable long file) {
        var plan = importOffering.apply(insider, file);
        return "redirect:" + address(insider)
                + (plan.isPossible()
                        ? "?added=" + plan.count(Outcome.ADDED) + "&changed=" + plan.count(Outcome.CHANGED)
                        : "/" + file);
    }

    /** What is said about a cell, with its column in front. */
    static String words(PageFrame frame, PlannedRow.Remark remark) {
        var words = frame.t(remark.messageKey(), remark.arguments().toArray());
        return remark.heading().isEmpty() ? words : remark.heading() + ": " + words;
    }

    private static String address(Insider insider) {
        return insider.organisation().address() + "/learning/files";
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static String page(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        return "learning/web/files";
    }
}
