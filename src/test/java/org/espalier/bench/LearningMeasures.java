package org.espalier.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferAnswers;
import org.espalier.learning.OfferId;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;

/** A framework of 500 competencies of which 1,000 courses each cover forty: who teaches this, and who nobody teaches. */
final class LearningMeasures {
    private static final int DOMAINS = 10;
    private static final int COMPETENCIES = 50;
    private static final int OFFERS = 1_000;
    private static final int EACH = 40;
    private static final int PROVIDERS = 20;
    private static final int PAINT_MILLIS = 200;

    private LearningMeasures() {}

    static List<Measure> all() {
        return List.of(new Measure("coverage-map", LearningMeasures::map));
    }

    private static List<Row> map(Site site) throws Exception {
        Bench.say("Publishing 500 competencies, and 1,000 courses that make 40,000 claims");
        var version = publish(site);
        for (var n = 0; n < PROVIDERS; n++) {
            var insider = educator(site, n);
            for (var m = 0; m < OFFERS / PROVIDERS; m++) {
                claim(site, insider, version, n * OFFERS / PROVIDERS + m);
            }
        }
        var address = "/learning/frameworks/" + version.slug();
        return List.of(PageMeasures.row(
                        "coverage-map",
                        site,
                        n -> new PageMeasures.Visit(
                                n % 2 == 0 ? address : address + "?part=domain-" + (1 + n % DOMAINS), "", "courses"))
                .withAim(Aim.atMost(PAINT_MILLIS)));
    }

    private static FrameworkVersion publish(Site site) {
        var draft = site.use(DraftFrameworks.class).store(site.author(), document());
        if (!(site.use(PublishVersion.class).publish(site.author(), draft, 1) instanceof PublishVersion.Published)) {
            throw new IllegalStateException("Not published");
        }
        return site.use(PublishedVersions.class).find(draft).orElseThrow();
    }

    private static FrameworkDocument document() {
        var yaml = new StringBuilder("""
                format: espalier/1
                kind: framework
                title: A made-up framework of 500 competencies
                titleInferred: false
                language: en
                progression: restated
                levels: [{id: stage-1, title: Starting}, {id: stage-2, title: Going on}, {id: stage-3, title: Leading}]
                groups:
                """);
        var statements = new StringBuilder("statements:\n");
        for (var domain = 1; domain <= DOMAINS; domain++) {
            yaml.append("  - {id: domain-%1$d, kind: domain, code: Domain %1$d, title: Made-up domain %1$d, groups: ["
                    .formatted(domain));
            for (var n = 1; n <= COMPETENCIES; n++) {
                var id = domain + "-" + n;
                yaml.append(n == 1 ? "" : ", ")
                        .append("{id: c-%1$s, kind: competency, code: \"%2$d.%3$d\", title: Made-up competency %1$s}"
                                .formatted(id, domain, n));
                for (var level = 1; level <= 3; level++) {
                    statements.append(
                            "  - {id: s-%1$s-%2$d, level: stage-%2$d, group: c-%1$s, text: Does the made-up thing %1$s at stage %2$d}\n"
                                    .formatted(id, level));
                }
            }
            yaml.append("]}\n");
        }
        return switch (FrameworkFormat.read(yaml.append(statements).toString())) {
            case FrameworkFormat.Read.Document read -> read.document();
            case FrameworkFormat.Read.Invalid(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    private static Insider educator(Site site, int number) {
        var organisation = site.use(Organisations.class).add("Made-up college " + number);
        AccountId account = site.use(CreateAccount.class)
                .atSetUp(
                        new EmailAddress("educator-" + number + "@bench.example"),
                        "Made-up educator",
                        Set.of(),
                        "a long made-up password")
                .orElseThrow();
        site.use(Grants.class)
                .add(
                        account,
                        organisation.id(),
                        Role.EDUCATOR,
                        new Scope.WholeOrganisation(),
                        Instant.EPOCH,
                        null,
                        null);
        return site.use(Insiders.class).enter(new Actor(account, "Made-up educator", Set.of()), organisation.slug());
    }

    private static void claim(Site site, Insider insider, FrameworkVersion version, int number) {
        var details = OfferAnswers.typed(field -> switch (field) {
                    case TITLE -> "Made-up course " + number;
                    case SUMMARY -> "What it is about";
                    case KIND -> "module";
                    default -> "";
                })
                .details(true)
                .orElseThrow();
        var result = site.use(KeepOffers.class).add(insider, "", details, Offer.Status.PUBLISHED);
        OfferId offer = ((KeepOffers.Result.Saved) result).offer();
        var subjects = new ArrayList<Subject>();
        for (var n = 0; n < EACH; n++) {
            var at = (number * 37 + n * 11) % (DOMAINS * COMPETENCIES);
            subjects.add(Subject.of(
                    version.id(),
                    "c-" + (1 + at / COMPETENCIES) + "-" + (1 + at % COMPETENCIES),
                    n % 4 == 0 ? null : "stage-" + (1 + n % 3)));
        }
        var kind = number % 5 == 0 ? CoverageKind.ASSESSES : CoverageKind.TEACHES;
        site.use(ClaimCoverage.class).add(insider, offer, subjects, kind, CoverageClaim.Grounds.NONE);
    }
}
