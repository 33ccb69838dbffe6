package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A service without its servers: its store, what it tells others, what it takes in, and what it does by the clock. */
abstract class Service {

    private static final ObjectMapper JSON = EventStore.json();

    /** Something that is done every second or so. */
    record Sweep(String name, Runnable work) {}

    /** @param done for good when it was asked first: nothing comes of it again */
    record Asked(Store store, BooleanSupplier request, boolean done) {}

    final World world;
    final Store store;
    private final Publisher publisher;
    private final Map<String, Consumer<Message>> handlers = new HashMap<>();
    private final Map<Class<?>, Consumer<StoredEvent>> policies = new HashMap<>();
    private final List<Sweep> sweeps = new ArrayList<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private String notRead = "";
    private Instant notReadSince = Instant.MAX;
    private int sent;
    private Duration ahead = Duration.ZERO;

    Service(World world, Publisher publisher) {
        this.world = world;
        this.publisher = publisher;
        this.store = new Store(publisher.api(), world, this::now);
    }

    /** By its own clock. */
    final Instant now() {
        return world.now().plus(ahead);
    }

    /** Its clock is not that of the others; a negative time is behind. */
    void goesAhead(Duration time) {
        ahead = time;
    }

    String name() {
        return publisher.api();
    }

    final <T> void follows(String api, String type, Class<T> form, Consumer<T> handler) {
        followsMessage(api, type, message -> handler.accept(message.as(form)));
    }

    final void followsMessage(String api, String type, Consumer<Message> handler) {
        handlers.put("loopbaankrediet." + api + "/" + type + ".v1", handler);
    }

    final <E> void when(Class<E> event, Consumer<E> policy) {
        policies.put(event, stored -> policy.accept(event.cast(stored.payload())));
    }

    final void sweeps(String name, Runnable work) {
        sweeps.add(new Sweep(name, work));
    }

    List<Sweep> sweeps() {
        return sweeps;
    }

    List<Lane> lanes() {
        return List.copyOf(lanes.values());
    }

    /** How many stored events were not sent yet. */
    int unsent() {
        return store.log().size() - sent;
    }

    /** The oldest event that was not sent yet goes to all who follow, and to the own policies. */
    void send() {
        StoredEvent event = store.log().get(sent++);
        boolean again = !told.add(event.id());
        if (again) {
            world.count(Fault.MESSAGE_REPEATED);
        }
        Consumer<StoredEvent> policy = policies.get(event.payload().getClass());
        if (policy != null) {
            String name = event.payload().getClass().getSimpleName();
            lane("policy/" + event.stream(), true).add(new Lane.Letter(event.id(), name, () -> policy.accept(event)));
        }
        publisher.publish(event).ifPresent(contract -> {
            Message message = null;
            for (Service follower : world.services()) {
                Consumer<Message> handler = follower.handlers.get(publisher.topic() + "/" + contract.type());
                if (handler != null) {
                    if (message == null) {
                        message = new Message(
                                event.id(),
                                publisher.topic(),
                                contract.type(),
                                event.stream(),
                                event.storedAt(),
                                write(contract.data()));
                    }
                    Message sentMessage = message;
                    follower.take(
                            publisher.topic() + "/" + event.stream(),
                            new Lane.Letter(event.id(), contract.type(), () -> handler.accept(sentMessage)));
                }
            }
        });
    }

    private void take(String key, Lane.Letter letter) {
        Lane lane = lane(key, false);
        if (world.guarded(Guard.KEY_ORDER) || !lane.waits()) {
            lane.add(letter);
        } else {
            lane.addBefore(letter, world.random().nextInt(3));
        }
    }

    private Lane lane(String key, boolean policy) {
        return lanes.computeIfAbsent(key, _ -> {
            Lane lane = new Lane(this, key, policy);
            lane.stalled = !notRead.isEmpty() && key.startsWith(notRead);
            return lane;
        });
    }

    /** Does not read a topic until everything moves again. */
    void stall(Service other) {
        String topic = other.publisher.topic() + "/";
        if (!notRead.equals(topic)) {
            notRead = topic;
            notReadSince = world.now();
        }
        lanes.values().forEach(lane -> lane.stalled = lane.key.startsWith(notRead));
    }

    boolean stallsSince(Instant moment) {
        return notReadSince.isBefore(moment);
    }

    void readsAll() {
        if (!notRead.isEmpty()) {
            notRead = "";
            notReadSince = Instant.MAX;
            lanes.values().forEach(lane -> lane.stalled = false);
        }
    }

    /** Stops and starts again; what was sent last may be sent once more. */
    void restart(int sentAgain) {
        world.count(Fault.SERVICE_RESTARTED);
        store.restart();
        sent = world.guarded(Guard.OUTBOX)
                ? Math.max(0, sent - sentAgain)
                : store.log().size();
    }

    /**
     * What somebody asks. It may come again, at any time and in the same words: a phone or a proxy sends it once more, and the key that it came
     * with is forgotten.
     */
    final boolean asks(BooleanSupplier request) {
        boolean done = request.getAsBoolean();
        world.remembers(new Asked(store, request, done));
        return done;
    }

    /** What may be asked as often as somebody likes, since more may come of it when things have changed. */
    final boolean asksFreely(BooleanSupplier request) {
        world.remembers(new Asked(store, request, false));
        return request.getAsBoolean();
    }

    /** The state after the command; a refusal where the service expects none goes the way of the dead letters. */
    static <S, E> S must(Outcome<S, E> outcome) {
        return outcome.orThrow();
    }

    /** Whether what somebody asked was accepted. */
    static boolean accepted(Runnable request) {
        try {
            request.run();
            return true;
        } catch (RefusedException refused) {
            return false;
        }
    }

    private static String write(Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
