package org.espalier.learning.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.espalier.document.Workbook;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferAnswers;
import org.espalier.learning.OfferField;
import org.espalier.learning.OfferId;
import org.espalier.learning.Offers;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.person.Insider;
import org.springframework.stereotype.Component;

/** Writes what an organisation offers, and what that covers, as files that can be brought in again. */
@Component
public class ExportOffering {
    /** Before the number of something that has no reference. */
    static final String NUMBERED = "#";

    private static final int WIDTH = 24;

    private final KeepOffers keepOffers;
    private final Offers offers;
    private final CoverageClaims claims;
    private final PublishedVersions versions;

    ExportOffering(KeepOffers keepOffers, Offers offers, CoverageClaims claims, PublishedVersions versions) {
        this.keepOffers = keepOffers;
        this.offers = offers;
        this.claims = claims;
        this.versions = versions;
    }

    /** All rows of a kind, each as long as its headings. */
    public List<List<String>> rows(Insider insider, FileKind kind) {
        KeepOffers.requireKeeper(insider);
        var provider = keepOffers.provider(insider.organisation());
        var own = offers.of(provider.id());
        return switch (kind) {
            case OFFERS -> own.stream().map(ExportOffering::row).toList();
            case COVERAGE -> {
                var references = new HashMap<OfferId, String>();
                own.forEach(offer -> references.put(offer.id(), reference(offer)));
                yield claims.of(provider.id()).stream()
                        .filter(claim -> !claim.isPrinted())
                        .flatMap(claim -> versions.find(claim.subject().version()).stream()
                                .map(version -> {
                                    var subject = claim.subject();
                                    var grounds = claim.grounds();
                                    return List.of(
                                            claim.offer() == null ? "" : references.getOrDefault(claim.offer(), ""),
                                            version.slug(),
                                            Integer.toString(version.number()),
                                            subject.statement() == null
                                                    ? Objects.requireNonNullElse(subject.group(), "")
                                                    : version.statement(subject.statement())
                                                            .map(Statement::key)
                                                            .orElse(""),
                                            Objects.requireNonNullElse(subject.level(), ""),
                                            words(claim.kind()),
                                            grounds.evidence(),
                                            grounds.link(),
                                            grounds.from() == null
                                                    ? ""
                                                    : grounds.from().toString(),
                                            grounds.until() == null
                                                    ? ""
                                                    : grounds.until().toString());
                                }))
                        .toList();
            }
        };
    }

    /** By which a row of a file is known again. */
    static String reference(Offer offer) {
        return offer.reference().isEmpty() ? NUMBERED + offer.id() : offer.reference();
    }

    private static List<String> row(Offer offer) {
        var answers = OfferAnswers.of(offer);
        var row = new ArrayList<String>();
        for (var field : OfferField.values()) {
            row.add(field == OfferField.REFERENCE ? reference(offer) : answers.get(field));
        }
        row.add(words(offer.status()));
        return row;
    }

    private static String words(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As a workbook of one sheet whose cells are all text. */
    public static byte[] xlsx(String name, List<String> head, List<List<String>> rows) {
        return Workbook.xlsx(List.of(new Workbook.Sheet(
                name, head, head.stream().map(heading -> WIDTH).toList(), rows)));
    }
}
