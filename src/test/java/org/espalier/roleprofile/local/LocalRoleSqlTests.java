package org.espalier.roleprofile.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.Claims;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.assessment.Standing;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishLocalAdditions;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.kernel.Problem;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Larkfield;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.roleprofile.local.Rebase.Choice;
import org.espalier.roleprofile.local.Rebase.Decision;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class LocalRoleSqlTests {

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    LocalRoles localRoles;

    @Autowired
    ChangeLocalRole changeLocalRole;

    @Autowired
    PublishLocalRole publishLocalRole;

    @Autowired
    ReviseLocalRole reviseLocalRole;

    @Autowired
    PublishedVersions versions;

    private final String title = "Hive lead " + UUID.randomUUID().toString().substring(0, 8);
    private Press press;
    private FrameworkVersion national;
    private Larkfield larkfield;
    private Actor admin;
    private Insider insider;

    @BeforeEach
    void prepare() {
        press = new Press(application);
        national = press.publish(HiveRole.document(title, List.of(HiveRole.RECORDS, HiveRole.SWARMS, HiveRole.HONEY)));
        larkfield = Larkfield.in(application);
        admin = larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        insider = enter(admin);
    }

    @Test
    void publishesLocalCompetencesAsAVersionOfTheirOwnAndLeavesTheNationalOneAlone() {
        begun();
        assertThat(changeLocalRole.addOwn(insider, slug(), "Keep bees warm")).isEmpty();
        assertThat(changeLocalRole.addStandard(insider, slug(), "apia&99", "Read the sky"))
                .isEmpty();

        var published = publish();

        var local = versions.find(published.published().version()).orElseThrow();
        assertThat(local.expectationsOfRole())
                .extracting(Statement::text)
                .containsExactly("Keep bees warm", "Read the sky");
        assertThat(local.title()).isEqualTo("Hive lead: local additions of " + larkfield.organisation.name());
        assertThat(versions.current(slug()).orElseThrow().id()).isEqualTo(national.id());
        assertThat(versions.allCurrent()).extracting(FrameworkVersion::id).doesNotContain(local.id());
        assertThat(versions.addingTo(slug())).extracting(entry -> entry.id()).containsExactly(local.id());
    }

    @Test
    void letsPeopleClaimAgainstLocalCompetences() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");
        var local = versions.find(publish().published().version()).orElseThrow();
        var learner = larkfield.member(null);
        var person = application.getBean(People.class).of(learner);

        application.getBean(SetAim.class).to(learner, local, null);
        application
                .getBean(RateStatements.class)
                .rate(
                        learner,
                        person,
                        local.id(),
                        Map.of(local.expectationsOfRole().getFirst().id(), Rating.MET));

        assertThat(application
                        .getBean(Claims.class)
                        .of(person, local.id())
                        .of(local.expectationsOfRole().getFirst().id()))
                .isEqualTo(Standing.SELF_ASSESSED);
    }

    @Test
    void keepsTheSameVersionWhenOnlyNotesChange() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");
        var first = publish();
        changeLocalRole.addNote(insider, slug(), key(HiveRole.RECORDS), "In the blue book");

        var second = publish();

        assertThat(second.published().number()).isEqualTo(2);
        assertThat(second.published().version()).isEqualTo(first.published().version());
    }

    @Test
    void refusesWhatIsThereAlready() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");

        assertThat(changeLocalRole.addOwn(insider, slug(), "keep  bees warm.")).contains(Objection.LOCAL_ALREADY);
        assertThat(changeLocalRole.addOwn(insider, slug(), "Extract honey in a clean room"))
                .contains(Objection.NATIONAL_ALREADY);
        assertThat(changeLocalRole.addStandard(insider, slug(), "apia&1", "")).contains(Objection.NATIONAL_ALREADY);
        assertThat(changeLocalRole.addStandard(insider, slug(), "APIA&1", "Keep other records"))
                .contains(Objection.TITLE_OF_STANDARD);
        assertThat(changeLocalRole.addStandard(insider, slug(), "NOSUCH1", "")).contains(Objection.UNKNOWN_STANDARD);
        assertThat(changeLocalRole.addStandard(insider, slug(), " ", "")).contains(Objection.NO_CODE);
        assertThat(changeLocalRole.addStandard(insider, slug(), "<b>", "Bold")).contains(Objection.NOT_A_CODE);
        assertThat(changeLocalRole.addOwn(insider, slug(), " ")).contains(Objection.NOTHING_WRITTEN);
        assertThat(changeLocalRole.addOwn(insider, slug(), "x".repeat(1_001))).contains(Objection.TOO_LONG);
        assertThat(changeLocalRole.addNote(insider, slug(), "no-such-competence", "A note"))
                .contains(Objection.NO_SUCH_COMPETENCE);
        assertThat(draft().competences()).hasSize(1);
    }

    @Test
    void quotesStatementsAndNeverRewordsThem() {
        var levels = press.publish(Beekeeping.framework("quoted " + title));
        begun();

        assertThat(changeLocalRole.addStatement(insider, slug(), levels.slug(), 1, "f1"))
                .isEmpty();
        assertThat(changeLocalRole.addStatement(insider, slug(), levels.slug(), 1, "nothing"))
                .contains(Objection.NO_SUCH_STATEMENT);

        var quoted = draft().competences().getFirst();
        assertThat(quoted.text()).isEqualTo("Feeds a colony in autumn, with help");
        assertThat(quoted.qualifier()).isEqualTo("With supervision");
        assertThatThrownBy(() -> changeLocalRole.reword(insider, slug(), quoted.number(), "Feeds nobody"))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void publishesNothingWhenThereIsNothingAndNobodyElsesChanges() {
        begun();
        assertThat(publishLocalRole.publish(insider, slug(), role().revision()))
                .isInstanceOf(PublishLocalRole.Nothing.class);
        changeLocalRole.call(insider, slug(), "Bee lead");

        assertThat(publishLocalRole.publish(insider, slug(), 1)).isInstanceOf(PublishLocalRole.Conflict.class);
        assertThat(role().published()).isNull();
    }

    @Test
    void refusesWithdrawnAndUnknownProfilesAndLocalAdditionsThemselves() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");
        var local = versions.find(publish().published().version()).orElseThrow();
        assertThatThrownBy(() -> changeLocalRole.begin(insider, local.slug())).isInstanceOf(Problem.class);
        changeLocalRole.call(insider, slug(), "Bee lead");
        press.withdraw(national);

        assertThat(publishLocalRole.publish(insider, slug(), role().revision()))
                .isInstanceOf(PublishLocalRole.NationalWithdrawn.class);
        var other = enter(Larkfield.in(application), Role.ORGANISATION_ADMINISTRATOR);
        assertThatThrownBy(() -> changeLocalRole.begin(other, slug())).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> changeLocalRole.begin(other, "no-such-role")).isInstanceOf(Problem.NotFound.class);
        assertThat(localRoles.of(other.organisation().id())).isEmpty();
    }

    @Test
    void keepsOnRecordWhyAdditionsStayBesideAWithdrawnProfile() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");
        publish();
        press.withdraw(national);
        assertThat(reviseLocalRole.isPending(role())).isTrue();
        assertThat(reviseLocalRole.decideOnWithdrawn(insider, slug(), role().revision() + 1, true, "Later"))
                .isEqualTo(ReviseLocalRole.Result.CONFLICT);

        assertThat(reviseLocalRole.decideOnWithdrawn(insider, slug(), role().revision(), true, " We need it "))
                .isEqualTo(ReviseLocalRole.Result.KEPT);

        assertThat(reviseLocalRole.pending(role())).isEmpty();
        assertThat(reviseLocalRole.isPending(role())).isFalse();
        assertThat(role().isPublished()).isTrue();
        assertThat(role().decided().kept()).isTrue();
        assertThat(localRoles.decisions(role())).singleElement().satisfies(decision -> {
            assertThat(decision.version()).isEqualTo(1);
            assertThat(decision.reason()).isEqualTo("We need it");
            assertThat(decision.by()).isEqualTo(admin.name());
        });
        var jdbc = application.getBean(JdbcClient.class);
        assertThatThrownBy(() -> jdbc.sql("update roleprofile.local_decision set reason = 'Other'")
                        .update())
                .hasMessageContaining("A decision that was taken stays");

        press.publish(HiveRole.document(title, List.of(HiveRole.RECORDS)));
        assertThat(reviseLocalRole.pending(role()))
                .hasValueSatisfying(pending -> assertThat(pending.next()).isNotNull());
    }

    @Test
    void takesAdditionsBackWithTheirProfileAndAsksNoMore() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");
        publish();
        press.withdraw(national);

        assertThat(reviseLocalRole.decideOnWithdrawn(insider, slug(), role().revision(), false, "Nobody needs it"))
                .isEqualTo(ReviseLocalRole.Result.TAKEN_BACK);

        assertThat(role().isPublished()).isFalse();
        assertThat(reviseLocalRole.pending(role())).isEmpty();
        assertThat(localRoles.decisions(role())).singleElement().matches(decision -> !decision.kept());
    }

    @Test
    void asksWhoSpeaksForTheOrganisation() {
        begun();
        var teamManager = enter(larkfield.with(Role.MANAGER, new Scope.UnitAndBelow(larkfield.therapy)));
        var manager = enter(larkfield.with(Role.MANAGER, new Scope.WholeOrganisation()));
        var stranger = enter(Larkfield.in(application), Role.ORGANISATION_ADMINISTRATOR);

        assertThatThrownBy(() -> changeLocalRole.addOwn(teamManager, slug(), "Keep bees warm"))
                .isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> publishLocalRole.publish(teamManager, slug(), 1))
                .isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> changeLocalRole.addOwn(stranger, slug(), "Keep bees warm"))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(changeLocalRole.addOwn(manager, slug(), "Keep bees warm")).isEmpty();
    }

    @Test
    void publishesNothingButLocalityThroughTheDoorForLocalAdditions() {
        var door = application.getBean(PublishLocalAdditions.class);

        assertThatThrownBy(() -> door.first(admin, national, Beekeeping.role("smuggled " + title)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> door.first(admin, national, Beekeeping.framework("smuggled " + title)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> door.next(admin, slug(), HiveRole.document("x", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(versions.current(slug()).orElseThrow().id()).isEqualTo(national.id());
    }

    @Test
    void neverTakesAnImportForARevisionOfLocalAdditions() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");
        var local = versions.find(publish().published().version()).orElseThrow();
        var author = TestAccounts.actor(application, Role.FRAMEWORK_AUTHOR);

        var drafts = application.getBean(DraftFrameworks.class);
        var draft = drafts.store(author, local.document());

        assertThat(drafts.load(author, draft).orElseThrow().slug()).isNotEqualTo(local.slug());
        assertThat(drafts.storeAsRevisionOf(local.slug(), author, local.document()))
                .isEmpty();
        drafts.discard(author, draft);
    }

    @Test
    void followsARevisionAsDecidedAndTellsThoseWhomItConcerns() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");
        changeLocalRole.addStandard(insider, slug(), "APIA3", "Treat mites with thymol");
        changeLocalRole.addNote(insider, slug(), key(HiveRole.SWARMS), "Call the fire brigade");
        var local = versions.find(publish().published().version()).orElseThrow();
        var aimer = larkfield.member(null);
        application.getBean(SetAim.class).to(aimer, local, null);
        var told = Told.by(application);

        press.publish(HiveRole.document(
                title, List.of(HiveRole.RECORDS, HiveRole.SWARMS_REWORDED, HiveRole.HONEY, HiveRole.MITES)));

        assertThat(told.to(admin.account())).contains("roleprofile.notice.local.decide");
        var pending = reviseLocalRole.pending(role()).orElseThrow();
        assertThat(pending.rebase().conflicts())
                .extracting(Rebase.Conflict::why)
                .containsExactly(Rebase.Why.LOCAL_IS_NATIONAL_NOW, Rebase.Why.NOTED_COMPETENCE_REWORDED);
        assertThat(reviseLocalRole.carryOut(insider, slug(), role().revision(), 1, Map.of(), true))
                .isEqualTo(ReviseLocalRole.Result.CONFLICT);

        var result = reviseLocalRole.carryOut(
                insider,
                slug(),
                role().revision(),
                pending.onto(),
                Map.of(2, new Decision(Choice.DROP, null), 3, new Decision(Choice.KEEP, null)),
                true);

        assertThat(result).isEqualTo(ReviseLocalRole.Result.PUBLISHED);
        assertThat(reviseLocalRole.pending(role())).isEmpty();
        assertThat(role().published().additions().competences()).hasSize(1);
        assertThat(role().published().additions().notes()).hasSize(1);
        assertThat(told.to(aimer.account())).containsExactly("roleprofile.notice.local.changed");
    }

    @Test
    void takesEverythingBackAndKeepsWhatWasRecorded() {
        begun();
        changeLocalRole.addOwn(insider, slug(), "Keep bees warm");
        var local = versions.find(publish().published().version()).orElseThrow();

        publishLocalRole.takeBack(insider, slug());

        assertThat(localRoles.published(larkfield.organisation.slug(), slug())).isEmpty();
        assertThat(versions.current(local.slug())).isEmpty();
        assertThat(versions.find(local.id())).isPresent();
        changeLocalRole.addOwn(insider, slug(), "Keep bees cool");
        assertThat(versions.find(publish().published().version()).orElseThrow().slug())
                .isEqualTo(local.slug());
    }

    private void begun() {
        changeLocalRole.begin(insider, slug());
    }

    private LocalRole publish() {
        var result = publishLocalRole.publish(insider, slug(), role().revision());
        assertThat(result).isInstanceOf(PublishLocalRole.Published.class);
        return ((PublishLocalRole.Published) result).role();
    }

    private LocalRole role() {
        return localRoles.find(larkfield.organisation.id(), slug()).orElseThrow();
    }

    private Additions draft() {
        return role().draft();
    }

    private String slug() {
        return national.slug();
    }

    private String key(HiveRole.Asked asked) {
        return national.statements().stream()
                .filter(statement -> statement.text().equals(asked.competence()))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private Insider enter(Actor actor) {
        return application.getBean(Insiders.class).enter(actor, larkfield.organisation.slug());
    }

    private Insider enter(Larkfield other, Role role) {
        var actor = other.with(role, new Scope.WholeOrganisation());
        return application.getBean(Insiders.class).enter(actor, other.organisation.slug());
    }
}
