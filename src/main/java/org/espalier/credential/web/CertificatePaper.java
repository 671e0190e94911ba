package org.espalier.credential.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.assessment.Standing;
import org.espalier.assessment.StandingSymbol;
import org.espalier.credential.Certificate;
import org.espalier.credential.Snapshot;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.ui.Messages;

/** A certificate on paper, with the address and the code by which anybody can check it. */
final class CertificatePaper {
    private CertificatePaper() {}

    static Paper of(Certificate certificate, String address, Messages words) {
        var says = certificate.snapshot();
        var blocks = new ArrayList<Block>();
        var revocation = certificate.revocation();
        if (revocation != null) {
            blocks.add(new Paragraph(Line.of(Run.bold(
                    words.text("credential.paper.revoked", words.date(revocation.at()), revocation.reason())))));
        }
        blocks.add(new Paragraph(Line.of(
                Run.bold(says.holder()),
                Run.of(" " + words.text("credential.paper.hasReached") + " "),
                Run.bold(says.level()))));
        blocks.add(fact(
                words,
                "credential.fact.framework",
                words.text("credential.fact.version", says.framework(), says.version())));
        if (says.publisher() != null) {
            blocks.add(fact(words, "credential.fact.publisher", says.publisher()));
        }
        blocks.add(fact(
                words,
                "credential.fact.assessor",
                words.text("credential.fact.at", says.assessor(), says.organisation())));
        blocks.add(fact(words, "credential.fact.issued", words.date(says.issuedOn())));
        blocks.add(new Heading(2, words.text("credential.paper.check")));
        blocks.add(Paragraph.of(words.text("credential.paper.check.how", address)));
        blocks.add(fact(words, "credential.fact.code", certificate.code().toString()));
        blocks.add(new Heading(2, words.text("credential.paper.statements")));
        says.optional()
                .forEach(part -> blocks.add(
                        Paragraph.of(OptionalLine.of(part, says.optional().size(), words))));
        blocks.add(new Table(
                words.text(
                        "credential.paper.statements.caption", says.statements().size()),
                List.of(
                        words.text("credential.paper.expectation"),
                        words.text("credential.paper.on"),
                        words.text("credential.paper.by")),
                List.of(60, 20, 20),
                says.statements().stream()
                        .map(one -> List.of(
                                Line.of(new Run(words(one, words), false, StandingSymbol.of(Standing.VERIFIED))),
                                Line.of(words.date(one.on())),
                                Line.of(one.by())))
                        .toList()));
        if (!says.notApplicable().isEmpty()) {
            blocks.add(new Heading(2, words.text("credential.notApplicable")));
            blocks.add(new Bullets(says.notApplicable().stream().map(Line::of).toList()));
        }
        return new Paper(
                words.text("credential.paper.title"),
                words.locale().toLanguageTag(),
                words.text("credential.paper.about", says.holder(), says.level()),
                words.text("credential.paper.footer", certificate.code().toString()),
                words.text("credential.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private static String words(Snapshot.SignedOff one, Messages words) {
        return one.optional() ? one.text() + " (" + words.text("credential.optional.tag") + ")" : one.text();
    }

    private static Paragraph fact(Messages words, String labelKey, String text) {
        return new Paragraph(Line.of(Run.bold(words.text(labelKey) + ": "), Run.of(text)));
    }
}
