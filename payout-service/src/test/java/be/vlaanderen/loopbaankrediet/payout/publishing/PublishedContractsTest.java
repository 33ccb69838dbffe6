package be.vlaanderen.loopbaankrediet.payout.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishedContractsTest {

    private static final Path SAMPLES = Path.of("src/test/resources/stored-events");

    private final PayoutPublisher publisher = new PayoutPublisher();

    @Test
    void what_is_published_keeps_its_promise_and_every_promise_is_published() throws IOException {
        TreeSet<String> published = new TreeSet<>();
        for (Class<?> sealed : new Class<?>[] {BudgetEvent.class, BookingEvent.class, ClawbackEvent.class}) {
            for (Class<?> event : sealed.getPermittedSubclasses()) {
                Object payload = EventStore.json()
                        .readValue(
                                SAMPLES.resolve(event.getSimpleName() + ".v1.json")
                                        .toFile(),
                                event);
                Optional<Publisher.Contract> contract =
                        publisher.publish(new StoredEvent("id", "stream", 0, payload, Instant.EPOCH));
                contract.ifPresent(found -> {
                    Contracts.publishes(publisher, found);
                    published.add(found.type());
                });
            }
        }
        try (var files = Files.list(Path.of("../contracts/events/payout"))) {
            TreeSet<String> promised = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(promised, published);
        }
        published.forEach(type -> Contracts.sample("payout", type));
    }
}
