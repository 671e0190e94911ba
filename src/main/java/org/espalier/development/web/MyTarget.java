package org.espalier.development.web;

import java.util.Locale;
import org.espalier.development.Target;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One framework as a person works with it: what they measure themselves against, and the addresses of all its pages.
 *
 * @param otherLevel true when the target is a level they only want to look at, not what they aim for
 * @param newest the number of the version in force when it is not the target's; null when it is
 */
record MyTarget(Target target, boolean otherLevel, @Nullable Integer newest) {

    FrameworkVersion version() {
        return target.version();
    }

    String home() {
        return "/me/frameworks/" + version().slug();
    }

    private String query() {
        var level = target.level();
        return otherLevel && level != null ? "?level=" + level.id() : "";
    }

    String selfAssess() {
        return home() + "/self-assess" + query();
    }

    String selfAssess(Target.Pillar pillar) {
        return home() + "/self-assess/" + pillar.id() + query();
    }

    String undo(Target.Pillar pillar) {
        return home() + "/self-assess/" + pillar.id() + "/undo" + query();
    }

    String gap() {
        return home() + "/gap";
    }

    String plan() {
        return PlanPages.ADDRESS;
    }

    String addToPlan() {
        return home() + "/versions/" + version().number() + "/plan";
    }

    String rating(Statement statement) {
        return inVersion(statement) + "/rating";
    }

    String history(Statement statement) {
        return inVersion(statement) + "/history";
    }

    private String inVersion(Statement statement) {
        return home() + "/versions/" + version().number() + "/statements/" + statement.key();
    }

    /** Where everybody can read the statement. */
    String statement(Statement statement) {
        return "/frameworks/" + version().slug() + "/versions/" + version().number() + "/statements/" + statement.key();
    }

    /** What people call the target; null for the role of a role profile, whose title says it. */
    @Nullable
    String targetName() {
        var level = target.level();
        return level == null ? null : level.name();
    }

    /** The document's language where it differs from the page's, for a {@code lang} attribute. */
    @Nullable
    String languageOtherThan(Locale page) {
        var language = version().document().language();
        return language == null || Locale.forLanguageTag(language).getLanguage().equals(page.getLanguage())
                ? null
                : language;
    }
}
