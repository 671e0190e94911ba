package org.espalier.learning.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.document.Csv;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer.Status;
import org.espalier.learning.OfferAnswers;
import org.espalier.learning.OfferField;
import org.espalier.learning.OfferId;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.learning.importing.PlannedRow.Outcome;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What goes out as a file comes in again and changes nothing. */
@EspalierTest
class RoundTripSqlTests {
    private static final Map<OfferField, String> EVERYTHING = new EnumMap<>(Map.ofEntries(
            Map.entry(OfferField.TITLE, "=Swarms, \"queens\" & <drones>"),
            Map.entry(OfferField.KIND, "apprenticeship"),
            Map.entry(OfferField.SUMMARY, "-Spring\n\n- Autumn;\u00A0Siân – tân\n'@home"),
            Map.entry(OfferField.SCALE, "RQF/CQFW"),
            Map.entry(OfferField.LEVEL, "Entry 3"),
            Map.entry(OfferField.COMPARABLE_SCALE, "SCQF"),
            Map.entry(OfferField.COMPARABLE_LEVEL, "3"),
            Map.entry(OfferField.COMPARABLE_BY, "A comparison, 2020"),
            Map.entry(OfferField.CREDITS, "120"),
            Map.entry(OfferField.AWARDING_BODY, "'The Guild'"),
            Map.entry(OfferField.ACCREDITATION, "+Gold"),
            Map.entry(OfferField.DURATION, "2 days"),
            Map.entry(OfferField.COST, "1,099.50"),
            Map.entry(OfferField.COST_NOTE, "'=free for members"),
            Map.entry(OfferField.MODE, "at work"),
            Map.entry(OfferField.OCCASIONS, "2027-01-18 Hall, upstairs; Barn\n2027-02-01"),
            Map.entry(OfferField.REQUIREMENTS, "A veil\nGloves"),
            Map.entry(OfferField.PRIOR_LEARNING, "Show us"),
            Map.entry(OfferField.LEADS_TO, "Keeper"),
            Map.entry(OfferField.LINK, "https://hive.example/a?b=c&d=é")));

    @Autowired
    ApplicationContext application;

    private Insider insider;

    @BeforeEach
    void enter() {
        var larkfield = Larkfield.in(application);
        insider = application
                .getBean(Insiders.class)
                .enter(larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation()), larkfield.organisation.slug());
    }

    @Test
    void bringsEveryFieldOfEveryCourseBack() throws Exception {
        add("007", EVERYTHING, Status.PUBLISHED);
        add("-A1", Map.of(OfferField.TITLE, "Wax"), Status.DRAFT);
        add("", Map.of(OfferField.TITLE, "Without a reference"), Status.DRAFT);
        add("", EVERYTHING, Status.CLOSED);

        changesNothing(FileKind.OFFERS, 4);
    }

    @Test
    void bringsEverythingThatIsSaidBack() throws Exception {
        var version = Ladder.published(application, "Ladders there and back");
        var named = add("F1", EVERYTHING, Status.PUBLISHED);
        var nameless = add("", EVERYTHING, Status.DRAFT);
        var grounds = new CoverageClaim.Grounds(
                " =Two days\r\nand more ", "https://hive.example", LocalDate.of(2026, 1, 2), LocalDate.of(2030, 1, 2));
        say(named, Subject.of(version.id(), "practice", "rung-2"), CoverageKind.TEACHES, grounds);
        say(named, Subject.of(version.id(), "practice", null), CoverageKind.ASSESSES, CoverageClaim.Grounds.NONE);
        say(
                nameless,
                Subject.of(version.id(), version.statement("r2").orElseThrow().id()),
                CoverageKind.SUPPORTS,
                grounds);
        say(null, Subject.of(version.id(), "research", null), CoverageKind.STATES_POLICY, grounds);

        changesNothing(FileKind.COVERAGE, 4);
    }

    private void changesNothing(FileKind kind, int rows) throws Unreadable {
        var given = application.getBean(ExportOffering.class).rows(insider, kind);
        var importing = application.getBean(ImportOffering.class);
        for (var file :
                List.of(Csv.bytes(kind.headings(), given), ExportOffering.xlsx(kind.slug(), kind.headings(), given))) {
            var plan = importing.plan(insider, importing.keep(insider, "file", file));
            assertThat(plan.rows())
                    .hasSize(rows)
                    .allSatisfy(row -> assertThat(row.outcome()).as("%s", row).isEqualTo(Outcome.UNCHANGED));
        }
    }

    private OfferId add(String reference, Map<OfferField, String> answers, Status status) {
        var details = OfferAnswers.typed(answers::get).details(false).orElseThrow();
        var result = application.getBean(KeepOffers.class).add(insider, reference, details, status);
        return ((KeepOffers.Result.Saved) result).offer();
    }

    private void say(OfferId offer, Subject subject, CoverageKind kind, CoverageClaim.Grounds grounds) {
        application.getBean(ClaimCoverage.class).add(insider, offer, List.of(subject), kind, grounds);
    }
}
