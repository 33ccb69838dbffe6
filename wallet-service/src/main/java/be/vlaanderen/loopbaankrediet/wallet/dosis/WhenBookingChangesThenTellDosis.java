package be.vlaanderen.loopbaankrediet.wallet.dosis;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.wallet.outside.Contacts;
import be.vlaanderen.loopbaankrediet.wallet.outside.HttpCalls;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells DOSIS what became of the bookings that {@link DossiersToTell} noted, until DOSIS took it. What is told is always the status of that
 * moment, so a late repeat never brings back an older one; a status that DOSIS knows already is not told again.
 */
@ApplicationScoped
class WhenBookingChangesThenTellDosis {

    private static final Logger LOG = Logger.getLogger(WhenBookingChangesThenTellDosis.class);
    private static final int AT_ONCE = 50;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE = 10;

    /** So long no other instance tells it; longer than the calls to others take together. */
    private static final Duration TURN = Duration.ofMinutes(2);

    /**
     * @param changes how often it changed when this was read
     * @param told the status that DOSIS knows
     */
    private record Dossier(
            UUID id,
            UUID wallet,
            Instant changedAt,
            int changes,
            int attempts,
            @Nullable String told) {}

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

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        if (url.isEmpty() || !contacts.isSetUp()) {
            return;
        }
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<Dossier> next = takeNext(clock.instant());
            if (next.isEmpty()) {
                return;
            }
            tell(next.get());
        }
    }

    /** The one that is due longest; nobody else takes it during its turn. */
    private Optional<Dossier> takeNext(Instant now) {
        return transactions
                .alone(connection -> Sql.list(
                        connection,
                        "UPDATE dossier SET due_at = ? WHERE dossier = (SELECT dossier FROM dossier WHERE due_at <= ?"
                                + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
                                + " RETURNING dossier, wallet, changed_at, changes, attempts, told",
                        row -> new Dossier(
                                Sql.uuid(row, "dossier"),
                                Sql.uuid(row, "wallet"),
                                Sql.time(row, "changed_at"),
                                row.getInt("changes"),
                                row.getInt("attempts"),
                                row.getString("told")),
                        now.plus(TURN),
                        now))
                .stream()
                .findFirst();
    }

    private void tell(Dossier dossier) {
        try {
            Booking booking = wallets.state(dossier.wallet().toString()).booking(dossier.id());
            if (booking == null) {
                throw new IllegalStateException("a dossier without a booking: " + dossier.id());
            }
            BookingStatus status = booking.status();
            if (!status.name().equals(dossier.told())) {
                var contact = contacts.of(dossier.wallet());
                if (contact.isPresent()) { // who is forgotten has no dossier any more
                    send(DosisMessage.of(dossier.id(), contact.get().ssin(), status, dossier.changedAt()));
                }
            }
            write(
                    "UPDATE dossier SET told = ?, attempts = 0, due_at = CASE WHEN changes = ? THEN NULL ELSE ?::timestamptz END"
                            + " WHERE dossier = ?",
                    status.name(),
                    dossier.changes(),
                    clock.instant(), // it changed meanwhile: once more
                    dossier.id());
        } catch (IOException e) {
            LOG.warnf("DOSIS cannot be told of dossier %s now: %s", dossier.id(), e.getMessage());
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(dossier.attempts(), LONGEST_PAUSE));
            write(
                    "UPDATE dossier SET attempts = attempts + 1, due_at = ? WHERE dossier = ?",
                    clock.instant().plus(pause),
                    dossier.id());
        }
    }

    private void write(String sql, Object... values) {
        int unused = transactions.alone(connection -> Sql.run(connection, sql, values));
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
