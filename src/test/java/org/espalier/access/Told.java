package org.espalier.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Hears what people are told while it is open, for the tests of every module. */
public final class Told implements ApplicationListener<PayloadApplicationEvent<?>>, AutoCloseable {
    private final ConfigurableApplicationContext application;
    private final List<Notification> heard = new CopyOnWriteArrayList<>();

    public Told(ConfigurableApplicationContext application) {
        this.application = application;
        application.addApplicationListener(this);
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof Notification notification) {
            heard.add(notification);
        }
    }

    /** The message keys of what this actor was told, in order. */
    public List<String> to(Actor actor) {
        return heard.stream()
                .filter(notification -> notification.to().equals(actor.account()))
                .map(Notification::messageKey)
                .toList();
    }

    @Override
    public void close() {
        application.removeApplicationListener(this);
    }
}
