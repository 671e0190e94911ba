package org.espalier.credential.web;

import java.io.IOException;
import java.time.Instant;
import org.espalier.access.Actor;
import org.espalier.credential.Certificates;
import org.espalier.person.PersonId;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
import org.espalier.ui.Messages;
import org.espalier.ui.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts a person's certificates into what they take away: to read, and byte for byte as they were signed. */
@Component
@Order(4)
class CertificatesPart implements PortfolioPart {
    private final Certificates certificates;
    private final SiteAddress site;

    CertificatesPart(Certificates certificates, SiteAddress site) {
        this.certificates = certificates;
        this.site = site;
    }

    /**
     * One certificate, as {@code docs/portfolio-json.md} describes it.
     *
     * @param content what was signed, byte for byte
     */
    private record Data(
            String format,
            String code,
            String address,
            String content,
            String signature,
            String publicKey,
            Instant issuedAt,
            @Nullable Instant revokedAt,
            @Nullable String reason) {}

    @Override
    public void addTo(PortfolioArchive archive, Actor actor, PersonId person, Messages words) throws IOException {
        for (var certificate : certificates.of(person)) {
            var code = certificate.code().toString();
            var address = site.of("/certificates/" + code);
            var revocation = certificate.revocation();
            archive.addJson(
                    "certificates/" + code + ".json",
                    new Data(
                            "espalier-signed-certificate/1",
                            code,
                            address,
                            certificate.content(),
                            certificate.signature().text(),
                            certificate.signature().publicKeyText(),
                            certificate.issuedAt(),
                            revocation == null ? null : revocation.at(),
                            revocation == null ? null : revocation.reason()));
            archive.addPdf("certificates/" + code + ".pdf", CertificatePaper.of(certificate, address, words));
        }
    }
}
