package org.espalier.framework;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds words in everything that is in force: titles, levels, groups, statements, competences and routes. A word that
 * occurs nowhere is taken for the nearest ones that do. When nothing has all the words, things with some of them are
 * found. Three SQL statements at most, however much there is.
 */
@Component
public class SearchFrameworks {
    /** How many findings stand on a page. */
    public static final int PAGE = 20;

    /** With so many findings or more, only so many are counted and put in order. */
    public static final int MOST = 2_000;

    private static final int LAST_PAGE = 50;
    private static final int MOST_WORDS = 10;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_ALTERNATIVES = 3;
    private static final double NEARLY_AS_ALIKE = 0.1;
    static final int SHORTEST_BEGINNING = 3;

    private final JdbcClient jdbc;

    SearchFrameworks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is found. A role's competences are expectations. */
    public enum Kind {
        FRAMEWORK,
        ROLE_PROFILE,
        LEVEL,
        GROUP,
        EXPECTATION,
        ENTRY_CRITERION,
        LEARNING,
        ROUTE
    }

    /**
     * What to look for, and where.
     *
     * @param version in this version only
     * @param level at this level of that version only
     * @param root in this root group of that version only
     * @param page counted from 1; a page past the last one stands for the last
     */
    public record Query(
            String words,
            @Nullable VersionId version,
            @Nullable String level,
            @Nullable String root,
            @Nullable Kind kind,
            int page) {
        public Query {
            page = Math.clamp(page, 1, LAST_PAGE);
        }
    }

    /**
     * One thing found.
     *
     * @param key the level's, group's or statement's id; a route's number; empty for a framework
     * @param heading the title; of a statement its text
     * @param text what else was searched, line by line; of a statement its lead-in
     */
    public record Finding(VersionId version, Kind kind, String key, String heading, String text) {}

    /**
     * A page of findings.
     *
     * @param total of all pages
     * @param searchedFor for each word the words that were really looked for, one or several that are alike
     * @param corrected true when a word was taken for another
     * @param some true when nothing has all the words, so that these have some of them
     */
    public record Findings(
            List<Finding> page, int total, List<List<String>> searchedFor, boolean corrected, boolean some) {
        /** Nothing was looked for. */
        static final Findings NONE = new Findings(List.of(), 0, List.of(), false, false);

        /** The page that this is, when that one was asked for. */
        public int number(Query query) {
            return Math.clamp(query.page(), 1, Math.max(1, pages()));
        }

        public int pages() {
            return Math.min(LAST_PAGE, (total + PAGE - 1) / PAGE);
        }
    }

    /** A word asked for and those to look for instead; itself when it occurs. */
    private record Word(String asked, List<String> known) {}

    public Findings search(Query query) {
        var asked = PlainWords.of(query.words()).stream()
                .filter(word -> word.length() <= LONGEST_WORD)
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        if (asked.isEmpty()) {
            return Findings.NONE;
        }
        var words = known(asked);
        var searchedFor = words.stream().map(Word::known).toList();
        var corrected = words.stream().anyMatch(word -> !word.known().equals(List.of(word.asked())));
        var all = find(query, searchedFor, " & ");
        if (all.total() > 0 || searchedFor.size() == 1) {
            return new Findings(all.page(), all.total(), searchedFor, corrected, false);
        }
        var some = find(query, searchedFor, " | ");
        return new Findings(some.page(), some.total(), searchedFor, corrected, some.total() > 0);
    }

    private List<Word> known(List<String> asked) {
        return jdbc.sql("""
                        SELECT a.word, coalesce(near.words, ARRAY[a.word]) AS known
                        FROM unnest(:words::text[], :stems::text[]) WITH ORDINALITY AS a (word, stem, n)
                        LEFT JOIN LATERAL (
                            SELECT array_agg(word ORDER BY alike DESC, word) AS words
                            FROM (
                                SELECT word, alike, max(alike) OVER () AS best
                                FROM (
                                    SELECT DISTINCT ON (w.stem) w.word, similarity(w.word, a.word) AS alike
                                    FROM framework.word w
                                    WHERE w.word % a.word AND length(a.word) > 3
                                    ORDER BY w.stem, alike DESC, w.word
                                ) stems
                                ORDER BY alike DESC, word
                                LIMIT :alternatives
                            ) nearest
                            WHERE alike > best - :nearly
                        ) near ON NOT EXISTS (SELECT 1 FROM framework.word k WHERE k.stem = a.stem)
                              AND NOT EXISTS (SELECT 1 FROM framework.word k
                                              WHERE k.word >= a.word AND k.word < a.word || U&'\\FFFF')
                        ORDER BY a.n
                        """)
                .param("words", asked.toArray(String[]::new))
                .param("stems", asked.stream().map(PlainWords::stem).toArray(String[]::new))
                .param("alternatives", MOST_ALTERNATIVES)
                .param("nearly", NEARLY_AS_ALIKE)
                .query((row, n) -> new Word(row.getString("word"), List.of((String[])
                        row.getArray("known").getArray())))
                .list();
    }

    private record Found(List<Finding> page, int total) {}

    private Found find(Query query, List<List<String>> words, String operator) {
        var version = query.version();
        var kind = query.kind();
        var total = new int[1];
        var page = jdbc.sql("""
                        WITH found AS (
                            SELECT f.*, q FROM framework.finding f, to_tsquery('english', :asked) q
                            WHERE f.words @@ q
                              AND (:version::bigint IS NULL OR f.version_id = :version)
                              AND (:level::text IS NULL OR f.level = :level)
                              AND (:root::text IS NULL OR f.root = :root)
                              AND (:kind::text IS NULL OR f.kind = :kind)
                            LIMIT :most
                        ), counted AS (
                            SELECT count(*) AS total FROM found
                        )
                        SELECT * FROM found, counted
                        ORDER BY ts_rank(words, q, 1) DESC, id
                        LIMIT :page OFFSET (SELECT least(:offset, greatest(0, (total - 1) / :page * :page)) FROM counted)
                        """)
                .param("asked", asked(words, operator))
                .param("version", version == null ? null : version.value())
                .param("level", query.level())
                .param("root", query.root())
                .param("kind", kind == null ? null : Codes.of(kind))
                .param("most", MOST)
                .param("page", PAGE)
                .param("offset", (query.page() - 1) * PAGE)
                .query((row, n) -> {
                    total[0] = row.getInt("total");
                    return finding(row);
                })
                .list();
        return new Found(page, total[0]);
    }

    /** The last word may be unfinished. */
    private static String asked(List<List<String>> words, String operator) {
        var unfinished = words.getLast().getLast().length() >= SHORTEST_BEGINNING;
        return words.stream().map(alike -> String.join(" | ", alike)).collect(joining(")" + operator + "(", "(", ""))
                + (unfinished ? ":*)" : ")");
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                new VersionId(row.getLong("version_id")),
                Codes.read(Kind.class, row.getString("kind")),
                row.getString("key"),
                row.getString("heading"),
                row.getString("text"));
    }
}
