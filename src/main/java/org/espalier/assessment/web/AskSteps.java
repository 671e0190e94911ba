package org.espalier.assessment.web;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementSteps;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** From a statement to asking for its sign-off. */
@Component
@Order(2)
class AskSteps implements StatementSteps {

    @Override
    public Step about(FrameworkVersion version, List<Statement> expectations) {
        return new Step(
                "assessment.ask.title",
                "/me/frameworks/" + version.slug() + "/versions/" + version.number() + "/ask?"
                        + expectations.stream()
                                .map(statement -> "s=" + UriUtils.encode(statement.key(), "UTF-8"))
                                .collect(joining("&")));
    }
}
