/**
 * Ways through a career: routes between levels and roles, and the roles closest to where somebody stands.
 *
 * <p>Routes come from published documents and from authors; levels of one framework follow each other in its order, and reviewed
 * links join frameworks. What is still to be done on a way is a person's own gap at each step. The module only reads
 * standings and defines none (PRODUCT.md, rule 5). It owns the words <em>route</em>, <em>way in</em>, <em>closest
 * role</em> and <em>career story</em>.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "document",
            "access",
            "framework",
            "framework :: format",
            "crosswalk",
            "roleprofile",
            "learning",
            "person",
            "assessment",
            "development"
        })
@NullMarked
package org.espalier.pathway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
