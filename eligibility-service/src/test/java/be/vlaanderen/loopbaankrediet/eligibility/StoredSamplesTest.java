package be.vlaanderen.loopbaankrediet.eligibility;

import be.vlaanderen.loopbaankrediet.platform.testkit.StoredSamples;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StoredSamplesTest {

    @Test
    void every_stored_event_stays_readable() throws IOException {
        StoredSamples.check(new EligibilityEventStore().names());
    }
}
