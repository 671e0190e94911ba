/**
 * Ways through a career: routes between levels and roles, and the roles closest to where somebody stands.
 *
 * <p>A {@link org.espalier.pathway.RouteGraph} holds every {@link org.espalier.pathway.Place} and every {@link
 * org.espalier.pathway.Route} of the versions in force: the routes of their documents word for word, those that authors
 * added, the order of a framework’s levels, which is said to be no more than that, and reviewed links, which join
 * frameworks. Nothing is guessed: a document’s words name a level only where they are its name, and what leads nowhere is
 * said ({@link org.espalier.pathway.Doubt}). {@link org.espalier.pathway.RouteSearch} finds the best few ways by what is
 * still to be done on them, which is a person’s own gap at each step. The module only reads standings and defines none
 * (PRODUCT.md, rules 5 and 16). It owns the words <em>route</em>, <em>way in</em>, <em>closest role</em> and <em>career
 * story</em>.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "framework",
            "framework :: format",
            "crosswalk",
            "learning",
            "learning :: coverage",
            "person",
            "assessment",
            "development",
            "development :: conversation"
        })
@NullMarked
package org.espalier.pathway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
