package be.vlaanderen.loopbaankrediet.sessionclaims.views;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.sessionclaims.citizen.CitizenEvent.EmployersRecorded;
import jakarta.inject.Singleton;
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
    public void on(Writes writes, StoredEvent event) {
        if (event.payload() instanceof EmployersRecorded recorded) {
            writes.add("DELETE FROM employee WHERE wallet = ?", recorded.wallet());
            for (UUID employer : Set.copyOf(recorded.employers())) {
                writes.add("INSERT INTO employee (wallet, employer) VALUES (?, ?)", recorded.wallet(), employer);
            }
        }
    }
}
