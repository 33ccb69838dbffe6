package be.vlaanderen.loopbaankrediet.payout;

import be.vlaanderen.loopbaankrediet.platform.testkit.NoPersonalData;
import be.vlaanderen.loopbaankrediet.platform.testkit.StoredSamples;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StoredSamplesTest {

    @Test
    void every_version_of_every_stored_event_stays_readable() throws IOException {
        StoredSamples.check(new PayoutEventStore().names());
    }

    @Test
    void no_event_holds_personal_data() {
        NoPersonalData.check(new PayoutEventStore().names());
    }
}
