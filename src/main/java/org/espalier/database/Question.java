package org.espalier.database;

import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Something that can be asked of the database together with other things, by {@link RoundTrip}.
 *
 * @param sql a single SELECT, with a {@code ?} for each parameter
 * @param reading makes the answer of the rows, and asks the database nothing itself: while it reads, the connection is
 *     in use, and a second one may never come
 */
public record Question<T>(String sql, List<Object> parameters, ResultSetExtractor<T> reading) {
    public Question {
        parameters = List.copyOf(parameters);
    }
}
