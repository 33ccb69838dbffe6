package be.vlaanderen.loopbaankrediet.sessionclaims.block;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static be.vlaanderen.loopbaankrediet.sessionclaims.block.Block.AGGREGATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.testkit.Scenario;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockClosed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimRefused;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimSubmitted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimWithdrawalAsked;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.FailedCheck;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.GuidanceCompleted;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.Origin;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionDisputed;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionFoundUndue;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionRegistered;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UndueReason;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeReleased;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.UnusedTimeTold;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.ConfirmInSilence;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.ConfirmSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.answer.DisputeSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.claim.SubmitClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.KeepClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.RefuseClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.correct.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.CloseBlock;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.OpenBlock;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.open.ReleaseUnusedTime;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.RegisterSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.register.WithdrawSession;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.undue.FindUndue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final UUID BOOKING = UUID.fromString("5f0a7a52-3c1e-4b0f-8a35-2a016f1b7f6f");
    private static final UUID WALLET = UUID.fromString("0b0f3c1e-6f0a-4a52-9a35-6f1b7f6f2a01");
    private static final UUID COUNSELLOR = UUID.fromString("3f0c1d52-7a64-4a6e-9d0b-5c1f2b7e8a10");
    private static final UUID STRANGER = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final Instant PAID = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant START = Instant.parse("2027-03-08T13:00:00Z");
    private static final Instant NOW = Instant.parse("2027-03-09T08:00:00Z");
    private static final List<Theme> THEMES = List.of(Theme.JOB_TARGET);

    // opening and closing

    @Test
    void a_paid_booking_opens_a_block_once() {
        OpenBlock command = new OpenBlock(BOOKING, WALLET, COUNSELLOR, "K7WQ2MHN", 4, 5000, PAID);
        given(AGGREGATE).when(it -> OpenBlock.decide(it, command)).then(opened());
        given(AGGREGATE, opened()).when(it -> OpenBlock.decide(it, command)).thenNothing();
    }

    @Test
    void a_cancelled_block_is_closed_once() {
        CloseBlock command = new CloseBlock(BOOKING, WALLET, NOW);
        given(AGGREGATE, opened()).when(it -> CloseBlock.decide(it, command)).then(closed());
        given(AGGREGATE, opened(), closed())
                .when(it -> CloseBlock.decide(it, command))
                .thenNothing();
    }

    @Test
    void a_reservation_that_was_never_paid_has_nothing_to_close() {
        given(AGGREGATE)
                .when(it -> CloseBlock.decide(it, new CloseBlock(BOOKING, WALLET, NOW)))
                .thenNothing();
    }

    // withdrawing

    @Test
    void a_session_that_is_not_answered_is_withdrawn_once_and_its_time_is_free_again() {
        WithdrawSession command = new WithdrawSession(ONE, COUNSELLOR, NOW);
        given(AGGREGATE, opened(), registered(ONE, START, 4))
                .when(it -> WithdrawSession.decide(it, command))
                .then(withdrawn(ONE));
        given(AGGREGATE, opened(), registered(ONE, START, 4), withdrawn(ONE))
                .when(it -> WithdrawSession.decide(it, command))
                .thenNothing();
        given(AGGREGATE, opened(), registered(ONE, START, 4), withdrawn(ONE))
                .when(register(TWO, START, 120))
                .then(registered(TWO, START, 4));
    }

    @Test
    void a_confirmed_session_that_is_not_claimed_is_withdrawn_at_once() {
        given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .when(withdraw(ONE))
                .then(withdrawn(ONE));
        Block after = given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false), withdrawn(ONE))
                .state();
        assertEquals(4, after.halfHoursLeft());
        assertEquals(List.of(), after.claimable());
    }

    @Test
    void a_disputed_session_or_that_of_another_counsellor_is_not_withdrawn() {
        given(AGGREGATE, opened(), registered(ONE, START, 2), disputed(ONE))
                .when(withdraw(ONE))
                .thenRefused(BlockRefusal.SESSION_DISPUTED);
        given(AGGREGATE, opened(), registered(ONE, START, 2))
                .when(it -> WithdrawSession.decide(it, new WithdrawSession(ONE, STRANGER, NOW)))
                .thenRefused(BlockRefusal.SESSION_UNKNOWN);
        given(AGGREGATE, opened(), registered(ONE, START, 2), closed())
                .when(withdraw(ONE))
                .thenRefused(BlockRefusal.BLOCK_CANCELLED);
    }

    // correcting what is claimed

    @Test
    void a_claimed_session_is_withdrawn_when_payment_releases_the_claim_and_the_others_are_unclaimed_again() {
        Scenario<Block, BlockEvent> claimed = given(AGGREGATE, claimed());
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        claimed.when(withdraw(ONE)).then(asked(claim, ONE));
        Scenario<Block, BlockEvent> asked = given(AGGREGATE, and(claimed(), asked(claim, ONE)));
        asked.when(withdraw(ONE)).thenNothing();
        ReleaseClaim release = new ReleaseClaim(claim.claim(), NOW);
        asked.when(it -> ReleaseClaim.decide(it, release))
                .then(new ClaimReleased(claim.claim(), BOOKING, COUNSELLOR, NOW), withdrawn(ONE));
        Scenario<Block, BlockEvent> released = given(
                AGGREGATE,
                and(
                        claimed(),
                        asked(claim, ONE),
                        new ClaimReleased(claim.claim(), BOOKING, COUNSELLOR, NOW),
                        withdrawn(ONE)));
        released.when(it -> ReleaseClaim.decide(it, release)).thenNothing();
        released.when(it -> KeepClaim.decide(it, new KeepClaim(claim.claim(), "PAID", NOW)))
                .thenNothing();
        assertEquals(
                List.of(TWO),
                released.state().claimable().stream().map(Session::id).toList());
        ClaimSubmitted again = (ClaimSubmitted) released.when(claim()).events().getFirst();
        assertNotEquals(claim.claim(), again.claim());
    }

    @Test
    void a_claim_that_payment_keeps_is_corrected_no_more_and_says_why() {
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        ClaimKept kept = new ClaimKept(claim.claim(), BOOKING, COUNSELLOR, "IN_PAYMENT", NOW);
        given(AGGREGATE, and(claimed(), asked(claim, ONE)))
                .when(it -> KeepClaim.decide(it, new KeepClaim(claim.claim(), "IN_PAYMENT", NOW)))
                .then(kept);
        given(AGGREGATE, and(claimed(), asked(claim, ONE), kept))
                .when(withdraw(TWO))
                .thenRefused(BlockRefusal.CLAIM_KEPT, Map.of("reasonCode", "IN_PAYMENT"));
    }

    /** The second question was on its way when the first was answered, and a file was taken back between them. */
    @Test
    void a_claim_that_payment_first_keeps_and_then_releases_is_corrected_as_was_asked() {
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        ClaimKept kept = new ClaimKept(claim.claim(), BOOKING, COUNSELLOR, "IN_PAYMENT", NOW);
        Scenario<Block, BlockEvent> keptAtFirst =
                given(AGGREGATE, and(claimed(), asked(claim, ONE), asked(claim, TWO), kept));
        keptAtFirst
                .when(it -> ReleaseClaim.decide(it, new ReleaseClaim(claim.claim(), NOW)))
                .then(new ClaimReleased(claim.claim(), BOOKING, COUNSELLOR, NOW), withdrawn(ONE), withdrawn(TWO));
        keptAtFirst.when(withdraw(ONE)).thenRefused(BlockRefusal.CLAIM_KEPT, Map.of("reasonCode", "IN_PAYMENT"));
    }

    @Test
    void what_was_found_undue_in_a_claim_that_was_kept_is_withdrawn_when_it_is_released() {
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        ClaimKept kept = new ClaimKept(claim.claim(), BOOKING, COUNSELLOR, "IN_PAYMENT", NOW);
        Scenario<Block, BlockEvent> keptAtFirst = given(AGGREGATE, and(claimed(), asked(claim, ONE), kept));
        keptAtFirst.when(undue(TWO, 1)).then(foundUndue(TWO, claim.claim(), 1));
        given(AGGREGATE, and(claimed(), asked(claim, ONE), kept, foundUndue(TWO, claim.claim(), 1)))
                .when(it -> ReleaseClaim.decide(it, new ReleaseClaim(claim.claim(), NOW)))
                .then(new ClaimReleased(claim.claim(), BOOKING, COUNSELLOR, NOW), withdrawn(ONE), withdrawn(TWO));
    }

    /** D-95. */
    @Test
    void of_a_refused_claim_what_is_never_paid_stays_and_the_rest_is_claimed_anew() {
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        ClaimRefused refused = refused(claim, ONE);
        var after = given(AGGREGATE, and(claimed(), refused));
        given(AGGREGATE, claimed()).when(refuse(claim, ONE)).then(refused, (ClaimSubmitted)
                after.when(claim()).events().getFirst());
        after.when(refuse(claim, ONE)).thenNothing();
        after.when(withdraw(ONE)).thenRefused(BlockRefusal.SESSION_NEVER_PAID, Map.of("reasonCode", "REFUSED"));
        after.when(undue(ONE, 1)).thenRefused(BlockRefusal.SESSION_NEVER_PAID);
        assertEquals(0, after.state().halfHoursLeft());
    }

    @Test
    void a_refused_claim_of_which_nothing_can_be_paid_is_not_claimed_anew() {
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        given(AGGREGATE, claimed()).when(refuse(claim, ONE, TWO)).then(refused(claim, ONE, TWO));
        given(AGGREGATE, and(claimed(), refused(claim, ONE, TWO)))
                .when(claim())
                .thenRefused(BlockRefusal.NOTHING_TO_CLAIM);
    }

    @Test
    void a_refused_claim_that_can_be_corrected_stands_as_it_is() {
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        given(AGGREGATE, claimed()).when(refuse(claim)).then(refused(claim));
        given(AGGREGATE, and(claimed(), refused(claim))).when(withdraw(ONE)).then(asked(claim, ONE));
    }

    @Test
    void what_was_to_be_withdrawn_of_a_refused_claim_is_withdrawn_and_not_claimed_anew() {
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        given(AGGREGATE, and(claimed(), asked(claim, TWO)))
                .when(refuse(claim, ONE))
                .then(refused(claim, ONE), withdrawn(TWO));
    }

    @Test
    void an_answer_of_payment_to_what_was_never_asked_changes_nothing() {
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        given(AGGREGATE, claimed())
                .when(it -> ReleaseClaim.decide(it, new ReleaseClaim(claim.claim(), NOW)))
                .thenNothing();
        given(AGGREGATE, opened())
                .when(it -> KeepClaim.decide(it, new KeepClaim(claim.claim(), "PAID", NOW)))
                .thenNothing();
    }

    @Test
    void a_withdrawn_session_is_neither_confirmed_nor_disputed_nor_confirmed_by_silence() {
        Block withdrawn = given(AGGREGATE, opened(), registered(ONE, START, 2), withdrawn(ONE))
                .state();
        assertEquals(
                Decision.refused(BlockRefusal.SESSION_WITHDRAWN),
                ConfirmSession.decide(withdrawn, new ConfirmSession(ONE, WALLET, NOW)));
        assertEquals(
                Decision.refused(BlockRefusal.SESSION_WITHDRAWN),
                DisputeSession.decide(withdrawn, new DisputeSession(ONE, WALLET, NOW)));
        assertEquals(
                Decision.nothing(),
                ConfirmInSilence.decide(withdrawn, new ConfirmInSilence(ONE, NOW.plus(Duration.ofDays(30)))));
    }

    // found undue by an officer

    @Test
    void a_session_found_undue_before_it_is_claimed_is_withdrawn() {
        for (BlockEvent last : List.of(registered(ONE, START, 2), confirmed(ONE, 2, false))) {
            given(AGGREGATE, opened(), registered(ONE, START, 2), last)
                    .when(undue(ONE, 1))
                    .then(foundUndue(ONE, null, 1), withdrawn(ONE));
        }
    }

    @Test
    void a_claimed_session_found_undue_stays_for_payment_to_claw_back_and_is_corrected_no_more() {
        UUID claim = ((ClaimSubmitted) claimed().getLast()).claim();
        given(AGGREGATE, claimed()).when(undue(ONE, 1)).then(foundUndue(ONE, claim, 1));
        Scenario<Block, BlockEvent> found = given(AGGREGATE, and(claimed(), foundUndue(ONE, claim, 1)));
        found.when(undue(ONE, 1)).then(foundUndue(ONE, claim, 1));
        found.when(undue(ONE, 2)).thenRefused(BlockRefusal.MORE_THAN_SESSION, Map.of("halfHoursLeft", 1));
        found.when(withdraw(TWO)).thenRefused(BlockRefusal.SESSION_UNDER_REVIEW);
    }

    @Test
    void what_delivers_nothing_or_is_being_corrected_is_not_found_undue() {
        given(AGGREGATE, opened(), registered(ONE, START, 2), disputed(ONE))
                .when(undue(ONE, 1))
                .thenRefused(BlockRefusal.SESSION_DELIVERS_NOTHING);
        given(AGGREGATE, opened(), registered(ONE, START, 2), closed())
                .when(undue(ONE, 1))
                .thenRefused(BlockRefusal.SESSION_DELIVERS_NOTHING);
        given(AGGREGATE, opened()).when(undue(ONE, 1)).thenRefused(BlockRefusal.SESSION_UNKNOWN);
        ClaimSubmitted claim = (ClaimSubmitted) claimed().getLast();
        given(AGGREGATE, and(claimed(), asked(claim, ONE)))
                .when(undue(TWO, 1))
                .thenRefused(BlockRefusal.CORRECTION_PENDING);
    }

    // giving up what is left (D-6)

    /** Who asks may be heard days later; what was delivered meanwhile is not claimed before it was delivered (D-10). */
    @Test
    void a_claim_that_follows_from_giving_up_is_of_the_moment_of_the_answer() {
        Instant days = NOW.minusSeconds(3 * 86_400);
        Block block = given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .state();
        given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .when(it -> ReleaseUnusedTime.decide(it, new ReleaseUnusedTime(BOOKING, WALLET, false, days, NOW)))
                .then(
                        new UnusedTimeReleased(BOOKING, WALLET, COUNSELLOR, 2, days),
                        completed(),
                        SubmitClaim.claim(opened(), block.claimable(), NOW));
    }

    @Test
    void what_is_not_registered_of_a_block_goes_back_in_whole_hours() {
        ReleaseUnusedTime command = new ReleaseUnusedTime(BOOKING, WALLET, false, NOW, NOW);
        given(AGGREGATE, opened(), registered(ONE, START, 2))
                .when(it -> ReleaseUnusedTime.decide(it, command))
                .then(released(2));
        given(AGGREGATE, opened(), registered(ONE, START, 1))
                .when(it -> ReleaseUnusedTime.decide(it, command))
                .then(released(2));
        given(AGGREGATE, opened(), registered(ONE, START, 3))
                .when(it -> ReleaseUnusedTime.decide(it, command))
                .then(released(0));
        given(AGGREGATE, opened(), registered(ONE, START, 4), disputed(ONE))
                .when(it -> ReleaseUnusedTime.decide(it, command))
                .then(released(4), closed());
    }

    /** D-90. */
    @Test
    void a_block_of_which_nothing_was_registered_is_closed_and_goes_back_as_a_whole() {
        given(AGGREGATE, opened())
                .when(it -> ReleaseUnusedTime.decide(it, new ReleaseUnusedTime(BOOKING, WALLET, false, NOW, NOW)))
                .then(released(4), closed());
        given(AGGREGATE, opened(), released(4), closed())
                .when(register(ONE, START, 60))
                .thenRefused(BlockRefusal.BLOCK_CANCELLED, Map.of("cancelledAt", NOW));
        given(AGGREGATE, opened(), released(4), closed())
                .when(it -> CloseBlock.decide(it, new CloseBlock(BOOKING, WALLET, NOW.plusSeconds(1))))
                .thenNothing();
    }

    /** D-91. */
    @Test
    void the_same_question_gets_the_same_answer_and_another_one_its_own() {
        Instant later = NOW.plusSeconds(600);
        given(AGGREGATE, opened(), registered(ONE, START, 2), released(2))
                .when(it -> ReleaseUnusedTime.decide(it, new ReleaseUnusedTime(BOOKING, WALLET, false, NOW, later)))
                .then(new UnusedTimeTold(BOOKING, WALLET, COUNSELLOR, 2, NOW, later));
        given(AGGREGATE, opened(), released(4), closed())
                .when(it -> ReleaseUnusedTime.decide(it, new ReleaseUnusedTime(BOOKING, WALLET, false, NOW, later)))
                .then(new UnusedTimeTold(BOOKING, WALLET, COUNSELLOR, 4, NOW, later));
        given(AGGREGATE, opened(), registered(ONE, START, 2), released(2), disputed(ONE))
                .when(it -> ReleaseUnusedTime.decide(it, new ReleaseUnusedTime(BOOKING, WALLET, false, later, later)))
                .then(
                        new UnusedTimeReleased(BOOKING, WALLET, COUNSELLOR, 2, later),
                        new BlockClosed(BOOKING, WALLET, later));
    }

    /** D-16. */
    @Test
    void when_the_counsellor_is_gone_half_hours_go_back_as_well() {
        ReleaseUnusedTime command = new ReleaseUnusedTime(BOOKING, WALLET, true, NOW, NOW);
        given(AGGREGATE, opened(), registered(ONE, START, 1))
                .when(it -> ReleaseUnusedTime.decide(it, command))
                .then(released(3));
        Instant before = NOW.minusSeconds(60);
        given(
                        AGGREGATE,
                        opened(),
                        registered(ONE, START, 1),
                        new UnusedTimeReleased(BOOKING, WALLET, COUNSELLOR, 2, before))
                .when(it -> ReleaseUnusedTime.decide(it, command))
                .then(released(1));
    }

    @Test
    void what_went_back_cannot_be_registered_any_more() {
        given(AGGREGATE, opened(), registered(ONE, START, 2), released(2))
                .when(register(TWO, START.plusSeconds(7200), 60))
                .thenRefused(
                        BlockRefusal.TIME_GIVEN_BACK, Map.of("failed", List.of("TIME_GIVEN_BACK"), "givenUpAt", NOW));
    }

    @Test
    void when_all_that_was_delivered_is_confirmed_giving_up_the_rest_claims_it() {
        given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .when(it -> ReleaseUnusedTime.decide(it, new ReleaseUnusedTime(BOOKING, WALLET, false, NOW, NOW)))
                .then(
                        released(2),
                        completed(),
                        SubmitClaim.claim(
                                opened(),
                                given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                                        .state()
                                        .claimable(),
                                NOW));
    }

    // registering

    @Test
    void a_session_is_registered_in_whole_half_hours() {
        given(AGGREGATE, opened()).when(register(ONE, START, 90)).then(registered(ONE, START, 3));
    }

    @Test
    void the_same_session_again_changes_nothing() {
        given(AGGREGATE, opened(), registered(ONE, START, 3))
                .when(register(ONE, START, 90))
                .thenNothing();
    }

    @Test
    void a_session_of_half_an_hour_and_a_bit_is_refused() {
        refused("NOT_WHOLE_HALF_HOURS", register(ONE, START, 45));
        refused("NOT_WHOLE_HALF_HOURS", register(ONE, START, 1));
    }

    @Test
    void a_session_ends_after_it_starts() {
        refused("END_NOT_AFTER_START", register(ONE, START, 0));
        refused("END_NOT_AFTER_START", register(ONE, START, -60));
    }

    @Test
    void a_session_is_registered_when_it_is_over() {
        refused("SESSION_IN_FUTURE", register(ONE, NOW.minusSeconds(3599), 60));
        given(AGGREGATE, opened())
                .when(register(ONE, NOW.minusSeconds(3600), 60))
                .then(registered(ONE, NOW.minusSeconds(3600), 2));
    }

    @Test
    void a_session_does_not_start_before_the_booking_was_paid() {
        refused("SESSION_BEFORE_PAYMENT", register(ONE, PAID.minusSeconds(1), 60));
        given(AGGREGATE, opened()).when(register(ONE, PAID, 60)).then(registered(ONE, PAID, 2));
    }

    @Test
    void delivered_time_never_exceeds_the_block() {
        refused("MORE_THAN_BLOCK_LEFT", register(ONE, START, 150));
        given(AGGREGATE, opened(), registered(ONE, START, 3))
                .when(register(TWO, START.plusSeconds(7200), 60))
                .thenRefused(BlockRefusal.MORE_THAN_BLOCK_LEFT, Map.of("failed", List.of("MORE_THAN_BLOCK_LEFT")));
        given(AGGREGATE, opened(), registered(ONE, START, 3))
                .when(register(TWO, START.plusSeconds(7200), 30))
                .then(registered(TWO, START.plusSeconds(7200), 1));
    }

    @Test
    void the_time_of_a_disputed_session_can_be_registered_rightly() {
        given(AGGREGATE, opened(), registered(ONE, START, 4), disputed(ONE))
                .when(register(TWO, START, 120))
                .then(registered(TWO, START, 4));
    }

    @Test
    void a_session_is_registered_within_three_months_of_its_day() {
        Instant last = Instant.parse("2027-06-08T21:59:59Z"); // the last second of 8 June in Brussels
        given(AGGREGATE, opened())
                .when(it -> RegisterSession.decide(it, command(ONE, START, 60, true, false, false, last)))
                .then(new SessionRegistered(
                        ONE,
                        BOOKING,
                        WALLET,
                        COUNSELLOR,
                        START,
                        START.plusSeconds(3600),
                        2,
                        Mode.ONLINE,
                        THEMES,
                        last));
        given(AGGREGATE, opened())
                .when(it ->
                        RegisterSession.decide(it, command(ONE, START, 60, true, false, false, last.plusSeconds(1))))
                .thenRefused(BlockRefusal.REGISTERED_TOO_LATE);
    }

    @Test
    void only_a_registered_counsellor_registers_sessions() {
        given(AGGREGATE, opened())
                .when(it -> RegisterSession.decide(it, command(ONE, START, 60, false, false, false, NOW)))
                .thenRefused(BlockRefusal.COUNSELLOR_NOT_REGISTERED);
    }

    @Test
    void neither_the_counsellor_nor_the_citizen_is_in_two_sessions_at_once() {
        given(AGGREGATE, opened())
                .when(it -> RegisterSession.decide(it, command(ONE, START, 60, true, true, false, NOW)))
                .thenRefused(BlockRefusal.OVERLAP_COUNSELLOR);
        given(AGGREGATE, opened())
                .when(it -> RegisterSession.decide(it, command(ONE, START, 60, true, false, true, NOW)))
                .thenRefused(BlockRefusal.OVERLAP_CITIZEN);
    }

    @Test
    void every_failing_condition_is_named_and_the_first_one_decides() {
        given(AGGREGATE, opened())
                .when(it -> RegisterSession.decide(
                        it, command(ONE, PAID.minus(Duration.ofDays(200)), 155, false, true, true, NOW)))
                .thenRefused(
                        BlockRefusal.NOT_WHOLE_HALF_HOURS,
                        Map.of(
                                "failed",
                                List.of(
                                        "NOT_WHOLE_HALF_HOURS",
                                        "COUNSELLOR_NOT_REGISTERED",
                                        "SESSION_BEFORE_PAYMENT",
                                        "MORE_THAN_BLOCK_LEFT",
                                        "OVERLAP_COUNSELLOR",
                                        "OVERLAP_CITIZEN",
                                        "REGISTERED_TOO_LATE")));
    }

    @Test
    void the_code_of_a_block_serves_its_own_counsellor_alone() {
        given(AGGREGATE, opened())
                .when(it -> RegisterSession.decide(
                        it,
                        new RegisterSession(
                                ONE,
                                BOOKING,
                                STRANGER,
                                START,
                                START.plusSeconds(3600),
                                Mode.ONLINE,
                                THEMES,
                                true,
                                false,
                                false,
                                NOW)))
                .thenRefused(BlockRefusal.CODE_UNKNOWN);
        given(AGGREGATE).when(register(ONE, START, 60)).thenRefused(BlockRefusal.CODE_UNKNOWN);
    }

    @Test
    void nothing_happens_any_more_on_a_cancelled_block() {
        var block = given(AGGREGATE, opened(), registered(ONE, START, 2), closed());
        block.when(register(TWO, START.plusSeconds(7200), 60)).thenRefused(BlockRefusal.BLOCK_CANCELLED);
        block.when(confirm(ONE)).thenRefused(BlockRefusal.BLOCK_CANCELLED);
        block.when(dispute(ONE)).thenRefused(BlockRefusal.BLOCK_CANCELLED);
        block.when(claim()).thenRefused(BlockRefusal.BLOCK_CANCELLED);
        block.when(silence(ONE, NOW.plus(Duration.ofDays(15)))).thenNothing();
    }

    // answering

    @Test
    void a_citizen_confirms_a_session_once() {
        given(AGGREGATE, opened(), registered(ONE, START, 2)).when(confirm(ONE)).then(confirmed(ONE, 2, false));
        given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .when(confirm(ONE))
                .thenNothing();
    }

    @Test
    void a_citizen_disputes_a_session_once() {
        given(AGGREGATE, opened(), registered(ONE, START, 2)).when(dispute(ONE)).then(disputed(ONE));
        given(AGGREGATE, opened(), registered(ONE, START, 2), disputed(ONE))
                .when(dispute(ONE))
                .thenNothing();
    }

    @Test
    void an_answer_that_was_given_stays() {
        given(AGGREGATE, opened(), registered(ONE, START, 2), disputed(ONE))
                .when(confirm(ONE))
                .thenRefused(BlockRefusal.SESSION_ALREADY_DISPUTED);
        given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .when(dispute(ONE))
                .thenRefused(BlockRefusal.SESSION_ALREADY_CONFIRMED);
    }

    @Test
    void somebody_else_cannot_answer() {
        var block = given(AGGREGATE, opened(), registered(ONE, START, 2));
        block.when(it -> ConfirmSession.decide(it, new ConfirmSession(ONE, STRANGER, NOW)))
                .thenRefused(BlockRefusal.SESSION_UNKNOWN);
        block.when(it -> DisputeSession.decide(it, new DisputeSession(ONE, STRANGER, NOW)))
                .thenRefused(BlockRefusal.SESSION_UNKNOWN);
        block.when(confirm(TWO)).thenRefused(BlockRefusal.SESSION_UNKNOWN);
        block.when(dispute(TWO)).thenRefused(BlockRefusal.SESSION_UNKNOWN);
    }

    @Test
    void silence_of_fourteen_days_is_a_yes_and_is_marked_so() {
        Instant due = NOW.plus(Duration.ofDays(14));
        var block = given(AGGREGATE, opened(), registered(ONE, START, 2));
        block.when(silence(ONE, due.minusMillis(1))).thenNothing();
        block.when(silence(ONE, due)).then(new SessionConfirmed(ONE, BOOKING, WALLET, COUNSELLOR, 2, true, due));
    }

    @Test
    void an_answer_goes_before_silence() {
        Instant due = NOW.plus(Duration.ofDays(14));
        given(AGGREGATE, opened(), registered(ONE, START, 2), disputed(ONE))
                .when(silence(ONE, due))
                .thenNothing();
        given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .when(silence(ONE, due))
                .thenNothing();
        given(AGGREGATE, opened()).when(silence(ONE, due)).thenNothing();
    }

    // claiming

    @Test
    void a_full_block_claims_itself_with_the_last_confirmation() {
        Instant late = Instant.parse("2027-03-08T23:30:00Z"); // already 9 March in Brussels
        var result = given(
                        AGGREGATE,
                        opened(),
                        registered(ONE, START, 2),
                        registered(TWO, late, 2),
                        confirmed(ONE, 2, false))
                .when(confirm(TWO));
        ClaimSubmitted claim = (ClaimSubmitted) result.events().getLast();
        assertEquals(3, result.events().size());
        assertEquals(4, claim.halfHours());
        assertEquals(
                List.of(
                        new ClaimedSession(ONE, LocalDate.of(2027, 3, 8), 2),
                        new ClaimedSession(TWO, LocalDate.of(2027, 3, 9), 2)),
                claim.sessions());
        assertEquals(NOW, claim.at());
    }

    @Test
    void silence_too_fills_a_block() {
        var result =
                given(AGGREGATE, opened(), registered(ONE, START, 4)).when(silence(ONE, NOW.plus(Duration.ofDays(14))));
        assertEquals(
                List.of(SessionConfirmed.class, GuidanceCompleted.class, ClaimSubmitted.class),
                result.events().stream().map(Object::getClass).toList());
    }

    @Test
    void a_counsellor_claims_confirmed_time_of_a_block_that_is_not_full() {
        var result = given(
                        AGGREGATE,
                        opened(),
                        registered(ONE, START, 2),
                        registered(TWO, START.plusSeconds(7200), 1),
                        confirmed(ONE, 2, false))
                .when(claim());
        ClaimSubmitted claim = (ClaimSubmitted) result.events().getFirst();
        assertEquals(List.of(new ClaimedSession(ONE, LocalDate.of(2027, 3, 8), 2)), claim.sessions());
        assertEquals(2, claim.halfHours());
    }

    @Test
    void what_was_claimed_by_hand_is_not_claimed_again_when_the_block_is_full() {
        var byHand = given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .when(claim());
        ClaimSubmitted first = (ClaimSubmitted) byHand.events().getFirst();
        var full = given(
                        AGGREGATE,
                        opened(),
                        registered(ONE, START, 2),
                        confirmed(ONE, 2, false),
                        first,
                        registered(TWO, START.plusSeconds(7200), 2))
                .when(confirm(TWO));
        ClaimSubmitted second = (ClaimSubmitted) full.events().getLast();
        assertEquals(
                List.of(TWO),
                second.sessions().stream().map(ClaimedSession::session).toList());
        assertNotEquals(first.claim(), second.claim());
    }

    @Test
    void the_same_sessions_always_give_the_same_claim() {
        var once = given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false));
        assertEquals(once.when(claim()).events(), once.when(claim()).events());
    }

    @Test
    void there_is_nothing_to_claim_without_a_confirmed_session() {
        given(AGGREGATE, opened(), registered(ONE, START, 2)).when(claim()).thenRefused(BlockRefusal.NOTHING_TO_CLAIM);
        given(AGGREGATE, opened(), registered(ONE, START, 2), disputed(ONE))
                .when(claim())
                .thenRefused(BlockRefusal.NOTHING_TO_CLAIM);
    }

    @Test
    void only_the_own_block_is_claimed() {
        given(AGGREGATE, opened(), registered(ONE, START, 2), confirmed(ONE, 2, false))
                .when(it -> SubmitClaim.decide(it, new SubmitClaim(BOOKING, STRANGER, NOW)))
                .thenRefused(BlockRefusal.BLOCK_UNKNOWN);
        given(AGGREGATE).when(claim()).thenRefused(BlockRefusal.BLOCK_UNKNOWN);
    }

    private static void refused(String condition, Function<Block, Decision<BlockEvent>> decide) {
        Scenario<Block, BlockEvent> block = given(AGGREGATE, opened());
        block.when(decide).thenRefused(BlockRefusal.valueOf(condition), Map.of("failed", List.of(condition)));
    }

    private static Function<Block, Decision<BlockEvent>> register(UUID session, Instant start, long minutes) {
        return it -> RegisterSession.decide(it, command(session, start, minutes, true, false, false, NOW));
    }

    private static RegisterSession command(
            UUID session,
            Instant start,
            long minutes,
            boolean isRegistered,
            boolean busy,
            boolean citizenBusy,
            Instant at) {
        return new RegisterSession(
                session,
                BOOKING,
                COUNSELLOR,
                start,
                start.plus(Duration.ofMinutes(minutes)),
                Mode.ONLINE,
                THEMES,
                isRegistered,
                busy,
                citizenBusy,
                at);
    }

    private static Function<Block, Decision<BlockEvent>> confirm(UUID session) {
        return it -> ConfirmSession.decide(it, new ConfirmSession(session, WALLET, NOW));
    }

    private static Function<Block, Decision<BlockEvent>> dispute(UUID session) {
        return it -> DisputeSession.decide(it, new DisputeSession(session, WALLET, NOW));
    }

    private static Function<Block, Decision<BlockEvent>> silence(UUID session, Instant at) {
        return it -> ConfirmInSilence.decide(it, new ConfirmInSilence(session, at));
    }

    private static Function<Block, Decision<BlockEvent>> claim() {
        return it -> SubmitClaim.decide(it, new SubmitClaim(BOOKING, COUNSELLOR, NOW));
    }

    private static Function<Block, Decision<BlockEvent>> withdraw(UUID session) {
        return it -> WithdrawSession.decide(it, new WithdrawSession(session, COUNSELLOR, NOW));
    }

    private static Function<Block, Decision<BlockEvent>> refuse(ClaimSubmitted claim, UUID... neverPaid) {
        return it -> RefuseClaim.decide(
                it,
                new RefuseClaim(
                        claim.claim(), List.of(FailedCheck.COUNSELLOR_NOT_REGISTERED), List.of(neverPaid), NOW));
    }

    private static ClaimRefused refused(ClaimSubmitted claim, UUID... neverPaid) {
        return new ClaimRefused(
                claim.claim(),
                BOOKING,
                COUNSELLOR,
                List.of(FailedCheck.COUNSELLOR_NOT_REGISTERED),
                List.of(neverPaid),
                NOW);
    }

    private static Function<Block, Decision<BlockEvent>> undue(UUID session, int halfHours) {
        return it -> FindUndue.decide(
                it,
                new FindUndue(session, halfHours, true, Origin.COMPLAINT, STRANGER, UndueReason.NOT_DELIVERED, NOW));
    }

    private static BlockEvent foundUndue(UUID session, UUID claim, int halfHours) {
        return new SessionFoundUndue(
                session,
                BOOKING,
                WALLET,
                COUNSELLOR,
                claim,
                halfHours,
                true,
                Origin.COMPLAINT,
                STRANGER,
                UndueReason.NOT_DELIVERED,
                NOW);
    }

    /** A full block, and its claim last. */
    private static List<BlockEvent> claimed() {
        List<BlockEvent> events = new ArrayList<>(List.of(
                opened(),
                registered(ONE, START, 2),
                registered(TWO, START.plusSeconds(7200), 2),
                confirmed(ONE, 2, false)));
        events.addAll(given(AGGREGATE, events).when(confirm(TWO)).events());
        return events;
    }

    private static List<BlockEvent> and(List<BlockEvent> events, BlockEvent... more) {
        List<BlockEvent> all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return all;
    }

    private static BlockEvent asked(ClaimSubmitted claim, UUID session) {
        return new ClaimWithdrawalAsked(claim.claim(), BOOKING, WALLET, COUNSELLOR, session, NOW);
    }

    private static BlockEvent completed() {
        return new GuidanceCompleted(BOOKING, WALLET, COUNSELLOR, THEMES, NOW);
    }

    private static BlockEvent withdrawn(UUID session) {
        return new SessionWithdrawn(session, BOOKING, WALLET, COUNSELLOR, NOW);
    }

    private static BlockEvent released(int halfHours) {
        return new UnusedTimeReleased(BOOKING, WALLET, COUNSELLOR, halfHours, NOW);
    }

    private static BlockOpened opened() {
        return new BlockOpened(BOOKING, WALLET, COUNSELLOR, "K7WQ2MHN", 4, 5000, PAID);
    }

    private static BlockEvent closed() {
        return new BlockClosed(BOOKING, WALLET, NOW);
    }

    private static BlockEvent registered(UUID session, Instant start, int halfHours) {
        return new SessionRegistered(
                session,
                BOOKING,
                WALLET,
                COUNSELLOR,
                start,
                start.plus(Duration.ofMinutes(30L * halfHours)),
                halfHours,
                Mode.ONLINE,
                THEMES,
                NOW);
    }

    private static BlockEvent confirmed(UUID session, int halfHours, boolean silent) {
        return new SessionConfirmed(session, BOOKING, WALLET, COUNSELLOR, halfHours, silent, NOW);
    }

    private static BlockEvent disputed(UUID session) {
        return new SessionDisputed(session, BOOKING, WALLET, COUNSELLOR, NOW);
    }
}
