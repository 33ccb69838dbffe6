package be.vlaanderen.loopbaankrediet.eligibility.citizens;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The one table where an enterprise number meets the pseudonym of an employer (MR 4.8, D-50). The number never leaves this service. */
@Singleton
public class EmployerVault {

    private final Transactions transactions;

    @Inject
    public EmployerVault(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The pseudonyms of the employers of a citizen; a random one is minted once, also when two ask at the same moment. */
    public List<UUID> employers(UUID citizen, List<String> enterprises) {
        return transactions.in(connection -> {
            List<UUID> employers = new ArrayList<>();
            for (String enterprise :
                    enterprises.stream().distinct().sorted().toList()) { // sorted: nobody waits in a circle
                UUID employer = employer(connection, enterprise);
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO employee (citizen, employer) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
                    insert.setObject(1, citizen);
                    insert.setObject(2, employer);
                    insert.executeUpdate();
                }
                employers.add(employer);
            }
            return List.copyOf(employers);
        });
    }

    private static UUID employer(Connection connection, String enterprise) throws SQLException {
        // an update that changes nothing gives back, and holds, the row that is there
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO employer_vault (employer, enterprise) VALUES (?, ?)"
                        + " ON CONFLICT (enterprise) DO UPDATE SET enterprise = excluded.enterprise RETURNING employer")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, enterprise);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
