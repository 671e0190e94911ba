package org.espalier.learning.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.learning.OfferAnswers;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.learning.importing.PlannedRow.Remark;
import org.jspecify.annotations.Nullable;

/** What a row of a file of coverage says. Pure: the same cells and the same frameworks give the same claim or remarks. */
final class ClaimCells {
    private static final int LONGEST = 2_000;

    private final FileRow row;
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable Claim claim;

    /** A claim to be made. */
    record Claim(Subject subject, CoverageKind kind, CoverageClaim.Grounds grounds) {}

    private ClaimCells(FileRow row) {
        this.row = row;
    }

    /** @param versions the version of an address and a number; of no number, the one in force */
    static ClaimCells of(FileRow row, BiFunction<String, @Nullable Integer, Optional<FrameworkVersion>> versions) {
        var cells = new ClaimCells(row);
        cells.read(versions);
        return cells;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** Empty when there are remarks. */
    Optional<Claim> claim() {
        return Optional.ofNullable(claim);
    }

    private void read(BiFunction<String, @Nullable Integer, Optional<FrameworkVersion>> versions) {
        var version = version(versions);
        var kind = kind();
        var from = day("From");
        var until = day("Until");
        if (from != null && until != null && until.isBefore(from)) {
            wrong("Until", "learning.coverage.day.before");
        }
        if (row.get("Evidence").length() > LONGEST) {
            wrong("Evidence", "learning.form.long", LONGEST);
        }
        if (!OfferAnswers.isLink(row.get("Link"))) {
            wrong("Link", "learning.form.link.wrong");
        }
        var subject = version == null ? null : subject(version);
        if (remarks.isEmpty() && subject != null && kind != null) {
            claim = new Claim(
                    subject, kind, new CoverageClaim.Grounds(row.get("Evidence"), row.get("Link"), from, until));
        }
    }

    private @Nullable FrameworkVersion version(
            BiFunction<String, @Nullable Integer, Optional<FrameworkVersion>> versions) {
        var number = row.get("Version");
        if (!number.isEmpty() && !number.matches("\\d{1,6}")) {
            wrong("Version", "learning.import.row.version");
            return null;
        }
        var slug = row.get("Framework").replaceFirst("^.*/frameworks/", "").replaceFirst("/.*$", "");
        var found = versions.apply(slug, number.isEmpty() ? null : Integer.valueOf(number));
        if (found.isEmpty()) {
            wrong("Framework", "learning.import.row.framework", row.get("Framework"));
        }
        return found.orElse(null);
    }

    private @Nullable CoverageKind kind() {
        var says = row.get("Says").toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        var found = CoverageKind.CHOICES.stream()
                .filter(kind -> kind.name().equals(says))
                .findFirst()
                .orElse(null);
        if (found == null) {
            wrong(
                    "Says",
                    "learning.import.row.says",
                    String.join(
                            ", ",
                            CoverageKind.CHOICES.stream()
                                    .map(kind ->
                                            kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                    .toList()));
        }
        return found;
    }

    private @Nullable LocalDate day(String heading) {
        if (row.get(heading).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(row.get(heading));
        } catch (DateTimeException none) {
            wrong(heading, "learning.import.row.day", row.get(heading));
            return null;
        }
    }

    /** A group by its id, code or title, or a statement by its key. */
    private @Nullable Subject subject(FrameworkVersion version) {
        var part = row.get("Part");
        var statement = version.statement(part).map(Statement::id);
        if (statement.isPresent()) {
            return Subject.of(version.id(), statement.get());
        }
        var groups = new ArrayList<GroupEntry>();
        version.group(part)
                .ifPresentOrElse(groups::add, () -> version.groups().forEach(root -> find(root, part, groups)));
        if (groups.size() != 1) {
            wrong("Part", groups.isEmpty() ? "learning.import.row.part" : "learning.import.row.part.several", part);
            return null;
        }
        var level = row.get("Level");
        var found = version.level(level)
                .or(() -> version.levels().stream()
                        .filter(one ->
                                List.of(String.valueOf(one.code()), String.valueOf(one.title()), one.name()).stream()
                                        .anyMatch(level::equalsIgnoreCase))
                        .findFirst())
                .map(LevelEntry::id);
        if (!level.isEmpty() && found.isEmpty()) {
            wrong("Level", "learning.import.row.level", level);
        }
        return Subject.of(version.id(), groups.getFirst().id(), found.orElse(null));
    }

    private static void find(GroupEntry at, String part, List<GroupEntry> found) {
        if (part.equalsIgnoreCase(at.code()) || part.equalsIgnoreCase(at.title()) || part.equalsIgnoreCase(at.name())) {
            found.add(at);
        }
        at.groups().forEach(child -> find(child, part, found));
    }

    private void wrong(String heading, String messageKey, Object... arguments) {
        remarks.add(new Remark(heading, messageKey, List.of(arguments)));
    }
}
