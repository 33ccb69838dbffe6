package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.CitizenEvent.EmployersRecorded;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which citizens have the same employer. */
@Singleton
public class EmployersView implements InlineView {

    @Override
    public List<String> tables() {
        return List.of("employee");
    }

    @Override
    public void on(Connection connection, StoredEvent event) throws SQLException {
        if (event.payload() instanceof EmployersRecorded recorded) {
            Sql.run(connection, "DELETE FROM employee WHERE wallet = ?", recorded.wallet());
            for (UUID employer : Set.copyOf(recorded.employers())) {
                Sql.run(
                        connection,
                        "INSERT INTO employee (wallet, employer) VALUES (?, ?)",
                        recorded.wallet(),
                        employer);
            }
        }
    }
}
