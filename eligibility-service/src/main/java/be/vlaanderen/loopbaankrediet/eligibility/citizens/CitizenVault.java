package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one table where a citizen number meets the pseudonym. Deleting a row is forgetting. */
@Singleton
public class CitizenVault {

    private final Transactions transactions;
    private final boolean testNumbers;

    @Inject
    public CitizenVault(Transactions transactions, @ConfigProperty(name = "ssin.test-numbers") boolean testNumbers) {
        this.transactions = transactions;
        this.testNumbers = testNumbers;
    }

    /** The pseudonym of this citizen; a random one is minted once, also when two ask at the same moment. */
    public UUID citizen(Ssin ssin) {
        return transactions.in(connection -> {
            Optional<UUID> known = find(connection, ssin);
            if (known.isPresent()) {
                return known.get();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO citizen_vault (citizen, ssin) VALUES (?, ?) ON CONFLICT (ssin) DO NOTHING")) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, ssin.digits());
                insert.executeUpdate();
            }
            return find(connection, ssin).orElseThrow();
        });
    }

    /** Empty when this citizen never asked anything. */
    public Optional<UUID> find(Ssin ssin) {
        return transactions.in(connection -> find(connection, ssin));
    }

    /** Empty when the citizen was forgotten. */
    public Optional<Ssin> ssin(UUID citizen) {
        return transactions.in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT ssin FROM citizen_vault WHERE citizen = ?")) {
                select.setObject(1, citizen);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Ssin.of(row.getString(1), true) : Optional.empty();
                }
            }
        });
    }

    /** The number as the login gave it; empty when it is none. */
    public Optional<Ssin> read(String citizenNumber) {
        return Ssin.of(citizenNumber, testNumbers);
    }

    private static Optional<UUID> find(Connection connection, Ssin ssin) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT citizen FROM citizen_vault WHERE ssin = ?")) {
            select.setString(1, ssin.digits());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }
}
