package org.espalier.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.crosswalk.DecideLink;
import org.espalier.crosswalk.End;
import org.espalier.crosswalk.LinkKind;
import org.espalier.crosswalk.ProposeLink;
import org.espalier.framework.PublishedVersions;
import org.espalier.pathway.AuthoredRoute.Content;
import org.espalier.pathway.AuthoredRoute.Move;
import org.espalier.pathway.AuthoredRoute.Ref;
import org.espalier.pathway.KeepRoutes;
import org.espalier.pathway.Route;
import org.springframework.stereotype.Component;

/** Made-up routes and links that join the starter frameworks: a way in, a way up, a way back, and some still to be decided. */
@Component
class SampleRoutes {
    private static final String SUPPORT = "allied-health-professions-support-worker-framework-starter-summary";
    private static final String PRIMARY = "primary-care-and-community-services-career-framework-starter-summary";
    private static final String SOCIAL = "occupational-therapy-in-social-care-levels-5-to-9-starter-summary";

    private final SetUpSteps steps;
    private final Accounts accounts;
    private final PublishedVersions versions;
    private final ProposeLink proposeLink;
    private final DecideLink decideLink;
    private final KeepRoutes keepRoutes;

    SampleRoutes(
            SetUpSteps steps,
            Accounts accounts,
            PublishedVersions versions,
            ProposeLink proposeLink,
            DecideLink decideLink,
            KeepRoutes keepRoutes) {
        this.steps = steps;
        this.accounts = accounts;
        this.versions = versions;
        this.proposeLink = proposeLink;
        this.decideLink = decideLink;
        this.keepRoutes = keepRoutes;
    }

    /** @param reviewer the second author, who agrees to what the first proposes */
    void add(Actor reviewer) {
        steps.once("sample/routes", () -> {
            var account = accounts.find(SamplePeople.email("ceri")).orElseThrow();
            var author = new Actor(account.id(), account.name(), Set.of(Role.FRAMEWORK_AUTHOR));
            link(author, end(SUPPORT, "assistant-practitioner"), end(PRIMARY, "associate"), LinkKind.CLOSE, "associate")
                    .ifPresent(proposed -> decideLink.agree(reviewer, proposed.id()));
            link(
                            author,
                            end(PRIMARY, "registered-practitioner"),
                            end(SOCIAL, "level-5"),
                            LinkKind.RELATED,
                            "registered")
                    .ifPresent(proposed -> decideLink.agree(reviewer, proposed.id()));
            link(author, end(SOCIAL, "level-8"), end(PRIMARY, "consultant"), LinkKind.RELATED, "consultant");
            route(author, named("leavers"), end(SUPPORT, "entry-level"), Route.Kind.WAY_IN, "leavers", true);
            route(
                    author,
                    listed(SUPPORT, "assistant-practitioner"),
                    end(SOCIAL, "level-5"),
                    Route.Kind.UPWARDS,
                    "degree",
                    true);
            route(author, named("return"), end(SOCIAL, "level-5"), Route.Kind.RETURN, "return", true);
            route(author, named("entry"), end(PRIMARY, "support-work"), Route.Kind.WAY_IN, "entry", true);
            route(author, named("carers"), end(PRIMARY, "support-work"), Route.Kind.WAY_IN, "carers", false);
        });
    }

    private Optional<ProposeLink.Proposed> link(
            Actor author, Optional<End> from, Optional<End> to, LinkKind kind, String words) {
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        var result =
                proposeLink.propose(author, from.get(), to.get(), kind, CliMessages.text("cli.route.link." + words));
        return result instanceof ProposeLink.Proposed proposed ? Optional.of(proposed) : Optional.empty();
    }

    private void route(
            Actor author, Optional<Ref> from, Optional<End> to, Route.Kind kind, String words, boolean publish) {
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        var content = new Content(
                from.get(),
                new Ref.Listed(to.get().version(), to.get().level()),
                kind,
                List.of(CliMessages.text("cli.route." + words + ".must")),
                List.of(CliMessages.text("cli.route." + words + ".may")),
                List.of(),
                List.of(CliMessages.text("cli.route." + words + ".employer")),
                List.of(CliMessages.text("cli.route." + words + ".system")));
        if (keepRoutes.write(author, content) instanceof KeepRoutes.Kept(var id) && publish) {
            keepRoutes.move(author, id, Move.PUBLISH);
        }
    }

    private static Optional<Ref> named(String words) {
        return Optional.of(new Ref.Named(CliMessages.text("cli.route.from." + words)));
    }

    private Optional<Ref> listed(String slug, String level) {
        return end(slug, level).map(end -> new Ref.Listed(end.version(), end.level()));
    }

    private Optional<End> end(String slug, String level) {
        return versions.current(slug)
                .filter(version -> version.level(level).isPresent())
                .map(version -> new End(version.id(), level));
    }
}
