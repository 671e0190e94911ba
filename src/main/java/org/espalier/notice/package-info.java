/**
 * What people are told: one activity feed for each person, and e-mail.
 *
 * <p>Owns the words <em>activity</em>, <em>unread</em>, <em>letter</em> and <em>digest</em>. Whatever happens to
 * somebody is published by the module it happens in as an {@link org.espalier.access.Notification}, within its
 * transaction; it is noted here in the same transaction, so that nobody is told of what was taken back and nothing is
 * lost. {@code docs/messages.md} lists every message.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "access"})
@NullMarked
package org.espalier.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
