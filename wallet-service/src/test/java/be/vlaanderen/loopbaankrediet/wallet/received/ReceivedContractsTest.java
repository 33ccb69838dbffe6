package be.vlaanderen.loopbaankrediet.wallet.received;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import be.vlaanderen.loopbaankrediet.platform.testkit.Contracts;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenBookingQueuedThenTellPlace.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenBudgetCommittedThenSecureBooking.BudgetCommitted;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenClawbackDecidedThenRestoreHours.ClawbackDecided;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenCounsellorLeftThenStop.CounsellorLeft;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenCounsellorRegisteredThenBookable.CounsellorRegistered;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenCounsellorReinstatedThenReturn.CounsellorReinstated;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenCounsellorSuspendedThenStop.CounsellorSuspended;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenEntitlementEstablishedThenGrantCredit.EntitlementEstablished;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenEntitlementRevisedThenReviseCredit.EntitlementRevised;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenPayoutRefusedThenRestoreHours.PayoutRefused;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenSessionConfirmedThenUseHours.SessionConfirmed;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenSessionRegisteredThenEndCancelling.SessionRegistered;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenSessionWithdrawnThenUndoIt.SessionWithdrawn;
import be.vlaanderen.loopbaankrediet.wallet.received.WhenUnusedTimeReleasedThenReturnHours.UnusedTimeReleased;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The promises of other services that this one builds on hold every field that it reads. */
class ReceivedContractsTest {

    @Test
    void an_entitlement_that_is_established_can_be_read() throws Exception {
        EntitlementEstablished read = read("eligibility", EntitlementEstablished.class);
        assertEquals(true, read.hours() > 0 && read.coPaymentPerHourCents() > 0);
    }

    @Test
    void an_entitlement_that_is_judged_again_can_be_read() throws Exception {
        var unused = read("eligibility", EntitlementRevised.class);
    }

    @Test
    void a_registered_counsellor_can_be_read() throws Exception {
        var unused = read("provider-registry", CounsellorRegistered.class);
    }

    @Test
    void who_is_suspended_reinstated_or_left_can_be_read() throws Exception {
        assertNotNull(read("provider-registry", CounsellorSuspended.class).from());
        assertNotNull(read("provider-registry", CounsellorReinstated.class).from());
        assertNotNull(read("provider-registry", CounsellorLeft.class).from());
    }

    @Test
    void committed_budget_and_a_place_in_the_queue_can_be_read() throws Exception {
        var unused = read("payout", BudgetCommitted.class);
        BookingQueued queued = Contracts.sample("payout", "BookingQueued.v1").as(BookingQueued.class);
        assertNotNull(queued.booking());
        assertEquals(true, queued.place() > 0 && queued.year() > 2000);
    }

    @Test
    void registered_and_confirmed_sessions_can_be_read() throws Exception {
        var unused = read("session-claims", SessionRegistered.class);
        assertEquals(true, read("session-claims", SessionConfirmed.class).halfHours() > 0);
        assertEquals(2, read("session-claims", UnusedTimeReleased.class).halfHours());
        var unused2 = read("session-claims", SessionWithdrawn.class);
    }

    /** {@code hoursReturn} is optional. */
    @Test
    void a_decided_clawback_can_be_read() {
        ClawbackDecided read = Contracts.sample("payout", "ClawbackDecided.v1").as(ClawbackDecided.class);
        assertNotNull(read.clawback());
        assertNotNull(read.booking());
        assertEquals(true, read.halfHours() > 0);
    }

    @Test
    void a_refused_claim_can_be_read() {
        PayoutRefused read = Contracts.sample("payout", "PayoutRefused.v1").as(PayoutRefused.class);
        assertNotNull(read.claim());
        assertNotNull(read.booking());
        assertEquals(
                4,
                Objects.requireNonNull(read.neverPaid()).stream()
                        .mapToInt(WhenPayoutRefusedThenRestoreHours.NeverPaid::halfHours)
                        .sum());
    }

    private static <T extends Record> T read(String api, Class<T> form) throws Exception {
        T read = Contracts.sample(api, form.getSimpleName() + ".v1").as(form);
        for (RecordComponent component : form.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            assertNotNull(component.getAccessor().invoke(read), component.getName());
        }
        return read;
    }
}
