package org.espalier.notice;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.espalier.access.Notification;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Takes letters to the mail server while the application is open: at once when something was noted here, and every so
 * often for digests, for what failed before and for what another process noted.
 */
@Component
@ConditionalOnWebApplication
class Courier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    /** Longer than an attempt may take; one that is under way is finished, so that nothing goes twice. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Outbox outbox;
    private final WriteLetter writeLetter;
    private final @Nullable MailServer server;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private volatile boolean down;

    Courier(Outbox outbox, WriteLetter writeLetter, Mail mail) {
        this.outbox = outbox;
        this.writeLetter = writeLetter;
        this.server = mail.server();
    }

    @Override
    public synchronized void start() {
        if (server == null) {
            LOG.info("No e-mail is sent, because no mail server is set; what happens stands in people's activity.");
            return;
        }
        LOG.info("E-mail leaves as {}.", server.from());
        stopping = false;
        running = true;
        thread = Thread.ofPlatform().name("courier").daemon().start(this::work);
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        bell.release();
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void ring(Notification notification) {
        if (running) {
            bell.release();
        }
    }

    private void work() {
        while (!stopping) {
            try {
                round();
            } catch (RuntimeException failure) {
                LOG.warn("Letters could not be sent now; the next try is in {} seconds", PAUSE.toSeconds(), failure);
            }
            try {
                bell.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Composes and takes along what is due now, until the server is down or nothing is left. */
    void round() {
        if (server == null) {
            return;
        }
        outbox.compose();
        var goOn = true;
        while (goOn && !stopping) {
            goOn = outbox.claim().map(due -> take(due, server)).orElse(false);
        }
    }

    /** False when it makes no sense to go on. */
    private boolean take(Outbox.Due due, MailServer server) {
        var letter = writeLetter.about(outbox.entries(due), due);
        return switch (server.deliver(letter, due)) {
            case Delivery.Taken() -> {
                outbox.sent(due);
                if (down) {
                    down = false;
                    LOG.info("The mail server takes letters again; {} wait.", outbox.waiting());
                }
                yield true;
            }
            case Delivery.Refused(var reason) -> {
                outbox.giveUp(due, reason);
                LOG.warn("Letter {} is given up, the address is refused: {}", due.id(), reason);
                yield true;
            }
            case Delivery.NotNow(var reason) -> {
                putBack(due, reason);
                yield true;
            }
            case Delivery.Down(var reason) -> {
                putBack(due, reason);
                if (!down) {
                    down = true;
                    LOG.warn("The mail server takes no letters; they are kept and tried again: {}", reason);
                }
                yield false;
            }
        };
    }

    private void putBack(Outbox.Due due, String reason) {
        if (!outbox.putBack(due, reason)) {
            LOG.warn("Letter {} is given up, it has waited too long: {}", due.id(), reason);
        }
    }
}
