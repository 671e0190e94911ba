/**
 * Providers, what can be learned with them, and what they say it covers.
 *
 * <p>The provider speaks for the provider (PRODUCT.md, rule 18): a claim of coverage says that something teaches, assesses or
 * supports a competency, or that the provider merely states a policy; it carries its evidence and dates, is reviewed, and
 * is never part of a framework's text. Learning is a suggestion, never a gate (rule 14), and completing it is not
 * competence (rule 5). It owns the words <em>provider</em>, <em>offer</em>, <em>coverage</em> and <em>recognition of prior
 * learning</em>.
 *
 * <p>What is offered stands here; {@code coverage} holds what it covers, the maps and the choice of a few that go
 * furthest, and is shown to later modules; {@code merging} makes one provider of two; {@code recognition} is between a
 * person and a provider; {@code importing} is files in and out. An organisation speaks for one provider; a provider that
 * only a framework names waits for an administrator to link it.
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
            "portfolio",
            "portfolio :: choosing"
        })
@NullMarked
package org.espalier.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
