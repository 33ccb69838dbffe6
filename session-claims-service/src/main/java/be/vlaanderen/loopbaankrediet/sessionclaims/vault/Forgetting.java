package be.vlaanderen.loopbaankrediet.sessionclaims.vault;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Kept;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * CN 2.5.3: what people wrote is kept five years, and then deleted. The texts about one thing go together, five years after the last of
 * them, and never while a complaint or a review waits for its decision (D-92). What stays, the events, names nobody.
 */
@Singleton
public class Forgetting {

    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    Forgetting(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteWhatIsOld() {
        deleteWhatIsOld(clock.instant());
    }

    /** @return how many texts went */
    public int deleteWhatIsOld(Instant now) {
        Instant before = Days.begin(Kept.filesSince(Days.of(now)));
        return transactions.in(connection -> Sql.run(
                connection,
                "DELETE FROM written_vault WHERE about IN (SELECT DISTINCT about FROM written_vault old WHERE written_at < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM written_vault newer WHERE newer.about = old.about AND newer.written_at >= ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM complaint WHERE complaint = old.about AND status <> 'DECIDED')"
                        + " AND NOT EXISTS (SELECT 1 FROM review WHERE review = old.about AND status <> 'CLOSED')"
                        + " LIMIT ?)",
                before,
                before,
                AT_ONCE));
    }
}
