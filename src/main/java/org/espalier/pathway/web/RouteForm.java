package org.espalier.pathway.web;

import java.util.List;
import java.util.Optional;
import org.espalier.crosswalk.End;
import org.espalier.pathway.AuthoredRoute;
import org.espalier.pathway.AuthoredRoute.Content;
import org.espalier.pathway.AuthoredRoute.Ref;
import org.espalier.pathway.Route;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/** A route as an author types it: an end is chosen from a list or named, and lists are written one entry a line. */
public record RouteForm(
        @Nullable String from,
        @Nullable String fromName,
        @Nullable String to,
        @Nullable String toName,
        @Nullable String kind,
        @Nullable String must,
        @Nullable String may,
        @Nullable String opportunities,
        @Nullable String employer,
        @Nullable String system,
        @Nullable Integer revision) {
    private static final List<Route.Kind> KINDS =
            List.of(Route.Kind.WAY_IN, Route.Kind.UPWARDS, Route.Kind.SIDEWAYS, Route.Kind.RETURN);
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_LINE = 500;
    private static final int MOST_LINES = 20;

    /** Which way a route can lead. */
    static List<Route.Kind> kinds() {
        return KINDS;
    }

    static RouteForm blank() {
        return new RouteForm("", "", "", "", "", "", "", "", "", "", 0);
    }

    static RouteForm of(AuthoredRoute route) {
        var content = route.content();
        return new RouteForm(
                token(content.from()),
                name(content.from()),
                token(content.to()),
                name(content.to()),
                content.kind().slug(),
                String.join("\n", content.must()),
                String.join("\n", content.may()),
                String.join("\n", content.opportunities()),
                String.join("\n", content.byEmployer()),
                String.join("\n", content.byWiderSystem()),
                route.revision());
    }

    private static String token(Ref ref) {
        return ref instanceof Ref.Listed(var version, var level) ? new End(version, level).token() : "";
    }

    private static String name(Ref ref) {
        return ref instanceof Ref.Named(var name) ? name : "";
    }

    /** What is wrong with what was typed, whatever the routes are. */
    FormErrors check() {
        var wrong = end(FormErrors.none(), "from", from, fromName);
        wrong = end(wrong, "to", to, toName);
        if (asKind().isEmpty()) {
            wrong = wrong.and("kind", "pathway.routes.error.kind");
        }
        wrong = lines(wrong, "must", must);
        wrong = lines(wrong, "may", may);
        wrong = lines(wrong, "opportunities", opportunities);
        wrong = lines(wrong, "employer", employer);
        return lines(wrong, "system", system);
    }

    private static FormErrors end(FormErrors wrong, String field, @Nullable String token, @Nullable String name) {
        var chosen = text(token);
        var named = text(name);
        if (chosen.isEmpty() && named.isEmpty()) {
            return wrong.and(field, "pathway.routes.error." + field + ".missing");
        }
        if (!chosen.isEmpty() && !named.isEmpty()) {
            return wrong.and(field + "Name", "pathway.routes.error.both");
        }
        if (named.length() > LONGEST_NAME) {
            return wrong.and(field + "Name", "pathway.routes.error.nameLong", LONGEST_NAME);
        }
        return named.isEmpty() && End.ofToken(chosen).isEmpty()
                ? wrong.and(field, "pathway.routes.error." + field + ".missing")
                : wrong;
    }

    private static FormErrors lines(FormErrors wrong, String field, @Nullable String typed) {
        var lines = entries(typed);
        if (lines.size() > MOST_LINES) {
            return wrong.and(field, "pathway.routes.error.lines", MOST_LINES);
        }
        return lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)
                ? wrong.and(field, "pathway.routes.error.lineLong", LONGEST_LINE)
                : wrong;
    }

    /** What was typed, once it has been checked. */
    Content content() {
        return new Content(
                ref(from, fromName),
                ref(to, toName),
                asKind().orElseThrow(),
                entries(must),
                entries(may),
                entries(opportunities),
                entries(employer),
                entries(system));
    }

    private static Ref ref(@Nullable String token, @Nullable String name) {
        return End.ofToken(text(token))
                .<Ref>map(end -> new Ref.Listed(end.version(), end.level()))
                .orElseGet(() -> new Ref.Named(text(name)));
    }

    private Optional<Route.Kind> asKind() {
        return KINDS.stream().filter(one -> one.slug().equals(kind)).findFirst();
    }

    private static List<String> entries(@Nullable String typed) {
        return text(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
