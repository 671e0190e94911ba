package org.espalier.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.DraftFrameworks.Draft;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.importing.Reviews;
import org.espalier.importing.reviewing.Edit;
import org.espalier.roleprofile.composing.Change;
import org.espalier.roleprofile.composing.ComposeRole;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EspalierTest
class DraftStepsSqlTests {
    private static final Actor AUTHOR = new Actor(new AccountId(1), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    @Autowired
    DraftFrameworks drafts;

    @Autowired
    DraftSteps steps;

    @Autowired
    Reviews reviews;

    @Autowired
    ComposeRole composeRole;

    @Test
    void takesBackStepsOfTwoKindsInTheOrderInWhichTheyWereMade() {
        var id = drafts.store(AUTHOR, Beekeeping.role("of two kinds"));
        var beginning = draft(id);
        rename(id, "Composed first");
        reviews.edit(AUTHOR, id, new Edit.RetitleDocument("Reviewed second"));
        rename(id, "Composed third");

        reviews.undo(AUTHOR, id);
        assertThat(headings(id)).startsWith("Composed first");
        assertThat(draft(id).document().title()).isEqualTo("Reviewed second");
        composeRole.undo(AUTHOR, id, draft(id).revision());
        composeRole.undo(AUTHOR, id, draft(id).revision());
        assertThat(draft(id).document()).isEqualTo(beginning.document());

        reviews.redo(AUTHOR, id);
        reviews.redo(AUTHOR, id);
        assertThat(headings(id)).startsWith("Composed first");
        assertThat(draft(id).document().title()).isEqualTo("Reviewed second");
    }

    @Test
    void beginsAnewWhereSomebodySavedOtherwise() {
        var id = drafts.store(AUTHOR, Beekeeping.role("saved otherwise"));
        rename(id, "Composed first");
        var other = Beekeeping.role("saved otherwise, by others");
        drafts.save(AUTHOR, id, draft(id).revision(), other);

        assertThat(steps.of(draft(id))).isEqualTo(new DraftSteps.Way(0, null, null));
        assertThat(steps.undo(AUTHOR, draft(id))).isEmpty();
        rename(id, "Composed second");
        composeRole.undo(AUTHOR, id, draft(id).revision());

        assertThat(draft(id).document()).isEqualTo(other);
    }

    private void rename(VersionId id, String heading) {
        assertThat(composeRole.make(AUTHOR, id, draft(id).revision(), new Change.RenameSection(0, heading)))
                .isInstanceOf(ComposeRole.Result.Saved.class);
    }

    private Draft draft(VersionId id) {
        return drafts.load(AUTHOR, id).orElseThrow();
    }

    private List<String> headings(VersionId id) {
        return draft(id).document().role().sections().stream()
                .map(Section::title)
                .toList();
    }
}
