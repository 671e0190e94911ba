package org.espalier.development.conversation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.person.Larkfield;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.springframework.context.ApplicationContext;

/** Maya and her line manager Owen, of a made-up organisation of their own, each in a browser. */
record Pair(
        ApplicationContext application,
        int port,
        Larkfield larkfield,
        Actor maya,
        Actor owen,
        Visitor mayas,
        Visitor owens) {

    static Pair in(ApplicationContext application, int port) {
        var larkfield = Larkfield.in(application);
        var maya = larkfield.member(larkfield.therapist);
        var owen = larkfield.member(larkfield.lead);
        return new Pair(
                application,
                port,
                larkfield,
                maya,
                owen,
                TestAccounts.signedIn(application, port, maya),
                TestAccounts.signedIn(application, port, owen));
    }

    /** Somebody of the same organisation, and somebody of another. */
    List<Visitor> strangers() {
        return List.of(
                TestAccounts.signedIn(application, port, larkfield.member(null)),
                TestAccounts.signedIn(
                        application, port, Larkfield.in(application).member(null)));
    }

    String id(Actor actor) {
        return larkfield.person(actor).toString();
    }

    /** Submits what a page's form to this address holds, but for these answers. */
    static Page send(Visitor visitor, String page, String action, String... answers) {
        return visitor.submit(visitor.get(page).form(action), fields(answers));
    }

    /** Posts these fields with a valid token, whether or not a page offers it. */
    static Page post(Visitor visitor, String path, String... answers) {
        var fields = new HashMap<>(fields(answers));
        fields.put(
                "_csrf",
                visitor.get("/conversations/appraisals/new")
                        .html()
                        .select("input[name=_csrf]")
                        .val());
        return visitor.post(path, List.copyOf(fields.entrySet()));
    }

    static String path(Page redirect) {
        return redirect.location().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
    }

    private static Map<String, String> fields(String... answers) {
        var fields = new HashMap<String, String>();
        for (var n = 0; n < answers.length; n += 2) {
            fields.put(answers[n], answers[n + 1]);
        }
        return fields;
    }
}
