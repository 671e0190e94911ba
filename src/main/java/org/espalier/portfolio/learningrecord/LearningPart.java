package org.espalier.portfolio.learningrecord;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.espalier.access.Actor;
import org.espalier.person.PersonId;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
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
        archive.add("mandatory-learning.csv", entry -> {
            var writer = new OutputStreamWriter(entry, UTF_8);
            var csv = new CSVPrinter(writer, CSVFormat.RFC4180);
            csv.printRecord("Subject", "Completed", "Expires", "Source");
            for (var kept : all) {
                var item = kept.item();
                csv.printRecord(
                        harmless(item.name().raw()), item.completed(), text(item.expires()), harmless(item.source()));
            }
            csv.flush();
        });
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** So that no spreadsheet takes it for a formula, whichever way it came in. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
