package be.vlaanderen.loopbaankrediet.platform.eventstore;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions.ConflictException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The event store of one service: appends events with the views that follow from them, reads them back, and lets followers (the relay,
 * the policies) walk through them in commit order with a stored token.
 */
public final class EventStore {

    private static final int AGGREGATES_IN_MEMORY = 50_000;
    private static final long EXTEND_CLAIM_MILLIS = 3_000;
    private static final int COMMITTED_TOGETHER = 50;

    /** So long another instance waits before it takes over a follower whose instance says nothing any more. */
    public static final Duration CLAIM = Duration.ofSeconds(15);

    /** That this thread handles. */
    private static final ThreadLocal<Batch> BATCH = new ThreadLocal<>();

    /**
     * @param began in nanoseconds of this machine
     * @param beforeToken Axon stores the token first when it commits: then it is too late to wait for them
     */
    private record Batch(long began, List<CompletableFuture<?>> beforeToken) {}

    private final Transactions transactions;
    private final EventJson json;
    private final EventStorageEngine engine;
    private final FollowedEvents source;
    private final Newer newer;
    private final Together<Appended, @Nullable RuntimeException> commits =
            new Together<>(COMMITTED_TOGETHER, this::commitAll);
    private final CommandsFirst commandsFirst;
    private final TokenStore tokens;
    private final List<InlineView> views;
    private final Clock clock;
    private final List<StreamingEventProcessor> followers = new ArrayList<>();

    public EventStore(Transactions transactions, EventNames names, List<InlineView> views, Clock clock) {
        this(
                transactions,
                names,
                views,
                clock,
                new CommandsFirst(),
                ManagementFactory.getRuntimeMXBean().getName());
    }

    EventStore(
            Transactions transactions,
            EventNames names,
            List<InlineView> views,
            Clock clock,
            CommandsFirst commandsFirst,
            String instance) {
        this.commandsFirst = commandsFirst;
        this.transactions = transactions;
        this.views = List.copyOf(views);
        this.clock = clock;
        this.json = EventJson.of(names);
        this.engine = JdbcEventStorageEngine.builder()
                .connectionProvider(transactions)
                .transactionManager(transactions)
                .schema(schema())
                .dataType(String.class)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .persistenceExceptionResolver(duplicateKey())
                .batchSize(500)
                .build();
        this.source = new FollowedEvents(engine, commandsFirst);
        this.newer = new Newer(transactions);
        this.tokens = inTransaction(JdbcTokenStore.builder()
                .connectionProvider(transactions)
                .serializer(json)
                .schema(tokenSchema())
                .contentType(String.class)
                .claimTimeout(CLAIM)
                .nodeId(instance)
                .build());
    }

    public Transactions transactions() {
        return transactions;
    }

    /** To be asked by who takes in batches of what is no command. */
    public CommandsFirst commandsFirst() {
        return commandsFirst;
    }

    public List<InlineView> views() {
        return views;
    }

    public <S, E> AggregateStore<S, E> aggregates(Aggregate<S, E> aggregate) {
        return new AggregateStore<>(aggregate, this, AGGREGATES_IN_MEMORY);
    }

    /** JSON as stored and published. */
    public static ObjectMapper json() {
        return EventJson.mapper();
    }

    /**
     * Appends in the transaction of this thread; with what others append in it, and all rows of views that follow.
     *
     * @param conflict done when another writer was first; then the transaction runs again
     */
    void append(String type, String stream, long firstSequence, List<?> payloads, Runnable conflict) {
        Instant now = clock.instant();
        Appended appended = transactions.local(this, () -> {
            transactions.afterCommit(source::committed);
            commandsFirst.came();
            return new Appended();
        });
        if (appended.messages.isEmpty()) {
            transactions.append(appended);
        }
        appended.conflicts.add(conflict);
        long sequence = firstSequence;
        for (Object payload : payloads) {
            DomainEventMessage<?> message = new GenericDomainEventMessage<>(
                    type,
                    stream,
                    sequence++,
                    payload,
                    Map.of(),
                    UUID.randomUUID().toString(),
                    now);
            appended.messages.add(message);
            project(views, appended.writes, stored(message));
        }
    }

    /** What a transaction appended and did not send yet. */
    private final class Appended implements Transactions.Appends {
        final List<DomainEventMessage<?>> messages = new ArrayList<>();
        final List<Runnable> conflicts = new ArrayList<>();
        final Writes writes = new Writes();

        @Override
        public void send(Connection connection) throws SQLException {
            try {
                engine.appendEvents(List.copyOf(messages));
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                conflicts.forEach(Runnable::run);
                throw new ConflictException(e);
            }
            messages.clear();
            conflicts.clear();
            writes.flush(connection);
        }

        @Override
        public void commitWithOthers() {
            RuntimeException failure = commits.get(this);
            if (failure != null) {
                throw failure;
            }
        }
    }

    /**
     * In one transaction; when one of them cannot be written, each in its own, so that it fails alone.
     *
     * @return why each of them failed, null for who did not
     */
    private List<@Nullable RuntimeException> commitAll(List<Appended> all) {
        if (all.size() > 1) {
            Appended whole = new Appended();
            all.forEach(each -> {
                whole.messages.addAll(each.messages);
                whole.writes.addAll(each.writes);
            });
            AtomicBoolean sent = new AtomicBoolean();
            try {
                transactions.commitAlone(whole, () -> sent.set(true));
                return Collections.nCopies(all.size(), null);
            } catch (RuntimeException e) {
                if (sent.get() || isOutOfReach(e)) {
                    throw e; // nobody knows whether the commit was done, or one by one would wait for each in vain
                }
            }
        }
        List<@Nullable RuntimeException> failures = new ArrayList<>();
        RuntimeException outOfReach = null;
        for (Appended each : all) {
            RuntimeException failure = outOfReach;
            if (failure == null) {
                try {
                    transactions.commitAlone(each, () -> {});
                } catch (RuntimeException e) {
                    failure = e;
                    outOfReach = isOutOfReach(e) ? e : null;
                }
            }
            failures.add(failure);
        }
        return failures;
    }

    /** The database does not answer, or nobody lends a connection to it: what was to be written is not to blame. */
    private static boolean isOutOfReach(Throwable failure) {
        Optional<SQLException> said = databaseSaid(failure);
        if (said.isEmpty()) {
            return false;
        }
        String state = said.get().getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
    }

    private static Optional<SQLException> databaseSaid(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** What views make of one event. */
    static void project(List<InlineView> views, Writes writes, StoredEvent event) {
        for (InlineView view : views) {
            writes.next(view, view.inOrder(event));
            view.on(writes, event);
        }
    }

    /** The events of one stream from a sequence on, oldest first. */
    public List<StoredEvent> read(String stream, long fromSequence) {
        transactions.sendWhatWaits();
        List<StoredEvent> events = new ArrayList<>();
        List<StoredEvent> some;
        do {
            some = newer(
                    stream,
                    events.isEmpty() ? fromSequence - 1 : events.getLast().sequence());
            events.addAll(some);
        } while (some.size() == Newer.EVENTS);
        return events;
    }

    /**
     * The next events of one stream after a sequence, oldest first; there may be more if they are {@link Newer#EVENTS}. Without what the transaction
     * of this thread appended and did not send yet.
     */
    List<StoredEvent> newer(String stream, long sequence) {
        return newer.than(stream, sequence).stream().map(row -> row.event(json)).toList();
    }

    /** Every event after the one with this number; to be closed by the caller. */
    AllEvents allAfter(long number, boolean nobodyAppends) {
        return new AllEvents(json, transactions::run, number, nobodyAppends);
    }

    /**
     * Follows the store from the first event on, or from where the token stands. The token moves after the handler returned, and after
     * all futures that {@link #awaitBeforeToken} was given are complete; so every event is delivered at least once, in commit order.
     *
     * @param lanes how many are handled at the same time: the order holds within a stream, and with one lane over all
     */
    public void follow(String name, int batch, int lanes, Consumer<StoredEvent> handler) {
        ScheduledExecutorService coordinator = executor(name + "-coordinator", 1);
        ScheduledExecutorService worker = executor(name, lanes);
        StreamingEventProcessor follower = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(new EventHandlerInvoker() {
                    @Override
                    public boolean canHandle(EventMessage<?> message, Segment segment) {
                        return segment.matches(((DomainEventMessage<?>) message).getAggregateIdentifier());
                    }

                    @Override
                    public void handle(EventMessage<?> message, Segment segment) {
                        BatchingUnitOfWork<?> handled = (BatchingUnitOfWork<?>) CurrentUnitOfWork.get();
                        if (handled.isFirstMessage()) {
                            BATCH.set(new Batch(commandsFirst.begin(), new ArrayList<>()));
                        }
                        handler.accept(stored((DomainEventMessage<?>) message));
                        if (handled.isLastMessage()) {
                            Batch batch = BATCH.get();
                            batch.beforeToken().forEach(CompletableFuture::join);
                            commandsFirst.ended(batch.began());
                        }
                    }
                })
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(lanes)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(1_000)
                .claimExtensionThreshold(EXTEND_CLAIM_MILLIS)
                .batchSize(batch)
                .build();
        followers.add(follower);
        follower.start();
    }

    /** How many events a follower has yet to see; empty while it does not follow here, but in another instance of the service. */
    public OptionalLong behind(String name) {
        TrackingToken last = engine.createHeadToken();
        if (last == null || last.position().isEmpty()) {
            return OptionalLong.of(0);
        }
        return followers.stream()
                .filter(follower -> follower.getName().equals(name))
                .flatMap(follower -> follower.processingStatus().values().stream())
                .mapToLong(status -> Math.max(
                        0,
                        last.position().getAsLong()
                                - status.getCurrentPosition().orElse(-1)))
                .max();
    }

    /** Called by a handler under {@link #follow}: the token waits for this. */
    public static void awaitBeforeToken(CompletableFuture<?> future) {
        BATCH.get().beforeToken().add(future);
    }

    /** Stops the followers; an event in the works is finished or comes again after the next start. */
    public void stop() {
        followers.forEach(StreamingEventProcessor::shutDown);
    }

    private static StoredEvent stored(EventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return new StoredEvent(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                event.getTimestamp());
    }

    /** The token store outside a unit of work: each call is a transaction of its own. */
    private TokenStore inTransaction(TokenStore store) {
        return (TokenStore) Proxy.newProxyInstance(
                TokenStore.class.getClassLoader(), new Class<?>[] {TokenStore.class}, (proxy, method, arguments) -> {
                    try {
                        return transactions.in(connection -> {
                            try {
                                return method.invoke(store, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause() instanceof Exception cause ? cause : e;
                            }
                        });
                    } catch (IllegalStateException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("event")
                .snapshotTable("snapshot")
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("stream")
                .sequenceNumberColumn("sequence")
                .typeColumn("stream_type")
                .timestampColumn("stored_at")
                .payloadTypeColumn("name")
                .payloadRevisionColumn("version")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .build();
    }

    private static TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable("token")
                .setProcessorNameColumn("processor")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .setOwnerColumn("owner")
                .build();
    }

    private static PersistenceExceptionResolver duplicateKey() {
        return exception -> databaseSaid(exception)
                .map(said -> Sql.DUPLICATE_KEY.equals(said.getSQLState()))
                .orElse(false);
    }

    private static ScheduledExecutorService executor(String name, int threads) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(threads, task -> {
            Thread thread = thread(task);
            thread.setName(name);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "event-store");
        thread.setDaemon(true);
        return thread;
    }
}
