package be.vlaanderen.loopbaankrediet.wallet.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Sql;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Hands out the numbers of structured references, each of them once. An instance takes a handful at a time; what it did not hand out when it
 * stops is nobody's.
 */
@ApplicationScoped
public class References {

    /** As the sequence in the database steps on. */
    private static final int HANDFUL = 50;

    private final Transactions transactions;
    private long next;
    private int left;

    @Inject
    References(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A number that nobody else gets. */
    public synchronized long next() {
        if (left == 0) {
            next = transactions
                    .alone(connection -> Sql.list(
                            connection, "SELECT nextval('structured_reference_number')", row -> row.getLong(1)))
                    .getFirst();
            left = HANDFUL;
        }
        left--;
        return next++;
    }
}
