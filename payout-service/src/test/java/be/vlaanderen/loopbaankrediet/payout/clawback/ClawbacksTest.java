package be.vlaanderen.loopbaankrediet.payout.clawback;

import static be.vlaanderen.loopbaankrediet.platform.testkit.Scenario.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AgreeInstalments;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Announce;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Answer;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AskRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Decide;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.NoteRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.SetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.WriteOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnnounced;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackDecided;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSettled;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackWrittenOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.DecisionReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Reason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentReceived;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.WriteOffReason;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.testkit.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClawbacksTest {

    private static final Instant AT = Instant.parse("2027-03-10T09:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("2027-03-25T22:59:59Z");
    private static final Instant DAY_AFTER = Instant.parse("2027-03-25T23:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final UUID COUNSELLOR = new UUID(2, 2);
    private static final UUID LATER = new UUID(3, 3);
    private static final PayoutApproved PAID = new PayoutApproved(
            new UUID(4, 1), new UUID(4, 2), new UUID(4, 3), COUNSELLOR, 4, 18_000, 3_780, 21_780, 5_000, 16_780, AT);

    @Test
    void undue_half_hours_are_taken_at_the_tariff_at_which_they_were_paid() {
        ClawbackAnnounced announced = (ClawbackAnnounced) given(Clawbacks.AGGREGATE)
                .when(all -> all.decide(announce(ID, 2)))
                .events()
                .getFirst();
        assertEquals(9_000, announced.exclVatCents());
        assertEquals(1_890, announced.vatCents());
        assertEquals(2_500, announced.coPaymentCents());
        assertEquals(LocalDate.of(2027, 3, 25), announced.answerUntil());
    }

    @Test
    void only_what_is_paid_can_be_clawed_back_and_only_once() {
        given(Clawbacks.AGGREGATE)
                .when(all -> all.decide(new Announce(ID, null, 1, true, Reason.NOT_DELIVERED, null, "a", null, AT)))
                .thenRefused(ClawbackRefusal.PAYOUT_NOT_PAID);
        announced(3)
                .when(all -> all.decide(announce(LATER, 2)))
                .thenRefused(ClawbackRefusal.MORE_THAN_PAID, Map.of("halfHoursLeft", 1));
        announced(3).when(all -> all.decide(announce(ID, 2))).thenNothing();
    }

    @Test
    void the_counsellor_has_15_days_to_answer() {
        announced(2).when(all -> all.decide(answer(LAST_DAY))).events();
        announced(2).when(all -> all.decide(answer(DAY_AFTER))).thenRefused(ClawbackRefusal.ANSWER_TOO_LATE);
        announced(2)
                .when(all -> all.decide(new Answer(ID, LATER, LATER, AT)))
                .thenRefused(ClawbackRefusal.CLAWBACK_UNKNOWN);
    }

    @Test
    void nothing_is_final_before_the_answer_or_the_end_of_the_15_days() {
        announced(2)
                .when(all -> all.decide(decide(2, LAST_DAY)))
                .thenRefused(ClawbackRefusal.WAITING_FOR_ANSWER, Map.of("answerUntil", "2027-03-25"));
        assertInstanceOf(
                ClawbackDecided.class,
                announced(2)
                        .when(all -> all.decide(decide(2, DAY_AFTER)))
                        .events()
                        .getFirst());
        after(announced(2), answer(AT)).when(all -> all.decide(decide(1, AT))).events();
        announced(2)
                .when(all -> all.decide(decide(3, DAY_AFTER)))
                .thenRefused(ClawbackRefusal.MORE_THAN_ANNOUNCED, Map.of("halfHoursAnnounced", 2));
        decided(2).when(all -> all.decide(decide(2, DAY_AFTER))).thenNothing();
        decided(2).when(all -> all.decide(decide(1, DAY_AFTER))).thenRefused(ClawbackRefusal.ALREADY_DECIDED);
    }

    @Test
    void nothing_undue_settles_at_once() {
        List<ClawbackEvent> events =
                announced(2).when(all -> all.decide(decide(0, DAY_AFTER))).events();
        assertInstanceOf(ClawbackSettled.class, events.getLast());
    }

    @Test
    void what_is_owed_is_set_off_over_several_payouts_until_nothing_is_left() {
        Scenario<Clawbacks, ClawbackEvent> once = after(decided(2), setOff(10_000));
        decided(2)
                .when(all -> all.decide(setOff(10_000)))
                .then(new ClawbackSetOff(ID, PAID.booking(), LATER, 10_000, 890, DAY_AFTER));
        once.when(all -> all.decide(setOff(21_780)))
                .then(
                        new ClawbackSetOff(ID, PAID.booking(), LATER, 890, 0, DAY_AFTER),
                        new ClawbackSettled(
                                ID, PAID.payout(), PAID.claim(), PAID.booking(), COUNSELLOR, 10_890, 0, 0, DAY_AFTER));
        after(once, setOff(21_780)).when(all -> all.decide(setOff(21_780))).thenNothing();
        announced(2).when(all -> all.decide(setOff(21_780))).thenNothing();
    }

    @Test
    void only_another_officer_can_write_off_what_is_left() {
        decided(2).when(all -> all.decide(writeOff("b"))).thenRefused(ClawbackRefusal.FOUR_EYES);
        announced(2).when(all -> all.decide(writeOff("c"))).thenRefused(ClawbackRefusal.NOTHING_LEFT);
        after(decided(2), setOff(10_000))
                .when(all -> all.decide(writeOff("c")))
                .then(
                        new ClawbackWrittenOff(
                                ID, PAID.booking(), 890, WriteOffReason.BANKRUPTCY, null, "c", DAY_AFTER),
                        new ClawbackSettled(
                                ID,
                                PAID.payout(),
                                PAID.claim(),
                                PAID.booking(),
                                COUNSELLOR,
                                10_000,
                                890,
                                0,
                                DAY_AFTER));
        after(decided(2), writeOff("c")).when(all -> all.decide(setOff(21_780))).thenNothing();
    }

    @Test
    void who_announced_it_does_not_decide_it_but_what_a_review_found_any_officer_decides() {
        announced(2)
                .when(all -> all.decide(new Decide(ID, 2, DecisionReason.NO_ANSWER, null, "a", DAY_AFTER)))
                .thenRefused(ClawbackRefusal.FOUR_EYES);
        Announce found = new Announce(ID, PAID, 6, true, Reason.COMPLAINT_FOUNDED, null, "a", LATER, AT);
        ClawbackAnnounced announced = (ClawbackAnnounced) given(Clawbacks.AGGREGATE)
                .when(all -> all.decide(found))
                .events()
                .getFirst();
        assertEquals(4, announced.halfHours(), "as far as it was paid");
        ClawbackDecided decided = (ClawbackDecided) given(Clawbacks.AGGREGATE, announced)
                .when(all -> all.decide(new Decide(ID, 2, DecisionReason.NO_ANSWER, null, "a", DAY_AFTER)))
                .events()
                .getFirst();
        assertEquals(true, decided.hoursReturn());
        announced(4)
                .when(all ->
                        all.decide(new Announce(LATER, PAID, 1, true, Reason.COMPLAINT_FOUNDED, null, "a", LATER, AT)))
                .thenNothing();
    }

    /** D-68. */
    @Test
    void what_is_asked_back_is_set_off_only_when_it_is_paid_late() {
        Scenario<Clawbacks, ClawbackEvent> asked = after(decided(2), ask());
        asked.when(all -> all.decide(ask())).thenNothing();
        asked.when(all -> all.decide(setOff(21_780))).thenNothing();
        assertEquals(0, asked.state().all().get(ID).dueCents(LocalDate.of(2027, 4, 25)));
        assertEquals(10_890, asked.state().all().get(ID).dueCents(LocalDate.of(2027, 4, 26)));
        asked.when(all -> all.decide(new SetOff(ID, LATER, 5_000, Instant.parse("2027-04-26T09:00:00Z"))))
                .then(new ClawbackSetOff(
                        ID, PAID.booking(), LATER, 5_000, 5_890, Instant.parse("2027-04-26T09:00:00Z")));
        announced(2).when(all -> all.decide(ask())).thenRefused(ClawbackRefusal.NOTHING_LEFT);
    }

    @Test
    void instalments_are_together_what_is_left_and_each_is_due_on_its_own_day() {
        Scenario<Clawbacks, ClawbackEvent> asked = after(decided(2), ask());
        List<Instalment> two = List.of(
                new Instalment(LocalDate.of(2027, 4, 30), 5_000), new Instalment(LocalDate.of(2027, 5, 31), 5_890));
        decided(2).when(all -> all.decide(agree(two))).thenRefused(ClawbackRefusal.REPAYMENT_NOT_ASKED);
        asked.when(all -> all.decide(agree(two.subList(0, 1))))
                .thenRefused(ClawbackRefusal.INSTALMENTS_DO_NOT_ADD_UP, Map.of("leftCents", 10_890L));
        asked.when(all -> all.decide(agree(two.reversed())))
                .thenRefused(ClawbackRefusal.INSTALMENTS_DO_NOT_ADD_UP, Map.of("leftCents", 10_890L));
        Scenario<Clawbacks, ClawbackEvent> agreed = after(asked, agree(two));
        agreed.when(all -> all.decide(agree(two))).thenNothing();
        ClawbackState clawback = agreed.state().all().get(ID);
        assertEquals(0, clawback.dueCents(LocalDate.of(2027, 4, 30)));
        assertEquals(5_000, clawback.dueCents(LocalDate.of(2027, 5, 1)));
        assertEquals(10_890, clawback.dueCents(LocalDate.of(2027, 6, 1)));
        ClawbackState paid = after(agreed, repay(1, 4_000)).state().all().get(ID);
        assertEquals(1_000, paid.dueCents(LocalDate.of(2027, 5, 1)));
    }

    @Test
    void money_that_comes_in_counts_once_and_settles_what_is_paid_in_full() {
        Scenario<Clawbacks, ClawbackEvent> asked = after(decided(2), ask());
        decided(2).when(all -> all.decide(repay(1, 890))).thenRefused(ClawbackRefusal.REPAYMENT_NOT_ASKED);
        Scenario<Clawbacks, ClawbackEvent> once = after(asked, repay(1, 890));
        once.when(all -> all.decide(repay(1, 890))).thenNothing();
        once.when(all -> all.decide(repay(2, 10_000)))
                .then(
                        new RepaymentReceived(ID, PAID.booking(), new UUID(9, 2), 10_000, 0, null, DAY_AFTER),
                        new ClawbackSettled(
                                ID, PAID.payout(), PAID.claim(), PAID.booking(), COUNSELLOR, 0, 0, 10_890, DAY_AFTER));
    }

    /** D-68: also when part of it was set off while the money was under way. */
    @Test
    void of_what_the_bank_brings_as_much_is_booked_as_is_owed() {
        Scenario<Clawbacks, ClawbackEvent> asked = after(decided(2), ask());
        asked.when(all -> all.decide(new NoteRepayment(ID, new UUID(9, 1), 10_891, "b", DAY_AFTER)))
                .thenRefused(ClawbackRefusal.MORE_THAN_OWED, Map.of("leftCents", 10_890L));
        asked.when(all -> all.decide(repay(1, 10_891)))
                .then(
                        new RepaymentReceived(ID, PAID.booking(), new UUID(9, 1), 10_890, 0, null, DAY_AFTER),
                        new ClawbackSettled(
                                ID, PAID.payout(), PAID.claim(), PAID.booking(), COUNSELLOR, 0, 0, 10_890, DAY_AFTER));
        Scenario<Clawbacks, ClawbackEvent> settled = after(asked, repay(1, 10_891));
        settled.when(all -> all.decide(repay(1, 10_891))).thenNothing();
        settled.when(all -> all.decide(repay(2, 1)))
                .thenRefused(ClawbackRefusal.MORE_THAN_OWED, Map.of("leftCents", 0L));
    }

    @Test
    void a_structured_reference_is_checked_mod_97() {
        long reference = StructuredReference.of(ID, 0);
        assertEquals(Optional.of(reference), StructuredReference.parse(StructuredReference.format(reference)));
        assertEquals(Optional.of(123_456_789_002L), StructuredReference.parse("+++123/4567/89002+++"));
        assertEquals(Optional.empty(), StructuredReference.parse("+++123/4567/89003+++"));
        assertEquals(Optional.empty(), StructuredReference.parse("betaling"));
        assertEquals(Optional.of(97L), StructuredReference.parse("000000000097"), "the check is never 0");
    }

    private static AskRepayment ask() {
        return new AskRepayment(ID, 123_456_789_002L, "b", DAY_AFTER);
    }

    private static AgreeInstalments agree(List<Instalment> instalments) {
        return new AgreeInstalments(ID, instalments, "b", DAY_AFTER);
    }

    private static NoteRepayment repay(int entry, long cents) {
        return new NoteRepayment(ID, new UUID(9, entry), cents, null, DAY_AFTER);
    }

    private static Scenario<Clawbacks, ClawbackEvent> announced(int halfHours) {
        return after(given(Clawbacks.AGGREGATE), announce(ID, halfHours));
    }

    private static Scenario<Clawbacks, ClawbackEvent> decided(int halfHours) {
        return after(announced(halfHours), decide(halfHours, DAY_AFTER));
    }

    private static Scenario<Clawbacks, ClawbackEvent> after(
            Scenario<Clawbacks, ClawbackEvent> before, ClawbackCommand command) {
        Clawbacks state = before.state();
        for (ClawbackEvent event : before.when(all -> all.decide(command)).events()) {
            state = state.evolve(event);
        }
        Clawbacks next = state;
        return given(new Aggregate<>("Clawbacks", next, Clawbacks::evolve), new ArrayList<ClawbackEvent>());
    }

    private static Announce announce(UUID id, int halfHours) {
        return new Announce(id, PAID, halfHours, false, Reason.SHORTER_THAN_CLAIMED, null, "a", null, AT);
    }

    private static Answer answer(Instant at) {
        return new Answer(ID, COUNSELLOR, LATER, at);
    }

    private static Decide decide(int halfHours, Instant at) {
        return new Decide(ID, halfHours, DecisionReason.NO_ANSWER, null, "b", at);
    }

    private static SetOff setOff(long available) {
        return new SetOff(ID, LATER, available, DAY_AFTER);
    }

    private static WriteOff writeOff(String officer) {
        return new WriteOff(ID, WriteOffReason.BANKRUPTCY, null, officer, DAY_AFTER);
    }
}
