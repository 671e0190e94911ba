package org.espalier.roleprofile.comparison.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.espalier.document.Workbook.Sheet;
import org.espalier.framework.format.LevelEntry;
import org.espalier.roleprofile.comparison.Facts;
import org.espalier.roleprofile.comparison.RoleComparison;
import org.espalier.roleprofile.comparison.RoleComparison.Pair;
import org.espalier.roleprofile.comparison.RoleOrLevel.Asked;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;

/** A comparison as the sheets of a workbook. */
final class ComparisonSheets {
    private final PageFrame frame;
    private final RoleComparison comparison;
    private final List<List<String>> rows = new ArrayList<>();

    private ComparisonSheets(PageFrame frame, RoleComparison comparison) {
        this.frame = frame;
        this.comparison = comparison;
    }

    static List<Sheet> of(PageFrame frame, RoleComparison comparison, Facts facts) {
        return List.of(new ComparisonSheets(frame, comparison).expectations(), facts(frame, comparison, facts));
    }

    private Sheet expectations() {
        var here = comparison.nameHere();
        var there = comparison.nameThere();
        pairs("common", comparison.common());
        pairs("otherLevel", comparison.otherLevel());
        pairs("alike", comparison.alike());
        comparison.onlyHere().forEach(asked -> row(frame.t("roleprofile.compare.onlyIn", here), "", asked, null));
        comparison.onlyThere().forEach(asked -> row(frame.t("roleprofile.compare.onlyIn", there), "", null, asked));
        return withoutEmptyColumns(new Sheet(
                frame.t("roleprofile.compare.sheet.expectations"),
                List.of(
                        frame.t("roleprofile.compare.sheet.what"),
                        frame.t("roleprofile.compare.sheet.because"),
                        here,
                        frame.t("roleprofile.compare.sheet.part"),
                        frame.t("roleprofile.compare.sheet.code"),
                        there,
                        frame.t("roleprofile.compare.sheet.part"),
                        frame.t("roleprofile.compare.sheet.code")),
                List.of(16, 18, 46, 26, 13, 46, 26, 13),
                rows));
    }

    /** Paper is narrow: a side that names no standards has no column for them. */
    private static Sheet withoutEmptyColumns(Sheet sheet) {
        var columns = IntStream.range(0, sheet.head().size())
                .filter(column -> sheet.rows().isEmpty()
                        || sheet.rows().stream()
                                .anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
        return new Sheet(
                sheet.name(),
                columns.stream().map(sheet.head()::get).toList(),
                columns.stream().map(sheet.widths()::get).toList(),
                sheet.rows().stream()
                        .map(row -> columns.stream().map(row::get).toList())
                        .toList());
    }

    private void pairs(String what, List<Pair> pairs) {
        pairs.forEach(pair -> row(
                frame.t("roleprofile.compare." + what),
                frame.t("roleprofile.compare.because." + pair.because().name().toLowerCase(Locale.ROOT)),
                pair.here(),
                pair.there()));
    }

    private void row(String what, String because, @Nullable Asked here, @Nullable Asked there) {
        var row = new ArrayList<>(List.of(what, because));
        row.addAll(cells(here));
        row.addAll(cells(there));
        rows.add(row);
    }

    private List<String> cells(@Nullable Asked asked) {
        if (asked == null) {
            return List.of("", "", "");
        }
        LevelEntry level = asked.level();
        var where = new ArrayList<String>();
        if (level != null) {
            where.add(level.name());
        }
        where.addAll(asked.parts());
        var code = asked.code();
        var words = asked.statement().optional()
                ? asked.words() + " (" + frame.t("roleprofile.optional") + ")"
                : asked.words();
        return List.of(words, String.join(" › ", where), code == null ? "" : code);
    }

    private static Sheet facts(PageFrame frame, RoleComparison comparison, Facts facts) {
        return new Sheet(
                frame.t("roleprofile.compare.facts"),
                List.of(frame.t("roleprofile.compare.sheet.fact"), comparison.nameHere(), comparison.nameThere()),
                List.of(28, 70, 70),
                facts.lines().stream()
                        .map(line -> List.of(
                                frame.t("roleprofile.compare.fact." + line.kind()),
                                String.join("\n", line.here()),
                                String.join("\n", line.there())))
                        .toList());
    }
}
