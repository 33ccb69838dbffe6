package be.vlaanderen.loopbaankrediet.payout.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.RegistrationChanged;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.VatRegimeRecorded;
import be.vlaanderen.loopbaankrediet.platform.testkit.Scenario;
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
    void who_is_suspended_is_not_registered_until_reinstated() {
        Counsellor counsellor = given(
                        Counsellor.AGGREGATE,
                        new CounsellorRecorded(ID, LocalDate.of(2027, 1, 4), false, AT),
                        new RegistrationChanged(ID, false, MARCH, MARCH, AT),
                        new RegistrationChanged(ID, true, MARCH.plusDays(30), MARCH.plusDays(30), AT))
                .state();
        assertTrue(counsellor.isRegisteredOn(MARCH.minusDays(1)));
        assertFalse(counsellor.isRegisteredOn(MARCH));
        assertFalse(counsellor.isRegisteredOn(MARCH.plusDays(29)));
        assertTrue(counsellor.isRegisteredOn(MARCH.plusDays(30)));
    }

    @Test
    void of_two_last_days_the_later_word_counts_and_a_repeat_changes_nothing() {
        RegistrationChanged later = new RegistrationChanged(ID, false, MARCH.plusDays(60), MARCH.minusDays(5), AT);
        Scenario<Counsellor, CounsellorEvent> said = given(
                Counsellor.AGGREGATE,
                new CounsellorRecorded(ID, LocalDate.of(2027, 1, 4), false, AT),
                new RegistrationChanged(ID, false, MARCH, MARCH.minusDays(10), AT),
                later);
        assertTrue(said.state().isRegisteredOn(MARCH));
        assertFalse(said.state().isRegisteredOn(MARCH.plusDays(60)));
        said.when(counsellor -> counsellor.record(later)).thenNothing();
    }

    @Test
    void nobody_is_registered_who_was_never_heard_of() {
        assertFalse(Counsellor.EMPTY.isKnown());
        assertFalse(Counsellor.EMPTY.isRegisteredOn(MARCH));
    }
}
