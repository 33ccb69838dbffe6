package be.vlaanderen.loopbaankrediet.wallet;

import be.vlaanderen.loopbaankrediet.platform.testkit.NoPersonalData;
import be.vlaanderen.loopbaankrediet.platform.testkit.StoredSamples;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    @Test
    void every_stored_event_stays_readable() throws IOException {
        StoredSamples.check(new WalletEventStore().names());
    }

    @Test
    void no_event_holds_personal_data() {
        NoPersonalData.check(new WalletEventStore().names());
    }
}
