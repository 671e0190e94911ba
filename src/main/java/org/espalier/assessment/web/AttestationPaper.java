package org.espalier.assessment.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.assessment.attestation.Attestation;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Table;
import org.espalier.ui.PageFrame;

/** What several people have signed, on paper. */
final class AttestationPaper {
    private AttestationPaper() {}

    static Paper of(Attestation attestation, PageFrame frame) {
        var blocks = new ArrayList<Block>();
        attestation.words().lines().filter(line -> !line.isBlank()).forEach(line -> blocks.add(Paragraph.of(line)));
        blocks.add(new Table(
                frame.t("assessment.attestation.signatures"),
                List.of(
                        frame.t("assessment.attestation.as"),
                        frame.t("assessment.attestation.name"),
                        frame.t("assessment.attestation.signedOn")),
                List.of(22, 50, 28),
                attestation.inForce().stream()
                        .map(part -> List.of(
                                Line.of(frame.t("assessment.attestation.role."
                                        + part.role().slug())),
                                Line.of(
                                        part.capacity().isEmpty()
                                                ? part.shownName()
                                                : part.shownName() + ", " + part.capacity()),
                                Line.of(
                                        part.answeredAt() == null
                                                ? ""
                                                : frame.messages().dateAndTime(part.answeredAt()))))
                        .toList()));
        blocks.add(Paragraph.of(frame.t("assessment.attestation.paper.note")));
        return new Paper(
                attestation.title(),
                frame.language(),
                frame.t("assessment.attestation.paper.about", attestation.learnerName()),
                frame.t("assessment.attestation.paper.footer", attestation.learnerName(), attestation.id()),
                frame.t("assessment.attestation.paper.pageOf", "{0}", "{1}"),
                blocks);
    }
}
