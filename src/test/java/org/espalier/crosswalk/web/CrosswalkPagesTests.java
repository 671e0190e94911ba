package org.espalier.crosswalk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.TestAccounts;
import org.espalier.crosswalk.DecideLink;
import org.espalier.crosswalk.End;
import org.espalier.crosswalk.LinkId;
import org.espalier.crosswalk.LinkKind;
import org.espalier.crosswalk.ProposeLink;
import org.espalier.framework.FrameworkVersion;
import org.espalier.kernel.Problem;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Told;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class CrosswalkPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    private final String title = "links " + UUID.randomUUID().toString().substring(0, 8);
    private FrameworkVersion bees;
    private FrameworkVersion role;
    private Actor first;
    private Actor second;
    private Visitor proposer;
    private Visitor reviewer;

    @BeforeEach
    void visit() {
        var press = new Press(application);
        bees = press.publish(Beekeeping.framework(title));
        role = press.publish(Beekeeping.role(title));
        first = TestAccounts.actor(application, Role.FRAMEWORK_AUTHOR);
        second = TestAccounts.actor(application, Role.FRAMEWORK_AUTHOR);
        proposer = TestAccounts.signedIn(application, port, first);
        reviewer = TestAccounts.signedIn(application, port, second);
    }

    @Test
    void countsALinkOnceAnotherAuthorHasAgreed() {
        var told = Told.by(application);
        var page = proposer.follow(proposer.submit(
                proposer.get("/crosswalk/new").form("/crosswalk/new"),
                Map.of(
                        "from",
                        new End(bees.id(), "grade-3").token(),
                        "to",
                        new End(role.id(), null).token(),
                        "kind",
                        "narrower",
                        "reason",
                        "Both rear queens & <sell> them")));
        var address = page.address().getPath();

        assertThat(page.heading()).isEqualTo("Grade 3: Master asks a part of what Queen rearer " + title + " asks");
        assertThat(page.html().select("main").text())
                .contains("Both rear queens & <sell> them", "Another framework author has to look at it.")
                .doesNotContain("Agree to this link");
        assertThat(Visitor.to(port).get(address).status()).isEqualTo(404);
        assertThat(Visitor.to(port).get("/crosswalk").html().text()).doesNotContain(title);
        assertThat(reviewer.get("/crosswalk/waiting").html().select("main").text())
                .contains(title);

        var agreed = reviewer.follow(reviewer.submit(reviewer.get(address).form(address + "/agree")));

        assertThat(agreed.html().select("ol li").eachText())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("Agreed by " + second.name());
        assertThat(told.to(first.account())).containsExactly("crosswalk.notice.agreed");
        var reader = Visitor.to(port).get(address).html().select("main").text();
        assertThat(reader).contains("asks a part of").doesNotContain(second.name());
        assertThat(Visitor.to(port).get("/crosswalk").html().text()).contains(title);
    }

    @Test
    void refusesTheProposersOwnReview() {
        var id = propose("grade-1", "grade-2");
        var decide = application.getBean(DecideLink.class);

        assertThatThrownBy(() -> decide.agree(first, id)).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> decide.refuse(first, id, "no")).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> application
                        .getBean(JdbcClient.class)
                        .sql("insert into crosswalk.step (link_id, step, words, made_by, made_at) values"
                                + " (:id, 'AGREE', '', :by, now())")
                        .param("id", id.value())
                        .param("by", first.account().value())
                        .update())
                .hasMessageContaining("reviewed by somebody else");
    }

    @Test
    void asksForAReasonToRefuseAndKeepsIt() {
        var told = Told.by(application);
        var address = "/crosswalk/links/" + propose("grade-1", "grade-3");

        var missing = reviewer.submit(reviewer.get(address).form(address + "/refuse"));
        var refused = reviewer.follow(
                reviewer.submit(missing.form(address + "/refuse"), Map.of("words", "They differ in husbandry")));

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.errors()).containsExactly("Write a reason, in 2,000 characters or fewer");
        assertThat(refused.html().select("main").text()).contains("Not agreed", "They differ in husbandry");
        assertThat(told.to(first.account())).containsExactly("crosswalk.notice.refused");
        assertThat(reviewer.post(address + "/agree", List.of()).status()).isIn(403, 409);
        assertThat(Visitor.to(port).get(address).status()).isEqualTo(404);
    }

    @Test
    void withdrawsWithAReasonThatStaysReadable() {
        var id = propose("grade-2", "grade-3");
        application.getBean(DecideLink.class).agree(second, id);
        var address = "/crosswalk/links/" + id;

        proposer.submit(proposer.get(address).form(address + "/withdraw"), Map.of("words", "It was a mistake"));

        assertThat(Visitor.to(port).get(address).html().select("main").text()).contains("It was a mistake");
        assertThat(Visitor.to(port).get("/crosswalk").html().select("a[href=" + address + "]"))
                .isEmpty();
        assertThat(propose("grade-2", "grade-3"))
                .as("a new one may be proposed")
                .isNotEqualTo(id);
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        var empty = proposer.submit(proposer.get("/crosswalk/new").form("/crosswalk/new"));
        var end = new End(bees.id(), "grade-1").token();
        var same = proposer.submit(
                empty.form("/crosswalk/new"),
                Map.of("from", end, "to", end, "kind", "close", "reason", "Kept & <safe>"));
        propose("grade-1", "grade-2");
        var again = proposer.submit(
                empty.form("/crosswalk/new"),
                Map.of("from", end, "to", new End(bees.id(), "grade-2").token(), "kind", "exact", "reason", "Again"));

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.errors())
                .containsExactly(
                        "Choose where the link starts",
                        "Choose where the link ends",
                        "Select what you say of them",
                        "Write why");
        assertThat(same.errors()).containsExactly("Choose two different levels or roles");
        assertThat(same.html().select("#reason").val()).isEqualTo("Kept & <safe>");
        assertThat(same.html().select("#from option[selected]").val()).isEqualTo(end);
        assertThat(same.html().select("input[name=kind][checked]").val()).isEqualTo("close");
        assertThat(again.errors())
                .containsExactly("These two are linked already in this direction, or a proposal is waiting");
    }

    @Test
    void saysWhenAPinnedVersionHasBeenReplaced() {
        var id = propose("grade-1", "grade-3");
        application.getBean(DecideLink.class).agree(second, id);
        new Press(application).publish(Beekeeping.revised(title));

        var page = Visitor.to(port).get("/crosswalk/links/" + id).html();

        assertThat(page.select("main").text()).contains("Version 1 has been replaced by version 2.");
        assertThat(Visitor.to(port)
                        .get("/crosswalk")
                        .html()
                        .select(".espalier-tag")
                        .text())
                .contains("Made for an earlier version");
        assertThat(proposer.submit(
                                proposer.get("/crosswalk/new").form("/crosswalk/new"),
                                Map.of(
                                        "from",
                                        new End(bees.id(), "grade-1").token(),
                                        "to",
                                        new End(role.id(), null).token(),
                                        "kind",
                                        "close",
                                        "reason",
                                        "For the old one"))
                        .errors())
                .containsExactly("This one is no longer in force. Choose another");
    }

    @Test
    void keepsTheAuthorsPagesToAuthors() {
        var practitioner = TestAccounts.signedIn(application, port);

        assertThat(practitioner.get("/crosswalk/new").status()).isEqualTo(403);
        assertThat(practitioner.get("/crosswalk/waiting").status()).isEqualTo(403);
        assertThat(Visitor.to(port).get("/crosswalk/new").status()).isEqualTo(303);
        assertThatThrownBy(() -> application
                        .getBean(ProposeLink.class)
                        .propose(
                                TestAccounts.actor(application),
                                new End(bees.id(), "grade-1"),
                                new End(bees.id(), "grade-2"),
                                LinkKind.CLOSE,
                                "x"))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void asksTheDatabaseAsOftenForManyLinksAsForOne() throws Exception {
        application.getBean(DecideLink.class).agree(second, propose("grade-1", "grade-2"));
        var visitor = Visitor.to(port);
        visitor.get("/crosswalk");
        var before = SqlStatements.during(() -> visitor.get("/crosswalk"));
        application.getBean(DecideLink.class).agree(second, propose("grade-2", "grade-1"));
        application.getBean(DecideLink.class).agree(second, propose("grade-3", "grade-1"));

        var after = SqlStatements.during(() -> visitor.get("/crosswalk"));

        assertThat(after.stream().filter(sql -> sql.contains("crosswalk."))).hasSize(1);
        assertThat(after.size()).isBetween(1, before.size() + 1);
    }

    private LinkId propose(String from, String to) {
        var result = application
                .getBean(ProposeLink.class)
                .propose(first, new End(bees.id(), from), new End(bees.id(), to), LinkKind.CLOSE, "Much the same");
        return ((ProposeLink.Proposed) result).id();
    }
}
