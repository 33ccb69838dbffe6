package be.vlaanderen.loopbaankrediet.eligibility.requests;

import be.vlaanderen.loopbaankrediet.eligibility.cheques.UsedChequesImported;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Transactions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** CN 2.5.1: after each import of used cheques, the rights that rest on fewer of them are held against it. */
@Singleton
class FoundCheques {

    private static final Logger LOG = Logger.getLogger(FoundCheques.class);
    private static final int AT_ONCE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private record More(UUID citizen, UUID request, int chequesUsed) {}

    private final Transactions transactions;
    private final RequestDesk desk;

    @Inject
    FoundCheques(Transactions transactions, RequestDesk desk) {
        this.transactions = transactions;
        this.desk = desk;
    }

    void compare(@Observes UsedChequesImported imported) {
        UUID after = BEFORE_ALL;
        for (List<More> page = after(after); !page.isEmpty(); page = after(after)) {
            for (More more : page) {
                after = more.request();
                try {
                    desk.chequesFound(more.citizen(), more.request(), more.chequesUsed());
                } catch (RuntimeException e) {
                    LOG.errorf(e, "request %s could not be held against the used cheques", more.request());
                }
            }
        }
    }

    private List<More> after(UUID request) {
        return transactions.in(connection -> {
            List<More> found = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT r.citizen, r.request, count(*) FROM entitlement_request r"
                            + " JOIN citizen_vault v ON v.citizen = r.citizen JOIN used_cheque u ON u.ssin = v.ssin"
                            + " WHERE r.status = 'ENTITLED' AND r.request > ? GROUP BY r.citizen, r.request"
                            + " HAVING count(*) > max(r.cheques_used) ORDER BY r.request LIMIT ?")) {
                select.setObject(1, request);
                select.setInt(2, AT_ONCE);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new More(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3)));
                    }
                }
            }
            return found;
        });
    }
}
