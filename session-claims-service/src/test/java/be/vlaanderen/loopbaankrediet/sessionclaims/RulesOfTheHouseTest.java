package be.vlaanderen.loopbaankrediet.sessionclaims;

import be.vlaanderen.loopbaankrediet.platform.eventstore.EventNames;
import be.vlaanderen.loopbaankrediet.platform.testkit.ArchitectureRules;
import be.vlaanderen.loopbaankrediet.platform.testkit.NoPersonalData;
import be.vlaanderen.loopbaankrediet.platform.testkit.StoredSamples;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RulesOfTheHouseTest {

    private final EventNames names = new SessionClaimsEventStore().names();

    @Test
    void every_stored_event_stays_readable_and_is_written_as_its_sample() throws IOException {
        StoredSamples.check(names);
    }

    @Test
    void no_event_can_hold_personal_data() {
        NoPersonalData.check(names);
    }

    @Test
    void decisions_are_pure_and_services_share_no_code() {
        ArchitectureRules.check("sessionclaims", "block", "citizen", "complaint", "counsellor", "review");
    }
}
