package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.reviewing.Edit;
import org.espalier.kernel.Problem;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EspalierTest
class ReviewsTests {

    private static final String DOCUMENT = """
            # Orchard keeping %s

            ## Step 1: Helper

            - Picks apples by hand and carries them to the store
            - Waters the young trees in dry weeks

            ## Step 2: Keeper

            - Prunes the old trees in winter so that light reaches every branch
            - Plans the picking with the whole team
            """;

    private final Actor author = new Actor(new AccountId(1), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    @Autowired
    ImportFramework imports;

    @Autowired
    Reviews reviews;

    @Autowired
    PublishVersion publish;

    @Autowired
    PublishedVersions published;

    @Test
    void keepsEachEditAtOnceAndTakesItBack() {
        var version = imported("on the hill");
        var before = reviews.find(author, version).orElseThrow();
        var first = before.document().statements().getFirst();

        assertThat(reviews.edit(author, version, new Edit.Split(first.id(), 4))).isInstanceOf(Reviews.Step.Saved.class);
        assertThat(reviews.edit(author, version, new Edit.LeaveOut(List.of(first.id()))))
                .isInstanceOf(Reviews.Step.Saved.class);

        var edited = reviews.find(author, version).orElseThrow();
        assertThat(edited.edits()).isEqualTo(3);
        assertThat(edited.document().leftOut()).anyMatch(left -> left.text().equals("Picks apples by hand"));

        reviews.undo(author, version);
        reviews.undo(author, version);
        var undone = reviews.find(author, version).orElseThrow();
        assertThat(undone.document()).isEqualTo(before.document());
        assertThat(undone.canRedo()).isTrue();

        reviews.redo(author, version);
        assertThat(reviews.find(author, version).orElseThrow().document().statements())
                .extracting(StatementEntry::text)
                .contains("Picks apples by hand", "and carries them to the store");
    }

    @Test
    void makesARevisedDocumentANewDraftOfTheSameFramework() {
        var first = imported("in the valley");
        var draft = reviews.find(author, first).orElseThrow();
        assertThat(publish.publish(author, first, draft.revision())).isInstanceOf(PublishVersion.Published.class);

        var content = DOCUMENT.formatted("in the valley").getBytes(StandardCharsets.UTF_8);
        var second = (ImportFramework.Result.Stored) imports.asRevisionOf(draft.slug(), author, content, "orchard.md");

        assertThat(reviews.find(author, second.version()).orElseThrow().number())
                .isEqualTo(2);
        assertThat(published.current(draft.slug()).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void opensToAuthorsOnly() {
        var version = imported("behind a door");
        var reader = new Actor(new AccountId(2), "Rhys Reader", Set.of());

        assertThatThrownBy(() -> reviews.find(reader, version)).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> reviews.edit(reader, version, new Edit.RetitleDocument("Mine")))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void storesNothingOfADocumentThatCannotBeRead() {
        assertThat(imports.from(author, new byte[0], "empty.txt")).isInstanceOf(ImportFramework.Result.Refused.class);
    }

    private VersionId imported(String title) {
        var content = DOCUMENT.formatted(title).getBytes(StandardCharsets.UTF_8);
        var version = ((ImportFramework.Result.Stored) imports.from(author, content, "orchard.md")).version();
        reviews.edit(author, version, new Edit.RetitleDocument("Orchard keeping " + title));
        return version;
    }
}
