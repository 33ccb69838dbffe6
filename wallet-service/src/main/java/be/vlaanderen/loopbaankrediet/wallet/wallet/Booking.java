package be.vlaanderen.loopbaankrediet.wallet.wallet;

import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentLowered;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentSponsored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.StructuredReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One block in a wallet: what was agreed, where it stands, its money and its guidance.
 *
 * @param reserved what was agreed when the hours were set apart
 * @param queued as last heard, null when it never was
 * @param payBefore null while the booking is queued
 * @param bookedAt null until the co-payment is there
 * @param reminded the citizen was told that the last days for paying have come
 */
public record Booking(
        BlockReserved reserved,
        BookingStatus status,
        @Nullable BookingQueued queued,
        @Nullable Instant payBefore,
        @Nullable Instant bookedAt,
        CoPayment money,
        Guidance guidance,
        boolean reminded) {

    static Booking of(BlockReserved reserved) {
        return new Booking(
                reserved,
                BookingStatus.RESERVED,
                null,
                reserved.payBefore(),
                null,
                new CoPayment(reserved.coPaymentCents(), 0, Map.of(), Map.of()),
                Guidance.NONE,
                false);
    }

    public UUID id() {
        return reserved.booking();
    }

    /** To pay with: {@code +++123/4567/89002+++}. */
    public String structuredReference() {
        Long number = reserved.reference();
        return StructuredReference.of(number == null ? StructuredReference.number(id()) : number);
    }

    public int usedHalfHours() {
        return guidance.confirmedHalfHours() - guidance.restoredHalfHours();
    }

    public int reservedHalfHours() {
        return status.holdsHours()
                ? reserved.halfHours() - guidance.confirmedHalfHours() - guidance.returnedHalfHours()
                : 0;
    }

    /** What the citizen was asked to pay. */
    public long citizenShareCents() {
        return reserved.coPaymentCents() - reserved.sponsorShareCents();
    }

    /** What the citizen pays in the end: for the hours that the block still holds, at the price of now. */
    public long citizenDueCents() {
        return status.holdsHours() ? dueCents() - sponsorDueCents() : 0;
    }

    /** What the sponsor pays in the end: their share of that, rounded so that an odd cent is the citizen's (D-14). */
    public long sponsorDueCents() {
        return status.holdsHours() && reserved.sponsorShareCents() > 0
                ? Math.ceilDiv(dueCents() * reserved.sponsorShareCents(), reserved.coPaymentCents())
                : 0;
    }

    private long dueCents() {
        int held = reserved.halfHours() - guidance.returnedHalfHours() - guidance.restoredHalfHours();
        return money.priceCents() * held / reserved.halfHours();
    }

    /** What the sponsor owes already, and no longer after this change; nothing before the booking stands. */
    public long sponsorRefundCents(Booking after) {
        return bookedAt == null ? 0 : sponsorDueCents() - after.sponsorDueCents();
    }

    /** What the citizen paid and no longer owes. */
    public long refundDueCents() {
        return Math.max(0, money.keptCents() - citizenDueCents());
    }

    /** The refund of what is no longer owed, when there is any. */
    public Optional<WalletEvent> refund(Instant at) {
        return refundDueCents() == 0
                ? Optional.empty()
                : Optional.of(new PartRefundOwed(
                        reserved.wallet(),
                        id(),
                        money.paidWith().orElseThrow(),
                        money.parts().size() + 1,
                        refundDueCents(),
                        at));
    }

    /** The booking stands, and a sponsor owes their part; a price that went down meanwhile gives the difference back (D-11). */
    public List<WalletEvent> books(Instant at) {
        List<WalletEvent> facts = new ArrayList<>();
        if (reserved.sponsor() != null) {
            facts.add(new CoPaymentSponsored(
                    reserved.wallet(), id(), reserved.sponsor(), reserved.sponsorShareCents(), at));
        }
        facts.add(new BlockBooked(
                reserved.wallet(),
                id(),
                reserved.counsellor(),
                reserved.halfHours(),
                reserved.coPaymentCents(),
                reserved.code(),
                reserved.sponsor(),
                reserved.sponsorShareCents(),
                at));
        if (money.priceCents() < reserved.coPaymentCents()) {
            facts.add(new CoPaymentLowered(
                    reserved.wallet(),
                    id(),
                    money.priceCents(),
                    refundDueCents(),
                    reserved.sponsorShareCents() - sponsorDueCents(),
                    at));
            refund(at).ifPresent(facts::add);
        }
        return facts;
    }

    /** Still waits for the answer whether there is budget. */
    public boolean awaitsBudget() {
        return money.pagesAsked() == 0 && (status == BookingStatus.RESERVED || status == BookingStatus.QUEUED);
    }

    /** A payment page was promised and is not there yet. */
    public boolean awaitsPaymentPage() {
        return isUnpaid() && money.payments().size() < money.pagesAsked();
    }

    /** D-5: the last moment for paying has passed. A queued booking has none. */
    public boolean isOverdue(Instant at) {
        return isUnpaid() && payBefore != null && !at.isBefore(payBefore);
    }

    /** The last days for paying have come, and nobody said so yet. */
    public boolean wantsReminder(Instant at, Duration ahead) {
        return isUnpaid() && !reminded && payBefore != null && !at.isBefore(payBefore.minus(ahead));
    }

    public boolean isUnpaid() {
        return status == BookingStatus.RESERVED || status == BookingStatus.AWAITING_PAYMENT;
    }

    public Booking with(BookingStatus next) {
        return new Booking(reserved, next, queued, payBefore, bookedAt, money, guidance, reminded);
    }

    public Booking with(CoPayment next) {
        return new Booking(reserved, status, queued, payBefore, bookedAt, next, guidance, reminded);
    }

    public Booking with(Guidance next) {
        return new Booking(reserved, status, queued, payBefore, bookedAt, money, next, reminded);
    }

    Booking queued(BookingQueued event) {
        return new Booking(reserved, BookingStatus.QUEUED, event, null, bookedAt, money, guidance, false);
    }

    Booking secured(Instant newPayBefore) {
        return new Booking(
                reserved, BookingStatus.RESERVED, queued, newPayBefore, bookedAt, money.pageAsked(1), guidance, false);
    }

    Booking asked(String payment, String checkoutUrl) {
        return with(money.with(
                        payment, new CoPayment.Payment(PaymentStatus.REQUESTED, checkoutUrl, citizenShareCents())))
                .with(BookingStatus.AWAITING_PAYMENT);
    }

    Booking booked(Instant at) {
        return new Booking(reserved, BookingStatus.BOOKED, queued, payBefore, at, money, guidance, reminded);
    }

    Booking withReminder() {
        return new Booking(reserved, status, queued, payBefore, bookedAt, money, guidance, true);
    }

    /** As a whole: nothing of it is asked any more. */
    Booking cancelled() {
        return with(guidance.returned(0)).with(BookingStatus.CANCELLED);
    }

    /** Once nothing is left to deliver the block has ended: as used, or without use. A session taken back opens it again. */
    public Booking delivered(Guidance next) {
        Booking after = with(next);
        if (after.reservedHalfHours() > 0) {
            return after.with(BookingStatus.BOOKED);
        }
        return after.with(next.confirmedHalfHours() > 0 ? BookingStatus.USED : BookingStatus.CANCELLED);
    }
}
