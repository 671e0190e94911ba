/**
 * What two people talk about and agree: a person and their line manager, or somebody they named. A {@link
 * org.espalier.development.conversation.Stage} says which step of an appraisal may follow which; what both have signed is a
 * {@link org.espalier.development.conversation.Snapshot} that nothing changes any more (PRODUCT.md, rules 13, 19 and 22).
 */
@NamedInterface("conversation")
@NullMarked
package org.espalier.development.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
