package org.espalier.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.StatementEntry;
import org.espalier.kernel.Problem;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class PublishVersionSqlTests {
    private static final Actor AUTHOR = new Actor(new AccountId(7), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));
    private static final Actor READER = new Actor(new AccountId(8), "Rhys Reader", Set.of());

    @Autowired
    DraftFrameworks drafts;

    @Autowired
    PublishVersion publish;

    @Autowired
    WithdrawVersion withdraw;

    @Autowired
    PublishedVersions published;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesBackTheDocumentThatWasStored() {
        var document = Beekeeping.framework("as stored");

        var draft = drafts.load(AUTHOR, drafts.store(AUTHOR, document)).orElseThrow();

        assertThat(draft.document()).isEqualTo(document);
        assertThat(draft.revision()).isEqualTo(1);
        assertThat(draft.slug()).isEqualTo("beekeeping-careers-as-stored");
    }

    @Test
    void savesOnlyWhatWasMadeFromTheLatestRevision() {
        var version = drafts.store(AUTHOR, Beekeeping.framework("saved"));
        var edited = Beekeeping.revised("saved");

        assertThat(drafts.save(AUTHOR, version, 1, edited)).isEqualTo(new DraftFrameworks.Saved(2));
        assertThat(drafts.save(AUTHOR, version, 1, Beekeeping.framework("saved")))
                .isEqualTo(new DraftFrameworks.Conflict(2));
        assertThat(drafts.load(AUTHOR, version).orElseThrow().document()).isEqualTo(edited);
    }

    @Test
    void keepsDraftsFromThoseWhoAreNoAuthors() {
        var version = drafts.store(AUTHOR, Beekeeping.framework("restricted"));

        assertThatThrownBy(() -> drafts.load(READER, version)).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> drafts.open(READER)).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> drafts.store(READER, Beekeeping.framework("x")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> publish.publish(READER, version, 1)).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void showsADraftToNobodyThroughTheCatalogue() {
        var version = drafts.store(AUTHOR, Beekeeping.framework("unseen"));

        assertThat(published.find(version)).isEmpty();
        assertThat(published.current("beekeeping-careers-unseen")).isEmpty();
        assertThat(published.versionsOf("beekeeping-careers-unseen")).isEmpty();
    }

    @Test
    void publishesADraftAsTheFirstVersion() {
        var document = Beekeeping.framework("first");

        var version = published(document);

        assertThat(version.number()).isEqualTo(1);
        assertThat(version.document()).isEqualTo(document);
        assertThat(version.statements())
                .extracting(Statement::key)
                .containsExactly("f1", "f2", "h1", "e1", "f3", "h2", "h3", "l1", "t1", "t2");
        assertThat(version.statement("f1").orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Statement(
                        new StatementId(0),
                        "f1",
                        "grade-1",
                        "feeding",
                        "does",
                        true,
                        document.statements().getFirst().kind(),
                        document.statements().getFirst().state(),
                        "Feeds a colony in autumn, with help",
                        "With supervision",
                        null,
                        document.statements().getFirst().source()));
        assertThat(drafts.load(AUTHOR, version.id())).isEmpty();
    }

    @Test
    void keepsWhatIsOptionalInTheVersionsAfterItToo() {
        var first = published(choosing("as first written"));
        var second = published(choosing("as first written"));

        for (var version : List.of(first, second)) {
            assertThat(version.demandOf("one").required())
                    .extracting(Statement::key)
                    .containsExactly("waters");
            assertThat(version.demandOf("one").minimum()).isEqualTo(1);
        }
        assertThat(second.number()).isEqualTo(2);
    }

    @Test
    void refusesMoreOptionalExpectationsThanThereAre() {
        var document = choosing("asking too much");
        var draft = drafts.store(
                AUTHOR, document.withLevels(List.of(document.levels().getFirst().withMinimumOptional(3))));

        assertThat(publish.publish(AUTHOR, draft, 1))
                .isEqualTo(new PublishVersion.Flawed(List.of(new Flaw(Flaw.Kind.MINIMUM_TOO_HIGH, "one"))));
    }

    private static FrameworkDocument choosing(String title) {
        return ((FrameworkFormat.Read.Document) FrameworkFormat.read("""
                        format: espalier/1
                        title: Orchard work %s
                        levels: [{id: one, minimumOptional: 1}]
                        statements:
                          - {id: waters, level: one, text: Waters}
                          - {id: prunes, level: one, text: Prunes, optional: true}
                          - {id: picks, level: one, text: Picks, optional: true}
                        """.formatted(title))).document();
    }

    @Test
    void makesStatementsOfARolesCompetences() {
        var version = published(Beekeeping.role("by day"));

        assertThat(version.expectationsOfRole())
                .extracting(Statement::key, Statement::text, Statement::leadIn)
                .containsExactly(
                        tuple("explain-your-work", "Explain your work", "Speak plainly"),
                        tuple("handle-smoke-safely", "Handle smoke safely", "Protect people"));
        var group = version.group(version.statements().getFirst().group()).orElseThrow();
        assertThat(group.name()).isEqualTo("1 Communication");
        assertThat(version.rootOf(group.id()).orElseThrow().name()).isEqualTo("Core competences");
        assertThat(version.groups()).hasSize(2);
    }

    @Test
    void supersedesTheVersionBeforeAndKeepsTheKeysOfWhatIsStillTheSame() {
        var first = published(Beekeeping.framework("revised"));

        var second = published(Beekeeping.revised("revised"));

        assertThat(second.slug()).isEqualTo(first.slug());
        assertThat(second.number()).isEqualTo(2);
        assertThat(published.versionsOf(first.slug()))
                .extracting(PublishedVersion::number, PublishedVersion::status)
                .containsExactly(tuple(2, VersionStatus.PUBLISHED), tuple(1, VersionStatus.SUPERSEDED));
        assertThat(second.statement("f3").orElseThrow().text())
                .as("reworded, so the key stays")
                .isEqualTo("Feeds several colonies in autumn and in spring");
        assertThat(second.statement("h3")).as("gone, and its key with it").isEmpty();
        assertThat(second.statement("f3-2").orElseThrow().text())
                .as("new, under a key that nothing had before")
                .isEqualTo("Keeps wasps away from weak hives");
        assertThat(second.document().statements())
                .extracting(entry -> entry.id())
                .isEqualTo(second.statements().stream().map(Statement::key).toList());
        assertThat(first.statement("f1").orElseThrow().id())
                .isNotEqualTo(second.statement("f1").orElseThrow().id());
    }

    @Test
    void refusesADraftWithFlaws() {
        var whole = Beekeeping.framework("flawed");
        var homeless = whole.withStatements(whole.statements().stream()
                .map(entry -> entry.id().equals("t1")
                        ? new StatementEntry(
                                "f1",
                                "grade-9",
                                "attic",
                                null,
                                true,
                                entry.kind(),
                                entry.state(),
                                " ",
                                null,
                                null,
                                null,
                                List.of())
                        : entry)
                .toList());
        var version = drafts.store(AUTHOR, homeless);

        var result = publish.publish(AUTHOR, version, 1);

        assertThat(result)
                .isEqualTo(new PublishVersion.Flawed(List.of(
                        new Flaw(Flaw.Kind.ID_USED_TWICE, "f1"),
                        new Flaw(Flaw.Kind.UNKNOWN_LEVEL, "f1"),
                        new Flaw(Flaw.Kind.UNKNOWN_GROUP, "f1"),
                        new Flaw(Flaw.Kind.NO_TEXT, "f1"))));
        assertThat(published.find(version)).isEmpty();
    }

    @Test
    void refusesToPublishWhatTheAuthorHasNotSeen() {
        var version = drafts.store(AUTHOR, Beekeeping.framework("seen"));
        drafts.save(AUTHOR, version, 1, Beekeeping.revised("seen"));

        assertThat(publish.publish(AUTHOR, version, 1)).isEqualTo(new PublishVersion.Conflict(2));
        assertThat(publish.publish(AUTHOR, version, 2)).isInstanceOf(PublishVersion.Published.class);
        assertThat(publish.publish(AUTHOR, version, 2))
                .isEqualTo(new PublishVersion.NotADraft(VersionStatus.PUBLISHED));
        assertThat(drafts.save(AUTHOR, version, 2, Beekeeping.framework("seen")))
                .isEqualTo(new DraftFrameworks.NoLongerDraft());
    }

    @Test
    void withdrawsAVersionAndKeepsItReadable() {
        var version = published(Beekeeping.framework("withdrawn"));

        assertThat(withdraw.withdraw(AUTHOR, version.id())).isEqualTo(new WithdrawVersion.Withdrawn(version.slug(), 1));

        assertThat(published.current(version.slug())).isEmpty();
        assertThat(published.find(version.slug(), 1)).isPresent();
        assertThat(published.allCurrent()).extracting(FrameworkVersion::slug).doesNotContain(version.slug());
        assertThat(withdraw.withdraw(AUTHOR, version.id()))
                .isEqualTo(new WithdrawVersion.NotPublished(VersionStatus.WITHDRAWN));
    }

    @Test
    void letsNobodyChangeAPublishedVersionNotEvenInTheDatabase() {
        var version = published(Beekeeping.framework("frozen"));
        var id = version.id().value();

        assertThatThrownBy(() -> jdbc.sql("UPDATE framework.version SET document = '{}' WHERE id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM framework.version WHERE id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE framework.statement SET text = 'x' WHERE version_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM framework.statement WHERE version_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void discardsADraftAndTheFrameworkThatHasNothingElse() {
        var version = drafts.store(AUTHOR, Beekeeping.framework("discarded"));

        drafts.discard(AUTHOR, version);

        assertThat(drafts.load(AUTHOR, version)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM framework.framework WHERE slug = 'beekeeping-careers-discarded'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void readsManyVersionsInAConstantNumberOfStatements() throws Exception {
        for (var n = 0; n < 4; n++) {
            published(Beekeeping.framework("shelf " + n));
        }
        var fresh = new PublishedVersions(jdbc);

        assertThat(SqlStatements.during(fresh::allCurrent)).hasSize(3);
        assertThat(SqlStatements.during(fresh::allCurrent)).isEmpty();
    }

    private FrameworkVersion published(FrameworkDocument document) {
        var version = drafts.store(AUTHOR, document);
        var result = publish.publish(AUTHOR, version, 1);
        assertThat(result).isInstanceOf(PublishVersion.Published.class);
        return published.find(version).orElseThrow();
    }
}
