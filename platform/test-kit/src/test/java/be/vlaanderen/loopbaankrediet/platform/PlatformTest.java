package be.vlaanderen.loopbaankrediet.platform;

import static be.vlaanderen.loopbaankrediet.platform.CounterEvent.COUNTER;
import static be.vlaanderen.loopbaankrediet.platform.CounterEvent.count;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.AllEvents;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.EventStoreForTests;
import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Rebuild;
import be.vlaanderen.loopbaankrediet.platform.eventstore.RefusedException;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.platform.messaging.DeadLetters;
import be.vlaanderen.loopbaankrediet.platform.messaging.Message;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessageHandler;
import be.vlaanderen.loopbaankrediet.platform.messaging.MessagingForTests;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.platform.testkit.RealServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The platform modules on a real PostgreSQL and a real Kafka, without a service around them. */
class PlatformTest {

    private static final RealServers SERVERS = new RealServers();
    private static String bootstrap;
    private static PGSimpleDataSource dataSource;
    private static EventStore store;
    private static AggregateStore<Integer, CounterEvent> counters;
    private static final AtomicBoolean VIEW_BROKEN = new AtomicBoolean();
    private static final AtomicReference<@Nullable Runnable> IN_THE_NEXT_VIEW = new AtomicReference<>();

    record Total(String counter, int by) {}

    @BeforeAll
    static void start() {
        Map<String, String> settings = SERVERS.start();
        bootstrap = settings.get("KAFKA_BOOTSTRAP_SERVERS");
        dataSource = new PGSimpleDataSource();
        dataSource.setUrl(settings.get("DB_URL"));
        dataSource.setUser(settings.get("DB_USER"));
        dataSource.setPassword(settings.get("DB_PASSWORD"));
        dataSource.setReWriteBatchedInserts(true); // as in the services
        Flyway.configure()
                .dataSource(dataSource)
                .locations("db/platform")
                .load()
                .migrate();
        Transactions transactions = new Transactions(dataSource);
        transactions.run(c -> c.createStatement().execute("CREATE TABLE total (counter text PRIMARY KEY, value int)"));
        transactions.run(c -> c.createStatement().execute("CREATE TABLE note (counter text PRIMARY KEY, times int)"));
        transactions.run(c -> c.createStatement().execute("CREATE TABLE story (counter text PRIMARY KEY, told text)"));
        transactions.run(c -> c.createStatement().execute("CREATE TABLE sums (name text PRIMARY KEY, value bigint)"));
        transactions.run(
                c -> c.createStatement().execute("CREATE TABLE received (row bigserial, counter text, value int)"));
        store = instance("first");
        counters = store.aggregates(COUNTER);
    }

    /** @param first before each connection; it fails as this does */
    private static PGSimpleDataSource database(Attempt first) {
        PGSimpleDataSource database = new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() throws SQLException {
                first.run();
                return super.getConnection();
            }
        };
        database.setUrl(dataSource.getUrl());
        database.setUser(dataSource.getUser());
        database.setPassword(dataSource.getPassword());
        return database;
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    private static EventStore instance(String name) {
        return instance(name, new EventStoreForTests.Pace());
    }

    private static EventStore instance(String name, EventStoreForTests.Pace pace) {
        return EventStoreForTests.store(
                new Transactions(dataSource),
                CounterEvent.NAMES,
                List.of(new Totals(), new Stories(), new Notes()),
                pace,
                name);
    }

    @AfterAll
    static void stop() {
        store.stop();
        SERVERS.stop();
    }

    @Test
    void an_accepted_command_is_stored_with_the_views_that_follow_from_it() throws Exception {
        String counter = fresh();
        counters.handle(counter, state -> count(state, 3)).orThrow();
        assertEquals(5, counters.handle(counter, state -> count(state, 2)).orThrow());
        assertEquals(
                List.of(0L, 1L),
                store.read(counter, 0).stream().map(StoredEvent::sequence).toList());
        assertEquals(5, total(counter));
    }

    @Test
    void the_state_as_of_an_instant_leaves_out_what_was_stored_after_it() throws Exception {
        String counter = fresh();
        counters.handle(counter, state -> count(state, 3)).orThrow();
        counters.handle(counter, state -> count(state, 2)).orThrow();
        Instant first = store.read(counter, 0).getFirst().storedAt();
        Instant second = store.read(counter, 1).getFirst().storedAt();
        assertEquals(0, counters.stateAt(counter, first.minusNanos(1)));
        assertEquals(5, counters.stateAt(counter, second));
        assertEquals(first.equals(second) ? 5 : 3, counters.stateAt(counter, first));
    }

    @Test
    void a_refusal_and_a_repeat_store_nothing() {
        String counter = fresh();
        var refused = assertThrows(
                RefusedException.class,
                () -> counters.handle(counter, state -> count(state, 101)).orThrow());
        assertEquals(Map.of("left", 100), refused.data());
        counters.handle(counter, state -> count(state, 0)).orThrow();
        assertEquals(List.of(), store.read(counter, 0));
    }

    @Test
    void another_instance_of_the_service_that_was_first_is_noticed_and_the_decision_runs_again() {
        String counter = fresh();
        AggregateStore<Integer, CounterEvent> elsewhere = store.aggregates(COUNTER);
        counters.handle(counter, state -> count(state, 60)).orThrow();
        elsewhere.handle(counter, state -> count(state, 30)).orThrow();
        Outcome<Integer, CounterEvent> outcome = counters.handle(counter, state -> count(state, 30));
        assertTrue(outcome instanceof Outcome.Refused, "the cached 60 must not allow 30 more: " + outcome);
    }

    @Test
    void who_may_be_a_second_late_sees_what_was_stored_here_at_once_and_what_was_stored_elsewhere_soon() {
        String counter = fresh();
        AggregateStore<Integer, CounterEvent> elsewhere = store.aggregates(COUNTER);
        assertEquals(0, counters.stateLately(counter));
        counters.handle(counter, state -> count(state, 3)).orThrow();
        assertEquals(3, counters.stateLately(counter));
        elsewhere.handle(counter, state -> count(state, 4)).orThrow();
        await().atMost(Duration.ofSeconds(20)).until(() -> counters.stateLately(counter) == 7);
    }

    @Test
    void who_reads_beside_many_others_sees_what_another_instance_stored_before() throws Exception {
        String counter = fresh();
        AggregateStore<Integer, CounterEvent> elsewhere = store.aggregates(COUNTER);
        AtomicInteger stored = new AtomicInteger();
        counters.handle(counter, state -> count(state, 1)).orThrow();
        stored.set(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int reader = 0; reader < 16; reader++) {
                all.add(readers.submit(() -> {
                    for (int look = 0; look < 50; look++) {
                        int before = stored.get();
                        assertTrue(counters.state(counter) >= before, "older than what was stored before the question");
                        assertEquals(0, counters.state(fresh()));
                    }
                }));
            }
            for (int write = 2; write <= 5; write++) {
                elsewhere.handle(counter, state -> count(state, 1)).orThrow();
                stored.set(write);
            }
            for (Future<?> each : all) {
                each.get(30, SECONDS);
            }
        }
    }

    @Test
    void a_stream_of_any_length_is_read_whole_and_in_order() {
        String counter = fresh();
        CounterEvent one = new CounterEvent.Counted(1);
        counters.handle(counter, state -> new Decision.Events<>(Collections.nCopies(1_000, one)))
                .orThrow();
        counters.handle(counter, state -> Decision.of(one)).orThrow();
        AggregateStore<Integer, CounterEvent> elsewhere = store.aggregates(COUNTER);
        assertEquals(1_001, elsewhere.state(counter));
        assertEquals(
                LongStream.rangeClosed(0, 1_000).boxed().toList(),
                store.read(counter, 0).stream().map(StoredEvent::sequence).toList());
        assertEquals(
                List.of(1_000L),
                store.read(counter, 1_000).stream().map(StoredEvent::sequence).toList());
    }

    @Test
    void who_reads_at_the_same_moment_as_others_gets_the_own_stream() throws Exception {
        List<String> streams = Stream.generate(PlatformTest::fresh).limit(60).toList();
        for (int i = 0; i < streams.size(); i++) {
            int by = i;
            counters.handle(streams.get(i), state -> count(state, by)).orThrow();
        }
        AggregateStore<Integer, CounterEvent> elsewhere = store.aggregates(COUNTER);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> read = streams.stream()
                    .map(stream -> readers.submit(() -> elsewhere.state(stream)))
                    .toList();
            for (int i = 0; i < streams.size(); i++) {
                assertEquals(i, read.get(i).get(30, SECONDS));
            }
        }
    }

    @Test
    void parallel_writers_never_pass_the_limit_and_lose_nothing() throws Exception {
        String counter = fresh();
        AtomicInteger accepted = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                AggregateStore<Integer, CounterEvent> own = writer % 2 == 0 ? counters : store.aggregates(COUNTER);
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        if (counted(own, counter)) {
                            accepted.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(60, SECONDS);
            }
        }
        assertEquals(100, accepted.get());
        assertEquals(100, store.read(counter, 0).size());
        assertEquals(100, total(counter));
    }

    @Test
    void what_is_committed_together_with_something_that_cannot_be_stored_is_stored_nevertheless() throws Exception {
        List<String> streams = IntStream.range(0, 16).mapToObj(each -> fresh()).toList();
        AtomicInteger failed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String stream : streams) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        counters.handle(stream, state -> count(state, 1)).orThrow();
                    }
                }));
            }
            for (int unstorable = 0; unstorable < 4; unstorable++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        assertThrows(
                                RuntimeException.class,
                                () -> counters.handle("no text of a database: \0", state -> count(state, 1)));
                        failed.incrementAndGet();
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(60, SECONDS);
            }
        }
        assertEquals(80, failed.get());
        for (String stream : streams) {
            assertEquals(20, store.read(stream, 0).size());
            assertEquals(20, total(stream));
        }
    }

    @Test
    void who_commits_together_while_the_database_is_out_of_reach_fails_together_and_may_try_again() throws Exception {
        List<String> streams = Stream.generate(PlatformTest::fresh).limit(16).toList();
        List<Thread> writers = new CopyOnWriteArrayList<>();
        AtomicBoolean outOfReach = new AtomicBoolean();
        AtomicInteger triedInVain = new AtomicInteger();
        PGSimpleDataSource database = database(() -> {
            if (outOfReach.get()) {
                if (triedInVain.getAndIncrement() == 0) {
                    await().until(() -> writers.stream()
                                    .filter(each -> each.getState() == Thread.State.WAITING)
                                    .count()
                            == streams.size() - 1);
                }
                throw new SQLException("nobody answers", "08001");
            }
        });
        AggregateStore<Integer, CounterEvent> own = EventStoreForTests.store(
                        new Transactions(database),
                        CounterEvent.NAMES,
                        List.of(new Totals(), new Stories(), new Notes()),
                        new EventStoreForTests.Pace(),
                        "away")
                .aggregates(COUNTER);
        streams.forEach(stream -> own.handle(stream, state -> count(state, 1)).orThrow());
        outOfReach.set(true);
        Set<String> failed = ConcurrentHashMap.newKeySet();
        for (String stream : streams) {
            writers.add(Thread.ofPlatform().unstarted(() -> {
                assertThrows(Transactions.DatabaseException.class, () -> own.handle(stream, state -> count(state, 1)));
                failed.add(stream);
            }));
        }
        writers.forEach(Thread::start);
        for (Thread each : writers) {
            assertTrue(each.join(Duration.ofSeconds(20)), "who waits is told in the end");
        }
        assertEquals(Set.copyOf(streams), failed);
        assertEquals(2, triedInVain.get(), "the first, and once for all who waited behind it");
        outOfReach.set(false);
        for (String stream : streams) {
            assertEquals(2, own.handle(stream, state -> count(state, 1)).orThrow());
            assertEquals(2, total(stream));
        }
    }

    private static boolean counted(AggregateStore<Integer, CounterEvent> own, String counter) {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return own.handle(counter, state -> count(state, 1)) instanceof Outcome.Accepted;
            } catch (Transactions.ConflictException e) {
                // many writers on one stream: the caller may try again
            }
        }
        throw new AssertionError("a writer never got its turn");
    }

    @Test
    void when_a_view_fails_the_event_is_not_stored_either() {
        String counter = fresh();
        VIEW_BROKEN.set(true);
        try {
            assertThrows(RuntimeException.class, () -> counters.handle(counter, state -> count(state, 1)));
        } finally {
            VIEW_BROKEN.set(false);
        }
        assertEquals(List.of(), store.read(counter, 0));
        assertEquals(1, counters.handle(counter, state -> count(state, 1)).orThrow());
    }

    @Test
    void a_rebuild_gives_the_same_rows_and_finds_and_mends_those_that_were_tampered_with() throws Exception {
        String changed = fresh();
        String removed = fresh();
        String invented = fresh();
        counters.handle(changed, state -> count(state, 7)).orThrow();
        counters.handle(removed, state -> count(state, 8)).orThrow();
        Rebuild.View before = new Rebuild(store).run().views().getFirst();
        assertEquals(0, before.differences());
        store.transactions().run(c -> {
            Sql.run(c, "UPDATE total SET value = 99 WHERE counter = ?", changed);
            Sql.run(c, "DELETE FROM total WHERE counter = ?", removed);
            Sql.run(c, "INSERT INTO total VALUES (?, 5)", invented);
        });
        assertEquals(
                new Rebuild.View("total", before.rows(), 4),
                new Rebuild(store).run().views().getFirst(),
                "the wrong row and the right one, the one that is missing and the one too many");
        assertEquals(7, total(changed));
        assertEquals(8, total(removed));
        assertEquals(before, new Rebuild(store).run().views().getFirst(), "all are mended");
    }

    @Test
    void what_is_only_noted_with_an_event_is_noted_once_and_by_no_rebuild() throws Exception {
        String counter = fresh();
        counters.handle(counter, state -> count(state, 7)).orThrow();
        String times = "SELECT times FROM note WHERE counter = '" + counter + "'";
        assertEquals("1", text(times));
        assertEquals(0, new Rebuild(store).run().views().getFirst().differences());
        assertEquals("1", text(times));
    }

    @Test
    void what_follows_from_many_streams_in_one_transaction_is_written_in_the_order_of_each() throws Exception {
        Random random = new Random(2027);
        List<String> streams = IntStream.range(0, 20).mapToObj(each -> fresh()).toList();
        Map<String, StringBuilder> told = new HashMap<>();
        for (int transaction = 0; transaction < 10; transaction++) {
            store.transactions().run(connection -> {
                for (int i = 0; i < 60; i++) {
                    String stream = streams.get(random.nextInt(streams.size()));
                    int by = 1 + random.nextInt(3);
                    if (counters.handle(stream, state -> count(state, by)) instanceof Outcome.Accepted) {
                        told.computeIfAbsent(stream, each -> new StringBuilder())
                                .append(Stories.tell(by));
                    }
                }
            });
        }
        for (String stream : streams) {
            assertEquals(
                    String.valueOf(told.get(stream)), text("SELECT told FROM story WHERE counter = '" + stream + "'"));
        }
        assertEquals(
                text("SELECT sum(value) FROM total"), text("SELECT value FROM sums WHERE name = 'all'"), "counted");
        for (Rebuild.View view : new Rebuild(store).run().views()) {
            assertEquals(0, view.differences(), view.view());
        }
    }

    @Test
    void who_asks_the_database_in_the_transaction_sees_what_was_appended_before() {
        String counter = fresh();
        store.transactions().run(connection -> {
            counters.handle(counter, state -> count(state, 4)).orThrow();
            assertEquals(1, store.read(counter, 0).size());
            counters.handle(counter, state -> count(state, 5)).orThrow();
            assertEquals(
                    List.of(9),
                    Sql.list(connection, "SELECT value FROM total WHERE counter = ?", row -> row.getInt(1), counter));
        });
    }

    @Test
    void events_are_numbered_in_the_order_in_which_their_commits_are_seen() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        counters.handle(fresh(), state -> count(state, 1)).orThrow();
                    }
                }));
            }
            String seen = text("SELECT coalesce(max(global_index), 0) || ' ' || count(*) FROM event");
            while (!writers.stream().allMatch(Future::isDone)) {
                String last = seen.split(" ", 2)[0];
                List<String> now = List.of(text("SELECT count(*) FILTER (WHERE global_index <= " + last + ") || '/'"
                                + " || coalesce(max(global_index), 0) || ' ' || count(*) FROM event")
                        .split("/", 2));
                assertEquals(
                        seen, last + " " + now.getFirst(), "one came in below " + last + ", which was there before");
                seen = now.getLast();
            }
            for (Future<?> each : writers) {
                each.get(1, SECONDS);
            }
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void while_a_rebuild_replays_the_store_others_go_on_writing_and_their_events_are_in_it_too() throws Exception {
        String early = fresh();
        counters.handle(early, state -> count(state, 1)).orThrow();
        String meanwhile = fresh();
        IN_THE_NEXT_VIEW.set(() -> {
            // ends only when the writer is not held up by the replay
            try (var writer = Executors.newSingleThreadExecutor()) {
                writer.submit(() -> counters.handle(meanwhile, state -> count(state, 5)))
                        .get(10, SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Rebuild.Report report = new Rebuild(store).run();
        assertEquals(0, report.views().getFirst().differences());
        assertEquals(5, total(meanwhile));
        assertEquals(
                1, counters.handle(fresh(), state -> count(state, 1)).orThrow(), "the live views are written again");
    }

    @Test
    void while_others_write_without_a_pause_a_rebuild_comes_to_its_end() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        List<Future<Integer>> written = new ArrayList<>();
        try (var writers = Executors.newFixedThreadPool(4)) {
            try {
                for (int i = 0; i < 4; i++) {
                    written.add(writers.submit(() -> {
                        int commands = 0;
                        for (; !ended.get(); commands++) {
                            counters.handle(fresh(), state -> count(state, 1)).orThrow();
                        }
                        return commands;
                    }));
                }
                for (int time = 0; time < 10; time++) {
                    for (Rebuild.View view : new Rebuild(store).run().views()) {
                        assertEquals(0, view.differences(), view.view());
                    }
                }
            } finally {
                ended.set(true);
            }
            for (Future<Integer> each : written) {
                int commands = each.get(10, SECONDS);
                assertTrue(commands > 0);
            }
        }
    }

    @Test
    void what_a_follower_sent_in_vain_comes_again() throws Exception {
        String counter = fresh();
        counters.handle(counter, state -> count(state, 1)).orThrow();
        counters.handle(counter, state -> count(state, 2)).orThrow();
        List<Long> arrived = new CopyOnWriteArrayList<>();
        AtomicBoolean away = new AtomicBoolean(true);
        store.follow("in-vain", 10, 1, event -> {
            if (event.stream().equals(counter)) {
                boolean now = away.get();
                EventStore.awaitBeforeToken(CompletableFuture.runAsync(() -> {
                    if (now) {
                        away.set(false);
                        throw new IllegalStateException("nobody took it");
                    }
                    arrived.add(event.sequence());
                }));
            }
        });
        await().atMost(20, SECONDS).untilAsserted(() -> assertEquals(Set.of(0L, 1L), Set.copyOf(arrived)));
    }

    @Test
    void who_reads_all_events_waits_for_who_has_a_number_already_and_misses_nobody() throws Exception {
        String slow = fresh();
        String fast = fresh();
        counters.handle(fresh(), state -> count(state, 1)).orThrow();
        List<String> read = new ArrayList<>();
        try (Connection committing = dataSource.getConnection();
                var reader = Executors.newSingleThreadExecutor()) {
            committing.setAutoCommit(false);
            committing
                    .createStatement()
                    .execute(
                            "INSERT INTO event (event_id, stream, sequence, stream_type, name, version, payload, stored_at)"
                                    + " SELECT '" + slow + "', '" + slow
                                    + "', 0, stream_type, name, version, payload, stored_at FROM event LIMIT 1");
            counters.handle(fast, state -> count(state, 1)).orThrow(); // has a higher number, and is committed
            Future<?> reading = reader.submit(() -> {
                try (AllEvents all = new AllEvents(CounterEvent.NAMES, store.transactions()::run, 0)) {
                    for (var some = all.next(); some != null; some = all.next()) {
                        some.forEach(each -> read.add(each.event().stream()));
                    }
                }
            });
            await().atMost(10, SECONDS)
                    .until(() -> "1".equals(text("SELECT count(*) FROM pg_locks WHERE NOT granted")));
            committing.commit();
            reading.get(10, SECONDS);
        } finally {
            store.transactions()
                    .run(connection -> connection
                            .createStatement()
                            .execute("DELETE FROM event WHERE stream = '" + slow + "'")); // no view knows it
        }
        assertEquals(List.of(slow, fast), read.subList(read.size() - 2, read.size()), "in the order of their numbers");
    }

    @Test
    void what_is_stored_reaches_another_service_once_in_order_and_what_fails_holds_up_only_its_own_key()
            throws Exception {
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        String fine = fresh();
        String late = fresh();
        failures.put(late, 3);
        DeadLetters deadLetters = new DeadLetters(store.transactions(), new SimpleMeterRegistry());
        MessageHandler handler = new MessageHandler() {
            @Override
            public String topic() {
                return "loopbaankrediet.counter";
            }

            @Override
            public String type() {
                return "Counted.v1";
            }

            @Override
            public void on(Message message) {
                if (failures.merge(message.key(), -1, Integer::sum) >= 0) {
                    throw new NotYet("not this one");
                }
                Total total = message.as(Total.class);
                // in the transaction that is rolled back when another message fails
                store.transactions()
                        .run(c -> c.createStatement()
                                .execute("INSERT INTO received (counter, value) VALUES ('" + total.counter() + "', "
                                        + total.by() + ")"));
            }
        };
        try (AutoCloseable relay = MessagingForTests.relay(store, new CounterPublisher(), bootstrap)) {
            try (AutoCloseable follower =
                    MessagingForTests.follow(store, deadLetters, List.of(handler), bootstrap, "counter-follower")) {
                for (int i = 1; i <= 5; i++) {
                    int by = i;
                    counters.handle(late, state -> count(state, by)).orThrow();
                    counters.handle(fine, state -> count(state, by)).orThrow();
                }
                await().atMost(30, SECONDS).until(() -> received(fine).size() == 5);
                await().atMost(30, SECONDS).until(() -> {
                    deadLetters.retryDue();
                    return received(late).size() == 5;
                });
            }
            await().atMost(30, SECONDS).until(() -> store.behind("relay").orElse(-1) == 0);
            sendWhatIsNobodysMessage("loopbaankrediet.counter");
            // the same topic from the start, as after lost offsets: the inbox knows them all
            try (AutoCloseable again =
                    MessagingForTests.follow(store, deadLetters, List.of(handler), bootstrap, "from-the-start")) {
                String last = fresh();
                counters.handle(last, state -> count(state, 1)).orThrow();
                await().atMost(30, SECONDS).until(() -> !received(last).isEmpty());
            }
        }
        assertEquals(List.of(1, 2, 3, 4, 5), received(fine));
        assertEquals(List.of(1, 2, 3, 4, 5), received(late));
        assertEquals(List.of(), deadLetters.list(0, 10));
    }

    @Test
    void of_two_instances_one_handles_each_event_and_the_other_goes_on_where_it_stopped() {
        List<String> streams = Stream.generate(PlatformTest::fresh).limit(20).toList();
        Map<String, List<Long>> handled = new ConcurrentHashMap<>();
        Map<String, Integer> by = new ConcurrentHashMap<>();
        EventStore one = instance("one");
        EventStore other = instance("other");
        try {
            Map.of("one", one, "other", other)
                    .forEach((name, instance) -> instance.follow("shared", 10, 4, event -> {
                        if (streams.contains(event.stream())) {
                            handled.computeIfAbsent(event.stream(), _ -> new CopyOnWriteArrayList<>())
                                    .add(event.sequence());
                            by.merge(name, 1, Integer::sum);
                        }
                    }));
            countInAll(streams, 3);
            await().atMost(30, SECONDS).until(() -> timesInAll(handled) >= 60);
            one.stop();
            countInAll(streams, 3);
            await().atMost(30, SECONDS).until(() -> timesInAll(handled) >= 120);
        } finally {
            one.stop();
            other.stop();
        }
        streams.forEach(stream -> assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), handled.get(stream)));
        assertTrue(by.get("other") >= 60, by::toString);
    }

    private static void countInAll(List<String> streams, int times) {
        for (int i = 0; i < times; i++) {
            streams.forEach(
                    stream -> counters.handle(stream, state -> count(state, 1)).orThrow());
        }
    }

    private static int timesInAll(Map<String, List<Long>> handled) {
        return handled.values().stream().mapToInt(List::size).sum();
    }

    @Test
    void who_follows_takes_nothing_while_it_has_to_rest_and_goes_on_after_it() throws Exception {
        String counter = fresh();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic("loopbaankrediet.resting", 1, (short) 1)))
                    .all()
                    .get(20, SECONDS);
        }
        counters.handle(counter, state -> count(state, 1)).orThrow();
        send(
                "loopbaankrediet.resting",
                counter,
                Map.of("ce_id", fresh(), "ce_type", "counter.Counted.v1", "ce_time", "2027-01-01T00:00:00Z"));

        EventStoreForTests.Pace pace = new EventStoreForTests.Pace();
        EventStore resting = instance("resting", pace);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        MessageHandler handler = new MessageHandler() {
            @Override
            public String topic() {
                return "loopbaankrediet.resting";
            }

            @Override
            public String type() {
                return "Counted.v1";
            }

            @Override
            public void on(Message message) {
                seen.add("message " + message.key());
            }
        };
        DeadLetters deadLetters = new DeadLetters(resting.transactions(), new SimpleMeterRegistry());
        pace.everybodyRests();
        try (AutoCloseable follower =
                MessagingForTests.follow(resting, deadLetters, List.of(handler), bootstrap, "resting")) {
            resting.follow("resting", 1_000, 1, event -> seen.add("event " + event.stream()));
            await().atMost(30, SECONDS).until(() -> pace.rests("resting-coordinator") && pace.rests("kafka-follower"));
            assertEquals(Set.of(), seen);
            pace.timePasses();
            await().atMost(30, SECONDS).until(() -> seen.containsAll(Set.of("event " + counter, "message " + counter)));
        } finally {
            pace.timePasses();
            resting.stop();
        }
    }

    @Test
    void what_stays_broken_is_tried_every_ten_minutes_until_it_is_mended_and_a_person_may_hurry_it() {
        DeadLetters deadLetters = new DeadLetters(store.transactions(), new SimpleMeterRegistry());
        String key = fresh();
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicInteger handled = new AtomicInteger();
        deadLetters.register("a policy", letter -> {
            if (broken.get()) {
                throw new IllegalStateException("still broken");
            }
            handled.incrementAndGet();
        });
        deadLetters.deliver("a policy", key, fresh(), () -> "first", () -> {
            throw new IllegalStateException("broken");
        });
        deadLetters.deliver("a policy", key, fresh(), () -> "second", () -> {});
        for (int attempt = 2; attempt <= 30; attempt++) {
            assertEquals(0, deadLetters.replay());
        }
        DeadLetters.Waiting first = deadLetters.list(0, 10).getFirst();
        assertEquals(30, first.attempts());
        assertTrue(first.nextAttemptAt().isAfter(Instant.now().plus(Duration.ofMinutes(9))));
        assertEquals(0, deadLetters.retryDue(), "not due");
        broken.set(false);
        tenMinutesPass("a policy");
        assertEquals(1, deadLetters.retryDue());
        assertEquals(1, deadLetters.replay());
        assertEquals(List.of(), deadLetters.list(0, 10));
        assertEquals(2, handled.get());
    }

    @Test
    void a_processor_of_which_the_outside_is_silent_is_asked_once_at_a_time_and_holds_up_no_other() {
        DeadLetters deadLetters = new DeadLetters(store.transactions(), new SimpleMeterRegistry());
        AtomicBoolean silent = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        deadLetters.register("pays", letter -> {
            asked.incrementAndGet();
            if (silent.get()) {
                throw new IllegalStateException("no answer");
            }
        });
        deadLetters.register("reads", letter -> {});
        for (int person = 0; person < 150; person++) {
            deadLetters.deliver("pays", fresh(), fresh(), () -> "", () -> {
                throw new IllegalStateException("no answer");
            });
        }
        deadLetters.deliver("reads", fresh(), fresh(), () -> "", () -> {
            throw new NotYet("too early");
        });
        tenMinutesPass("pays");
        tenMinutesPass("reads");
        assertEquals(1, deadLetters.retryDue());
        assertEquals(1, asked.get());
        silent.set(false);
        assertEquals(100, deadLetters.retryDue());
        tenMinutesPass("pays");
        assertEquals(50, deadLetters.retryDue());
        assertEquals(List.of(), deadLetters.list(0, 10));
    }

    private static void tenMinutesPass(String processor) {
        store.transactions().run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE dead_letter SET next_attempt_at = next_attempt_at - interval '10 minutes 1 second' WHERE processor = ?")) {
                update.setString(1, processor);
                update.executeUpdate();
            }
        });
    }

    @Test
    void a_service_does_not_start_with_an_event_that_has_no_pinned_name() {
        assertThrows(IllegalArgumentException.class, () -> EventNames.of(CounterEvent.class));
    }

    private static void sendWhatIsNobodysMessage(String topic) throws Exception {
        send(topic, "key", Map.of());
        send(topic, "key", Map.of("ce_id", "1", "ce_type", "counter.Counted.v1", "ce_time", "yesterday"));
        send(topic, "key", Map.of("ce_id", "2", "ce_type", "", "ce_time", "2027-01-01T00:00:00Z"));
    }

    private static void send(String topic, String key, Map<String, String> headers) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(topic, key, "{}");
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get(20, SECONDS);
        }
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static List<Integer> received(String counter) {
        return store.transactions().in(connection -> {
            List<Integer> values = new ArrayList<>();
            try (var rows = connection
                    .createStatement()
                    .executeQuery("SELECT value FROM received WHERE counter = '" + counter + "' ORDER BY row")) {
                while (rows.next()) {
                    values.add(rows.getInt(1));
                }
            }
            return values;
        });
    }

    private static int total(String counter) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT value FROM total WHERE counter = '" + counter + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static final class CounterPublisher implements Publisher {
        @Override
        public String api() {
            return "counter";
        }

        @Override
        public String source() {
            return "counter-service";
        }

        @Override
        public Optional<Contract> publish(StoredEvent event) {
            CounterEvent.Counted counted = (CounterEvent.Counted) event.payload();
            return Optional.of(new Contract("Counted.v1", new Total(event.stream(), counted.by())));
        }
    }

    /** Notes that something happened, for others to work off; not a view of what happened. */
    static final class Notes implements InlineView {
        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public void on(Writes writes, StoredEvent event) {
            writes.add(
                    "INSERT INTO note AS n VALUES (?, 1) ON CONFLICT (counter) DO UPDATE SET times = n.times + 1",
                    event.stream());
        }
    }

    static final class Totals implements InlineView {
        @Override
        public List<String> tables() {
            return List.of("total");
        }

        @Override
        public void on(Writes writes, StoredEvent event) {
            Runnable first = IN_THE_NEXT_VIEW.getAndSet(null);
            if (first != null) {
                first.run();
            }
            CounterEvent.Counted counted = (CounterEvent.Counted) event.payload();
            writes.add(
                    VIEW_BROKEN.get()
                            ? "broken on purpose"
                            : "INSERT INTO total AS t VALUES (?, ?)"
                                    + " ON CONFLICT (counter) DO UPDATE SET value = t.value + excluded.value",
                    event.stream(),
                    counted.by());
        }
    }

    /** Each kind of event by other statements; what it says depends on the order. One kind concerns everybody. */
    static final class Stories implements InlineView {
        static String tell(int by) {
            return by == 1 ? "a" : by == 2 ? "bB" : "c";
        }

        @Override
        public List<String> tables() {
            return List.of("story", "sums");
        }

        @Override
        public @Nullable String inOrder(StoredEvent event) {
            return ((CounterEvent.Counted) event.payload()).by() == 3 ? null : event.stream();
        }

        @Override
        public void on(Writes writes, StoredEvent event) {
            int by = ((CounterEvent.Counted) event.payload()).by();
            String upsert =
                    "INSERT INTO story AS s VALUES (?, ?) ON CONFLICT (counter) DO UPDATE SET told = s.told || excluded.told";
            if (by == 2) {
                writes.add(upsert, event.stream(), "b");
                writes.add("UPDATE story SET told = told || 'B' WHERE counter = ?", event.stream());
            } else if (by == 3) {
                writes.add(upsert + " /* everybody */", event.stream(), "c");
            } else {
                writes.add(upsert, event.stream(), tell(by));
            }
            writes.count(
                    "INSERT INTO sums AS s VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = s.value + excluded.value",
                    List.of("all"),
                    by);
        }
    }
}
