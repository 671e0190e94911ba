package org.espalier.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.espalier.access.AccountId;
import org.espalier.access.Notification;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Hears everything that an application under test tells people. */
public final class Told {
    private final List<Notification> heard = new CopyOnWriteArrayList<>();

    private Told() {}

    public static Told by(ConfigurableApplicationContext application) {
        var told = new Told();
        application.addApplicationListener(new Ear(told));
        return told;
    }

    private record Ear(Told told) implements ApplicationListener<PayloadApplicationEvent<?>> {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<?> event) {
            if (event.getPayload() instanceof Notification notification) {
                told.heard.add(notification);
            }
        }
    }

    /** The keys of what this account was told, in order. */
    public List<String> to(AccountId account) {
        return heard.stream()
                .filter(one -> one.to().equals(account))
                .map(Notification::messageKey)
                .toList();
    }
}
