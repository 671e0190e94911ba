package org.espalier.roleprofile.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.document.TableFile.Cell;
import org.espalier.document.TableFile.Row;
import org.espalier.roleprofile.standard.StandardsPlan.Outcome;
import org.espalier.roleprofile.standard.StandardsPlan.Remark;
import org.jspecify.annotations.Nullable;

/** Works out what a list of standards changes; pure. */
final class StandardsPlanner {
    private final Map<StandardColumn, Integer> columns;
    private final Map<StandardCode, Standard> known;
    private final Map<StandardCode, Standard> listed = new LinkedHashMap<>();
    private final Map<StandardCode, Integer> rowOf = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();

    private StandardsPlanner(Map<StandardColumn, Integer> columns, Map<StandardCode, Standard> known) {
        this.columns = columns;
        this.known = known;
    }

    /** A row on its way; its standard is null while something keeps it from being one. */
    private static final class Draft {
        private final int number;
        private final String written;
        private final String title;
        private final List<Remark> remarks = new ArrayList<>();
        private @Nullable Standard standard;
        private boolean refused;

        Draft(int number, String written, String title) {
            this.number = number;
            this.written = written;
            this.title = title;
        }

        void refuse(String messageKey, String... arguments) {
            remarks.add(Remark.of(messageKey, arguments));
            refused = true;
        }
    }

    /** The plan, and the standards to put when it is carried out. */
    record Planned(StandardsPlan plan, List<Standard> toPut) {}

    /** @param rows the first holds the headings, among them those that are required */
    static Planned plan(List<Row> rows, List<Standard> known) {
        var planner = new StandardsPlanner(
                columns(rows.getFirst()),
                known.stream().collect(Collectors.toMap(Standard::code, Function.identity())));
        rows.stream().skip(1).forEach(planner::read);
        planner.drafts.forEach(planner::checkSuccessor);
        return planner.planned();
    }

    /** Where each column stands; one that is there twice counts once. */
    static Map<StandardColumn, Integer> columns(Row head) {
        var columns = new HashMap<StandardColumn, Integer>();
        for (var at = 0; at < head.cells().size(); at++) {
            var column = StandardColumn.headed(head.at(at).text()).orElse(null);
            if (column != null) {
                columns.putIfAbsent(column, at);
            }
        }
        return columns;
    }

    private Cell cell(Row row, StandardColumn column) {
        var at = columns.get(column);
        return at == null ? new Cell("", false) : row.at(at);
    }

    private void read(Row row) {
        var written = cell(row, StandardColumn.CODE).text();
        var draft =
                new Draft(row.number(), written, cell(row, StandardColumn.TITLE).text());
        drafts.add(draft);
        for (var column : StandardColumn.values()) {
            if (cell(row, column).formula()) {
                draft.refuse("formula", column.heading());
            }
        }
        if (draft.title.isEmpty()) {
            draft.refuse("noTitle");
        }
        var code = StandardCode.read(written).orElse(null);
        if (code == null) {
            draft.refuse(written.isEmpty() ? "noCode" : "badCode", written);
        } else if (!draft.refused) {
            take(row, draft, code);
        }
    }

    private void take(Row row, Draft draft, StandardCode code) {
        if (!code.value().equals(draft.written)) {
            draft.remarks.add(Remark.of("canonical", draft.written, code.value()));
        }
        var before = rowOf.putIfAbsent(code, draft.number);
        if (before != null) {
            draft.refuse("twice", code.value(), Integer.toString(before));
            return;
        }
        var there = known.get(code);
        if (there != null && !there.title().equals(draft.title)) {
            draft.refuse("title", code.value(), there.title());
            return;
        }
        var uri = text(row, StandardColumn.LINK, there == null ? null : there.uri());
        if (uri != null && !uri.startsWith("https://")) {
            draft.refuse("link", uri);
            return;
        }
        var successor = cell(row, StandardColumn.SUPERSEDED_BY).text();
        var supersededBy = StandardCode.read(successor).orElse(null);
        if (!successor.isEmpty() && supersededBy == null) {
            draft.refuse("badCode", successor);
            return;
        }
        draft.standard = new Standard(
                code,
                draft.title,
                uri,
                text(row, StandardColumn.SUITE, there == null ? null : there.suite()),
                text(row, StandardColumn.PRINCIPLE, there == null ? null : there.principle()),
                text(row, StandardColumn.PRINCIPLE_CODE, there == null ? null : there.principleCode()),
                text(row, StandardColumn.FUNCTION, there == null ? null : there.function()),
                supersededBy == null && there != null ? there.supersededBy() : supersededBy);
        listed.put(code, draft.standard);
    }

    /** What the row says; what was known where it says nothing. */
    private @Nullable String text(Row row, StandardColumn column, @Nullable String before) {
        var text = cell(row, column).text();
        return text.isEmpty() ? before : text;
    }

    private void checkSuccessor(Draft draft) {
        var standard = draft.standard;
        var successor = standard == null ? null : standard.supersededBy();
        if (standard == null || successor == null) {
            return;
        }
        var seen = new HashSet<StandardCode>();
        seen.add(standard.code());
        for (StandardCode next = successor; next != null; ) {
            var there = listed.getOrDefault(next, known.get(next));
            if (there == null) {
                draft.refuse("unknownSuccessor", next.value());
                return;
            }
            if (!seen.add(next)) {
                draft.refuse("circle", standard.code().value(), successor.value());
                return;
            }
            next = there.supersededBy();
        }
    }

    private Planned planned() {
        var rows = new ArrayList<StandardsPlan.Row>();
        var toPut = new ArrayList<Standard>();
        for (var draft : drafts) {
            var standard = draft.standard;
            if (draft.refused || standard == null) {
                rows.add(new StandardsPlan.Row(
                        draft.number, draft.written, draft.title, Outcome.REFUSED, draft.remarks));
                continue;
            }
            var there = known.get(standard.code());
            var outcome = there == null ? Outcome.ADDED : there.equals(standard) ? Outcome.UNCHANGED : Outcome.CHANGED;
            if (outcome != Outcome.UNCHANGED) {
                toPut.add(standard);
            }
            rows.add(new StandardsPlan.Row(draft.number, standard.code().value(), draft.title, outcome, draft.remarks));
        }
        return new Planned(new StandardsPlan(rows), List.copyOf(toPut));
    }
}
