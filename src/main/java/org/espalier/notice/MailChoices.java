package org.espalier.notice;

import java.util.UUID;
import org.espalier.access.AccountId;
import org.espalier.notice.MailChoice.Frequency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What everybody wants by e-mail. */
@Component
public class MailChoices {
    private final JdbcClient jdbc;

    MailChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public MailChoice of(AccountId account) {
        return jdbc.sql("select frequency, digest_hour from notice.mail_choice where account_id = :account")
                .param("account", account.value())
                .query((row, number) ->
                        new MailChoice(Frequency.valueOf(row.getString("frequency")), row.getInt("digest_hour")))
                .optional()
                .orElse(MailChoice.UNTOLD);
    }

    public void choose(AccountId account, MailChoice choice) {
        jdbc.sql("""
                insert into notice.mail_choice (account_id, frequency, digest_hour) values (:account, :frequency, :hour)
                on conflict (account_id) do update set frequency = excluded.frequency, digest_hour = excluded.digest_hour
                """)
                .param("account", account.value())
                .param("frequency", choice.frequency().name())
                .param("hour", choice.digestHour())
                .update();
    }

    /** True when this token of a letter is somebody's. */
    public boolean knows(UUID token) {
        return jdbc.sql("select exists (select from notice.mail_choice where unsubscribe_token = :token)")
                .param("token", token)
                .query(Boolean.class)
                .single();
    }

    /** Stops the letters of whoever this token was sent to; false when it is nobody's. */
    public boolean stop(UUID token) {
        return jdbc.sql("update notice.mail_choice set frequency = 'NONE' where unsubscribe_token = :token")
                        .param("token", token)
                        .update()
                == 1;
    }

    /** The token with which somebody can stop their letters. */
    UUID token(AccountId account) {
        return jdbc.sql("""
                insert into notice.mail_choice (account_id) values (:account)
                on conflict (account_id) do update set account_id = excluded.account_id
                returning unsubscribe_token
                """).param("account", account.value()).query(UUID.class).single();
    }
}
