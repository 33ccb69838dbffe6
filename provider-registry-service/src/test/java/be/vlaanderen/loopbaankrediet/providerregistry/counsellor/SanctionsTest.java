package be.vlaanderen.loopbaankrediet.providerregistry.counsellor;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.AGGREGATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.testkit.Scenario;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.Absence;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Counsellor.Status;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorWarned;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.DossierOpened;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnnounced;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionAnswered;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.SanctionDropped;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction.Kind;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.Sanction.State;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.AnnounceSanction;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.AnswerSanction;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.DecideSanction;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.Leave;
import be.vlaanderen.loopbaankrediet.providerregistry.counsellor.sanction.Reinstate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SanctionsTest {

    private static final UUID ID = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final UUID SANCTION = UUID.fromString("8d5a2f10-44c7-4f0e-9c53-2b8f6d7e1a20");
    private static final UUID OTHER = UUID.fromString("9e6b3f21-55d8-4a1f-8d64-3c9a7e8f2b31");
    private static final UUID ANSWER = UUID.fromString("0a7c9f12-5d3e-4b1a-8f60-7e2d1c3b4a59");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 16);
    private static final Instant AT = Instant.parse("2027-03-01T09:00:00Z");

    @Test
    void a_warning_stands_at_once_and_changes_nothing_about_the_registration() {
        var result = registered().when(it -> announce(it, Kind.WARNING, SANCTION));
        result.then(new CounsellorWarned(ID, SANCTION, Reason.POOR_QUALITY, "officer", AT));
        assertEquals(Status.REGISTERED, after(result.events()).status(TODAY));
        registered(new CounsellorWarned(ID, SANCTION, Reason.POOR_QUALITY, "officer", AT))
                .when(it -> announce(it, Kind.WARNING, SANCTION))
                .thenNothing();
    }

    @Test
    void a_suspension_is_announced_with_fifteen_days_to_answer_and_does_not_hold_yet() {
        var result = registered().when(it -> announce(it, Kind.SUSPENSION, SANCTION));
        result.then(announced(Kind.SUSPENSION));
        assertEquals(Status.REGISTERED, after(result.events()).status(TODAY));
    }

    @Test
    void one_procedure_runs_at_a_time_and_a_repeat_changes_nothing() {
        registered(announced(Kind.SUSPENSION))
                .when(it -> announce(it, Kind.SUSPENSION, SANCTION))
                .thenNothing();
        registered(announced(Kind.SUSPENSION))
                .when(it -> announce(it, Kind.WITHDRAWAL, OTHER))
                .thenRefused(CounsellorRefusal.SANCTION_UNDER_WAY);
    }

    @Test
    void who_is_not_registered_cannot_be_sanctioned() {
        given(AGGREGATE)
                .when(it -> announce(it, Kind.WARNING, SANCTION))
                .thenRefused(CounsellorRefusal.COUNSELLOR_UNKNOWN);
        given(AGGREGATE, opened())
                .when(it -> announce(it, Kind.WARNING, SANCTION))
                .thenRefused(CounsellorRefusal.NOT_REGISTERED);
        registered(new CounsellorLeft(ID, null, TODAY, Reason.OWN_WISH, null, AT))
                .when(it -> announce(it, Kind.WARNING, SANCTION))
                .thenRefused(CounsellorRefusal.HAS_LEFT);
    }

    @Test
    void a_suspension_is_not_final_before_the_counsellor_was_heard() {
        registered(announced(Kind.SUSPENSION))
                .when(it -> decide(it, State.FINAL, Reason.POOR_QUALITY, LAST_DAY))
                .thenRefused(CounsellorRefusal.TIME_TO_ANSWER_RUNS, Map.of("answerBy", LAST_DAY));
    }

    @Test
    void whether_somebody_is_registered_is_known_of_every_day() {
        Counsellor counsellor = AGGREGATE.replay(List.of(
                opened(),
                new CounsellorRegistered(ID, Route.R1, true, TODAY, AT),
                announced(Kind.SUSPENSION),
                suspended(TODAY.plusDays(10)),
                new CounsellorReinstated(ID, SANCTION, TODAY.plusDays(20), Reason.REMEDIED, "officer", AT),
                new CounsellorLeft(ID, null, TODAY.plusDays(30), Reason.OWN_WISH, null, AT)));
        assertEquals(Absence.NOT_YET_REGISTERED, counsellor.absenceOn(TODAY.minusDays(1)));
        assertNull(counsellor.absenceOn(TODAY));
        assertNull(counsellor.absenceOn(TODAY.plusDays(9)));
        assertEquals(Absence.SUSPENDED, counsellor.absenceOn(TODAY.plusDays(10)));
        assertEquals(Absence.SUSPENDED, counsellor.absenceOn(TODAY.plusDays(19)));
        assertNull(counsellor.absenceOn(TODAY.plusDays(20)));
        assertNull(counsellor.absenceOn(TODAY.plusDays(29)));
        assertEquals(Absence.LEFT, counsellor.absenceOn(TODAY.plusDays(30)));
    }

    @Test
    void silence_of_fifteen_days_is_enough_to_decide() {
        registered(announced(Kind.SUSPENSION))
                .when(it -> decide(it, State.FINAL, Reason.POOR_QUALITY, LAST_DAY.plusDays(1)))
                .then(suspended(LAST_DAY.plusDays(1)));
    }

    @Test
    void an_answer_lets_the_officer_decide_on_the_same_day() {
        registered(announced(Kind.SUSPENSION), answered())
                .when(it -> decide(it, State.FINAL, Reason.POOR_QUALITY, TODAY))
                .then(suspended(TODAY));
    }

    @Test
    void an_answer_is_given_once_and_in_time() {
        registered(announced(Kind.SUSPENSION))
                .when(it -> answer(it, ANSWER, LAST_DAY))
                .then(answered());
        registered(announced(Kind.SUSPENSION))
                .when(it -> answer(it, ANSWER, LAST_DAY.plusDays(1)))
                .thenRefused(CounsellorRefusal.TIME_TO_ANSWER_IS_OVER, Map.of("answerBy", LAST_DAY));
        registered(announced(Kind.SUSPENSION), answered())
                .when(it -> answer(it, ANSWER, TODAY))
                .thenNothing();
        registered(announced(Kind.SUSPENSION), answered())
                .when(it -> answer(it, OTHER, TODAY))
                .thenRefused(CounsellorRefusal.ANSWERED_ALREADY);
        registered().when(it -> answer(it, ANSWER, TODAY)).thenRefused(CounsellorRefusal.SANCTION_UNKNOWN);
    }

    @Test
    void a_dropped_suspension_never_holds() {
        var dropped = new SanctionDropped(ID, SANCTION, Reason.NOT_PROVEN, "officer", AT);
        registered(announced(Kind.SUSPENSION))
                .when(it -> decide(it, State.DROPPED, Reason.NOT_PROVEN, TODAY))
                .then(dropped);
        registered(announced(Kind.SUSPENSION), dropped)
                .when(it -> decide(it, State.DROPPED, Reason.NOT_PROVEN, TODAY))
                .thenNothing();
        registered(announced(Kind.SUSPENSION), dropped)
                .when(it -> decide(it, State.FINAL, Reason.POOR_QUALITY, LAST_DAY.plusDays(1)))
                .thenRefused(CounsellorRefusal.DECIDED_ALREADY);
    }

    @Test
    void a_suspended_counsellor_is_reinstated_once_and_can_be_suspended_again() {
        var reinstated = new CounsellorReinstated(ID, SANCTION, TODAY, Reason.REMEDIED, "officer", AT);
        assertEquals(
                Status.SUSPENDED,
                registered(announced(Kind.SUSPENSION), suspended(TODAY)).state().status(TODAY));
        registered(announced(Kind.SUSPENSION), suspended(TODAY))
                .when(SanctionsTest::reinstate)
                .then(reinstated);
        var again = registered(announced(Kind.SUSPENSION), suspended(TODAY), reinstated);
        assertEquals(Status.REGISTERED, again.state().status(TODAY));
        again.when(SanctionsTest::reinstate).thenNothing();
        again.when(it -> announce(it, Kind.SUSPENSION, OTHER))
                .then(new SanctionAnnounced(ID, OTHER, Kind.SUSPENSION, Reason.POOR_QUALITY, LAST_DAY, "officer", AT));
        registered(announced(Kind.SUSPENSION))
                .when(SanctionsTest::reinstate)
                .thenRefused(CounsellorRefusal.NOT_SUSPENDED);
    }

    @Test
    void a_final_withdrawal_ends_the_registration() {
        var left = new CounsellorLeft(ID, SANCTION, TODAY, Reason.POOR_QUALITY, "officer", AT);
        registered(announced(Kind.WITHDRAWAL), answered())
                .when(it -> decide(it, State.FINAL, Reason.POOR_QUALITY, TODAY))
                .then(left);
        var withdrawn = registered(announced(Kind.WITHDRAWAL), answered(), left);
        assertEquals(Status.WITHDRAWN, withdrawn.state().status(TODAY));
        withdrawn
                .when(it -> decide(it, State.FINAL, Reason.POOR_QUALITY, TODAY))
                .thenNothing();
        withdrawn.when(it -> leave(it, TODAY.plusDays(1))).thenRefused(CounsellorRefusal.HAS_LEFT);
    }

    @Test
    void a_reason_fits_what_is_decided() {
        registered()
                .when(it -> AnnounceSanction.decide(
                        it, new AnnounceSanction(ID, SANCTION, Kind.WARNING, Reason.OWN_WISH, "officer", TODAY, AT)))
                .thenRefused(CounsellorRefusal.REASON_DOES_NOT_FIT);
        registered(announced(Kind.SUSPENSION), answered())
                .when(it -> decide(it, State.FINAL, Reason.NOT_PROVEN, TODAY))
                .thenRefused(CounsellorRefusal.REASON_DOES_NOT_FIT);
        registered(announced(Kind.SUSPENSION), answered())
                .when(it -> decide(it, State.DROPPED, Reason.POOR_QUALITY, TODAY))
                .thenRefused(CounsellorRefusal.REASON_DOES_NOT_FIT);
    }

    @Test
    void who_leaves_by_own_wish_stays_registered_until_that_day() {
        var left = new CounsellorLeft(ID, null, TODAY.plusDays(30), Reason.OWN_WISH, null, AT);
        registered().when(it -> leave(it, TODAY.plusDays(30))).then(left);
        var leaving = registered(left);
        assertEquals(Status.REGISTERED, leaving.state().status(TODAY.plusDays(29)));
        assertEquals(Status.WITHDRAWN, leaving.state().status(TODAY.plusDays(30)));
        leaving.when(it -> leave(it, TODAY.plusDays(30))).thenNothing();
        leaving.when(it -> leave(it, TODAY.plusDays(31))).thenRefused(CounsellorRefusal.LEAVES_ALREADY);
    }

    @Test
    void nobody_leaves_in_the_past_or_more_than_a_year_ahead() {
        registered().when(it -> leave(it, TODAY.minusDays(1))).thenRefused(CounsellorRefusal.LEAVING_DAY_OUT_OF_RANGE);
        registered()
                .when(it -> leave(it, TODAY.plusYears(1).plusDays(1)))
                .thenRefused(CounsellorRefusal.LEAVING_DAY_OUT_OF_RANGE);
    }

    private static Decision<CounsellorEvent> announce(Counsellor it, Kind kind, UUID sanction) {
        return AnnounceSanction.decide(
                it, new AnnounceSanction(ID, sanction, kind, Reason.POOR_QUALITY, "officer", TODAY, AT));
    }

    private static Decision<CounsellorEvent> decide(Counsellor it, State outcome, Reason reason, LocalDate today) {
        return DecideSanction.decide(it, new DecideSanction(ID, SANCTION, outcome, reason, "officer", today, AT));
    }

    private static Decision<CounsellorEvent> answer(Counsellor it, UUID answer, LocalDate today) {
        return AnswerSanction.decide(it, new AnswerSanction(ID, SANCTION, answer, today, AT));
    }

    private static Decision<CounsellorEvent> reinstate(Counsellor it) {
        return Reinstate.decide(it, new Reinstate(ID, SANCTION, Reason.REMEDIED, "officer", TODAY, AT));
    }

    private static Decision<CounsellorEvent> leave(Counsellor it, LocalDate from) {
        return Leave.decide(it, new Leave(ID, from, TODAY, AT));
    }

    private static Scenario<Counsellor, CounsellorEvent> registered(CounsellorEvent... later) {
        return given(AGGREGATE, history(List.of(later)));
    }

    private static Counsellor after(List<CounsellorEvent> later) {
        return AGGREGATE.replay(history(later));
    }

    private static List<CounsellorEvent> history(List<CounsellorEvent> later) {
        List<CounsellorEvent> all = new ArrayList<>(
                List.of(opened(), new CounsellorRegistered(ID, Route.R1, true, TODAY.minusDays(60), AT)));
        all.addAll(later);
        return all;
    }

    private static CounsellorEvent opened() {
        return new DossierOpened(ID, Route.R1, LocalDate.of(2019, 5, 1), List.of(), true, AT);
    }

    private static CounsellorEvent announced(Kind kind) {
        return new SanctionAnnounced(ID, SANCTION, kind, Reason.POOR_QUALITY, LAST_DAY, "officer", AT);
    }

    private static CounsellorEvent answered() {
        return new SanctionAnswered(ID, SANCTION, ANSWER, AT);
    }

    private static CounsellorEvent suspended(LocalDate from) {
        return new CounsellorSuspended(ID, SANCTION, from, Reason.POOR_QUALITY, "officer", AT);
    }
}
