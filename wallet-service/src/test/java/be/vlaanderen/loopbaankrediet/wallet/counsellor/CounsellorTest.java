package be.vlaanderen.loopbaankrediet.wallet.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor.AGGREGATE;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.COUNSELLOR;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorBecameBookable;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorGone;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorReturnsOn;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent.CounsellorStopsOn;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CounsellorTest {

    private static final LocalDate LAST = LocalDate.of(2027, 3, 21);
    private static final LocalDate FIRST_WITHOUT = LAST.plusDays(1);
    private static final LocalDate BACK = LocalDate.of(2027, 5, 3);
    private static final CounsellorEvent BOOKABLE = new CounsellorBecameBookable(COUNSELLOR, NOW);
    private static final CounsellorEvent STOPS = new CounsellorStopsOn(COUNSELLOR, FIRST_WITHOUT, NOW);
    private static final CounsellorEvent GONE = new CounsellorGone(COUNSELLOR, NOW);
    private static final CounsellorEvent RETURNS = new CounsellorReturnsOn(COUNSELLOR, BACK, NOW);

    @Test
    void who_stops_can_be_booked_up_to_the_last_day() {
        Counsellor stopping = given(AGGREGATE, BOOKABLE, STOPS).state();
        assertEquals(true, stopping.isBookableOn(LAST));
        assertEquals(false, stopping.isBookableOn(FIRST_WITHOUT));
        assertEquals(false, Counsellor.UNKNOWN.isBookableOn(LAST));
    }

    @Test
    void who_is_reinstated_can_be_booked_again_from_that_day() {
        Counsellor back = given(AGGREGATE, BOOKABLE, STOPS, GONE, RETURNS).state();
        assertEquals(false, back.isBookableOn(BACK.minusDays(1)));
        assertEquals(true, back.isBookableOn(BACK));
    }

    @Test
    void that_a_counsellor_is_gone_is_noticed_once_and_not_before_the_day() {
        given(AGGREGATE, BOOKABLE, STOPS)
                .when(state -> Counsellor.noticeGone(state, COUNSELLOR, LAST, NOW))
                .thenNothing();
        given(AGGREGATE, BOOKABLE, STOPS)
                .when(state -> Counsellor.noticeGone(state, COUNSELLOR, FIRST_WITHOUT, NOW))
                .then(GONE);
        given(AGGREGATE, BOOKABLE, STOPS, GONE)
                .when(state -> Counsellor.noticeGone(state, COUNSELLOR, BACK, NOW))
                .thenNothing();
    }

    @Test
    void what_the_registry_says_again_changes_nothing() {
        given(AGGREGATE, BOOKABLE)
                .when(state -> Counsellor.becomeBookable(state, COUNSELLOR, NOW))
                .thenNothing();
        given(AGGREGATE, BOOKABLE, STOPS)
                .when(state -> Counsellor.stopOn(state, COUNSELLOR, FIRST_WITHOUT, NOW))
                .thenNothing();
        given(AGGREGATE, BOOKABLE, STOPS, GONE, RETURNS)
                .when(state -> Counsellor.returnOn(state, COUNSELLOR, BACK, NOW))
                .thenNothing();
        given(AGGREGATE, BOOKABLE)
                .when(state -> Counsellor.returnOn(state, COUNSELLOR, BACK, NOW))
                .thenNothing();
    }

    @Test
    void who_stops_a_second_time_is_noticed_a_second_time() {
        LocalDate again = BACK.plusDays(30);
        given(AGGREGATE, BOOKABLE, STOPS, GONE, RETURNS, new CounsellorStopsOn(COUNSELLOR, again, NOW))
                .when(state -> Counsellor.noticeGone(state, COUNSELLOR, again, NOW))
                .then(GONE);
    }
}
