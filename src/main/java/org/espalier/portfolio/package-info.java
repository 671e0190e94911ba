/**
 * Portfolios: what people gather to show what they can do, each item once for as many statements of as many frameworks as
 * it supports.
 *
 * <p>Owns the words <em>evidence</em>, <em>reflection</em>, <em>share</em> and <em>look</em>. Everything is the person's
 * alone until they share an item with a named person, for a purpose and a period, and they see who looked (PRODUCT.md, rule
 * 19). Likely identifiers of patients are pointed out before anything is saved, and the person decides (rule 20). Nothing is
 * judged here: what an item proves is said by claims, in the module {@code assessment}.
 *
 * <p>Shows the others {@link org.espalier.portfolio.EvidenceOf}, what a person has for statements;
 * {@link org.espalier.portfolio.ShareEvidence} and {@link org.espalier.portfolio.SharedEvidence}, for whoever is to judge
 * it; {@link org.espalier.portfolio.EvidencePaths}, for links; and {@link org.espalier.portfolio.PortfolioPart}, by which a
 * later module adds to the ZIP that people take away.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
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
package org.espalier.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
