package org.espalier.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How e-mail leaves; settings {@code espalier.mail.*}. The mail server itself is Spring's own {@code spring.mail.*}:
 * where there is none, nothing leaves.
 *
 * @param from the sender's address; null for {@code espalier@} the host of this site
 */
@ConfigurationProperties("espalier.mail")
record MailSettings(@Nullable String from) {}
