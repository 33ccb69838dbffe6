package be.vlaanderen.loopbaankrediet.platform.messaging;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import java.util.List;

/** Opens the package-private parts to the platform's own test. */
public final class MessagingForTests {

    private MessagingForTests() {}

    public static AutoCloseable relay(EventStore store, Publisher publisher, String bootstrap) {
        return new Relay().start(store, publisher, bootstrap);
    }

    public static AutoCloseable follow(
            EventStore store, DeadLetters deadLetters, List<MessageHandler> handlers, String bootstrap, String group) {
        return new KafkaFollower(store, deadLetters, handlers, group, bootstrap);
    }
}
