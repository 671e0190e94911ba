package org.espalier.pathway;

import java.util.List;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.pathway.AuthoredRoute.Content;
import org.espalier.pathway.AuthoredRoute.Move;
import org.espalier.pathway.AuthoredRoute.Ref;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Framework authors write routes, publish them, and take them back. Whatever is published can be undone. */
@Component
public class KeepRoutes {
    private final AuthoredRoutes authored;
    private final RoutesInForce inForce;
    private final PublishedVersions versions;

    KeepRoutes(AuthoredRoutes authored, RoutesInForce inForce, PublishedVersions versions) {
        this.authored = authored;
        this.inForce = inForce;
        this.versions = versions;
    }

    /** What became of it. */
    public sealed interface Result {}

    /** It is kept. */
    public record Kept(RouteId id) implements Result {}

    /** It cannot stand as it is written; nothing has changed. */
    public record Faulty(List<RouteFault> faults) implements Result {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The version in force has no such level or role; nothing has changed.
     *
     * @param start true when it is where the route starts
     */
    public record NoSuchPlace(boolean start) implements Result {}

    /** Writes down a new route, for authors to see. */
    @Transactional
    public Result write(Actor actor, Content content) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        return check(content).orElseGet(() -> new Kept(authored.add(content, actor.account())));
    }

    /** @param revision of the draft that the author has seen */
    @Transactional
    public Result change(Actor actor, RouteId id, int revision, Content content) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        return check(content).orElseGet(() -> {
            if (!authored.save(id, revision, content, actor.account())) {
                throw new Problem.Conflict("pathway.routes.problem.changed");
            }
            return new Kept(id);
        });
    }

    /** Publishes, withdraws, discards, or undoes one of these. What everybody is to see is checked once more. */
    @Transactional
    public Result move(Actor actor, RouteId id, Move move) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        var route = authored.find(id).orElseThrow(() -> new Problem.NotFound("pathway.routes.problem.noRoute"));
        var to = route.state().after(move).orElseThrow(() -> new Problem.Conflict("pathway.routes.problem.changed"));
        if (to == AuthoredRoute.State.PUBLISHED) {
            var wrong = check(route.content());
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        if (!authored.move(route, move, to, actor.account())) {
            throw new Problem.Conflict("pathway.routes.problem.changed");
        }
        return new Kept(id);
    }

    private Optional<Result> check(Content content) {
        var graph = inForce.graph();
        var from = place(graph, content.from());
        var to = place(graph, content.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of(new NoSuchPlace(from.isEmpty()));
        }
        var faults = RouteFault.of(content, from.get(), to.get(), graph);
        return faults.isEmpty() ? Optional.empty() : Optional.of(new Faulty(faults));
    }

    private Optional<Place> place(RouteGraph graph, Ref ref) {
        return switch (ref) {
            case Ref.Named(var name) -> Optional.of(Place.named(name));
            case Ref.Listed(var version, var level) ->
                versions.describe(version)
                        .map(PublishedVersion::slug)
                        .flatMap(slug -> graph.place(Place.levelId(slug, level)));
        };
    }
}
