package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How citizens want to be reached; in the vault. */
@Singleton
public class Contacts {

    /**
     * @param email absent when none was given
     * @param told wants to be told what happens
     */
    public record Contact(@Nullable String email, boolean told) {

        /** D-81: who chose nothing is told on the channels that need no address. */
        static final Contact UNCHOSEN = new Contact(null, true);

        /** A slip into a log shows no address. */
        @Override
        public String toString() {
            return "Contact";
        }
    }

    private final Transactions transactions;

    @Inject
    public Contacts(Transactions transactions) {
        this.transactions = transactions;
    }

    void put(UUID citizen, Contact contact) {
        transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO citizen_contact (citizen, email, notify) VALUES (?, ?, ?)"
                            + " ON CONFLICT (citizen) DO UPDATE SET email = excluded.email, notify = excluded.notify")) {
                insert.setObject(1, citizen);
                insert.setString(2, contact.email());
                insert.setBoolean(3, contact.told());
                insert.executeUpdate();
            }
        });
    }

    Contact of(UUID citizen) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT email, notify FROM citizen_contact WHERE citizen = ?")) {
                select.setObject(1, citizen);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? new Contact(row.getString(1), row.getBoolean(2)) : Contact.UNCHOSEN;
                }
            }
        });
    }
}
