package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.StructuredReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which number of a structured reference belongs to which booking or bill. A number is given once. */
@ApplicationScoped
public class References {

    private static final int ATTEMPTS = 100;

    private final Transactions transactions;

    @Inject
    References(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The number of this id, from now on. */
    public long number(UUID id) {
        return transactions.in(connection -> {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                List<Long> given = Sql.list(
                        connection,
                        "INSERT INTO structured_reference (id, number) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING number",
                        row -> row.getLong(1),
                        id,
                        StructuredReference.number(id, attempt));
                Optional<Long> known = given.isEmpty() ? known(connection, id) : Optional.of(given.getFirst());
                if (known.isPresent()) {
                    return known.get();
                }
            }
            throw new IllegalStateException("no free reference number for " + id);
        });
    }

    /** Empty while none was given. */
    public Optional<String> of(UUID id) {
        return transactions.reading(connection -> known(connection, id)).map(StructuredReference::of);
    }

    private static Optional<Long> known(Connection connection, UUID id) throws SQLException {
        return Sql.list(connection, "SELECT number FROM structured_reference WHERE id = ?", row -> row.getLong(1), id)
                .stream()
                .findFirst();
    }
}
