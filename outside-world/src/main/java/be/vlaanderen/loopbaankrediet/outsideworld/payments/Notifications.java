package be.vlaanderen.loopbaankrediet.outsideworld.payments;

import be.vlaanderen.loopbaankrediet.outsideworld.KeptMap;
import be.vlaanderen.loopbaankrediet.outsideworld.Secret;
import be.vlaanderen.loopbaankrediet.outsideworld.StateFolder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends notifications until the merchant answers 2xx, with growing pauses and at most {@value #MOST_ATTEMPTS} times; a restart forgets none. */
@Singleton
public class Notifications {

    static final int MOST_ATTEMPTS = 10;

    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    /** A notification that was not yet answered by a 2xx. */
    public record Pending(String id, String url, String body, int attempts) {}

    private final KeptMap<Pending> pending;
    private final Secret secret;
    private final long firstPauseMillis;
    private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().daemon().name("notifications-", 0).factory());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    public Notifications(
            StateFolder state,
            @ConfigProperty(name = "payment.webhook-secret") Optional<String> secret,
            @ConfigProperty(name = "payment.first-pause-millis") long firstPauseMillis) {
        this.pending = state.map("notifications", Pending.class);
        this.secret = Secret.of(secret);
        this.firstPauseMillis = firstPauseMillis;
    }

    void resume(@Observes StartupEvent start) {
        pending.all().forEach(each -> schedule(each.id(), 0));
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }

    boolean canSign() {
        return secret.isSet();
    }

    /** Kept, so that it will be sent whatever happens. */
    String keep(String url, String body) {
        Pending fresh = new Pending(UUID.randomUUID().toString(), url, body, 0);
        pending.put(fresh.id(), fresh);
        return fresh.id();
    }

    void send(String id, Duration delay) {
        schedule(id, delay.toMillis());
    }

    private void schedule(String id, long millis) {
        try {
            var _ = senders.schedule(() -> attempt(id), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debugf("notification %s is sent after the restart", id);
        }
    }

    private void attempt(String id) {
        Pending notification = pending.get(id);
        if (notification == null || !secret.isSet()) {
            return;
        }
        int attempts = notification.attempts() + 1;
        if (answered(notification)) {
            pending.remove(id);
        } else if (Thread.currentThread().isInterrupted()) {
            LOG.debugf("notification %s is sent after the restart", id);
        } else if (attempts >= MOST_ATTEMPTS) {
            LOG.warnf("notification %s given up after %d attempts", id, attempts);
            pending.remove(id);
        } else {
            pending.put(id, new Pending(id, notification.url(), notification.body(), attempts));
            schedule(id, Math.min(LONGEST_PAUSE_MILLIS, firstPauseMillis << (attempts - 1)));
        }
    }

    private boolean answered(Pending notification) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(notification.url()))
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json")
                .header("Signature", secret.signature(notification.body()))
                .POST(HttpRequest.BodyPublishers.ofString(notification.body()))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.infof("notification %s was answered by %d", notification.id(), status);
            }
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.infof(
                    "notification %s could not be delivered: %s",
                    notification.id(), e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
