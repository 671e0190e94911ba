package org.espalier.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class PeopleSqlTests {
    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublishedVersions versions;

    private final MovingClock clock = new MovingClock();
    private FrameworkVersion ladder;
    private FrameworkVersion role;
    private Actor actor;
    private People people;
    private PersonId person;
    private CurrentLevels levels;
    private Aims aims;
    private StateLevels stateLevels;
    private SetAim setAim;

    @BeforeEach
    void somebodyNew() {
        ladder = Ladder.once(application, "Ladder");
        role = versions.current("ladder-role").orElseGet(() -> Ladder.role(application, "Ladder role"));
        people = new People(jdbc, clock);
        levels = new CurrentLevels(jdbc, clock);
        aims = new Aims(jdbc, versions, clock);
        stateLevels = new StateLevels(people, levels);
        setAim = new SetAim(people, aims, versions);
        actor = TestAccounts.actor(application);
        person = people.of(actor);
    }

    @Test
    void knowsOnePersonForAnAccount() {
        assertThat(people.of(actor)).isEqualTo(person);
        assertThat(new People(jdbc, clock).of(actor)).isEqualTo(person);
        assertThat(people.of(TestAccounts.actor(application))).isNotEqualTo(person);
    }

    @Test
    void followsTheNameOfTheAccount() {
        people.of(new Actor(actor.account(), "Rowan Price-Hughes", Set.of()));

        assertThat(jdbc.sql("select name from person.person where id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Rowan Price-Hughes");
    }

    @Test
    void hasNoLevelBeforeOneIsStated() {
        assertThat(levels.of(person, ladder.id())).isEmpty();
        assertThat(levels.of(person)).isEmpty();
    }

    @Test
    void takesOneLevelForTheWholeFramework() {
        stateLevels.everywhere(actor, ladder, "rung-2");

        var stated = levels.of(person, ladder.id()).orElseThrow();
        assertThat(stated.in("practice")).contains("rung-2");
        assertThat(stated.in("leading")).contains("rung-2");
        assertThat(stated.differs()).isFalse();
        assertThat(stated.statedAt()).isEqualTo(clock.instant());
    }

    @Test
    void takesALevelForEachPillar() {
        stateLevels.byPillar(actor, ladder, Map.of("practice", "rung-3", "research", "rung-1"), Set.of());

        var stated = levels.of(person, ladder.id()).orElseThrow();
        assertThat(stated.in("practice")).contains("rung-3");
        assertThat(stated.in("research")).contains("rung-1");
        assertThat(stated.in("leading")).isEmpty();
        assertThat(stated.differs()).isTrue();
    }

    @Test
    void tellsNoneOfTheLevelsFromNotSaid() {
        stateLevels.byPillar(actor, ladder, Map.of("practice", "rung-2"), Set.of("leading"));

        var stated = levels.of(person, ladder.id()).orElseThrow();
        assertThat(stated.isStated("practice")).isTrue();
        assertThat(stated.isStated("leading")).isTrue();
        assertThat(stated.in("leading")).isEmpty();
        assertThat(stated.isStated("research")).as("nothing was said").isFalse();
        assertThat(stated.in("research")).isEmpty();
    }

    @Test
    void takesNoneOfTheLevelsForAnAnswer() {
        stateLevels.everywhere(actor, ladder, null);

        assertThat(levels.of(person, ladder.id())).isPresent();
        assertThat(levels.of(person, ladder.id()).orElseThrow().in("practice")).isEmpty();
        assertThat(levels.of(person, ladder.id()).orElseThrow().isStated("practice"))
                .isTrue();
    }

    @Test
    void keepsAllThatWasStated() {
        stateLevels.byPillar(actor, ladder, Map.of("practice", "rung-3"), Set.of());
        clock.move(Duration.ofDays(200));
        stateLevels.everywhere(actor, ladder, "rung-2");

        assertThat(levels.of(person, ladder.id()).orElseThrow().in("practice")).contains("rung-2");
        assertThat(levels.of(person, ladder.id()).orElseThrow().differs()).isFalse();
        assertThat(jdbc.sql("select count(*) from person.current_level where person_id = :id")
                        .param("id", person.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("delete from person.current_level").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update person.current_level set level = 'rung-1'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesALevelThatIsNotThere() {
        assertThatThrownBy(() -> stateLevels.everywhere(actor, ladder, "rung-9"))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> stateLevels.byPillar(actor, ladder, Map.of("leading", "rung-1"), Set.of()))
                .as("leading exists at rung 3 only")
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> stateLevels.byPillar(actor, ladder, Map.of(), Set.of("nowhere")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> setAim.to(actor, ladder, "rung-9")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> setAim.to(actor, ladder, null)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> setAim.to(actor, role, "rung-1")).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aimsForALevelAndForARole() {
        setAim.to(actor, ladder, "rung-2");
        var since = clock.instant();
        clock.move(Duration.ofDays(1));
        setAim.to(actor, role, null);

        assertThat(aims.of(person))
                .containsExactly(new Aim(role.id(), null, clock.instant()), new Aim(ladder.id(), "rung-2", since));
        assertThat(aims.of(person, ladder.id())).contains(new Aim(ladder.id(), "rung-2", since));
        assertThat(aims.under(person, "ladder-role")).contains(new Aim(role.id(), null, clock.instant()));
        assertThat(aims.under(person, "nowhere")).isEmpty();
    }

    @Test
    void hasOneAimInAFrameworkAndRemembersTheOthers() {
        var first = Ladder.published(application, "Revised ladder");
        var second = Ladder.published(application, "Revised ladder");
        setAim.to(actor, first, "rung-2");
        clock.move(Duration.ofDays(1));
        setAim.to(actor, second, "rung-2");
        clock.move(Duration.ofDays(1));
        setAim.to(actor, second, "rung-3");

        assertThat(aims.of(person)).containsExactly(new Aim(second.id(), "rung-3", clock.instant()));
        assertThat(aims.under(person, second.slug())).isPresent();
        assertThat(history()).isEqualTo(3);
    }

    @Test
    void keepsTheDateOfAnAimThatIsSetAgain() {
        setAim.to(actor, ladder, "rung-2");
        var since = clock.instant();
        clock.move(Duration.ofDays(1));

        setAim.to(actor, ladder, "rung-2");

        assertThat(aims.of(person)).containsExactly(new Aim(ladder.id(), "rung-2", since));
        assertThat(history()).isOne();
    }

    @Test
    void givesAnAimUpAndKeepsIt() {
        setAim.to(actor, ladder, "rung-2");

        setAim.givenUp(actor, "ladder");

        assertThat(aims.of(person)).isEmpty();
        assertThat(history()).isOne();
    }

    @Test
    void findsThePillarsWithTheirLevels() {
        assertThat(Pillar.of(ladder))
                .extracting(pillar -> pillar.group().id() + " "
                        + pillar.levels().stream().map(level -> level.id()).toList())
                .containsExactly("practice [rung-1, rung-2, rung-3]", "research [rung-1, rung-2]", "leading [rung-3]");
        assertThat(Pillar.of(role)).isEmpty();
    }

    private long history() {
        return jdbc.sql("select count(*) from person.target where person_id = :id")
                .param("id", person.value())
                .query(Long.class)
                .single();
    }
}
