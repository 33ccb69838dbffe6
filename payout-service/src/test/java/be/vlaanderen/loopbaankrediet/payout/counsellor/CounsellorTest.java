package be.vlaanderen.loopbaankrediet.payout.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.VatRegimeRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CounsellorTest {

    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");

    @Test
    void a_regime_holds_from_its_first_day() {
        Counsellor counsellor = given(
                        Counsellor.AGGREGATE,
                        new CounsellorRecorded(ID, LocalDate.of(2027, 1, 4), false, AT),
                        new VatRegimeRecorded(ID, true, MARCH, AT))
                .state();
        assertFalse(counsellor.isVatLiableOn(MARCH.minusDays(1)));
        assertTrue(counsellor.isVatLiableOn(MARCH));
    }

    @Test
    void registration_counts_from_its_own_day() {
        Counsellor counsellor = given(Counsellor.AGGREGATE, new CounsellorRecorded(ID, MARCH, false, AT))
                .state();
        assertFalse(counsellor.isRegisteredOn(MARCH.minusDays(1)));
        assertTrue(counsellor.isRegisteredOn(MARCH));
    }

    @Test
    void a_regime_that_arrives_before_the_registration_is_kept() {
        Counsellor counsellor = given(
                        Counsellor.AGGREGATE,
                        new VatRegimeRecorded(ID, true, MARCH, AT),
                        new CounsellorRecorded(ID, LocalDate.of(2027, 1, 4), false, AT))
                .state();
        assertEquals(LocalDate.of(2027, 1, 4), counsellor.registeredOn());
        assertTrue(counsellor.isVatLiableOn(MARCH));
        assertFalse(counsellor.isVatLiableOn(MARCH.minusDays(1)));
    }

    @Test
    void nobody_is_registered_who_was_never_heard_of() {
        assertFalse(Counsellor.EMPTY.isKnown());
        assertFalse(Counsellor.EMPTY.isRegisteredOn(MARCH));
    }
}
