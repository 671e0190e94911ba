package org.espalier.assessment.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.assessment.Claims.Judged;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.assessment.request.JudgeRequests.Refusal;
import org.espalier.assessment.session.GroupDraft.Omission;
import org.espalier.framework.Statement;
import org.espalier.framework.VersionId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;

/** Who would get what after a session, person by person and statement by statement. */
public record Cohort(VersionId version, List<Row> rows) {
    public Cohort {
        rows = List.copyOf(rows);
    }

    /** What becomes of one statement for one person. */
    public enum Fate {
        SIGNED_OFF,
        /** The assessor makes an exception. */
        LEFT_OUT,
        /** It is signed off already, and that is not repeated. */
        ALREADY,
        /** The assessor's role does not reach it, or not any more. */
        OUT_OF_REACH,
        /** There is a conflict of interest between the two. */
        TOO_CLOSE
    }

    /** One statement for one person, with where they stand on it before. */
    public record Cell(Statement statement, Standing standing, Fate fate) {}

    /** One person. */
    public record Row(Person person, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public int count(Fate fate) {
            return (int) cells.stream().filter(cell -> cell.fate() == fate).count();
        }

        /** Those of this fate, in the framework's order. */
        public List<Cell> cells(Fate fate) {
            return cells.stream().filter(cell -> cell.fate() == fate).toList();
        }
    }

    /** One statement for everybody. */
    public record Column(Statement statement, List<Cell> cells) {
        public Column {
            cells = List.copyOf(cells);
        }

        public int count(Fate fate) {
            return (int) cells.stream().filter(cell -> cell.fate() == fate).count();
        }

        /** For how many it is the assessor's to decide. */
        public int open() {
            return count(Fate.SIGNED_OFF) + count(Fate.LEFT_OUT);
        }
    }

    /** Why an assessor may not judge a statement for somebody now; empty when they may. */
    interface Reach {
        Optional<Refusal> refusal(Person person, Statement statement);
    }

    /** Sorts every statement for every person; who has no standings is known nothing of. */
    static Cohort of(
            VersionId version,
            List<Person> people,
            List<Statement> statements,
            Map<PersonId, Standings> standings,
            Reach reach,
            Set<Omission> leftOut) {
        var rows = new ArrayList<Row>();
        for (var person : people) {
            var theirs = standings.get(person.id());
            rows.add(new Row(
                    person,
                    statements.stream()
                            .map(statement -> {
                                var standing = theirs == null ? Standing.UNKNOWN : theirs.of(statement.id());
                                return new Cell(statement, standing, fate(person, statement, standing, reach, leftOut));
                            })
                            .toList()));
        }
        return new Cohort(version, rows);
    }

    private static Fate fate(
            Person person, Statement statement, Standing standing, Reach reach, Set<Omission> leftOut) {
        if (standing == Standing.VERIFIED) {
            return Fate.ALREADY;
        }
        var refusal = reach.refusal(person, statement);
        if (refusal.isPresent()) {
            return refusal.get() == Refusal.CONFLICT_OF_INTEREST ? Fate.TOO_CLOSE : Fate.OUT_OF_REACH;
        }
        return leftOut.contains(new Omission(person.id(), statement.id())) ? Fate.LEFT_OUT : Fate.SIGNED_OFF;
    }

    /** The same by statement, in the framework's order. */
    public List<Column> columns() {
        var columns = new LinkedHashMap<Statement, List<Cell>>();
        rows.forEach(row -> row.cells()
                .forEach(cell -> columns.computeIfAbsent(cell.statement(), statement -> new ArrayList<>())
                        .add(cell)));
        return columns.entrySet().stream()
                .map(entry -> new Column(entry.getKey(), entry.getValue()))
                .toList();
    }

    public int count(Fate fate) {
        return rows.stream().mapToInt(row -> row.count(fate)).sum();
    }

    /** How many people get something. */
    public int people() {
        return (int) rows.stream().filter(row -> row.count(Fate.SIGNED_OFF) > 0).count();
    }

    /** Everything that is to be signed off. */
    List<Judged> judged() {
        return rows.stream()
                .flatMap(row -> row.cells(Fate.SIGNED_OFF).stream()
                        .map(cell -> new Judged(
                                row.person().id(), version, cell.statement().id())))
                .toList();
    }

    /** What an assessor saw could be signed off, whatever exceptions they make; another one when that has changed. */
    public String seal() {
        var open = rows.stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> cell.fate() == Fate.SIGNED_OFF || cell.fate() == Fate.LEFT_OUT)
                        .map(cell ->
                                new Omission(row.person().id(), cell.statement().id())))
                .toList();
        return open.size() + "-" + Integer.toHexString(open.hashCode());
    }
}
