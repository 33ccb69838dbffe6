package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.providerregistry.views.Pages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history of bank accounts, in the vault. Writes join the transaction of the caller. */
@Singleton
public class Accounts {

    /** @param holdsFrom null while not confirmed */
    public record Kept(
            UUID change,
            String iban,
            Instant askedAt,
            @Nullable Instant holdsFrom,
            String place) {

        /** A slip into a log shows the id alone. */
        @Override
        public String toString() {
            return "Kept[" + change + "]";
        }
    }

    /** Whose account a change is about. */
    public record Owned(UUID counsellor, String iban) {

        /** A slip into a log shows the id alone. */
        @Override
        public String toString() {
            return "Owned[" + counsellor + "]";
        }
    }

    private final Transactions transactions;

    @Inject
    public Accounts(Transactions transactions) {
        this.transactions = transactions;
    }

    public void keep(UUID counsellor, UUID change, String iban, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO vault_account (change, counsellor, iban, asked_at, place) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")) {
                insert.setObject(1, change);
                insert.setObject(2, counsellor);
                insert.setString(3, iban);
                insert.setTimestamp(4, Timestamp.from(at));
                insert.setString(5, Pages.place(at, change));
                insert.executeUpdate();
            }
        });
    }

    public void holds(UUID change, Instant from) {
        transactions.run(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE vault_account SET holds_from = ? WHERE change = ?")) {
                update.setTimestamp(1, Timestamp.from(from));
                update.setObject(2, change);
                update.executeUpdate();
            }
        });
    }

    public Optional<Owned> find(UUID change) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT counsellor, iban FROM vault_account WHERE change = ?")) {
                select.setObject(1, change);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Owned(row.getObject("counsellor", UUID.class), row.getString("iban")))
                            : Optional.empty();
                }
            }
        });
    }

    /** The account to pay at a moment: the last confirmed one whose day has come, else the first one. */
    public String valid(Person person, Instant at) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT iban FROM vault_account WHERE counsellor = ? AND holds_from <= ?"
                            + " ORDER BY holds_from DESC, place DESC LIMIT 1")) {
                select.setObject(1, person.counsellor());
                select.setTimestamp(2, Timestamp.from(at));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getString(1) : person.iban();
                }
            }
        });
    }

    /** Oldest first. */
    public List<Kept> of(UUID counsellor, String after, int limit) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT * FROM vault_account WHERE counsellor = ? AND place > ? ORDER BY place LIMIT ?")) {
                select.setObject(1, counsellor);
                select.setString(2, after);
                select.setInt(3, limit);
                List<Kept> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Timestamp from = row.getTimestamp("holds_from");
                        found.add(new Kept(
                                row.getObject("change", UUID.class),
                                row.getString("iban"),
                                row.getTimestamp("asked_at").toInstant(),
                                from == null ? null : from.toInstant(),
                                row.getString("place")));
                    }
                }
                return found;
            }
        });
    }
}
