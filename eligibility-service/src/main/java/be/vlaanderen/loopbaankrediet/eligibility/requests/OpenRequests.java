package be.vlaanderen.loopbaankrediet.eligibility.requests;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Tries again what had to wait for a source: nobody has to come back and ask. One attempt a request and run, a few requests at once. */
@Singleton
class OpenRequests {

    private static final Logger LOG = Logger.getLogger(OpenRequests.class);
    private static final int AT_ONCE = 8;

    private record Due(UUID citizen, UUID request) {}

    private final Transactions transactions;
    private final RequestDesk desk;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    OpenRequests(Transactions transactions, RequestDesk desk, Clock clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tryAgain() throws InterruptedException {
        List<Future<?>> tried = new ArrayList<>();
        for (Due due : due()) {
            tried.add(threads.submit(() -> desk.finish(due.citizen(), due.request())));
        }
        for (Future<?> each : tried) {
            try {
                each.get();
            } catch (ExecutionException e) {
                LOG.error("a request that waits could not be tried again", e.getCause());
            }
        }
    }

    private List<Due> due() {
        return transactions.in(connection -> {
            List<Due> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT citizen, request FROM entitlement_request WHERE due_at <= ? ORDER BY due_at LIMIT ?")) {
                select.setTimestamp(1, Timestamp.from(clock.instant()));
                select.setInt(2, AT_ONCE);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Due(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                    }
                }
            }
            return found;
        });
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
