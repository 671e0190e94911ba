package org.espalier.roleprofile.composing.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.framework.CompetenceSources;
import org.espalier.framework.DraftFrameworks.Draft;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.roleprofile.composing.ComposeRole;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What every page about one draft profile shows.
 *
 * @param way what can be taken back and made again
 * @param errors why the last step was not made
 * @param done the message about what has just been done; null when nothing has
 */
record Composing(
        Draft draft,
        RoleEntry role,
        ComposeRole.Way way,
        CompetenceSources sources,
        FormErrors errors,
        @Nullable String done) {

    String home() {
        return "/authoring/roles/" + draft.version();
    }

    String title() {
        var title = draft.document().title();
        return title == null ? draft.slug() : title;
    }

    CompetenceSources.@Nullable Source source(Competence competence) {
        var origin = competence.origin();
        return origin == null ? null : sources.of(origin).orElse(null);
    }

    /** What still keeps it from being a whole profile, as messages; advice, no bar. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (role.sections().stream()
                .noneMatch(section -> section.layer() == RoleEntry.Layer.CORE
                        && !section.entries().isEmpty())) {
            missing.add("roleprofile.missing.core");
        }
        if (role.careerFrameworkLevels().isEmpty()) {
            missing.add("roleprofile.missing.level");
        }
        if (role.scope().isEmpty()) {
            missing.add("roleprofile.missing.scope");
        }
        return missing;
    }
}
