package be.vlaanderen.loopbaankrediet.eligibility;

import be.vlaanderen.loopbaankrediet.platform.testkit.NoPersonalData;
import org.junit.jupiter.api.Test;

class NoPersonalDataTest {

    @Test
    void no_event_can_hold_personal_data() {
        NoPersonalData.check(new EligibilityEventStore().names());
    }
}
