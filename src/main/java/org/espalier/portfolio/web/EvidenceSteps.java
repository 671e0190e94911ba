package org.espalier.portfolio.web;

import java.util.List;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementSteps;
import org.espalier.portfolio.EvidencePaths;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From a statement to a new piece of evidence for it. */
@Component
@Order(1)
class EvidenceSteps implements StatementSteps {

    @Override
    public Step about(FrameworkVersion version, List<Statement> expectations) {
        return new Step(
                "portfolio.step.add",
                EvidencePaths.addFor(
                        version.id(), expectations.stream().map(Statement::id).toList()));
    }
}
