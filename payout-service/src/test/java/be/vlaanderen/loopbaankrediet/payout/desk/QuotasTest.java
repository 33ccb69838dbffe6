package be.vlaanderen.loopbaankrediet.payout.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotasTest {

    @Test
    void a_quota_holds_from_its_month_in_brussels_until_another_is_set() {
        Quotas quotas = new Quotas(Optional.of("2027-03=1000, 2027-09=none"));
        assertNull(quotas.at(Instant.parse("2027-02-28T22:59:59Z")));
        assertEquals(1_000, quotas.at(Instant.parse("2027-02-28T23:00:00Z")));
        assertEquals(1_000, quotas.at(Instant.parse("2027-08-31T12:00:00Z")));
        assertNull(quotas.at(Instant.parse("2027-09-01T12:00:00Z")));
        assertNull(new Quotas(Optional.empty()).at(Instant.parse("2027-09-01T12:00:00Z")));
    }

    @Test
    void a_setting_that_cannot_be_read_stops_the_service_at_once() {
        assertThrows(IllegalArgumentException.class, () -> new Quotas(Optional.of("2027-03:1000")));
    }
}
