package org.espalier.development.conversation.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.springframework.context.event.EventListener;

/** What people were told during a test. */
public class HeardNotifications {
    private final List<Notification> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(Notification notification) {
        heard.add(notification);
    }

    public List<Notification> by(Actor actor) {
        return heard.stream().filter(told -> told.to().equals(actor.account())).toList();
    }

    public void forget() {
        heard.clear();
    }
}
