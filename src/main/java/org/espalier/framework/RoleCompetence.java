package org.espalier.framework;

import org.espalier.framework.format.RoleEntry;

/** One competence of a role profile: the layer it stands in, its entry there, and the statement people are assessed against. */
public record RoleCompetence(RoleEntry.Section section, RoleEntry.Competence entry, Statement statement) {}
