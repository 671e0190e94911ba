/**
 * People: who holds an account, which organisations they belong to and the posts they hold there, the level at which
 * they say they work, and what they aim for.
 *
 * <p>Owns the words <em>person</em>, <em>membership</em>, <em>line manager</em>, <em>stated levels</em> and <em>aim</em>.
 * Every use case on an organisation's tree, people and roles stands here, because it has to ask what the actor may do,
 * and {@code organisation} stands below {@code access}. {@link org.espalier.person.Insiders} is the door to every page
 * about an organisation, for later modules too: whoever does not belong there is told that nothing is there.
 *
 * <p>What somebody says about their level is a statement with a date: a new one adds to the old ones and removes none
 * (PRODUCT.md, rule 13), and it may differ from pillar to pillar (rule 3). An aim is a level of a published version or the role of a role profile; ending one keeps it
 * in the history. Later modules show what can be done towards an aim as {@link org.espalier.person.AimSteps}.
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
            "framework :: format"
        })
@NullMarked
package org.espalier.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
