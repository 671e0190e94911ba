package org.espalier.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.Support;
import org.espalier.portfolio.SupportStatements;
import org.espalier.portfolio.Today;
import org.espalier.portfolio.WriteEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Some made-up evidence of the made-up staff, of different kinds and ages. */
@Component
class SampleEvidence {
    private static final List<Sample> SAMPLES = List.of(
            new Sample(EvidenceKind.REFLECTION, "reflection", 40, Structure.WHAT_SO_WHAT_NOW_WHAT, 3, null, null),
            new Sample(EvidenceKind.CPD, "cpd", 95, Structure.FREE, 2, "6.5", true),
            new Sample(EvidenceKind.CERTIFICATE, "certificate", 550, Structure.FREE, 1, null, null),
            new Sample(EvidenceKind.FEEDBACK, "feedback", 12, Structure.FREE, 4, null, null),
            new Sample(EvidenceKind.OBSERVATION, "observation", 210, Structure.FREE, 5, null, null),
            new Sample(EvidenceKind.LIVED_EXPERIENCE, "lived", 2000, Structure.FREE, 1, null, null));

    /**
     * @param words the middle of its messages
     * @param daysOld how long ago it was
     * @param supports how many statements it supports
     */
    private record Sample(
            EvidenceKind kind,
            String words,
            int daysOld,
            Structure structure,
            int supports,
            @Nullable String hours,
            @Nullable Boolean participatory) {

        EvidenceContent content(LocalDate today) {
            var key = "cli.evidence." + words;
            return new EvidenceContent(
                    CliMessages.text(key),
                    today.minusDays(daysOld),
                    structure,
                    structure.headings().stream()
                            .map(heading -> CliMessages.text(key + "." + heading))
                            .toList(),
                    kind.asks(EvidenceKind.Question.SOURCE) ? CliMessages.text(key + ".source") : null,
                    null,
                    kind == EvidenceKind.CERTIFICATE ? today.plusDays(180) : null,
                    hours == null ? null : new BigDecimal(hours),
                    participatory);
        }
    }

    private final WriteEvidence writeEvidence;
    private final SupportStatements supportStatements;
    private final Today today;

    SampleEvidence(WriteEvidence writeEvidence, SupportStatements supportStatements, Today today) {
        this.writeEvidence = writeEvidence;
        this.supportStatements = supportStatements;
        this.today = today;
    }

    /** For statements here and there among those that somebody is asked for. */
    void add(Actor actor, FrameworkVersion version, List<Statement> asked) {
        for (var n = 0; n < SAMPLES.size(); n++) {
            var sample = SAMPLES.get(n);
            var id = writeEvidence.begin(actor, sample.kind(), List.of());
            writeEvidence.save(actor, id, sample.content(today.date()), false, true);
            var first = n * 3;
            supportStatements.change(
                    actor,
                    id,
                    asked.stream()
                            .skip(first % Math.max(1, asked.size()))
                            .limit(sample.supports())
                            .map(statement -> new Support(version.id(), statement.id()))
                            .toList(),
                    List.of());
        }
    }
}
