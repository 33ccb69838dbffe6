package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.providerregistry.profile.Profile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place with personal data of counsellors. Writes join the transaction of the caller. */
@Singleton
public class Vault {

    private final Transactions transactions;

    @Inject
    public Vault(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps a new counsellor; false when this person already has a dossier for this enterprise under another id. */
    public boolean keep(Person person, Profile profile) {
        return transactions.in(connection -> {
            if (insert(connection, person)) {
                insert(connection, profile);
                return true;
            }
            return find(person.ssin(), person.enterpriseNumber())
                    .filter(known -> known.counsellor().equals(person.counsellor()))
                    .isPresent();
        });
    }

    /** Puts what is told now in the place of what was told before; the person and the enterprise stay. */
    public void replace(Person person, Profile profile) {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE vault SET name = ?, iban = ?, email = ?, street = ?, postal_code = ?, municipality = ?"
                            + " WHERE counsellor = ?")) {
                update.setString(1, person.name());
                update.setString(2, person.iban());
                update.setString(3, person.email());
                set(update, 4, person.address());
                update.setObject(7, person.counsellor());
                update.executeUpdate();
            }
            replace(profile);
        });
    }

    public void replace(Profile profile) {
        transactions.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM profile WHERE counsellor = ?")) {
                delete.setObject(1, profile.counsellor);
                delete.executeUpdate();
            }
            insert(connection, profile);
        });
    }

    /** Another way to reach somebody; the e-mail address before it is kept for messages that matter (D-36). */
    public void reach(UUID counsellor, String email, @Nullable Address address, Instant at) {
        transactions.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE vault SET previous_email = CASE WHEN email = ? THEN previous_email ELSE email END,"
                            + " email_changed_at = CASE WHEN email = ? THEN email_changed_at ELSE ? END,"
                            + " email = ?, street = ?, postal_code = ?, municipality = ? WHERE counsellor = ?")) {
                update.setString(1, email);
                update.setString(2, email);
                update.setTimestamp(3, Timestamp.from(at));
                update.setString(4, email);
                set(update, 5, address);
                update.setObject(8, counsellor);
                update.executeUpdate();
            }
        });
    }

    /** The counsellor behind a login: the person and the enterprise they act for. */
    public Optional<Person> find(String ssin, String enterpriseNumber) {
        return one("SELECT * FROM vault WHERE ssin = ? AND enterprise_number = ?", ssin, enterpriseNumber);
    }

    public Optional<Person> find(UUID counsellor) {
        return one("SELECT * FROM vault WHERE counsellor = ?", counsellor);
    }

    private Optional<Person> one(String sql, Object... parameters) {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setObject(i + 1, parameters[i]);
                }
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(person(row)) : Optional.empty();
                }
            }
        });
    }

    private static void set(PreparedStatement statement, int column, @Nullable Address address) throws SQLException {
        statement.setString(column, address == null ? null : address.street());
        statement.setString(column + 1, address == null ? null : address.postalCode());
        statement.setString(column + 2, address == null ? null : address.municipality());
    }

    private static Person person(ResultSet row) throws SQLException {
        String street = row.getString("street");
        return new Person(
                row.getObject("counsellor", UUID.class),
                row.getString("ssin"),
                row.getString("enterprise_number"),
                row.getString("name"),
                row.getString("iban"),
                row.getString("email"),
                street == null
                        ? null
                        : new Address(street, row.getString("postal_code"), row.getString("municipality")));
    }

    private static boolean insert(Connection connection, Person person) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO vault (counsellor, ssin, enterprise_number, name, iban, email, street,"
                        + " postal_code, municipality) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, person.counsellor());
            insert.setString(2, person.ssin());
            insert.setString(3, person.enterpriseNumber());
            insert.setString(4, person.name());
            insert.setString(5, person.iban());
            insert.setString(6, person.email());
            set(insert, 7, person.address());
            return insert.executeUpdate() == 1;
        }
    }

    private static void insert(Connection connection, Profile profile) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO profile (counsellor, name, municipalities, postal_codes, places, languages, modes, themes,"
                        + " target_groups, agenda_link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, profile.counsellor);
            insert.setString(2, profile.name);
            int column = 3;
            for (List<String> texts : List.of(
                    profile.municipalities,
                    profile.postalCodes,
                    profile.places,
                    profile.languages,
                    profile.modes,
                    profile.themes,
                    profile.targetGroups)) {
                insert.setArray(column++, connection.createArrayOf("varchar", texts.toArray()));
            }
            insert.setString(column, profile.agendaLink);
            insert.executeUpdate();
        }
    }
}
