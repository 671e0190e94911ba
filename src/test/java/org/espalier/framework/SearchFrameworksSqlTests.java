package org.espalier.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.SearchFrameworks.Finding;
import org.espalier.framework.SearchFrameworks.Findings;
import org.espalier.framework.SearchFrameworks.Kind;
import org.espalier.framework.SearchFrameworks.Query;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.StatementEntry;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EspalierTest
class SearchFrameworksSqlTests {
    private static final Actor AUTHOR = new Actor(new AccountId(7), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    @Autowired
    DraftFrameworks drafts;

    @Autowired
    PublishVersion publish;

    @Autowired
    WithdrawVersion withdraw;

    @Autowired
    SearchFrameworks search;

    @Test
    void findsFrameworksLevelsGroupsStatementsCompetencesAndRoutes() {
        var version = published(Beekeeping.framework("everything"));
        var role = published(Beekeeping.role("everything"));

        assertThat(in(version, "careers everything").page())
                .extracting(Finding::kind)
                .contains(Kind.FRAMEWORK);
        assertThat(in(version, "keeps colonies").page())
                .extracting(Finding::key)
                .contains("grade-2");
        assertThat(in(version, "living").page()).extracting(Finding::kind).containsExactly(Kind.GROUP);
        assertThat(in(version, "negotiate").page()).extracting(Finding::key).containsExactly("t1");
        assertThat(in(version, "abroad").page())
                .extracting(Finding::kind, Finding::key)
                .containsExactly(tuple(Kind.ROUTE, "3"));
        assertThat(in(role, "smoke").page()).extracting(Finding::key).containsExactly("handle-smoke-safely");
    }

    @Test
    void takesAWordThatOccursNowhereForTheNearestOneThatDoes() {
        var version = published(Beekeeping.framework("misspelt"));

        var findings = in(version, "negociates");

        assertThat(findings.corrected()).isTrue();
        assertThat(findings.searchedFor()).containsExactly(List.of("negotiates"));
        assertThat(findings.page()).extracting(Finding::key).containsExactly("t1");
    }

    @Test
    void takesAMistakeForAllTheWordsThatAreEquallyNear() {
        var document = Beekeeping.framework("equally near");
        var version = published(document.withStatements(Stream.of("Seeks supervision", "Is a supervisor", "Is surveyed")
                .map(text -> expectation(text))
                .toList()));

        var findings = in(version, "supervison");

        assertThat(findings.searchedFor()).containsExactly(List.of("supervisor", "supervision"));
        assertThat(findings.page())
                .extracting(Finding::heading)
                .containsExactlyInAnyOrder("Seeks supervision", "Is a supervisor");
    }

    @Test
    void stopsAtTheLastPage() {
        var version = published(Beekeeping.framework("the last page"));

        var query = new Query("honey", version, null, null, null, 7);
        var findings = search.search(query);

        assertThat(findings.page()).extracting(Finding::key).containsExactly("t1");
        assertThat(findings.number(query)).isEqualTo(1);
    }

    @Test
    void doesNotCorrectAWordInAnotherFormOrUnfinished() {
        var version = published(Beekeeping.framework("forms"));

        assertThat(in(version, "negotiating").corrected()).isFalse();
        assertThat(in(version, "negotiating").page()).hasSize(1);
        assertThat(in(version, "negot").corrected()).isFalse();
        assertThat(in(version, "negot").page()).hasSize(1);
    }

    @Test
    void findsSomeOfTheWordsWhenNothingHasAllOfThem() {
        var version = published(Beekeeping.framework("some"));

        var findings = in(version, "negotiate mites");

        assertThat(findings.some()).isTrue();
        assertThat(findings.page()).extracting(Finding::key).containsExactlyInAnyOrder("t1", "h3");
    }

    @Test
    void narrowsToALevelAGroupAndAKind() {
        var version = published(Beekeeping.framework("narrowed"));

        assertThat(find(version, "autumn", "grade-2", null, null).page())
                .extracting(Finding::key)
                .containsExactly("f3");
        assertThat(find(version, "honey", null, "husbandry", null).page()).isEmpty();
        assertThat(find(version, "honey", null, "trade", null).page()).hasSize(1);
        assertThat(find(version, "keeper", null, null, Kind.LEVEL).page())
                .isNotEmpty()
                .allMatch(finding -> finding.kind() == Kind.LEVEL);
    }

    @Test
    void findsNothingInDraftsNorInWhatIsNoLongerInForce() {
        var first = published(Beekeeping.framework("in force"));
        drafts.store(AUTHOR, Beekeeping.framework("only drafted"));
        assertThat(in(first, "mites").total()).isEqualTo(1);

        var second = published(Beekeeping.revised("in force"));

        assertThat(in(first, "honey").total()).isZero();
        assertThat(in(second, "honey").total()).isEqualTo(1);
        assertThat(in(null, "drafted").page())
                .noneMatch(finding -> finding.heading().contains("only drafted"));
        withdraw.withdraw(AUTHOR, second);
        assertThat(in(second, "honey").total()).isZero();
    }

    @Test
    void survivesWhateverSomebodyTypes() {
        for (var typed : new String[] {
            "",
            " ",
            "'",
            "a & | ! ( ) : * <->",
            "the of and",
            "\\",
            "%_",
            "🐝",
            "x".repeat(5_000),
            "a b c d e f g h i j k",
            "'; drop table framework.finding; --",
            "\u0000",
            "queen:*&!"
        }) {
            assertThat(search.search(new Query(typed, null, null, null, null, 1)))
                    .isNotNull();
        }
    }

    @Test
    void takesThreeStatementsAtMostHoweverMuchThereIs() throws Exception {
        var version = published(Beekeeping.framework("counted"));

        assertThat(SqlStatements.during(() -> in(version, "keeper"))).hasSize(2);
        assertThat(SqlStatements.during(() -> in(version, "negotiate mites"))).hasSize(3);
        assertThat(SqlStatements.during(() -> in(version, "  "))).isEmpty();
    }

    private Findings in(@Nullable VersionId version, String words) {
        return find(version, words, null, null, null);
    }

    private Findings find(
            @Nullable VersionId version,
            String words,
            @Nullable String level,
            @Nullable String root,
            @Nullable Kind kind) {
        return search.search(new Query(words, version, level, root, kind, 1));
    }

    private static StatementEntry expectation(String text) {
        var id = text.replace(' ', '-').toLowerCase(Locale.ROOT);
        return new StatementEntry(
                id,
                "grade-1",
                "trade",
                null,
                true,
                StatementEntry.Kind.EXPECTATION,
                StatementEntry.State.STATED,
                text,
                null,
                null,
                null,
                List.of());
    }

    private VersionId published(FrameworkDocument document) {
        var version = drafts.store(AUTHOR, document);
        assertThat(publish.publish(AUTHOR, version, 1)).isInstanceOf(PublishVersion.Published.class);
        return version;
    }
}
