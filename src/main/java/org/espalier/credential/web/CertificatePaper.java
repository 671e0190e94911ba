package org.espalier.credential.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.assessment.Standing;
import org.espalier.assessment.StandingSymbol;
import org.espalier.credential.Certificate;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.ui.PageFrame;

/** A certificate on paper, with the address and the code by which anybody can check it. */
final class CertificatePaper {
    private CertificatePaper() {}

    static Paper of(Certificate certificate, String address, PageFrame frame) {
        var says = certificate.snapshot();
        var blocks = new ArrayList<Block>();
        var revocation = certificate.revocation();
        if (revocation != null) {
            blocks.add(new Paragraph(Line.of(Run.bold(frame.t(
                    "credential.paper.revoked", frame.messages().date(revocation.at()), revocation.reason())))));
        }
        blocks.add(new Paragraph(Line.of(
                Run.bold(says.holder()),
                Run.of(" " + frame.t("credential.paper.hasReached") + " "),
                Run.bold(says.level()))));
        blocks.add(fact(
                frame,
                "credential.fact.framework",
                frame.t("credential.fact.version", says.framework(), says.version())));
        if (says.publisher() != null) {
            blocks.add(fact(frame, "credential.fact.publisher", says.publisher()));
        }
        blocks.add(fact(
                frame,
                "credential.fact.assessor",
                frame.t("credential.fact.at", says.assessor(), says.organisation())));
        blocks.add(fact(frame, "credential.fact.issued", frame.messages().date(says.issuedOn())));
        blocks.add(new Heading(2, frame.t("credential.paper.check")));
        blocks.add(Paragraph.of(frame.t("credential.paper.check.how", address)));
        blocks.add(fact(frame, "credential.fact.code", certificate.code().toString()));
        blocks.add(new Heading(2, frame.t("credential.paper.statements")));
        blocks.add(new Table(
                frame.t("credential.paper.statements.caption", says.statements().size()),
                List.of(
                        frame.t("credential.paper.expectation"),
                        frame.t("credential.paper.on"),
                        frame.t("credential.paper.by")),
                List.of(60, 20, 20),
                says.statements().stream()
                        .map(one -> List.of(
                                Line.of(new Run(one.text(), false, StandingSymbol.of(Standing.VERIFIED))),
                                Line.of(frame.messages().date(one.on())),
                                Line.of(one.by())))
                        .toList()));
        if (!says.notApplicable().isEmpty()) {
            blocks.add(new Heading(2, frame.t("credential.notApplicable")));
            blocks.add(new Bullets(says.notApplicable().stream().map(Line::of).toList()));
        }
        return new Paper(
                frame.t("credential.paper.title"),
                frame.language(),
                frame.t("credential.paper.about", says.holder(), says.level()),
                frame.t("credential.paper.footer", certificate.code().toString()),
                frame.t("credential.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private static Paragraph fact(PageFrame frame, String labelKey, String text) {
        return new Paragraph(Line.of(Run.bold(frame.t(labelKey) + ": "), Run.of(text)));
    }
}
