package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Recent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Questions across wallets. What one wallet holds is read from the events themselves ({@link Answers}). */
@ApplicationScoped
public class Bookings {

    /** A payment of which the provider told nothing yet. */
    public record OpenPayment(UUID wallet, UUID booking, String payment) {}

    /** A booking and whose it is. */
    public record Owned(UUID wallet, UUID booking) {}

    private static final int OWNERS_IN_MEMORY = 20_000;
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    private final Transactions transactions;

    private final Recent<UUID, UUID> owners = new Recent<>(OWNERS_IN_MEMORY);

    /** The numbers that wait in a year, lowest first: on the first morning of a year everybody asks for a place in it. */
    private final LoadingCache<Integer, long[]> queues =
            Caffeine.newBuilder().expireAfterWrite(A_MOMENT).build(this::queue);

    @Inject
    Bookings(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The wallet of a booking, for messages that name the booking alone. It never changes. */
    public Optional<UUID> walletOf(UUID booking) {
        UUID remembered = owners.get(booking);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<UUID> owner = owner(booking);
        owner.ifPresent(wallet -> owners.put(booking, wallet));
        return owner;
    }

    /** Not in the transaction of the caller: what that appended for other messages would have to be sent first, each by itself. */
    private Optional<UUID> owner(UUID booking) {
        return transactions
                .alone(connection -> Sql.list(
                        connection,
                        "SELECT wallet FROM booking WHERE booking = ?",
                        row -> row.getObject(1, UUID.class),
                        booking))
                .stream()
                .findFirst();
    }

    /**
     * The payments to ask the provider about, the longest not asked first; each of them counts as asked from now on, so that one that
     * cannot be answered does not keep the others waiting.
     *
     * @param quiet asked for or asked about before this moment
     * @param oldest requested after this moment; what is older is left alone
     */
    public List<OpenPayment> takePaymentsToAsk(Instant quiet, Instant oldest, Instant now, int limit) {
        return transactions.in(connection -> {
            List<OpenPayment> due = Sql.list(
                    connection,
                    "SELECT o.wallet, o.booking, o.payment FROM open_payment o LEFT JOIN payment_asked a USING (payment)"
                            + " WHERE o.requested_at > ? AND COALESCE(a.asked_at, o.requested_at) <= ?"
                            + " ORDER BY COALESCE(a.asked_at, o.requested_at) LIMIT ?",
                    row -> new OpenPayment(
                            row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
                    oldest,
                    quiet,
                    limit);
            for (OpenPayment each : due) {
                Sql.run(
                        connection,
                        "INSERT INTO payment_asked (payment, asked_at) VALUES (?, ?)"
                                + " ON CONFLICT (payment) DO UPDATE SET asked_at = excluded.asked_at",
                        each.payment(),
                        now);
            }
            return due;
        });
    }

    /** Forgets when payments were asked about that are no longer open. */
    public void forgetAsked() {
        transactions.run(connection -> Sql.run(
                connection, "DELETE FROM payment_asked WHERE payment NOT IN (SELECT payment FROM open_payment)"));
    }

    /** Bookings that hold reserved hours with a counsellor who is gone, when it is time to ask what is left of them (D-94). */
    public List<Owned> openWithGone(Instant now, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT wallet, booking FROM booking JOIN gone_counsellor USING (counsellor)"
                        + " WHERE reserved_half_hours > 0 AND NOT giving_up AND (ask_gone_at IS NULL OR ask_gone_at <= ?)"
                        + " ORDER BY reserved_at LIMIT ?",
                Bookings::owned,
                now,
                limit));
    }

    /** How many bookings of that year wait before this number, and one more; who left within the last moment may still count. */
    public int placeInQueue(int year, long queueNumber) {
        long[] known = queues.get(year);
        long last = known.length == 0 ? 0 : known[known.length - 1];
        int found = Arrays.binarySearch(known, queueNumber);
        int before = found < 0 ? -1 - found : found;
        return 1 + before + (queueNumber > last ? waitingBetween(year, last, queueNumber) : 0);
    }

    private int waitingBetween(int year, long after, long before) {
        return transactions
                .alone(connection -> Sql.list(
                        connection,
                        "SELECT count(*) FROM booking WHERE queue_year = ? AND queue_number > ? AND queue_number < ?",
                        row -> row.getInt(1),
                        year,
                        after,
                        before))
                .getFirst();
    }

    private long[] queue(int year) {
        return transactions
                .alone(connection -> Sql.list(
                        connection,
                        "SELECT queue_number FROM booking WHERE queue_year = ? AND queue_number IS NOT NULL ORDER BY queue_number",
                        row -> row.getLong(1),
                        year))
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Counsellors whose first day without bookings has come and was not noticed yet. */
    public List<UUID> counsellorsStoppedBy(LocalDate today, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT counsellor FROM stopping_counsellor WHERE stops_on <= ? ORDER BY stops_on LIMIT ?",
                row -> row.getObject(1, UUID.class),
                today,
                limit));
    }

    /** D-5: reservations whose last day for paying has passed, oldest first. */
    public List<Owned> unpaidAt(Instant now, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT wallet, booking FROM booking WHERE pay_before <= ?" + " ORDER BY pay_before LIMIT ?",
                Bookings::owned,
                now,
                limit));
    }

    /** Reservations that are not over yet and will be before the given moment, and of which nobody was reminded. */
    public List<Owned> toRemind(Instant now, Instant before, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT wallet, booking FROM booking WHERE pay_before > ? AND pay_before <= ? AND NOT reminded"
                        + " ORDER BY pay_before LIMIT ?",
                Bookings::owned,
                now,
                before,
                limit));
    }

    /** D-91: blocks that were given up and of which it is time to ask again what is not delivered, longest due first. */
    public List<Owned> toAskAgain(Instant now, int limit) {
        return transactions.in(connection -> Sql.list(
                connection,
                "SELECT wallet, booking FROM booking WHERE ask_again_at <= ? ORDER BY ask_again_at LIMIT ?",
                Bookings::owned,
                now,
                limit));
    }

    private static Owned owned(ResultSet row) throws SQLException {
        return new Owned(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    }
}
