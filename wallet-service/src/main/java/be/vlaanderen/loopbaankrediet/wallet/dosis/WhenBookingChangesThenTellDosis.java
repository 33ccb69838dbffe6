package be.vlaanderen.loopbaankrediet.wallet.dosis;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.messaging.Policy;
import be.vlaanderen.loopbaankrediet.wallet.outside.Contacts;
import be.vlaanderen.loopbaankrediet.wallet.outside.HttpCalls;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the status that each booking has now, and pushes it to DOSIS until DOSIS took it. What is pushed is always the status of that
 * moment, so a late repeat never brings back an older one.
 */
@Singleton
class WhenBookingChangesThenTellDosis implements Policy {

    private static final Logger LOG = Logger.getLogger(WhenBookingChangesThenTellDosis.class);
    private static final int AT_ONCE = 50;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE = 10;

    private record Dossier(UUID id, UUID wallet, BookingStatus status, Instant changedAt, int attempts) {}

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Transactions transactions;
    private final Contacts contacts;
    private final HttpCalls http;
    private final Clock clock;
    private final String url;
    private final String token;

    @Inject
    WhenBookingChangesThenTellDosis(
            AggregateStore<Wallet, WalletEvent> wallets,
            Transactions transactions,
            Contacts contacts,
            HttpCalls http,
            Clock clock,
            @ConfigProperty(name = "dosis.url") Optional<String> url,
            @ConfigProperty(name = "dosis.token") Optional<String> token) {
        this.wallets = wallets;
        this.transactions = transactions;
        this.contacts = contacts;
        this.http = http;
        this.clock = clock;
        this.url = url.orElse("");
        this.token = token.orElse("");
    }

    @Override
    public void on(StoredEvent event) {
        if (url.isEmpty() || !(event.payload() instanceof WalletEvent fact)) {
            return;
        }
        // every booking of a wallet: a handful, and the rows that change nothing are not written
        note(fact.wallet(), wallets.state(fact.wallet().toString()).newestFirst(), clock.instant());
    }

    private void note(UUID wallet, List<Booking> bookings, Instant now) {
        int unused = transactions.alone(connection -> Sql.run(
                connection,
                "INSERT INTO dossier AS d (dossier, wallet, status, changed_at, retry_at)"
                        + " SELECT b.dossier, changed.wallet, b.status, changed.at, changed.at"
                        + " FROM (SELECT ?::uuid, ?::timestamptz) changed (wallet, at), unnest(?::uuid[], ?::text[]) b (dossier, status)"
                        + " ON CONFLICT (dossier) DO UPDATE SET status = excluded.status, changed_at = excluded.changed_at,"
                        + " attempts = 0, retry_at = excluded.retry_at WHERE d.status <> excluded.status",
                wallet,
                now,
                bookings.stream().map(booking -> booking.id().toString()).toArray(String[]::new),
                bookings.stream().map(booking -> booking.status().name()).toArray(String[]::new)));
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void push() {
        if (url.isEmpty() || !contacts.isSetUp()) {
            return;
        }
        for (int i = 0; i < AT_ONCE && pushNext(clock.instant()); i++) {
            // one after the other
        }
    }

    /** While the row is locked its status cannot change, and no other instance pushes it: so what is pushed last is the newest. */
    private boolean pushNext(Instant now) {
        return transactions.in(connection -> {
            List<Dossier> due = Sql.list(
                    connection,
                    "SELECT dossier, wallet, status, changed_at, attempts FROM dossier"
                            + " WHERE pushed_status IS DISTINCT FROM status AND retry_at <= ? ORDER BY retry_at LIMIT 1"
                            + " FOR UPDATE SKIP LOCKED",
                    row -> new Dossier(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            BookingStatus.valueOf(row.getString(3)),
                            row.getTimestamp(4).toInstant(),
                            row.getInt(5)),
                    now);
            due.forEach(dossier -> push(dossier, now));
            return !due.isEmpty();
        });
    }

    private void push(Dossier dossier, Instant now) {
        try {
            var contact = contacts.of(dossier.wallet());
            if (contact.isPresent()) { // who is forgotten has no dossier any more
                send(DosisMessage.of(dossier.id(), contact.get().ssin(), dossier.status(), dossier.changedAt()));
            }
            transactions.run(connection -> Sql.run(
                    connection,
                    "UPDATE dossier SET pushed_status = ? WHERE dossier = ?",
                    dossier.status().name(),
                    dossier.id()));
        } catch (IOException e) {
            LOG.warnf("DOSIS cannot be told of dossier %s now: %s", dossier.id(), e.getMessage());
            Instant later = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(dossier.attempts(), LONGEST_PAUSE)));
            transactions.run(connection -> Sql.run(
                    connection,
                    "UPDATE dossier SET attempts = attempts + 1, retry_at = ? WHERE dossier = ?",
                    later,
                    dossier.id()));
        }
    }

    private void send(String message) throws IOException {
        HttpCalls.Reply reply = http.send(HttpRequest.newBuilder(URI.create(url + DosisMessage.PATH))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build());
        if (!reply.ok()) {
            throw new IOException("DOSIS answers " + reply.status());
        }
    }
}
