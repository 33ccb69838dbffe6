package be.vlaanderen.loopbaankrediet.wallet.forget;

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
 * CN 2.5.3: administrative files are kept five years, and then deleted. Of citizens goes what they were told; of a sponsor, who it is and
 * why its agreement ended (D-93). What stays, the events and their views, names nobody.
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

    public void deleteWhatIsOld(Instant now) {
        LocalDate day = Kept.filesSince(Days.of(now));
        Instant before = Days.begin(day);
        transactions.run(connection -> {
            Sql.run(
                    connection,
                    "DELETE FROM citizen_message WHERE message IN (SELECT message FROM citizen_message"
                            + " WHERE ended_at < ? ORDER BY ended_at LIMIT ?)",
                    before,
                    AT_ONCE);
            // not while a bill is open, or money can still come back of a block that is not used up
            Sql.run(
                    connection,
                    "DELETE FROM sponsor_party WHERE sponsor IN (SELECT sponsor FROM sponsor_party JOIN sponsor s USING (sponsor)"
                            + " WHERE s.last_day < ?"
                            + " AND NOT EXISTS (SELECT 1 FROM sponsor_bill b WHERE b.sponsor = s.sponsor"
                            + " AND (b.paid_at IS NULL OR b.paid_at >= ?))"
                            + " AND NOT EXISTS (SELECT 1 FROM sponsor_line l LEFT JOIN booking k ON k.booking = l.booking"
                            + " WHERE l.sponsor = s.sponsor AND (l.day >= ? OR k.reserved_half_hours > 0))"
                            + " LIMIT ?)",
                    day,
                    before,
                    day,
                    AT_ONCE);
        });
    }
}
