package be.vlaanderen.loopbaankrediet.platform.messaging;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.DeadLetters.Letter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Starts and stops what moves events: relay, policies, follower, and the retries of dead letters. */
@ApplicationScoped
public class Messaging {

    private static final Logger LOG = Logger.getLogger(Messaging.class);
    private static final int LAST = 10_000;
    private static final String POLICIES = "policies";

    /** Policies ask others over HTTP: while one waits for the payment provider, the next citizens go on. */
    private static final int LANES = 4;

    private final EventStore store;
    private final DeadLetters deadLetters;
    private final Relay relay;
    private final Publisher publisher;
    private final List<Policy> policies;
    private final List<MessageHandler> handlers;
    private final String bootstrapServers;
    private final MeterRegistry metrics;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    @Inject
    Messaging(
            EventStore store,
            DeadLetters deadLetters,
            Relay relay,
            Publisher publisher,
            @All List<Policy> policies,
            @All List<MessageHandler> handlers,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            MeterRegistry metrics) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.relay = relay;
        this.publisher = publisher;
        this.policies = policies;
        this.handlers = handlers;
        this.bootstrapServers = bootstrapServers;
        this.metrics = metrics;
    }

    void start(@Observes @Priority(LAST) StartupEvent event) {
        deadLetters.count();
        started.push(relay.start(store, publisher, bootstrapServers));
        measure(Relay.FOLLOWER);
        for (Policy policy : policies) {
            deadLetters.register(policy.name(), letter -> policy.on(event(letter)));
        }
        if (!policies.isEmpty()) {
            store.follow(POLICIES, 50, LANES, this::apply);
            measure(POLICIES);
        }
        if (!handlers.isEmpty()) {
            KafkaFollower follower =
                    new KafkaFollower(store, deadLetters, handlers, publisher.source(), bootstrapServers);
            started.push(follower);
            Gauge.builder("messages_waiting", follower::waiting)
                    .description("messages in the followed topics that were not taken in yet")
                    .register(metrics);
        }
    }

    private void measure(String follower) {
        Gauge.builder("events_waiting", () -> store.behind(follower).orElse(0))
                .description("own events that the follower has yet to see")
                .tag("follower", follower)
                .register(metrics);
    }

    private void apply(StoredEvent event) {
        for (Policy policy : policies) {
            deadLetters.deliver(
                    policy.name(),
                    event.stream(),
                    event.id(),
                    () -> event.stream() + "#" + event.sequence(),
                    () -> policy.on(event));
        }
    }

    /** The event a policy's letter points at: stream and sequence. */
    private StoredEvent event(Letter letter) {
        int split = letter.body().lastIndexOf('#');
        long sequence = Long.parseLong(letter.body().substring(split + 1));
        return store.read(letter.body().substring(0, split), sequence).getFirst();
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void retry() {
        deadLetters.retryDue();
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        deadLetters.count();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        store.stop();
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.warn("stopping went wrong", e);
            }
        }
    }
}
