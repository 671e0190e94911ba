/**
 * Local additions: what an organisation adds to a national role profile, which it never changes (PRODUCT.md, rule 8).
 *
 * <p>{@link org.espalier.roleprofile.local.Additions} hold no word of the profile; they stand on one version of it. Their
 * competences are published as a small role profile of their own, so that national statements stay what they were. When
 * the profile gets a new version, {@link org.espalier.roleprofile.local.Rebase} says what goes over by itself and what
 * somebody has to decide; nothing is lost without a decision. When the profile is withdrawn, it stays on record who decided
 * what, and why.
 */
@NamedInterface("local")
@NullMarked
package org.espalier.roleprofile.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
