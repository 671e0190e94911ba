/**
 * Employers: one tree of units and teams each, and the posts in them.
 *
 * <p>Owns the words <em>organisation</em>, <em>unit</em>, <em>team</em> and <em>post</em>. Every unit and every post
 * carries its organisation, in the database as a part of the key that others refer to, so that nothing can point from
 * one organisation into another. A post stands in one unit and reports to at most one other post; neither units nor
 * posts go round in a circle. What is closed stays, because history points at it. The module stands below
 * {@code access} and knows neither accounts nor people: use cases of {@code person} ask who may change a tree, then call
 * the writing methods here.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.espalier.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
