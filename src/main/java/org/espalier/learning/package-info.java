/**
 * Providers, what can be learned with them, and what they say it covers.
 *
 * <p>The provider speaks for the provider (PRODUCT.md, rule 18): a claim of coverage says that something teaches, assesses or
 * supports a competency, or that the provider merely states a policy; it carries its evidence and dates, is reviewed, and
 * is never part of a framework's text. Learning is a suggestion, never a gate (rule 14), and completing it is not
 * competence (rule 5). It owns the words <em>provider</em>, <em>offer</em>, <em>coverage</em> and <em>recognition of prior
 * learning</em>.
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
            "person :: staff-pages",
            "portfolio"
        })
@NullMarked
package org.espalier.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
