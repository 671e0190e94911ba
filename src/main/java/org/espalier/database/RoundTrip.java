package org.espalier.database;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;

/**
 * Asks the database several questions in one go: for a page that many people open, going there and back costs more than
 * the answers. PostgreSQL takes the statements together and answers one after the other.
 */
@Component
public class RoundTrip {
    private final JdbcTemplate jdbc;

    RoundTrip(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What the database said to each of the questions. */
    public static final class Answers {
        private final Map<Question<?>, @Nullable Object> answers = new IdentityHashMap<>();

        private Answers() {}

        /** The answer to one of the questions that were asked. */
        @SuppressWarnings({"unchecked", "NullAway"}) // put there by the question itself
        public <T> T to(Question<T> question) {
            if (!answers.containsKey(question)) {
                throw new IllegalArgumentException("Not asked: " + question.sql());
            }
            return (T) answers.get(question);
        }
    }

    public Answers ask(Question<?>... questions) {
        var asked = List.of(questions);
        return jdbc.execute(
                asked.stream().map(Question::sql).collect(joining(";\n")),
                (PreparedStatementCallback<Answers>) statement -> answers(statement, asked));
    }

    private static Answers answers(PreparedStatement statement, List<Question<?>> asked) throws SQLException {
        new ArgumentPreparedStatementSetter(asked.stream()
                        .flatMap(question -> question.parameters().stream())
                        .toArray())
                .setValues(statement);
        statement.execute();
        var answers = new Answers();
        for (var question : asked) {
            try (var rows = statement.getResultSet()) {
                answers.answers.put(question, question.reading().extractData(rows));
            }
            statement.getMoreResults();
        }
        return answers;
    }
}
