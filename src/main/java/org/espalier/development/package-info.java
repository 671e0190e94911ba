/**
 * From where a person stands to the next step. A {@link org.espalier.development.Target} is a level or a role profile; the
 * gap is its expectations with the person's standing on each, added up as the version says (PRODUCT.md, rules 2 to 5).
 * Learning statements are suggestions and entry criteria are requirements; neither is counted. A {@link
 * org.espalier.development.Plan} is a person's objectives, each of which traces to at least one statement (rule 22), with
 * actions and days. It owns the words target, gap, plan, objective and action, and the pages on which people answer, look
 * and plan.
 *
 * <p>What two people agree about it stands in {@code conversation}: appraisal, supervision, preceptorship and what somebody
 * shows of themselves for a while. Each is confidential to its two sides, a stranger is told that it does not exist, and
 * every step tells the other side.
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
            "learning",
            "learning :: coverage",
            "person",
            "person :: staff",
            "portfolio",
            "portfolio :: choosing",
            "person :: staff-pages",
            "assessment"
        })
@NullMarked
package org.espalier.development;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
