package be.vlaanderen.loopbaankrediet.wallet;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service under test: fourteen days pass when a test says so. */
@Alternative
@Priority(1)
@Singleton
class MovableClock extends Clock {

    private final InstantSource machine = InstantSource.system();
    private volatile Duration offset = Duration.ZERO;

    void pass(Duration time) {
        offset = offset.plus(time);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
