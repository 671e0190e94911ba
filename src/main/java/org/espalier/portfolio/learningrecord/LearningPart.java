package org.espalier.portfolio.learningrecord;

import java.io.IOException;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.document.Csv;
import org.espalier.person.PersonId;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
import org.espalier.portfolio.learningrecord.MandatoryLearning.Kept;
import org.espalier.ui.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts mandatory learning into what a person takes away, as a file that can be brought in again. */
@Component
class LearningPart implements PortfolioPart {
    private final MandatoryLearning learning;

    LearningPart(MandatoryLearning learning) {
        this.learning = learning;
    }

    @Override
    public void addTo(PortfolioArchive archive, Actor actor, PersonId person, Messages words) throws IOException {
        var all = learning.of(person);
        if (all.isEmpty()) {
            return;
        }
        var rows = all.stream()
                .map(Kept::item)
                .map(item ->
                        List.of(item.name().raw(), item.completed().toString(), text(item.expires()), item.source()))
                .toList();
        archive.add(
                "mandatory-learning.csv",
                entry -> entry.write(Csv.bytes(List.of("Subject", "Completed", "Expires", "Source"), rows)));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
