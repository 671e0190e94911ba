package org.espalier.roleprofile.comparison;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.MadeUp;
import org.espalier.framework.Statement;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.roleprofile.comparison.RoleComparison.Because;
import org.espalier.roleprofile.comparison.RoleComparison.Pair;
import org.espalier.roleprofile.comparison.RoleOrLevel.Asked;
import org.espalier.testing.Beekeeping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleComparisonTests {
    private static final List<String> CODES = List.of("APIA1", "apia1", "APIA&2", "APIA3", "");
    private static final List<String> TEXTS = List.of(
            "Feed a colony in autumn",
            "Feed a colony in the autumn months",
            "Feed the colony in autumn",
            "Treat mites with thymol",
            "Treat mites with oxalic acid",
            "Negotiate the price of honey",
            "Negotiate the price of wax",
            "Keep records of every hive");
    private static final List<String> GROUPS = List.of("feeding", "health", "trade");

    private final RoleComparisons comparisons = new RoleComparisons();

    @Test
    void matchesStandardsByTheirCodeInAnyCaseHoweverTheyAreWorded() {
        var here = role(1, "keeper", entry("Feed a colony", "APIA&1"), entry("Carry frames", null));
        var there = role(2, "helper", entry("Feeding of colonies, revised", "apia&1"));

        var comparison = comparisons.compare(here, there);

        assertThat(comparison.common())
                .extracting(Pair::because, pair -> pair.words().isIdentical())
                .containsExactly(tuple(Because.SAME_STANDARD, false));
        assertThat(comparison.onlyHere()).extracting(Asked::words).containsExactly("Carry frames");
        assertThat(comparison.onlyThere()).isEmpty();
    }

    @Test
    void neverTakesWhatIsWordedAlikeForTheSame() {
        var here = role(1, "keeper", entry("Negotiate the price of honey with a shop", null));
        var there = role(2, "helper", entry("Negotiate the price of honey with two shops", null));

        var comparison = comparisons.compare(here, there);

        assertThat(comparison.common()).isEmpty();
        assertThat(comparison.alike()).extracting(Pair::because).containsExactly(Because.ALIKE);
    }

    @Test
    void takesTheSameWordsForCommonWhateverTheirCase() {
        var here = role(1, "keeper", entry("Feed a colony", null));
        var there = role(2, "helper", entry("feed  a colony.", null));

        assertThat(comparisons.compare(here, there).common())
                .extracting(Pair::because)
                .containsExactly(Because.SAME_WORDS);
    }

    @Test
    void keepsTheSameCompetencyAtTwoLevelsApartEvenInTheSameWords() {
        var version = MadeUp.version(Beekeeping.restated("levels"));

        var comparison = comparisons.compare(level(version, "grade-1"), level(version, "grade-2"));

        assertThat(comparison.common()).isEmpty();
        assertThat(comparison.otherLevel())
                .extracting(
                        pair -> pair.words().isIdentical(), pair -> pair.there().words())
                .contains(
                        tuple(true, "Wears a veil near open hives"), tuple(false, "Feeds several colonies in autumn"));
    }

    @Test
    void countsWhatALowerLevelAsksForAsCommonWhereLevelsBuildOnEachOther() {
        var version = MadeUp.version(Beekeeping.framework("levels"));

        var comparison = comparisons.compare(level(version, "grade-1"), level(version, "grade-3"));

        assertThat(comparison.common()).extracting(Pair::because).containsOnly(Because.SAME_STATEMENT);
        assertThat(comparison.onlyHere()).isEmpty();
        assertThat(comparison.sizeThere())
                .isEqualTo(level(version, "grade-3").asked().size());
    }

    @Test
    void callsTwoRolesOfTheSameNameByWhatTellsThemApart() {
        var one = role(1, "keeper", entry("Feed a colony", null));
        var other = role(2, "keeper", entry("Feed a colony", null));

        var comparison = comparisons.compare(one, other);

        assertThat(comparison.nameHere()).isEqualTo("Keeper (1)");
        assertThat(comparison.nameThere()).isEqualTo("Keeper (2)");
    }

    @Test
    void comparesARoleWithALevel() {
        var version = MadeUp.version(7, "levels", 1, Beekeeping.framework("levels"));
        var role = role(2, "helper", entry("Wears a veil near open hives", null), entry("Sing", null));

        var comparison = comparisons.compare(role, level(version, "grade-1"));

        assertThat(comparison.common()).extracting(Pair::because).containsExactly(Because.SAME_WORDS);
        assertThat(comparison.onlyHere()).extracting(Asked::words).containsExactly("Sing");
        assertThat(comparison.onlyThere()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void saysTheMirrorImageTheOtherWayRound(int seed) {
        var random = new Random(seed);
        for (var n = 0; n < 60; n++) {
            var here = any(random, 1);
            var there = any(random, 2);

            var forth = comparisons(here, there);
            var back = comparisons(there, here);

            assertThat(keys(back.common(), true)).containsExactlyInAnyOrderElementsOf(keys(forth.common(), false));
            assertThat(keys(back.otherLevel(), true))
                    .containsExactlyInAnyOrderElementsOf(keys(forth.otherLevel(), false));
            assertThat(keys(back.alike(), true)).containsExactlyInAnyOrderElementsOf(keys(forth.alike(), false));
            assertThat(back.onlyHere()).isEqualTo(forth.onlyThere());
            assertThat(back.onlyThere()).isEqualTo(forth.onlyHere());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void findsEverythingInCommonWithItself(int seed) {
        var random = new Random(seed);
        for (var n = 0; n < 60; n++) {
            var side = any(random, 1);

            var comparison = comparisons(side, side);

            assertThat(comparison.isAllCommon()).isTrue();
            assertThat(comparison.common()).allMatch(pair -> pair.words().isIdentical());
            assertThat(comparison.common()).hasSize(side.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void showsEverythingOnceAndInOrder(int seed) {
        var random = new Random(seed);
        for (var n = 0; n < 60; n++) {
            var here = any(random, 1);
            var there = any(random, 2);

            var comparison = comparisons(here, there);

            var shown = pairs(comparison).map(Pair::here).toList();
            assertThat(Stream.concat(shown.stream(), comparison.onlyHere().stream()))
                    .containsExactlyInAnyOrderElementsOf(here.asked());
            assertThat(Stream.concat(pairs(comparison).map(Pair::there), comparison.onlyThere().stream()))
                    .containsExactlyInAnyOrderElementsOf(there.asked());
            for (var list : List.of(comparison.common(), comparison.otherLevel(), comparison.alike())) {
                assertThat(list)
                        .extracting(pair -> here.asked().indexOf(pair.here()))
                        .isSorted();
            }
        }
    }

    /** Not remembered: made-up versions share their identifiers. */
    private static RoleComparison comparisons(RoleOrLevel here, RoleOrLevel there) {
        return Comparing.compare(here, there);
    }

    private static Stream<Pair> pairs(RoleComparison comparison) {
        return Stream.of(comparison.common(), comparison.otherLevel(), comparison.alike())
                .flatMap(List::stream);
    }

    private static List<String> keys(List<Pair> pairs, boolean mirrored) {
        return pairs.stream()
                .map(pair -> mirrored
                        ? key(
                                pair.there(),
                                pair.here(),
                                pair,
                                pair.words().after(),
                                pair.words().before())
                        : key(
                                pair.here(),
                                pair.there(),
                                pair,
                                pair.words().before(),
                                pair.words().after()))
                .toList();
    }

    private static String key(Asked one, Asked other, Pair pair, String before, String after) {
        return String.join("|", id(one), id(other), pair.because().name(), before, after);
    }

    private static String id(Asked asked) {
        Statement statement = asked.statement();
        return asked.version().slug() + "@" + asked.version().number() + "#" + statement.key();
    }

    /** A role or a level of few words, so that coincidences abound. */
    private static RoleOrLevel any(Random random, int number) {
        if (random.nextBoolean()) {
            var entries = new ArrayList<String>();
            for (var n = random.nextInt(8); n >= 0; n--) {
                var code = CODES.get(random.nextInt(CODES.size()));
                entries.add(entry(TEXTS.get(random.nextInt(TEXTS.size())), code.isEmpty() ? null : code));
            }
            return role(number, random.nextBoolean() ? "role-a" : "role-b", entries.toArray(String[]::new));
        }
        var statements = new StringBuilder();
        for (var level = 1; level <= 2; level++) {
            for (var n = random.nextInt(8); n >= 0; n--) {
                statements.append("  - {id: s%d%d, level: l%d, group: %s, kind: expectation, state: stated, text: %s}\n"
                        .formatted(
                                level,
                                n,
                                level,
                                GROUPS.get(random.nextInt(GROUPS.size())),
                                TEXTS.get(random.nextInt(TEXTS.size()))));
            }
        }
        var groups = GROUPS.stream()
                .map(group -> "  - {id: %s, kind: pillar, title: %s, titleInferred: false}\n".formatted(group, group))
                .collect(joining());
        var yaml = """
                format: espalier/1
                kind: framework
                title: Levels
                titleInferred: false
                language: en
                progression: %s
                levels:
                  - {id: l1, code: One}
                  - {id: l2, code: Two}
                groups:
                %sstatements:
                %s""".formatted(random.nextBoolean() ? "restated" : "cumulative", groups, statements);
        var version = MadeUp.version(100 + number, "levels", number, document(yaml));
        return level(version, random.nextBoolean() ? "l1" : "l2");
    }

    private static RoleOrLevel role(int number, String slug, String... entries) {
        var yaml = """
                format: espalier/1
                kind: role-profile
                title: A role
                titleInferred: false
                language: en
                progression: unstated
                role:
                  namedRole: Keeper
                  sections:
                    - title: Core
                      layer: core
                      entries:
                %s""".formatted(String.join("", entries));
        return new RoleOrLevel(MadeUp.version(number, slug, number, document(yaml)), null);
    }

    private static String entry(String competence, @Nullable String code) {
        return "        - {competence: \"%s\", code: %s}\n"
                .formatted(competence, code == null ? "null" : "\"" + code + "\"");
    }

    private static RoleOrLevel level(FrameworkVersion version, String id) {
        return new RoleOrLevel(version, version.level(id).orElseThrow());
    }

    private static org.espalier.framework.format.FrameworkDocument document(String yaml) {
        var read = FrameworkFormat.read(yaml);
        assertThat(read).isInstanceOf(FrameworkFormat.Read.Document.class);
        return ((FrameworkFormat.Read.Document) read).document();
    }
}
