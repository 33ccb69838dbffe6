package be.vlaanderen.loopbaankrediet.providerregistry.namecheck;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.NameMatch;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.account.RecordFirstAccountName;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Person;
import be.vlaanderen.loopbaankrediet.providerregistry.vault.Vault;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has the name behind the first account of a counsellor checked; while nobody can tell, it is asked again, longer apart each time (D-100). */
@Singleton
public class FirstAccounts {

    private static final int AT_ONCE = 20;

    /** With a doubling pause of 15 s: some 17 hours. */
    private static final int MOST_ATTEMPTS = 12;

    private final AggregateStore<Counsellor, CounsellorEvent> counsellors;
    private final Transactions transactions;
    private final Vault vault;
    private final NameCheck names;
    private final Clock clock;
    private final Duration firstPause;

    private record Waiting(UUID counsellor, int attempts) {}

    @Inject
    FirstAccounts(
            AggregateStore<Counsellor, CounsellorEvent> counsellors,
            Transactions transactions,
            Vault vault,
            NameCheck names,
            Clock clock,
            @ConfigProperty(name = "name-check.pause") Duration firstPause) {
        this.counsellors = counsellors;
        this.transactions = transactions;
        this.vault = vault;
        this.names = names;
        this.clock = clock;
        this.firstPause = firstPause;
    }

    /** The account that stands in the vault now is to be checked. Joins the transaction of the caller. */
    public void ask(UUID counsellor) {
        if (names.isThere()) {
            execute(
                    "INSERT INTO first_account_check (counsellor) VALUES (?)"
                            + " ON CONFLICT (counsellor) DO UPDATE SET attempts = 0, next_attempt_at = now()",
                    counsellor);
        }
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        if (names.isThere()) {
            due().forEach(this::check);
        }
    }

    private void check(Waiting waiting) {
        Person asked = vault.find(waiting.counsellor()).orElse(null);
        if (asked == null) {
            return; // forgotten meanwhile
        }
        NameMatch match = names.check(asked.name(), asked.iban());
        RecordFirstAccountName command = new RecordFirstAccountName(waiting.counsellor(), match, clock.instant());
        transactions.run(connection -> {
            if (!vault.find(waiting.counsellor()).map(asked::equals).orElse(false)) {
                return; // another account meanwhile: the next round asks about that one
            }
            var unused = counsellors
                    .handle(
                            waiting.counsellor().toString(),
                            counsellor -> RecordFirstAccountName.decide(counsellor, command))
                    .orThrow();
            if (match != NameMatch.NOT_AVAILABLE || waiting.attempts() + 1 >= MOST_ATTEMPTS) {
                execute("DELETE FROM first_account_check WHERE counsellor = ?", waiting.counsellor());
            } else {
                execute(
                        "UPDATE first_account_check SET attempts = attempts + 1,"
                                + " next_attempt_at = now() + ? * interval '1 millisecond' WHERE counsellor = ?",
                        firstPause.toMillis() << waiting.attempts(),
                        waiting.counsellor());
            }
        });
    }

    private List<Waiting> due() {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT counsellor, attempts FROM first_account_check"
                            + " WHERE next_attempt_at <= now() ORDER BY next_attempt_at LIMIT ?")) {
                select.setInt(1, AT_ONCE);
                List<Waiting> due = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        due.add(new Waiting(row.getObject(1, UUID.class), row.getInt(2)));
                    }
                }
                return due;
            }
        });
    }

    private void execute(String sql, Object... parameters) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                statement.executeUpdate();
            }
        });
    }
}
