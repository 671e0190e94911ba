package org.espalier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;

class RoundTripSqlTests {

    /** The driver prepares a statement on the server when it has run five times, and speaks to it differently then. */
    private static final int UNTIL_LONG_PREPARED = 12;

    private static HikariDataSource database;

    private final RoundTrip roundTrip = new RoundTrip(new JdbcTemplate(SqlStatements.watched(database)));

    @BeforeAll
    static void open() {
        database = TestDatabases.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void answersEachQuestionByItself() {
        var words = words("plum", "pear");
        var none = words();

        for (var n = 0; n < UNTIL_LONG_PREPARED; n++) {
            var sum = sum(n, 2);
            var answers = roundTrip.ask(words, none, sum);

            assertThat(answers.to(sum)).isEqualTo(n + 2);
            assertThat(answers.to(words)).containsExactly("plum", "pear");
            assertThat(answers.to(none)).isEmpty();
        }
    }

    @Test
    void goesThereAndBackOnce() throws Exception {
        assertThat(SqlStatements.during(() -> roundTrip.ask(sum(1, 2), words("fig"), sum(3, 4))))
                .hasSize(1);
    }

    @Test
    void saysWhichQuestionWasNotAsked() {
        var answers = roundTrip.ask(sum(1, 2));

        assertThatThrownBy(() -> answers.to(words("fig")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unnest");
    }

    @Test
    void failsWhenOneOfTheQuestionsCannotBeAnswered() {
        var wrong = new Question<>("select 1 / ?::int", List.of(0), rows -> "");

        assertThatThrownBy(() -> roundTrip.ask(sum(1, 2), wrong)).isInstanceOf(DataAccessException.class);
        assertThat(roundTrip.ask(sum(1, 2))).isNotNull();
    }

    private static Question<Integer> sum(int one, int other) {
        return new Question<>("select ?::int + ?::int", List.of(one, other), rows -> {
            rows.next();
            return rows.getInt(1);
        });
    }

    private static Question<List<String>> words(String... words) {
        return new Question<>(
                "select word from unnest(?::text[]) as word",
                List.<Object>of((Object) words),
                new RowMapperResultSetExtractor<>((row, number) -> row.getString("word")));
    }
}
