package org.espalier.framework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.framework.EverydayNames;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Highlight;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.SearchFrameworks;
import org.espalier.framework.SearchFrameworks.Finding;
import org.espalier.framework.SearchFrameworks.Kind;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The search over everything that is published. */
@Controller
class SearchPages {
    private final SearchFrameworks search;
    private final PublishedVersions versions;
    private final VersionAddresses addresses;
    private final List<EverydayNames> everydayNames;

    SearchPages(
            SearchFrameworks search,
            PublishedVersions versions,
            VersionAddresses addresses,
            ObjectProvider<EverydayNames> everydayNames) {
        this.everydayNames = everydayNames.orderedStream().toList();
        this.search = search;
        this.versions = versions;
        this.addresses = addresses;
    }

    /** What the form holds. */
    record Form(
            String q,
            @Nullable FrameworkVersion framework,
            @Nullable String level,
            @Nullable String group,
            @Nullable Kind kind) {

        /** What narrows the search, in words. */
        List<String> filters(PageFrame frame) {
            var filters = new ArrayList<String>();
            Optional.ofNullable(kind)
                    .map(one -> frame.t("framework.search.kind." + code(one)))
                    .ifPresent(filters::add);
            Optional.ofNullable(framework).ifPresent(version -> {
                filters.add(version.title());
                version.level(level).map(LevelEntry::name).ifPresent(filters::add);
                version.group(group).map(GroupEntry::name).ifPresent(filters::add);
            });
            return filters;
        }

        /** The address of another page of the same findings. */
        String page(int number) {
            var address = UriComponentsBuilder.fromPath("/search").queryParam("q", q);
            Optional.ofNullable(framework).ifPresent(version -> address.queryParam("framework", version.slug()));
            Optional.ofNullable(level).ifPresent(id -> address.queryParam("level", id));
            Optional.ofNullable(group).ifPresent(id -> address.queryParam("group", id));
            Optional.ofNullable(kind).ifPresent(one -> address.queryParam("kind", code(one)));
            return address.queryParam("page", number).encode().toUriString();
        }
    }

    /**
     * One finding as the page shows it.
     *
     * @param sort the document's own word for it, such as "Pillar"; null where the kind says enough
     * @param place level and group, in the order they are said
     */
    record Hit(
            Kind kind,
            @Nullable String sort,
            String href,
            List<Highlight.Stretch> title,
            List<Highlight.Stretch> text,
            List<String> place) {}

    /**
     * A role or level that people call by other words than its own.
     *
     * @param place the framework of a level; empty for a role
     * @param said what people call it
     */
    record SaidHit(String title, String place, String href, String said) {}

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String framework,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var version = versions.current(framework).orElse(null);
        var form = new Form(
                q.strip(),
                version,
                version == null
                        ? null
                        : version.level(level).map(LevelEntry::id).orElse(null),
                version == null
                        ? null
                        : version.rootOf(group).map(GroupEntry::id).orElse(null),
                kind(kind));
        var query = new SearchFrameworks.Query(
                form.q(), version == null ? null : version.id(), form.level(), form.group(), form.kind(), number(page));
        var findings = search.search(query);
        var highlight = new Highlight(
                findings.searchedFor().stream().flatMap(List::stream).toList());
        model.addAttribute("said", findings.number(query) == 1 ? said(form) : List.of());
        model.addAttribute("form", form);
        model.addAttribute("page", findings.number(query));
        model.addAttribute("findings", findings);
        model.addAttribute("all", versions.allCurrent());
        model.addAttribute(
                "hits",
                findings.page().stream()
                        .flatMap(finding -> hit(finding, highlight).stream())
                        .toList());
        return "framework/web/search";
    }

    /** Only where nobody asked for something other than roles and levels. */
    private List<SaidHit> said(Form form) {
        var wanted = form.level() == null
                && form.group() == null
                && (form.kind() == null || form.kind() == Kind.LEVEL || form.kind() == Kind.ROLE_PROFILE);
        return wanted
                ? everydayNames.stream()
                        .flatMap(names -> names.matching(form.q(), form.framework()).stream())
                        .filter(called ->
                                form.kind() == null || (form.kind() == Kind.LEVEL) == (called.level() != null))
                        .map(SearchPages::said)
                        .toList()
                : List.of();
    }

    private static SaidHit said(EverydayNames.Called called) {
        var version = called.version();
        var level = called.level();
        var said = String.join("”, “", called.said());
        if (level != null) {
            return new SaidHit(
                    level.name(),
                    version.title(),
                    "/frameworks/" + version.slug() + "/versions/" + version.number() + "/levels/"
                            + VersionPage.segment(level.id()),
                    said);
        }
        var role = version.document().role();
        var named = role == null ? null : role.namedRole();
        return new SaidHit(named == null ? version.title() : named, "", "/frameworks/" + version.slug(), said);
    }

    private Optional<Hit> hit(Finding finding, Highlight highlight) {
        return addresses.page(finding.version()).map(page -> hit(page, finding, highlight));
    }

    private static Hit hit(VersionPage page, Finding finding, Highlight highlight) {
        var version = page.version();
        var text = highlight.excerpt(finding.text());
        return switch (finding.kind()) {
            case FRAMEWORK, ROLE_PROFILE ->
                new Hit(finding.kind(), null, page.framework(), highlight.mark(finding.heading()), text, List.of());
            case LEVEL ->
                new Hit(
                        finding.kind(),
                        null,
                        page.home() + "/levels/" + VersionPage.segment(finding.key()),
                        highlight.mark(finding.heading()),
                        text,
                        List.of(version.title()));
            case GROUP ->
                new Hit(
                        finding.kind(),
                        sort(version, finding.key()),
                        page.home() + "/groups/" + VersionPage.segment(finding.key()),
                        highlight.mark(finding.heading()),
                        text,
                        List.of(version.title()));
            case ROUTE ->
                new Hit(
                        finding.kind(),
                        null,
                        page.home() + "/routes#route-" + finding.key(),
                        highlight.mark(finding.heading().replace("\n", " → ")),
                        text,
                        List.of(version.title()));
            case EXPECTATION, ENTRY_CRITERION, LEARNING ->
                new Hit(
                        finding.kind(),
                        null,
                        page.statement(finding.key()),
                        highlight.mark(finding.heading()),
                        text,
                        place(version, finding.key()));
        };
    }

    private static @Nullable String sort(FrameworkVersion version, String group) {
        return version.group(group)
                .map(GroupEntry::kind)
                .filter(kind -> !kind.isEmpty())
                .map(kind -> kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1))
                .orElse(null);
    }

    private static List<String> place(FrameworkVersion version, String key) {
        var place = new ArrayList<String>();
        version.statement(key).ifPresent(statement -> {
            version.level(statement.level()).map(LevelEntry::name).ifPresent(place::add);
            version.rootOf(statement.group()).map(GroupEntry::name).ifPresent(place::add);
        });
        place.add(version.title());
        return place;
    }

    static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Kind kind(String code) {
        for (var kind : Kind.values()) {
            if (code(kind).equals(code)) {
                return kind;
            }
        }
        return null;
    }

    /** Somebody may type anything into an address. */
    private static int number(String page) {
        return page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1;
    }
}
