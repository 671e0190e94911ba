package org.espalier.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.SignIn;
import org.espalier.access.SignInResult;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.framework.StatementId;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.person.SetAim;
import org.espalier.person.StateLevels;

/** The made-up people of a site: each signed in, with a level, an aim, and an answer to every expectation. */
final class Crowd {
    private static final int SIZE = 200;
    private static final String PASSWORD = "a long made-up password";
    private static final Rating[] RATINGS = {Rating.MET, Rating.PARTLY, Rating.MET, Rating.NOT_YET};

    private Crowd() {}

    /**
     * One of them.
     *
     * @param cookie opens the session
     * @param csrfToken goes with every form
     * @param answered how often they have answered each expectation: the same answer again would add no claim
     */
    record Member(int number, Actor actor, PersonId person, String cookie, String csrfToken, int[] answered) {

        /** Another answer to this expectation than the last, to be given by one client at a time. */
        Rating nextAnswer(int expectation) {
            return RATINGS[(number + expectation + answered[expectation]++) % RATINGS.length];
        }
    }

    static List<Member> gathered(Site site) throws Exception {
        var work = new ArrayList<Callable<Member>>();
        for (var n = 0; n < SIZE; n++) {
            var number = n;
            work.add(() -> member(number, site));
        }
        var members = new ArrayList<Member>();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var member : threads.invokeAll(work)) {
                members.add(member.get());
            }
        }
        return List.copyOf(members);
    }

    private static Member member(int number, Site site) throws Exception {
        var email = new EmailAddress("person" + number + "@bench.example");
        var name = "Made-up person " + number;
        var account = site.use(CreateAccount.class)
                .atSetUp(email, name, Set.of(), PASSWORD)
                .orElseThrow();
        var actor = new Actor(account, name, Set.of());
        var framework = site.framework();
        var levels = framework.levels();
        site.use(StateLevels.class)
                .everywhere(actor, framework, levels.get(number % levels.size()).id());
        site.use(SetAim.class).to(actor, framework, levels.getLast().id());
        var cookie = cookie(email, number, site);
        var answered = new int[site.expectations().size()];
        var member =
                new Member(number, actor, site.use(People.class).of(actor), cookie, csrfToken(cookie, site), answered);
        answerEverything(member, site);
        return member;
    }

    private static void answerEverything(Member member, Site site) {
        var answers = new LinkedHashMap<StatementId, Rating>();
        for (var n = 0; n < site.expectations().size(); n++) {
            answers.put(site.expectations().get(n).id(), member.nextAnswer(n));
        }
        var rated = site.use(RateStatements.class)
                .rate(member.actor(), member.person(), site.framework().id(), answers);
        if (rated.before().size() != answers.size()) {
            throw new IllegalStateException("Not every answer became a claim");
        }
    }

    private static String cookie(EmailAddress email, int number, Site site) {
        var address = "10.0.0." + number;
        return switch (site.use(SignIn.class).with(email.value(), PASSWORD, address, null)) {
            case SignInResult.Welcome(var token) -> "espalier=" + token.value();
            case SignInResult refusal -> throw new IllegalStateException(refusal.toString());
        };
    }

    private static String csrfToken(String cookie, Site site) throws Exception {
        try (var connection = new Connection(site.product().port())) {
            connection.get("/account", cookie);
            return connection.hiddenField("_csrf");
        }
    }
}
