package org.espalier.pathway;

import java.util.List;
import java.util.Locale;
import org.espalier.crosswalk.LinkId;
import org.espalier.crosswalk.LinkKind;
import org.jspecify.annotations.Nullable;

/** A way from one place straight to another: what it asks, what it opens, and who supports it. */
public record Route(
        Place from,
        Place to,
        Kind kind,
        Source source,
        List<Requirement> requirements,
        List<String> opportunities,
        List<Support> supports) {
    public Route {
        requirements = List.copyOf(requirements);
        opportunities = List.copyOf(opportunities);
        supports = List.copyOf(supports);
    }

    /** A route that says nothing but where it leads. */
    public static Route bare(Place from, Place to, Kind kind, Source source) {
        return new Route(from, to, kind, source, List.of(), List.of(), List.of());
    }

    /** Which way a route leads. */
    public enum Kind {
        WAY_IN,
        UPWARDS,
        SIDEWAYS,
        RETURN,
        /** The document does not say. */
        UNSAID;

        /** In addresses, forms and message keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where a route comes from. */
    public sealed interface Source {

        /**
         * A route of a published document.
         *
         * @param number as in the document, from 1
         * @param certain false when the document does not say for certain where it leads
         */
        record Document(String slug, int version, String title, int number, boolean certain) implements Source {
            public String address() {
                return "/frameworks/" + slug + "/versions/" + version + "/routes#route-" + number;
            }
        }

        /** Nothing but the order of a framework’s levels: no document describes this route. */
        record Order(String title) implements Source {}

        /** A framework author has written it here. */
        record Author(RouteId id) implements Source {}

        /**
         * A reviewed link between two frameworks.
         *
         * @param earlier true when it was made for a version that has been replaced since
         */
        record Linked(LinkId id, LinkKind kind, String reason, boolean earlier) implements Source {
            public String address() {
                return "/crosswalk/links/" + id;
            }
        }
    }

    /** How strictly something is asked; {@link #AS_WRITTEN} leaves it to the words of the document. */
    public enum Modality {
        MUST,
        MAY,
        AS_WRITTEN
    }

    /** Something that the route asks, verbatim (PRODUCT.md, rule 16). */
    public record Requirement(Modality modality, String text) {}

    /** Who supports somebody on the route. */
    public enum By {
        EMPLOYER,
        WIDER_SYSTEM,
        AS_WRITTEN
    }

    /** What somebody is given on the route, verbatim. */
    public record Support(By by, String text) {}

    /** What somebody is given on the route by these. */
    public List<String> supports(By by) {
        return supports.stream()
                .filter(support -> support.by() == by)
                .map(Support::text)
                .toList();
    }

    /** True when the route says more than where it leads. */
    public boolean saysMore() {
        return !requirements.isEmpty() || !opportunities.isEmpty() || !supports.isEmpty();
    }

    /** The author’s route behind this; null for any other. */
    public @Nullable RouteId authored() {
        return source instanceof Source.Author(var id) ? id : null;
    }
}
