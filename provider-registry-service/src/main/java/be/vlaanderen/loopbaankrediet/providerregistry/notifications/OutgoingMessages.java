package be.vlaanderen.loopbaankrediet.providerregistry.notifications;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.platform.mail.MailOut;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps messages in a table with the addresses of that moment, sends them, and forgets the addresses once they are sent. */
@Singleton
class OutgoingMessages implements Notifications {

    private static final Logger LOG = Logger.getLogger(OutgoingMessages.class);
    private static final int AT_ONCE = 20;
    private static final int ATTEMPTS = 20;

    /** D-36: who changed the e-mail address is told at the old one too, so long. */
    private static final Duration OLD_ADDRESS_COUNTS = Duration.ofDays(30);

    /** @param sentAt null while it waits */
    record Kept(
            UUID message,
            Kind kind,
            Instant madeAt,
            @Nullable Instant sentAt,
            String place) {}

    private final Transactions transactions;
    private final MailOut mail;
    private final Clock clock;

    @Inject
    OutgoingMessages(Transactions transactions, MailOut mail, Clock clock) {
        this.transactions = transactions;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public void tell(UUID counsellor, Kind kind, UUID about, Instant at) {
        UUID message = Idempotency.id("message", kind.name(), about.toString());
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO outgoing_message (about, kind, counsellor, made_at, message, place, addresses)"
                            + " SELECT ?, ?, counsellor, ?, ?, ?, CASE WHEN email_changed_at > ?"
                            + " THEN ARRAY[email, previous_email] ELSE ARRAY[email] END FROM vault WHERE counsellor = ?"
                            + " ON CONFLICT DO NOTHING")) {
                insert.setObject(1, about);
                insert.setString(2, kind.name());
                insert.setTimestamp(3, Timestamp.from(at));
                insert.setObject(4, message);
                insert.setString(5, Pages.place(at, message));
                insert.setTimestamp(6, Timestamp.from(at.minus(OLD_ADDRESS_COUNTS)));
                insert.setObject(7, counsellor);
                insert.executeUpdate();
            }
        });
    }

    /** Oldest first. */
    List<Kept> of(UUID counsellor, String after, int limit) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT * FROM outgoing_message WHERE counsellor = ? AND place > ? ORDER BY place LIMIT ?")) {
                select.setObject(1, counsellor);
                select.setString(2, after);
                select.setInt(3, limit);
                List<Kept> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Timestamp sent = row.getTimestamp("sent_at");
                        found.add(new Kept(
                                row.getObject("message", UUID.class),
                                Kind.valueOf(row.getString("kind")),
                                row.getTimestamp("made_at").toInstant(),
                                sent == null ? null : sent.toInstant(),
                                row.getString("place")));
                    }
                }
                return found;
            }
        });
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        if (!mail.isSetUp()) {
            return;
        }
        for (int i = 0; i < AT_ONCE && transactions.in(this::sendOne); i++) {
            // one after the other, each in a transaction of its own
        }
    }

    /** False when nothing is due. Attempts wait on the machine's clock: moving the development clock must not hurry or stop them. */
    private boolean sendOne(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT * FROM outgoing_message WHERE sent_at IS NULL"
                                + " AND next_attempt_at <= now() AND attempts < " + ATTEMPTS
                                + " ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            UUID message = row.getObject("message", UUID.class);
            Kind kind = Kind.valueOf(row.getString("kind"));
            String[] addresses = (String[]) row.getArray("addresses").getArray();
            try {
                mail.send(message.toString(), List.of(addresses), kind.subject(), kind.text());
                sent(connection, message);
            } catch (IOException e) {
                LOG.warnf(
                        "message %s could not be sent (%s)",
                        message, e.getClass().getSimpleName());
                postpone(connection, message);
            }
            return true;
        }
    }

    private void sent(Connection connection, UUID message) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE outgoing_message SET sent_at = ?, addresses = '{}' WHERE message = ?")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setObject(2, message);
            update.executeUpdate();
        }
    }

    private static void postpone(Connection connection, UUID message) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE outgoing_message SET attempts = attempts + 1,"
                        + " next_attempt_at = now() + make_interval(secs => least(3600, power(2, attempts))) WHERE message = ?")) {
            update.setObject(1, message);
            update.executeUpdate();
        }
    }
}
