/**
 * What a role demands, beyond what any framework version can say.
 *
 * <p>A role profile is a framework version (decision 9): this module composes one from published levels, competencies and
 * national occupational standards, keeps the standards and their functional map, lets an organisation add to a national
 * profile without touching it (PRODUCT.md, rule 8), compares roles, and draws up documents from a profile. Standards keep
 * their wording, carry no level and are superseded, never edited (rule 7). It owns the words <em>role profile</em>,
 * <em>layer</em>, <em>standard</em>, <em>functional map</em> and <em>local additions</em>.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "document",
            "access",
            "organisation",
            "framework",
            "framework :: format",
            "person",
            "person :: staff-pages"
        })
@NullMarked
package org.espalier.roleprofile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
