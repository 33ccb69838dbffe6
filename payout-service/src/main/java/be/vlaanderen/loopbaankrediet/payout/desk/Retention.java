package be.vlaanderen.loopbaankrediet.payout.desk;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Kept;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Deletes what people wrote about clawbacks and files, when it was kept long enough and nothing needs it any more (D-103). The bookkeeping stays:
 * ten years by law (art. 60 of the VAT code), and it holds pseudonyms and amounts alone.
 */
@Singleton
public class Retention {

    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    Retention(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Words about a clawback that is not settled stay: it can still be decided on, and contested. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteWhatIsOld() {
        deleteWhatIsOld(Days.of(clock.instant()));
    }

    /** What is old on a day, a bounded number of each at once. */
    public void deleteWhatIsOld(LocalDate today) {
        Instant before = Days.begin(Kept.filesSince(today));
        transactions.run(connection -> Sql.run(
                connection,
                "DELETE FROM text_vault WHERE id IN (SELECT id FROM text_vault t WHERE t.written_at < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM clawback c WHERE c.clawback = t.about AND c.status <> 'SETTLED')"
                        + " ORDER BY t.written_at LIMIT ?)",
                before,
                AT_ONCE));
    }
}
