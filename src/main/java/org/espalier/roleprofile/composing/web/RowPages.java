package org.espalier.roleprofile.composing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.espalier.access.Actor;
import org.espalier.framework.format.RoleEntry.Row;
import org.espalier.kernel.Problem;
import org.espalier.roleprofile.composing.Change;
import org.espalier.roleprofile.composing.Change.Table;
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

/** One row of a profile's suggested learning, or of its continuing development. */
@Controller
@RequestMapping("/authoring/roles/{version:\\d+}/{table:learning|cpd}/{row:\\d+}")
class RowPages {
    private final Drafts drafts;

    RowPages(Drafts drafts) {
        this.drafts = drafts;
    }

    /** A row as it was typed; each of its items in a line. */
    record Typed(String title, String items, String minimum, String frequency, String impact, String funding) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "");

        Typed {
            title = typed(title);
            items = typed(items);
            minimum = typed(minimum);
            frequency = typed(frequency);
            impact = typed(impact);
            funding = typed(funding);
        }

        static Typed of(Row row) {
            return new Typed(
                    row.title(),
                    String.join("\n", row.items()),
                    typed(row.minimum()),
                    typed(row.frequency()),
                    typed(row.impact()),
                    typed(row.funding()));
        }

        private static String typed(@Nullable String text) {
            return text == null ? "" : text;
        }

        Row row() {
            return new Row(
                    title.strip(),
                    items.lines()
                            .map(String::strip)
                            .filter(item -> !item.isEmpty())
                            .toList(),
                    Drafts.optional(minimum),
                    Drafts.optional(impact),
                    Drafts.optional(funding),
                    Drafts.optional(frequency),
                    null,
                    List.of());
        }
    }

    @GetMapping
    String row(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @PathVariable String table,
            @PathVariable int row,
            Model model) {
        var page = drafts.show(actor, version, FormErrors.none(), null);
        var rows = rows(page, table);
        if (row > rows.size()) {
            throw new Problem.NotFound("roleprofile.problem.noRow");
        }
        return page(page, table, row, row == rows.size() ? Typed.NOTHING : Typed.of(rows.get(row)), model);
    }

    @PostMapping
    String changed(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @PathVariable String table,
            @PathVariable int row,
            @RequestParam long revision,
            @RequestParam(defaultValue = "save") String step,
            @ModelAttribute Typed typed,
            HttpServletResponse response,
            Model model) {
        var which = Table.valueOf(table.toUpperCase(Locale.ROOT));
        var removes = step.equals("remove");
        FormErrors errors;
        if (!removes && typed.title().isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            errors = FormErrors.of("title", "roleprofile.refused.noTitle");
        } else {
            errors = drafts.make(
                    actor,
                    version,
                    revision,
                    removes ? new Change.RemoveRow(which, row) : new Change.PutRow(which, row, typed.row()),
                    "title",
                    response);
        }
        return errors.any()
                ? page(drafts.show(actor, version, errors, null), table, row, typed, model)
                : "redirect:/authoring/roles/" + version + "?done=" + (removes ? "removed" : "saved");
    }

    private static List<Row> rows(Composing page, String table) {
        return table.equals("cpd") ? page.role().cpd() : page.role().learning();
    }

    private static String page(Composing page, String table, int row, Typed typed, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("table", table);
        model.addAttribute("row", row);
        model.addAttribute("isNew", row >= rows(page, table).size());
        model.addAttribute("typed", typed);
        return "roleprofile/composing/web/row";
    }
}
