package org.espalier.learning;

import java.util.Set;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.framework.FrameworkVersion;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Larkfield;
import org.springframework.context.ApplicationContext;

/** An organisation that offers learning and says what it covers, for tests. */
public record College(ApplicationContext application, Larkfield organisation) {

    /** A published module of this title. */
    public OfferId course(String title) {
        var details = OfferAnswers.typed(field -> switch (field) {
                    case TITLE, SUMMARY -> title;
                    case KIND -> "module";
                    default -> "";
                })
                .details(true)
                .orElseThrow();
        var result = application.getBean(KeepOffers.class).add(educator(), "", details, Offer.Status.PUBLISHED);
        return ((KeepOffers.Result.Saved) result).offer();
    }

    public void claim(OfferId offer, CoverageKind kind, Subject subject) {
        application
                .getBean(ClaimCoverage.class)
                .add(educator(), offer, Set.of(subject), kind, CoverageClaim.Grounds.NONE);
    }

    /** A claim about one statement. */
    public void claim(OfferId offer, CoverageKind kind, FrameworkVersion version, String key) {
        claim(
                offer,
                kind,
                Subject.of(version.id(), version.statement(key).orElseThrow().id()));
    }

    private Insider educator() {
        var educator = organisation.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        return application.getBean(Insiders.class).enter(educator, organisation.organisation.slug());
    }
}
