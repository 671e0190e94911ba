package org.espalier.roleprofile.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.espalier.framework.Requirement;
import org.espalier.framework.format.RequirementEntry;
import org.espalier.roleprofile.composing.RequirementFlaw.Kind;
import org.espalier.roleprofile.composing.RequirementTree.Joint;
import org.junit.jupiter.api.Test;

class RequirementTreeTests {
    private static final RequirementEntry A = one("a");
    private static final RequirementEntry B = one("b");
    private static final RequirementEntry C = one("c");

    @Test
    void joinsWithWhatIsThere() {
        var first = RequirementTree.join(null, "", Joint.AND, A);
        var both = RequirementTree.join(first, "", Joint.AND, B);
        var third = RequirementTree.join(both, "1", Joint.OR, C);

        assertThat(first).isEqualTo(A);
        assertThat(both).isEqualTo(RequirementEntry.all(List.of(A, B)));
        assertThat(third).isEqualTo(RequirementEntry.all(List.of(A, RequirementEntry.any(List.of(B, C)))));
        assertThat(RequirementTree.join(both, "0", Joint.AND, C)).isEqualTo(RequirementEntry.all(List.of(A, C, B)));
    }

    @Test
    void leavesNoGroupOfOneBehind() {
        var tree = RequirementEntry.all(List.of(A, RequirementEntry.any(List.of(B, C))));

        assertThat(RequirementTree.remove(tree, "1.0")).isEqualTo(RequirementEntry.all(List.of(A, C)));
        assertThat(RequirementTree.remove(tree, "0")).isEqualTo(RequirementEntry.any(List.of(B, C)));
        assertThat(RequirementTree.remove(A, "")).isNull();
        assertThat(RequirementTree.at(tree, "1.1")).contains(C);
        assertThat(RequirementTree.at(tree, "1.2")).isEmpty();
    }

    @Test
    void keepsEveryOtherThingWhateverIsEdited() {
        var random = new Random(17);
        for (var run = 0; run < 300; run++) {
            RequirementEntry root = one("0");
            var texts = new ArrayList<>(List.of("0"));
            for (var n = 1; n < 12; n++) {
                var paths = paths(root, "");
                var path = paths.get(random.nextInt(paths.size()));
                if (texts.size() > 2 && random.nextInt(4) == 0) {
                    var gone = leaves(RequirementTree.at(root, path).orElseThrow());
                    if (gone.size() < texts.size()) {
                        texts.removeAll(gone);
                        root = RequirementTree.remove(root, path);
                    }
                } else {
                    root = RequirementTree.join(
                            root, path, random.nextBoolean() ? Joint.AND : Joint.OR, one(Integer.toString(n)));
                    texts.add(Integer.toString(n));
                }
                assertThat(leaves(root)).containsExactlyInAnyOrderElementsOf(texts);
                assertThat(paths(root, "")).allSatisfy(new GroupsOfTwoOrMore(root)::check);
            }
        }
    }

    private record GroupsOfTwoOrMore(RequirementEntry root) {
        void check(String path) {
            var entry = RequirementTree.at(root, path).orElseThrow();
            assertThat(RequirementTree.parts(entry).size()).isNotEqualTo(1);
            assertThat(entry.text() == null)
                    .isEqualTo(!RequirementTree.parts(entry).isEmpty());
        }
    }

    @Test
    void refusesAnEquivalentThatLeadsInACircle() {
        var circle = RequirementEntry.any(
                List.of(equivalent("A diploma", "certificate"), equivalent("Certificate", "a diploma")));

        assertThat(kinds(circle)).containsExactly(Kind.CIRCLE);
        assertThat(kinds(equivalent("A diploma", "the diploma"))).containsExactly(Kind.CIRCLE);
        assertThat(kinds(RequirementEntry.any(List.of(equivalent("A diploma", "certificate"), one("Certificate")))))
                .isEmpty();
    }

    @Test
    void refusesWhatNobodyCouldMeet() {
        assertThat(kinds(one(" "))).containsExactly(Kind.NO_TEXT);
        assertThat(kinds(RequirementEntry.any(List.of()))).containsExactly(Kind.NO_CHOICE);
        assertThat(kinds(one("queen rearer"))).containsExactly(Kind.THE_ROLE_ITSELF);
        assertThat(kinds(RequirementEntry.any(List.of(one("queen rearer"), one("Two seasons")))))
                .isEmpty();
        assertThat(kinds(RequirementEntry.any(List.of(bound("A licence", "Carter"), bound("A pony", "Carter")))))
                .containsExactly(Kind.OPEN_TO_OTHERS_ONLY);
        assertThat(kinds(RequirementEntry.any(List.of(bound("A licence", "Carter"), bound("A pony", "Queen rearer")))))
                .isEmpty();
        assertThat(kinds(RequirementEntry.all(List.of(bound("A licence", "Carter"), one("Two seasons")))))
                .isEmpty();
    }

    private static List<Kind> kinds(RequirementEntry entry) {
        return RequirementFlaw.of(entry, "Queen rearer").stream()
                .map(RequirementFlaw::kind)
                .toList();
    }

    private static List<String> leaves(RequirementEntry entry) {
        return Requirement.of(entry)
                .orElseThrow()
                .leaves()
                .map(Requirement.One::text)
                .toList();
    }

    private static List<String> paths(RequirementEntry entry, String path) {
        var paths = new ArrayList<>(List.of(path));
        var parts = RequirementTree.parts(entry);
        for (var n = 0; n < parts.size(); n++) {
            paths.addAll(paths(parts.get(n), path.isEmpty() ? "" + n : path + "." + n));
        }
        return paths;
    }

    private static RequirementEntry one(String text) {
        return new RequirementEntry(List.of(), List.of(), text, false, null, false, null);
    }

    private static RequirementEntry bound(String text, String role) {
        return new RequirementEntry(List.of(), List.of(), text, false, null, false, role);
    }

    private static RequirementEntry equivalent(String text, String other) {
        return new RequirementEntry(List.of(), List.of(), text, true, other, false, null);
    }
}
