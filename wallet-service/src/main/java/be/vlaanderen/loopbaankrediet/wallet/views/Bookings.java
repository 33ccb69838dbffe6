package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    private final Transactions transactions;

    @Inject
    Bookings(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The wallet of a booking, for messages that name the booking alone. */
    public Optional<UUID> walletOf(UUID booking) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT wallet FROM booking WHERE booking = ?")) {
                select.setObject(1, booking);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.<UUID>empty();
                }
            }
        });
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
            List<OpenPayment> due = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT o.wallet, o.booking, o.payment"
                    + " FROM open_payment o LEFT JOIN payment_asked a USING (payment)"
                    + " WHERE o.requested_at > ? AND COALESCE(a.asked_at, o.requested_at) <= ?"
                    + " ORDER BY COALESCE(a.asked_at, o.requested_at) LIMIT ?")) {
                select.setObject(1, oldest.atOffset(ZoneOffset.UTC));
                select.setObject(2, quiet.atOffset(ZoneOffset.UTC));
                select.setInt(3, limit);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        due.add(new OpenPayment(
                                rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getString(3)));
                    }
                }
            }
            try (PreparedStatement note = connection.prepareStatement("INSERT INTO payment_asked (payment, asked_at)"
                    + " VALUES (?, ?) ON CONFLICT (payment) DO UPDATE SET asked_at = excluded.asked_at")) {
                for (OpenPayment each : due) {
                    note.setString(1, each.payment());
                    note.setObject(2, now.atOffset(ZoneOffset.UTC));
                    note.addBatch();
                }
                note.executeBatch();
            }
            return due;
        });
    }

    /** Forgets when payments were asked about that are no longer open. */
    public void forgetAsked() {
        transactions.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM payment_asked WHERE payment NOT IN (SELECT payment FROM open_payment)")) {
                delete.executeUpdate();
            }
        });
    }

    /** The bookings of a counsellor that still hold reserved hours. */
    public List<Owned> openWith(UUID counsellor) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT wallet, booking FROM booking"
                    + " WHERE counsellor = ? AND reserved_half_hours > 0"
                    + " ORDER BY reserved_at")) {
                select.setObject(1, counsellor);
                return owned(select);
            }
        });
    }

    /** Counsellors whose first day without bookings has come and was not noticed yet. */
    public List<UUID> counsellorsStoppedBy(LocalDate today, int limit) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT counsellor FROM stopping_counsellor WHERE stops_on <= ? ORDER BY stops_on LIMIT ?")) {
                select.setObject(1, today);
                select.setInt(2, limit);
                List<UUID> due = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        due.add(rows.getObject(1, UUID.class));
                    }
                }
                return due;
            }
        });
    }

    private static List<Owned> owned(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<Owned> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Owned(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
            }
            return found;
        }
    }

    /** D-5: reservations whose last day for paying has passed, oldest first. */
    public List<Owned> unpaidAt(Instant now, int limit) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT wallet, booking FROM booking WHERE pay_before <= ?"
                            + " AND status IN ('RESERVED', 'AWAITING_PAYMENT') ORDER BY pay_before LIMIT ?")) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setInt(2, limit);
                return owned(select);
            }
        });
    }
}
