package org.espalier.pathway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A route that a framework author has written.
 *
 * @param revision counts what has been saved, so that nobody overwrites what they have not seen
 */
public record AuthoredRoute(RouteId id, State state, int revision, Content content) {

    /** What it says; each list holds one entry a line, verbatim. */
    public record Content(
            Ref from,
            Ref to,
            Route.Kind kind,
            List<String> must,
            List<String> may,
            List<String> opportunities,
            List<String> byEmployer,
            List<String> byWiderSystem) {
        public Content {
            must = List.copyOf(must);
            may = List.copyOf(may);
            opportunities = List.copyOf(opportunities);
            byEmployer = List.copyOf(byEmployer);
            byWiderSystem = List.copyOf(byWiderSystem);
        }

        List<Route.Requirement> requirements() {
            return Stream.concat(
                            must.stream().map(text -> new Route.Requirement(Route.Modality.MUST, text)),
                            may.stream().map(text -> new Route.Requirement(Route.Modality.MAY, text)))
                    .toList();
        }

        List<Route.Support> supports() {
            return Stream.concat(
                            byEmployer.stream().map(text -> new Route.Support(Route.By.EMPLOYER, text)),
                            byWiderSystem.stream().map(text -> new Route.Support(Route.By.WIDER_SYSTEM, text)))
                    .toList();
        }
    }

    /** Which place is meant. */
    public sealed interface Ref {
        /**
         * A level or role, as it was when the route was written; the version in force is what counts.
         *
         * @param level null for a role
         */
        record Listed(VersionId version, @Nullable String level) implements Ref {}

        /** A place that has nothing but a name. */
        record Named(String name) implements Ref {}
    }

    /** How far it has come; {@link #LIFECYCLE} is all that can happen to one. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN,
        DISCARDED;

        /** In message keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Where this move leads from here; empty when it cannot be made. */
        public Optional<State> after(Move move) {
            return LIFECYCLE.stream()
                    .filter(row -> row.from() == this && row.move() == move)
                    .map(Transition::to)
                    .findFirst();
        }
    }

    /** What moves a route on. */
    public enum Move {
        PUBLISH,
        RETURN_TO_DRAFT,
        WITHDRAW,
        PUBLISH_AGAIN,
        DISCARD,
        TAKE_UP_AGAIN;

        /** In addresses and message keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Move> ofSlug(String slug) {
            return Stream.of(values()).filter(move -> move.slug().equals(slug)).findFirst();
        }

        /** What undoes it. */
        public Move undo() {
            return switch (this) {
                case PUBLISH -> RETURN_TO_DRAFT;
                case RETURN_TO_DRAFT -> PUBLISH;
                case WITHDRAW -> PUBLISH_AGAIN;
                case PUBLISH_AGAIN -> WITHDRAW;
                case DISCARD -> TAKE_UP_AGAIN;
                case TAKE_UP_AGAIN -> DISCARD;
            };
        }
    }

    /** One row of the lifecycle. */
    public record Transition(State from, Move move, State to) {}

    /** Whatever is not in this table cannot happen. */
    public static final List<Transition> LIFECYCLE = List.of(
            new Transition(State.DRAFT, Move.PUBLISH, State.PUBLISHED),
            new Transition(State.DRAFT, Move.DISCARD, State.DISCARDED),
            new Transition(State.DISCARDED, Move.TAKE_UP_AGAIN, State.DRAFT),
            new Transition(State.PUBLISHED, Move.RETURN_TO_DRAFT, State.DRAFT),
            new Transition(State.PUBLISHED, Move.WITHDRAW, State.WITHDRAWN),
            new Transition(State.WITHDRAWN, Move.PUBLISH_AGAIN, State.PUBLISHED));
}
