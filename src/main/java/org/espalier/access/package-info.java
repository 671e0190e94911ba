/**
 * Sign-in, the actor behind a request, roles and permission checks.
 *
 * <p>Owns the words <em>account</em>, <em>actor</em>, <em>role</em> and <em>session</em>. Accounts are local, their
 * passwords kept as Argon2id. A session is a row in the database that an unguessable token in a cookie opens. The web is
 * closed but for what modules open: a module lists the pages that anybody may read as a
 * {@link org.espalier.access.PublicPaths} bean and those that need a role as a {@link org.espalier.access.RolePaths}
 * bean; use cases ask {@link org.espalier.access.Actor#require} themselves all the same.
 *
 * <p>A role either counts in the whole installation and stays with the account, or is a
 * {@link org.espalier.access.Grant} in one organisation, with a {@link org.espalier.access.Scope} and a period.
 * {@link org.espalier.access.Grants} reads those in force, {@link org.espalier.access.Authority} answers, purely, what
 * they allow; nothing is allowed that no role allows. A module tells somebody of something by publishing a
 * {@link org.espalier.access.Notification}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "organisation"})
@NullMarked
package org.espalier.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
