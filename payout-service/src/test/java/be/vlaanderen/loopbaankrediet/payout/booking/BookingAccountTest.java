package be.vlaanderen.loopbaankrediet.payout.booking;

import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.BOOKING_ENDED;
import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.BUDGET_NOT_COMMITTED;
import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.COUNSELLOR_NOT_REGISTERED;
import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.CO_PAYMENT_NOT_RECEIVED;
import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.MORE_THAN_THE_BLOCK;
import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.NOT_THE_BOOKED_COUNSELLOR;
import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.SESSION_ALREADY_CLAIMED;
import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.SESSION_BEFORE_PAYMENT;
import static be.vlaanderen.loopbaankrediet.payout.booking.FailedCheck.SESSION_IN_FUTURE;
import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.AssignToBatch;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.DecideClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NotePaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.PayAgain;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CancellationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.HoursReturnRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.KeptReason;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutPaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRefused;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutReturned;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PriceLoweringRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.RestorationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ReturnReason;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.SponsorshipRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.VatRegimeRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookingAccountTest {

    private static final long ENOUGH = 100_000;

    private static final UUID BOOKING = new UUID(1, 1);
    private static final UUID WALLET = new UUID(1, 2);
    private static final UUID COUNSELLOR = new UUID(1, 3);
    private static final UUID CLAIM = new UUID(2, 1);
    private static final UUID CLAIM_2 = new UUID(2, 2);
    private static final UUID S1 = new UUID(3, 1);
    private static final UUID S2 = new UUID(3, 2);
    private static final UUID BATCH = new UUID(4, 1);
    private static final LocalDate DAY = LocalDate.of(2027, 2, 1);
    private static final Instant RESERVED = Instant.parse("2027-01-04T09:00:00Z");
    private static final Instant AT = Instant.parse("2027-02-20T09:00:00Z");
    private static final Counsellor LIABLE = Counsellor.AGGREGATE.replay(
            List.of(new CounsellorRecorded(COUNSELLOR, LocalDate.of(2027, 1, 1), true, AT)));

    private static final BookingRecorded RECORDED =
            new BookingRecorded(BOOKING, WALLET, COUNSELLOR, 4, 5_000, 2027, RESERVED, RESERVED);
    private static final CoPaymentRecorded CO_PAYMENT =
            new CoPaymentRecorded(BOOKING, 5_000, RESERVED.plusSeconds(600), RESERVED);

    @Test
    void a_whole_block_of_a_liable_counsellor_is_paid_with_vat_and_government_pays_what_the_citizen_did_not() {
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(decide(CLAIM)))
                .then(approved(CLAIM, 4, 18_000, 3_780, 5_000));
    }

    @Test
    void half_hours_are_paid_at_the_regime_of_their_own_day() {
        Counsellor changed = LIABLE.evolve(new VatRegimeRecorded(COUNSELLOR, false, DAY.plusDays(1), AT));
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        claim(CLAIM, session(S1, DAY, 1), session(S2, DAY.plusDays(1), 3)))
                .when(account -> account.decide(new DecideClaim(CLAIM, changed, ENOUGH, false, AT)))
                .then(approved(CLAIM, 4, 18_000, 945, 5_000));
    }

    @Test
    void parts_of_a_block_use_their_part_of_the_co_payment() {
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 1)))
                .when(account -> account.decide(decide(CLAIM)))
                .then(approved(CLAIM, 1, 4_500, 945, 1_250));
    }

    /** D-6, in both orders: the topics of wallet and session-claims have no common order. */
    @Test
    void when_unused_hours_went_back_the_rest_is_paid_with_its_part_of_the_co_payment() {
        HoursReturnRecorded returned = new HoursReturnRecorded(BOOKING, 2, 2_500, 0, AT);
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, returned, claim(CLAIM, session(S1, DAY, 2)))
                .when(account -> account.decide(decide(CLAIM)))
                .then(approved(CLAIM, 2, 9_000, 1_890, 2_500));
        BookingAccount after = given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        claim(CLAIM, session(S1, DAY, 2)),
                        approved(CLAIM, 2, 9_000, 1_890, 2_500),
                        returned)
                .state();
        assertTrue(after.isFullyClaimed());
        assertEquals(2_500, after.receivedCents());
    }

    @Test
    void what_went_back_to_the_citizen_is_not_paid_to_the_counsellor() {
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        new HoursReturnRecorded(BOOKING, 2, 2_500, 0, AT),
                        claim(CLAIM, session(S1, DAY, 3)))
                .when(account -> account.decide(decide(CLAIM)))
                .then(refused(CLAIM, MORE_THAN_THE_BLOCK));
    }

    @Test
    void a_claim_waits_while_its_co_payment_may_still_be_under_way() {
        given(BookingAccount.AGGREGATE, RECORDED, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(decide(CLAIM)))
                .thenNothing();
    }

    @Test
    void all_failing_conditions_are_named_at_the_last_call() {
        UUID other = new UUID(1, 99);
        ClaimReceived wrong = new ClaimReceived(
                CLAIM, BOOKING, other, List.of(session(S1, DAY, 3), session(S1, DAY, 3)), RESERVED, AT);
        given(BookingAccount.AGGREGATE, RECORDED, wrong)
                .when(account -> account.decide(new DecideClaim(CLAIM, Counsellor.EMPTY, 0, true, AT)))
                .then(new PayoutRefused(
                        CLAIM,
                        BOOKING,
                        other,
                        List.of(
                                CO_PAYMENT_NOT_RECEIVED,
                                BUDGET_NOT_COMMITTED,
                                NOT_THE_BOOKED_COUNSELLOR,
                                COUNSELLOR_NOT_REGISTERED,
                                SESSION_IN_FUTURE,
                                SESSION_ALREADY_CLAIMED,
                                MORE_THAN_THE_BLOCK),
                        List.of(),
                        AT));
    }

    @Test
    void a_counsellor_is_paid_only_for_days_of_being_registered() {
        Counsellor later =
                Counsellor.AGGREGATE.replay(List.of(new CounsellorRecorded(COUNSELLOR, DAY.plusDays(1), true, AT)));
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(new DecideClaim(CLAIM, later, ENOUGH, false, AT)))
                .thenNothing(); // being reinstated may still be heard of
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(new DecideClaim(CLAIM, later, ENOUGH, true, AT)))
                .then(neverPaid(COUNSELLOR_NOT_REGISTERED, session(S1, DAY, 4)));
    }

    /** D-95. */
    @Test
    void of_a_refused_claim_only_the_sessions_that_no_correction_can_make_payable_are_never_paid() {
        Counsellor later =
                Counsellor.AGGREGATE.replay(List.of(new CounsellorRecorded(COUNSELLOR, DAY.plusDays(1), true, AT)));
        ClaimedSession good = session(S2, DAY.plusDays(1), 3);
        PayoutRefused refused = neverPaid(COUNSELLOR_NOT_REGISTERED, session(S1, DAY, 1));
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 1), good))
                .when(account -> account.decide(new DecideClaim(CLAIM, later, ENOUGH, true, AT)))
                .then(refused);
        RestorationRecorded restored = new RestorationRecorded(BOOKING, CLAIM, 1, 1_250, 0, true, AT);
        List<BookingEvent> rest = List.of(
                RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 1), good), refused, restored, claim(CLAIM_2, good));
        given(BookingAccount.AGGREGATE, rest)
                .when(account -> account.decide(new DecideClaim(CLAIM_2, later, ENOUGH, false, AT)))
                .then(approved(CLAIM_2, 3, 13_500, 2_835, 3_750));
        BookingAccount after = given(BookingAccount.AGGREGATE, rest).state();
        assertEquals(3_750, after.receivedCents());
        assertTrue(after.evolve(approved(CLAIM_2, 3, 13_500, 2_835, 3_750)).isFullyClaimed());
    }

    @Test
    void a_block_of_which_all_time_is_never_paid_is_over_and_its_claim_cannot_be_corrected() {
        List<BookingEvent> events = List.of(
                RECORDED,
                CO_PAYMENT,
                claim(CLAIM, session(S1, DAY, 4)),
                neverPaid(COUNSELLOR_NOT_REGISTERED, session(S1, DAY, 4)));
        assertTrue(given(BookingAccount.AGGREGATE, events).state().isFullyClaimed());
        given(BookingAccount.AGGREGATE, events)
                .when(account -> account.decide(release()))
                .then(new ClaimKept(CLAIM, BOOKING, COUNSELLOR, KeptReason.REFUSED, AT));
    }

    @Test
    void what_fails_for_want_of_news_can_be_corrected_and_nothing_goes_back() {
        given(BookingAccount.AGGREGATE, RECORDED, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(new DecideClaim(CLAIM, LIABLE, 0, true, AT)))
                .then(refused(CLAIM, CO_PAYMENT_NOT_RECEIVED, BUDGET_NOT_COMMITTED));
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(new DecideClaim(CLAIM, Counsellor.EMPTY, ENOUGH, true, AT)))
                .then(refused(CLAIM, COUNSELLOR_NOT_REGISTERED));
        List<BookingEvent> events =
                List.of(RECORDED, claim(CLAIM, session(S1, DAY, 4)), refused(CLAIM, CO_PAYMENT_NOT_RECEIVED));
        given(BookingAccount.AGGREGATE, events)
                .when(account -> account.decide(release()))
                .then(new ClaimReleased(CLAIM, BOOKING, COUNSELLOR, null, 0, 0, 0, AT));
    }

    @Test
    void a_session_before_the_booking_was_paid_is_not_payable() {
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, LocalDate.of(2027, 1, 3), 4)))
                .when(account -> account.decide(decide(CLAIM)))
                .then(neverPaid(SESSION_BEFORE_PAYMENT, session(S1, LocalDate.of(2027, 1, 3), 4)));
    }

    @Test
    void a_session_is_claimed_once() {
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        claim(CLAIM, session(S1, DAY, 2)),
                        approved(CLAIM, 2, 9_000, 1_890, 2_500),
                        claim(CLAIM_2, session(S1, DAY, 2)))
                .when(account -> account.decide(decide(CLAIM_2)))
                .then(refused(CLAIM_2, SESSION_ALREADY_CLAIMED));
    }

    @Test
    void never_more_than_the_block_is_paid() {
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        claim(CLAIM, session(S1, DAY, 3)),
                        approved(CLAIM, 3, 13_500, 2_835, 3_750),
                        claim(CLAIM_2, session(S2, DAY, 2)))
                .when(account -> account.decide(decide(CLAIM_2)))
                .then(refused(CLAIM_2, MORE_THAN_THE_BLOCK));
    }

    @Test
    void a_block_that_is_fully_paid_needs_no_budget_to_be_refused_more() {
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        claim(CLAIM, session(S1, DAY, 4)),
                        approved(CLAIM, 4, 18_000, 3_780, 5_000),
                        claim(CLAIM_2, session(S2, DAY, 1)))
                .when(account -> account.decide(new DecideClaim(CLAIM_2, LIABLE, 0, false, AT)))
                .then(refused(CLAIM_2, MORE_THAN_THE_BLOCK));
    }

    @Test
    void a_cancelled_booking_pays_nothing() {
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        new CancellationRecorded(BOOKING, 5_000, 0, AT),
                        claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(decide(CLAIM)))
                .then(refused(CLAIM, CO_PAYMENT_NOT_RECEIVED, BOOKING_ENDED));
    }

    @Test
    void a_claim_that_comes_twice_is_recorded_once() {
        given(BookingAccount.AGGREGATE, RECORDED, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.record(claim(CLAIM, session(S2, DAY, 4))))
                .thenNothing();
    }

    @Test
    void a_payout_goes_into_one_batch() {
        given(BookingAccount.AGGREGATE, upTo(batched()))
                .when(account -> account.decide(new AssignToBatch(CLAIM, new UUID(4, 2), AT)))
                .thenNothing();
    }

    @Test
    void sending_is_noted_once() {
        var scenario = given(BookingAccount.AGGREGATE, upTo(batched()));
        scenario.when(account -> account.decide(new NoteSent(CLAIM, AT))).then(sent());
        given(BookingAccount.AGGREGATE, upTo(batched(), sent()))
                .when(account -> account.decide(new NoteSent(CLAIM, AT)))
                .thenNothing();
    }

    @Test
    void a_booking_by_the_bank_proves_that_the_file_was_sent() {
        given(BookingAccount.AGGREGATE, upTo(batched()))
                .when(account -> account.decide(new NotePaid(CLAIM, endToEndId(), 21_780L, AT)))
                .then(sent(), paid());
    }

    @Test
    void a_payment_is_noted_once() {
        given(BookingAccount.AGGREGATE, upTo(batched(), sent(), paid()))
                .when(account -> account.decide(new NotePaid(CLAIM, endToEndId(), 21_780L, AT)))
                .thenNothing();
    }

    @Test
    void another_amount_than_asked_is_for_a_person_to_look_at() {
        given(BookingAccount.AGGREGATE, upTo(batched(), sent()))
                .when(account -> account.decide(new NotePaid(CLAIM, endToEndId(), 21_781L, AT)))
                .thenRefused(BookingRefusal.AMOUNT_DIFFERS);
    }

    @Test
    void a_rejected_payment_keeps_the_reason_of_the_bank() {
        PayoutApproved payout = approved(CLAIM, 4, 18_000, 3_780, 5_000);
        given(BookingAccount.AGGREGATE, upTo(batched(), sent()))
                .when(account -> account.decide(new NoteRejected(CLAIM, endToEndId(), "AC04", AT)))
                .then(new PayoutRejected(payout.payout(), CLAIM, BOOKING, COUNSELLOR, endToEndId(), "AC04", AT));
    }

    @Test
    void a_paid_payment_cannot_be_rejected_any_more() {
        given(BookingAccount.AGGREGATE, upTo(batched(), sent(), paid()))
                .when(account -> account.decide(new NoteRejected(CLAIM, endToEndId(), "AC04", AT)))
                .thenRefused(BookingRefusal.ANSWER_DOES_NOT_FIT);
    }

    @Test
    void a_claim_that_no_file_has_yet_is_taken_back_and_its_sessions_can_be_claimed_again() {
        PayoutApproved payout = approved(CLAIM, 4, 18_000, 3_780, 5_000);
        ClaimReleased released =
                new ClaimReleased(CLAIM, BOOKING, COUNSELLOR, payout.payout(), 21_780, 5_000, 16_780, AT);
        ClaimReceived received = claim(CLAIM, session(S1, DAY, 4));
        ClaimReceived corrected = claim(CLAIM_2, session(S1, DAY, 4));
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, received, payout)
                .when(account -> account.decide(release()))
                .then(released);
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, received, payout, released)
                .when(account -> account.decide(release()))
                .thenNothing();
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, received, payout, released, corrected)
                .when(account -> account.decide(decide(CLAIM_2)))
                .then(approved(CLAIM_2, 4, 18_000, 3_780, 5_000));
    }

    @Test
    void a_claim_that_comes_after_it_was_taken_back_is_passed_over() {
        ClaimReleased released = new ClaimReleased(CLAIM, BOOKING, COUNSELLOR, null, 0, 0, 0, AT);
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT)
                .when(account -> account.decide(release()))
                .then(released);
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, released)
                .when(account -> account.record(claim(CLAIM, session(S1, DAY, 4))))
                .thenNothing();
    }

    @Test
    void what_the_bank_may_have_or_has_paid_is_not_taken_back() {
        given(BookingAccount.AGGREGATE, upTo(batched()))
                .when(account -> account.decide(release()))
                .then(new ClaimKept(CLAIM, BOOKING, COUNSELLOR, KeptReason.IN_PAYMENT, AT));
        given(BookingAccount.AGGREGATE, upTo(batched(), sent(), paid()))
                .when(account -> account.decide(release()))
                .then(new ClaimKept(CLAIM, BOOKING, COUNSELLOR, KeptReason.PAID, AT));
        given(BookingAccount.AGGREGATE, upTo(batched(), sent(), paid()))
                .when(account -> account.decide(new ReleaseClaim(CLAIM, BOOKING, COUNSELLOR, true, AT)))
                .then(new ClaimKept(CLAIM, BOOKING, COUNSELLOR, KeptReason.CLAWED_BACK, AT));
    }

    /** CN 2.1: received and sponsored together. */
    @Test
    void a_co_payment_that_a_sponsor_owes_in_part_is_received() {
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        new CoPaymentRecorded(BOOKING, 2_000, AT, AT),
                        claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(decide(CLAIM)))
                .thenNothing();
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        new CoPaymentRecorded(BOOKING, 2_000, CO_PAYMENT.receivedAt(), AT),
                        new SponsorshipRecorded(BOOKING, S1, 3_000, CO_PAYMENT.receivedAt(), AT),
                        claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(decide(CLAIM)))
                .then(approved(CLAIM, 4, 18_000, 3_780, 5_000));
    }

    /** D-4. */
    @Test
    void a_lower_price_is_paid_by_government_also_for_what_was_delivered_before() {
        PriceLoweringRecorded lowered = new PriceLoweringRecorded(BOOKING, 3_000, 2_000, 0, 0, AT);
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, lowered, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(decide(CLAIM)))
                .then(approved(CLAIM, 4, 18_000, 3_780, 3_000));
        BookingAccount half = given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        claim(CLAIM, session(S1, DAY, 3)),
                        approved(CLAIM, 3, 13_500, 2_835, 3_750))
                .state();
        assertEquals(1_500, half.usedAbove(3_000)); // 3 half hours cost 2,250 now
    }

    /** D-4: what was used is reckoned at the new price, so that a claim that is corrected after it comes to the same. */
    @Test
    void a_claim_that_is_taken_back_after_a_lower_price_gives_back_what_it_costs_now() {
        PriceLoweringRecorded lowered = new PriceLoweringRecorded(BOOKING, 3_000, 2_000, 0, 2_000, AT);
        given(
                        BookingAccount.AGGREGATE,
                        RECORDED,
                        CO_PAYMENT,
                        claim(CLAIM, session(S1, DAY, 4)),
                        approved(CLAIM, 4, 18_000, 3_780, 5_000),
                        lowered)
                .when(account -> account.decide(release()))
                .then(new ClaimReleased(
                        CLAIM, BOOKING, COUNSELLOR, BookingAccount.payoutOf(CLAIM), 21_780, 3_000, 18_780, AT));
    }

    /** D-64. */
    @Test
    void a_claim_above_what_the_budget_can_give_waits_also_at_the_last_call() {
        given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 4)))
                .when(account -> account.decide(new DecideClaim(CLAIM, LIABLE, 16_779, true, AT)))
                .thenNothing();
    }

    /** D-64. */
    @Test
    void of_what_waits_for_budget_it_is_known_what_government_owes() {
        BookingAccount waits = given(BookingAccount.AGGREGATE, RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 4)))
                .state();
        assertEquals(16_780, waits.owedCents(new DecideClaim(CLAIM, LIABLE, 16_779, false, AT)));
        assertEquals(0, waits.owedCents(new DecideClaim(CLAIM, LIABLE, 16_780, false, AT)));
        assertEquals(0, waits.owedCents(new DecideClaim(CLAIM, LIABLE, 0, false, AT)), "nothing was ever set aside");
        assertEquals(0, waits.owedCents(new DecideClaim(CLAIM, Counsellor.EMPTY, 16_779, false, AT)));
    }

    /** D-64. */
    @Test
    void a_claim_waits_also_when_an_earlier_one_took_all_that_was_set_aside_for_the_block() {
        var second = given(
                BookingAccount.AGGREGATE,
                RECORDED,
                CO_PAYMENT,
                claim(CLAIM, session(S1, DAY, 3)),
                approved(CLAIM, 3, 13_500, 2_835, 3_750),
                claim(CLAIM_2, session(S2, DAY, 1)));
        DecideClaim lastCall = new DecideClaim(CLAIM_2, LIABLE, 0, true, AT);
        second.when(account -> account.decide(lastCall)).thenNothing();
        assertEquals(4_195, second.state().owedCents(lastCall));
    }

    private static ReleaseClaim release() {
        return new ReleaseClaim(CLAIM, BOOKING, COUNSELLOR, false, AT);
    }

    @Test
    void what_the_bank_rejected_is_paid_once_more_under_another_reference() {
        PayoutApproved payout = approved(CLAIM, 4, 18_000, 3_780, 5_000);
        PayoutRejected rejected =
                new PayoutRejected(payout.payout(), CLAIM, BOOKING, COUNSELLOR, endToEndId(), "AC04", AT);
        PayoutReturned returned =
                new PayoutReturned(payout.payout(), CLAIM, BOOKING, endToEndId(), ReturnReason.REJECTED, "officer", AT);
        PayAgain again = new PayAgain(CLAIM, null, endToEndId(), ReturnReason.REJECTED, "officer", AT);
        given(BookingAccount.AGGREGATE, upTo(batched(), sent()))
                .when(account -> account.decide(again))
                .thenRefused(BookingRefusal.NOT_REJECTED);
        given(BookingAccount.AGGREGATE, upTo(batched(), sent(), rejected))
                .when(account -> account.decide(again))
                .then(returned);
        given(BookingAccount.AGGREGATE, upTo(batched(), sent(), rejected, returned))
                .when(account -> account.decide(again))
                .thenNothing();
        given(BookingAccount.AGGREGATE, upTo(batched(), sent(), rejected, returned))
                .when(account -> account.decide(new AssignToBatch(CLAIM, BATCH, AT)))
                .then(new PayoutBatched(payout.payout(), CLAIM, BOOKING, BATCH, endToEndId() + "2", 21_780L, AT));
        given(
                        BookingAccount.AGGREGATE,
                        upTo(
                                batched(),
                                sent(),
                                rejected,
                                returned,
                                new PayoutBatched(
                                        payout.payout(), CLAIM, BOOKING, BATCH, endToEndId() + "2", 21_780L, AT)))
                .when(account -> account.decide(new NotePaid(CLAIM, endToEndId(), 21_780L, AT)))
                .thenRefused(BookingRefusal.ANSWER_DOES_NOT_FIT);
    }

    @Test
    void an_end_to_end_id_fits_in_the_field_of_the_bank() {
        assertEquals(32, endToEndId().length());
    }

    private static List<BookingEvent> upTo(BookingEvent... last) {
        List<BookingEvent> events = new java.util.ArrayList<>(List.of(
                RECORDED, CO_PAYMENT, claim(CLAIM, session(S1, DAY, 4)), approved(CLAIM, 4, 18_000, 3_780, 5_000)));
        events.addAll(List.of(last));
        return events;
    }

    private static DecideClaim decide(UUID claim) {
        return new DecideClaim(claim, LIABLE, ENOUGH, false, AT);
    }

    private static ClaimedSession session(UUID session, LocalDate day, int halfHours) {
        return new ClaimedSession(session, day, halfHours);
    }

    private static ClaimReceived claim(UUID claim, ClaimedSession... sessions) {
        return new ClaimReceived(claim, BOOKING, COUNSELLOR, List.of(sessions), AT, AT);
    }

    private static PayoutApproved approved(UUID claim, int halfHours, long excl, long vat, long coPayment) {
        return new PayoutApproved(
                BookingAccount.payoutOf(claim),
                claim,
                BOOKING,
                COUNSELLOR,
                halfHours,
                excl,
                vat,
                excl + vat,
                coPayment,
                excl + vat - coPayment,
                AT);
    }

    private static PayoutRefused refused(UUID claim, FailedCheck... failed) {
        return new PayoutRefused(claim, BOOKING, COUNSELLOR, List.of(failed), List.of(), AT);
    }

    private static PayoutRefused neverPaid(FailedCheck failed, ClaimedSession... sessions) {
        return new PayoutRefused(CLAIM, BOOKING, COUNSELLOR, List.of(failed), List.of(sessions), AT);
    }

    private static String endToEndId() {
        return BookingAccount.endToEndIdOf(BookingAccount.payoutOf(CLAIM), 1);
    }

    private static PayoutBatched batched() {
        return new PayoutBatched(BookingAccount.payoutOf(CLAIM), CLAIM, BOOKING, BATCH, endToEndId(), 21_780L, AT);
    }

    private static PayoutSent sent() {
        return new PayoutSent(
                BookingAccount.payoutOf(CLAIM), CLAIM, BOOKING, COUNSELLOR, BATCH, endToEndId(), 21_780, AT);
    }

    private static PayoutPaid paid() {
        return new PayoutPaid(
                BookingAccount.payoutOf(CLAIM), CLAIM, BOOKING, COUNSELLOR, endToEndId(), 21_780, 5_000, 16_780, AT);
    }
}
