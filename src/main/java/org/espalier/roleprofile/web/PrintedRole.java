package org.espalier.roleprofile.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.framework.CompetenceSources;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;

/**
 * A role profile that is put on paper, whole or some of its sections (PRODUCT.md, rule 8: a part is always called one).
 *
 * @param version null for a draft
 * @param chosen the positions of the sections to print, rising
 */
record PrintedRole(
        FrameworkDocument document,
        RoleEntry role,
        @Nullable FrameworkVersion version,
        List<Integer> chosen,
        CompetenceSources sources) {
    PrintedRole {
        chosen = List.copyOf(chosen);
    }

    /** @param parts positions of sections; none of them means all */
    static PrintedRole of(
            FrameworkDocument document,
            RoleEntry role,
            @Nullable FrameworkVersion version,
            List<Integer> parts,
            CompetenceSources sources) {
        var all = IntStream.range(0, role.sections().size()).boxed().toList();
        var wanted = all.stream().filter(parts::contains).toList();
        return new PrintedRole(document, role, version, wanted.isEmpty() ? all : wanted, sources);
    }

    boolean isWhole() {
        return chosen.size() == role.sections().size();
    }

    boolean isDraft() {
        return version == null;
    }

    List<Section> sections() {
        return chosen.stream().map(role.sections()::get).toList();
    }

    String title() {
        var title = document.title();
        return title == null ? roleName() : title;
    }

    String roleName() {
        var name = role.namedRole();
        return name == null ? String.valueOf(document.title()) : name;
    }

    /** Which profile this is, such as "Queen rearer, version 2". */
    String reference(PageFrame frame) {
        return version == null
                ? frame.t("roleprofile.paper.reference.draft", title())
                : frame.t("roleprofile.paper.reference", title(), version.number());
    }

    /** What has to be said before anything else: that it is a draft, that it is a part. */
    List<String> notes(PageFrame frame) {
        return Stream.of(
                        isDraft() ? frame.t("roleprofile.paper.draft") : "",
                        isWhole()
                                ? ""
                                : frame.t(
                                        "roleprofile.paper.part",
                                        frame.messages()
                                                .list(sections().stream()
                                                        .map(section -> "“" + section.title() + "”")
                                                        .toList())))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    /** Where a competence comes from: what it was taken from, or else its place in this profile. */
    String source(Section section, Competence competence, PageFrame frame) {
        return takenFrom(competence, frame)
                .orElseGet(() -> frame.t(
                        "roleprofile.paper.source.profile",
                        place(section, frame),
                        section.entries().indexOf(competence) + 1));
    }

    /** The standard, or the place in a framework, that a competence was taken from; empty when it is the profile's own. */
    Optional<String> takenFrom(Competence competence, PageFrame frame) {
        var code = competence.code();
        var origin = competence.origin();
        if (code != null) {
            return Optional.of(frame.t("roleprofile.paper.source.standard", code));
        }
        if (origin != null) {
            var letter = frameworks().get(pinned(origin));
            if (letter != null && sources.of(origin).isPresent()) {
                var key = origin.statement() == null ? origin.group() : origin.statement();
                return Optional.of(frame.t("roleprofile.paper.source.framework", letter, key == null ? "" : key));
            }
        }
        return Optional.empty();
    }

    /** The layer, or the heading where the layer has several. */
    private String place(Section section, PageFrame frame) {
        var alone = role.sections().stream()
                        .filter(other -> other.layer() == section.layer())
                        .count()
                == 1;
        return alone ? frame.t("roleprofile.layer." + section.layer()) : "“" + section.title() + "”";
    }

    /** The versions that competences were taken from, each with the letter that stands for it on paper. */
    private Map<String, String> frameworks() {
        var letters = new LinkedHashMap<String, String>();
        for (var section : role.sections()) {
            for (var entry : section.entries()) {
                var origin = entry.origin();
                if (origin != null && origin.framework() != null) {
                    letters.computeIfAbsent(pinned(origin), pinned -> letter(letters.size()));
                }
            }
        }
        return letters;
    }

    private static String pinned(RoleEntry.Origin origin) {
        return origin.framework() + " " + origin.version();
    }

    private static String letter(int number) {
        return number < 26 ? String.valueOf((char) ('A' + number)) : "A" + (number - 25);
    }

    /** What the letters stand for, a line for each; none when nothing was taken from a framework. */
    List<String> legend(PageFrame frame) {
        var lines = new LinkedHashMap<String, String>();
        var letters = frameworks();
        for (var section : role.sections()) {
            for (var entry : section.entries()) {
                var origin = entry.origin();
                var letter = origin == null ? null : letters.get(pinned(origin));
                if (origin != null && letter != null && !lines.containsKey(letter)) {
                    sources.of(origin)
                            .ifPresent(source -> lines.put(
                                    letter,
                                    frame.t(
                                            "roleprofile.paper.source.legend",
                                            letter,
                                            source.title(),
                                            source.number())));
                }
            }
        }
        return List.copyOf(lines.values());
    }
}
