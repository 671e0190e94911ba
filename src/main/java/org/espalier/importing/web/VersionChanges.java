package org.espalier.importing.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.web.ChangesView.Minimum;
import org.espalier.importing.web.ChangesView.Otherwise;
import org.espalier.importing.web.ChangesView.Piece;
import org.espalier.importing.web.ChangesView.Reworded;
import org.espalier.kernel.TextComparison;
import org.espalier.kernel.TextPairing;
import org.jspecify.annotations.Nullable;

/** What a draft changes against the version in force, statement by statement and word by word. */
final class VersionChanges {

    private VersionChanges() {}

    private record Cell(@Nullable String level, @Nullable String group) {}

    static ChangesView between(@Nullable FrameworkVersion before, FrameworkDocument after, ReviewViews views) {
        if (before == null) {
            return new ChangesView(views.draft(), null, List.of(), List.of(), List.of(), List.of(), List.of(), 0);
        }
        var reworded = new ArrayList<Reworded>();
        var added = new ArrayList<String>();
        var removed = new ArrayList<String>();
        var otherwise = new ArrayList<Otherwise>();
        var identical = 0;
        var cells = new ArrayList<Cell>();
        Set<Cell> seen = new HashSet<>();
        var statements = DraftFrameworks.statementsOf(after);
        statements.stream().map(VersionChanges::cell).filter(seen::add).forEach(cells::add);
        before.statements().stream().map(VersionChanges::cell).filter(seen::add).forEach(cells::add);
        for (var cell : cells) {
            var oldOnes = before.statements().stream()
                    .filter(s -> cell(s).equals(cell))
                    .toList();
            var youngOnes =
                    statements.stream().filter(s -> cell(s).equals(cell)).toList();
            var old = oldOnes.stream().map(Statement::text).toList();
            var young = youngOnes.stream()
                    .map(s -> Objects.requireNonNullElse(s.text(), ""))
                    .toList();
            var pairs = TextPairing.of(old, young, TextPairing.REWORDED);
            var pairedOld = new HashSet<Integer>();
            var pairedYoung = new HashSet<Integer>();
            for (var pair : pairs) {
                pairedOld.add(pair.before());
                pairedYoung.add(pair.after());
                var optional = youngOnes.get(pair.after()).optional();
                var asBefore = optional == oldOnes.get(pair.before()).optional();
                if (!asBefore) {
                    otherwise.add(new Otherwise(young.get(pair.after()), optional));
                } else if (pair.isIdentical()) {
                    identical++;
                }
                if (!pair.isIdentical()) {
                    reworded.add(new Reworded(
                            where(cell, before, views),
                            pieces(TextComparison.of(old.get(pair.before()), young.get(pair.after())))));
                }
            }
            rest(young, pairedYoung, added);
            rest(old, pairedOld, removed);
        }
        return new ChangesView(
                views.draft(),
                before.number(),
                reworded,
                added,
                removed,
                otherwise,
                minimums(before, after),
                identical);
    }

    /** The groups of a role profile are made of its role; the version before knows what they are called. */
    private static String where(Cell cell, FrameworkVersion before, ReviewViews views) {
        return before.document().role() == null
                ? views.where(cell.level(), cell.group())
                : before.rootOf(cell.group()).map(GroupEntry::name).orElse("");
    }

    private static List<Minimum> minimums(FrameworkVersion before, FrameworkDocument after) {
        return after.levels().stream()
                .map(level -> new Minimum(
                        level.name(),
                        level.minimumOptional(),
                        before.level(level.id())
                                .map(LevelEntry::minimumOptional)
                                .orElse(0)))
                .filter(minimum -> minimum.now() != minimum.before())
                .toList();
    }

    private static void rest(List<String> texts, Set<Integer> paired, List<String> into) {
        for (var i = 0; i < texts.size(); i++) {
            if (!paired.contains(i)) {
                into.add(texts.get(i));
            }
        }
    }

    private static List<Piece> pieces(TextComparison comparison) {
        return comparison.parts().stream()
                .map(part -> switch (part) {
                    case TextComparison.Same(var text) -> new Piece(text, false, false);
                    case TextComparison.Inserted(var text) -> new Piece(text, true, false);
                    case TextComparison.Deleted(var text) -> new Piece(text, false, true);
                })
                .toList();
    }

    private static Cell cell(StatementEntry s) {
        return new Cell(s.level(), s.group());
    }

    private static Cell cell(Statement s) {
        return new Cell(s.level(), s.group());
    }
}
