package be.vlaanderen.loopbaankrediet.sessionclaims.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.Counsellor.AGGREGATE;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.RegistrationChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** D-10: registered on the day of delivery. */
class CounsellorTest {

    private static final UUID COUNSELLOR = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final Instant NOW = Instant.parse("2027-03-09T08:00:00Z");

    @Test
    void a_counsellor_is_registered_from_the_day_of_registration() {
        Counsellor counsellor = given(AGGREGATE, recorded()).state();
        assertFalse(counsellor.isRegisteredOn(day("2027-01-03")));
        assertTrue(counsellor.isRegisteredOn(day("2027-01-04")));
        assertFalse(Counsellor.EMPTY.isRegisteredOn(day("2027-01-04")));
    }

    @Test
    void a_suspension_ends_it_until_a_reinstatement_and_days_before_it_stay() {
        Counsellor counsellor = given(
                        AGGREGATE,
                        recorded(),
                        change(false, "2027-03-09", "2027-03-09"),
                        change(true, "2027-04-01", "2027-03-30"))
                .state();
        assertTrue(counsellor.isRegisteredOn(day("2027-03-08")));
        assertFalse(counsellor.isRegisteredOn(day("2027-03-09")));
        assertFalse(counsellor.isRegisteredOn(day("2027-03-31")));
        assertTrue(counsellor.isRegisteredOn(day("2027-04-01")));
    }

    @Test
    void a_departure_that_was_announced_is_replaced_by_what_is_said_later() {
        Counsellor counsellor = given(
                        AGGREGATE,
                        recorded(),
                        change(false, "2027-06-30", "2027-03-09"),
                        change(false, "2027-09-30", "2027-04-01"))
                .state();
        assertTrue(counsellor.isRegisteredOn(day("2027-07-01")));
        assertFalse(counsellor.isRegisteredOn(day("2027-09-30")));
    }

    @Test
    void the_same_again_changes_nothing_and_a_change_may_come_before_the_registration() {
        RegistrationChanged suspended = change(false, "2027-03-09", "2027-03-09");
        given(AGGREGATE, recorded()).when(it -> it.record(recorded())).thenNothing();
        given(AGGREGATE, recorded(), suspended).when(it -> it.record(suspended)).thenNothing();
        given(AGGREGATE).when(it -> it.record(suspended)).then(suspended);
        given(AGGREGATE, suspended).when(it -> it.record(recorded())).then(recorded());
    }

    private static CounsellorRecorded recorded() {
        return new CounsellorRecorded(COUNSELLOR, day("2027-01-04"), NOW);
    }

    private static RegistrationChanged change(boolean registered, String from, String decidedOn) {
        return new RegistrationChanged(COUNSELLOR, registered, day(from), day(decidedOn), NOW);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
