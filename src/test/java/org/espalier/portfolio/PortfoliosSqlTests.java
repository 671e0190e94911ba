package org.espalier.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Ladder;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class PortfoliosSqlTests {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Autowired
    ApplicationContext application;

    @Autowired
    Portfolios portfolios;

    @Autowired
    WriteEvidence write;

    @Autowired
    EvidenceOf evidenceOf;

    @Autowired
    JdbcClient jdbc;

    private FrameworkVersion ladder;
    private Actor actor;
    private PersonId person;

    @BeforeEach
    void someone() {
        ladder = Ladder.once(application, "Listed ladder");
        actor = TestAccounts.actor(application);
        person = application.getBean(People.class).of(actor);
    }

    @Test
    void listsTheLatestFirstAndWhatHasNoDateOnTop() {
        keep(EvidenceKind.REFLECTION, "Older", MAY, "x");
        keep(EvidenceKind.REFLECTION, "Newer", MAY.plusDays(1), "x");
        keep(EvidenceKind.REFLECTION, "Undated", null, "x");

        assertThat(titles(PortfolioQuery.everything())).containsExactly("Undated", "Newer", "Older");
    }

    @Test
    void findsWordsByTheirStemsAndBeginnings() {
        keep(EvidenceKind.REFLECTION, "Falls on the ward", MAY, "I assessed the risk of falling");
        keep(EvidenceKind.REFLECTION, "Handover", MAY, "Assessment of nothing");

        assertThat(titles(words("fall"))).containsExactly("Falls on the ward");
        assertThat(titles(words("assess"))).hasSize(2);
        assertThat(titles(words("asse handov"))).containsExactly("Handover");
        assertThat(titles(words("'); drop & | ! :* <->"))).isEmpty();
        assertThat(titles(words(" !& "))).as("no words are any words").hasSize(2);
    }

    @Test
    void narrowsByKindDateAndStatement() {
        var cpd = keep(EvidenceKind.CPD, "Course", MAY, "x");
        keep(EvidenceKind.REFLECTION, "Thought", MAY.plusMonths(1), "x");
        var climbs = ladder.statement("p2").orElseThrow().id();
        application
                .getBean(SupportStatements.class)
                .change(actor, cpd, List.of(new Support(ladder.id(), climbs)), List.of());

        assertThat(titles(new PortfolioQuery("", EvidenceKind.CPD, null, null, null, 1)))
                .containsExactly("Course");
        assertThat(titles(new PortfolioQuery("", null, null, MAY.plusDays(1), null, 1)))
                .containsExactly("Thought");
        assertThat(titles(new PortfolioQuery("", null, null, null, MAY, 1))).containsExactly("Course");
        assertThat(titles(PortfolioQuery.supporting(List.of(climbs)))).containsExactly("Course");
        assertThat(titles(PortfolioQuery.supporting(List.of()))).isEmpty();
        assertThat(portfolios.countByVersion(person, List.of(ladder.id()))).containsEntry(ladder.id(), 1);
    }

    @Test
    void pagesWithTheTotalOfAllPages() {
        for (var n = 0; n < PortfolioPage.SIZE + 1; n++) {
            keep(EvidenceKind.REFLECTION, "N" + n, MAY.plusDays(n), "x");
        }

        var first = portfolios.page(person, PortfolioQuery.everything());
        var second = portfolios.page(person, new PortfolioQuery("", null, null, null, null, 2));

        assertThat(first.lines()).hasSize(PortfolioPage.SIZE);
        assertThat(first.total()).isEqualTo(PortfolioPage.SIZE + 1);
        assertThat(first.pages()).isEqualTo(2);
        assertThat(second.lines()).extracting(EvidenceLine::title).containsExactly("N0");
    }

    @Test
    void saysWhatSomebodyHasForStatementsInOneStatement() throws Exception {
        var kept = keep(EvidenceKind.REFLECTION, "Kept", MAY, "x");
        var binned = keep(EvidenceKind.REFLECTION, "Binned", MAY, "x");
        var draft = write.begin(actor, EvidenceKind.REFLECTION, List.of());
        var holds = ladder.statement("p1").orElseThrow().id();
        var asks = ladder.statement("r1").orElseThrow().id();
        for (var item : List.of(kept, binned, draft)) {
            application
                    .getBean(SupportStatements.class)
                    .change(actor, item, List.of(new Support(ladder.id(), holds)), List.of());
        }
        application.getBean(RemoveEvidence.class).remove(actor, binned);

        var statements = SqlStatements.during(() -> assertThat(evidenceOf.statements(person, List.of(holds, asks)))
                .hasSize(1)
                .hasEntrySatisfying(holds, items -> assertThat(items)
                        .extracting(EvidenceOf.Item::title)
                        .containsExactly("Kept")));

        assertThat(statements).hasSize(1);
        assertThat(evidenceOf.version(new PersonId(person.value() + 1_000_000), ladder.id()))
                .isEmpty();
    }

    @Test
    void dropsADraftThatNobodyTouchedWhenTheNextIsBegun() {
        var untouched = write.begin(actor, EvidenceKind.REFLECTION, List.of());
        var written = write.begin(actor, EvidenceKind.REFLECTION, List.of());
        write.save(actor, written, content("Begun", MAY, ""), false, false);
        jdbc.sql(
                        "update portfolio.evidence set added_at = added_at - cast(:hours as interval) where person_id = :person")
                .param("hours", Duration.ofHours(2).toHours() + " hours")
                .param("person", person.value())
                .update();

        var fresh = write.begin(actor, EvidenceKind.REFLECTION, List.of());

        assertThat(portfolios.find(untouched)).isEmpty();
        assertThat(portfolios.find(written)).isPresent();
        assertThat(portfolios.find(fresh)).isPresent();
    }

    private List<String> titles(PortfolioQuery query) {
        return portfolios.page(person, query).lines().stream()
                .map(EvidenceLine::title)
                .toList();
    }

    private static PortfolioQuery words(String words) {
        return new PortfolioQuery(words, null, null, null, null, 1);
    }

    private EvidenceId keep(EvidenceKind kind, String title, LocalDate date, String text) {
        var id = write.begin(actor, kind, List.of());
        write.save(actor, id, content(title, date, text), false, true);
        return id;
    }

    private static EvidenceContent content(String title, LocalDate date, String text) {
        return new EvidenceContent(title, date, Structure.FREE, List.of(text), null, null, null, null, null);
    }
}
