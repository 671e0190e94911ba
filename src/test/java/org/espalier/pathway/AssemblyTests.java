package org.espalier.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.crosswalk.End;
import org.espalier.crosswalk.Link;
import org.espalier.crosswalk.LinkId;
import org.espalier.crosswalk.LinkKind;
import org.espalier.crosswalk.LinkState;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.MadeUp;
import org.espalier.framework.VersionId;
import org.espalier.pathway.AuthoredRoute.Content;
import org.espalier.pathway.AuthoredRoute.Ref;
import org.espalier.pathway.AuthoredRoute.State;
import org.espalier.testing.Beekeeping;
import org.junit.jupiter.api.Test;

class AssemblyTests {
    private static final VersionId EARLIER = new VersionId(99);
    private static final VersionId UNKNOWN = new VersionId(77);

    private final FrameworkVersion bees = MadeUp.version(Beekeeping.framework("here"));

    @Test
    void joinsTheDocumentsRoutesAndTheOrderOfItsLevels() {
        var graph = graph(List.of(), List.of());

        assertThat(graph.places().stream().map(Place::name))
                .containsExactly(
                        "Grade 1: Helper", "Grade 2: Keeper", "Grade 3: Master", "Anybody", "Keepers from abroad", "");
        assertThat(graph.steps().stream().map(step -> step.from() + " " + step.to()))
                .containsExactly(
                        "~anybody made-up~grade-1",
                        "made-up~grade-1 made-up~grade-2",
                        "~keepers-from-abroad ~~made-up-3-to",
                        "made-up~grade-2 made-up~grade-3");
        var up = graph.steps().get(1);
        assertThat(up.routes()).extracting(Route::kind).containsOnly(Route.Kind.UPWARDS);
        assertThat(up.main().source()).isInstanceOf(Route.Source.Document.class);
        assertThat(up.main().requirements())
                .containsExactly(new Route.Requirement(Route.Modality.AS_WRITTEN, "A season"));
        assertThat(up.routes().getLast().source()).isInstanceOf(Route.Source.Order.class);
        assertThat(graph.isWayIn(graph.place("~anybody").orElseThrow())).isTrue();
        assertThat(graph.steps().getFirst().main().kind()).isEqualTo(Route.Kind.WAY_IN);
    }

    @Test
    void saysWhichRoutesLeadNowhereAndLeadsNobodyAlongThem() {
        var graph = graph(List.of(), List.of());
        var abroad = graph.place("~keepers-from-abroad").orElseThrow();

        assertThat(graph.from(abroad)).singleElement().satisfies(step -> {
            assertThat(step.to().isKnown()).isFalse();
            assertThat(step.main().opportunities()).containsExactly("Language lessons");
            assertThat(graph.from(step.to())).isEmpty();
        });
        assertThat(graph.doubts()).singleElement().isInstanceOfSatisfying(Doubt.OpenEnded.class, doubt -> assertThat(
                        doubt.from())
                .isEqualTo("Keepers from abroad"));
    }

    @Test
    void addsWhatAuthorsWroteAndKeepsWhatMustAndWhatMay() {
        var graph = graph(
                List.of(
                        authored(1, new Ref.Named("Anybody"), new Ref.Listed(EARLIER, "grade-2"), Route.Kind.WAY_IN),
                        authored(2, new Ref.Listed(EARLIER, "grade-9"), new Ref.Named("Abroad"), Route.Kind.SIDEWAYS)),
                List.of());

        var step = graph.from(graph.place("~anybody").orElseThrow()).getLast();
        assertThat(step.to().name()).isEqualTo("Grade 2: Keeper");
        assertThat(step.main().requirements())
                .containsExactly(
                        new Route.Requirement(Route.Modality.MUST, "A licence"),
                        new Route.Requirement(Route.Modality.MAY, "A van"));
        assertThat(step.main().supports())
                .containsExactly(
                        new Route.Support(Route.By.EMPLOYER, "Time"),
                        new Route.Support(Route.By.WIDER_SYSTEM, "A grant"));
        assertThat(graph.doubts())
                .contains(new Doubt.EndGone(new Route.Source.Author(new RouteId(2))))
                .hasSize(2);
        assertThat(graph.place("~abroad")).isEmpty();
    }

    @Test
    void goesAlongAReviewedLinkOneWayOnlyAndSaysWhenItIsForAnEarlierVersion() {
        var graph = graph(
                List.of(),
                List.of(
                        link(1, new End(bees.id(), "grade-3"), new End(bees.id(), "grade-1")),
                        link(2, new End(EARLIER, "grade-1"), new End(bees.id(), "grade-3")),
                        link(3, new End(UNKNOWN, "grade-1"), new End(bees.id(), "grade-3"))));

        var back = graph.from(graph.place("made-up~grade-3").orElseThrow());
        assertThat(back).singleElement().satisfies(step -> {
            assertThat(step.main().kind()).isEqualTo(Route.Kind.SIDEWAYS);
            assertThat(((Route.Source.Linked) step.main().source()).earlier()).isFalse();
        });
        var earlier = graph.from(graph.place("made-up~grade-1").orElseThrow())
                .getLast()
                .main();
        assertThat(((Route.Source.Linked) earlier.source()).earlier()).isTrue();
        assertThat(graph.doubts())
                .filteredOn(doubt -> doubt instanceof Doubt.EndGone(Route.Source.Linked(var id, var k, var r, var e))
                        && id.value() == 3)
                .hasSize(1);
    }

    @Test
    void saysCirclesUpwardsAndPlacesThatNothingLeadsTo() {
        var graph = graph(
                List.of(authored(
                        1, new Ref.Listed(EARLIER, "grade-3"), new Ref.Listed(EARLIER, "grade-2"), Route.Kind.UPWARDS)),
                List.of());
        var alone = MadeUpRoutes.graph("a>b", "c");

        assertThat(graph.doubts())
                .filteredOn(Doubt.Circle.class::isInstance)
                .singleElement()
                .extracting(doubt -> ((Doubt.Circle) doubt)
                        .places().stream().map(Place::name).toList())
                .isEqualTo(List.of("Grade 2: Keeper", "Grade 3: Master", "Grade 2: Keeper"));
        assertThat(alone.doubts())
                .containsExactly(
                        new Doubt.NothingLeadsHere(MadeUpRoutes.level("a")),
                        new Doubt.NothingLeadsHere(MadeUpRoutes.level("c")));
    }

    @Test
    void makesOnePlaceOfARoleProfile() {
        var role = MadeUp.version(Beekeeping.role("there"));

        var graph = Assembly.of(List.of(role), List.of(), List.of(), id -> Optional.empty());

        assertThat(graph.places()).singleElement().satisfies(place -> {
            assertThat(place.kind()).isEqualTo(Place.Kind.ROLE);
            assertThat(place.name()).isEqualTo("Queen rearer there");
            assertThat(graph.isAlone(place)).isTrue();
        });
    }

    private RouteGraph graph(List<AuthoredRoute> authored, List<Link> links) {
        return Assembly.of(
                List.of(bees), authored, links, id -> id.equals(UNKNOWN) ? Optional.empty() : Optional.of("made-up"));
    }

    private static AuthoredRoute authored(long id, Ref from, Ref to, Route.Kind kind) {
        return new AuthoredRoute(
                new RouteId(id),
                State.PUBLISHED,
                1,
                new Content(
                        from,
                        to,
                        kind,
                        List.of("A licence"),
                        List.of("A van"),
                        List.of(),
                        List.of("Time"),
                        List.of("A grant")));
    }

    private static Link link(long id, End from, End to) {
        return new Link(
                new LinkId(id),
                from,
                to,
                LinkKind.CLOSE,
                "Much the same",
                new AccountId(1),
                Instant.EPOCH,
                LinkState.REVIEWED);
    }
}
