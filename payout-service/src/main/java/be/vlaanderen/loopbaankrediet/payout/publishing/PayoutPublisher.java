package be.vlaanderen.loopbaankrediet.payout.publishing;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stored facts about budgets and payouts, as {@code contracts/events/payout} promises them. */
@Singleton
class PayoutPublisher implements Publisher {

    record BudgetCommitted(UUID booking, int year, long amountCents, Instant committedAt) {}

    record BookingQueued(UUID booking, int year, int place, Instant queuedAt) {}

    record BudgetReleased(UUID booking, int year, long amountCents, Instant releasedAt) {}

    record PayoutApproved(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long exclVatCents,
            long vatCents,
            long totalCents,
            long coPaymentCents,
            long governmentShareCents,
            Instant approvedAt) {}

    record PayoutRefused(UUID claim, UUID booking, UUID counsellor, List<String> failed, Instant refusedAt) {}

    record PayoutSent(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            UUID batch,
            String endToEndId,
            long amountCents,
            Instant sentAt) {}

    record PayoutPaid(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            String endToEndId,
            long amountCents,
            long coPaymentCents,
            long governmentShareCents,
            Instant paidAt) {}

    record PayoutRejected(
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            String endToEndId,
            String reasonCode,
            Instant rejectedAt) {}

    @Override
    public String api() {
        return "payout";
    }

    @Override
    public String source() {
        return "payout-service";
    }

    @Override
    public Optional<Contract> publish(StoredEvent event) {
        return switch (event.payload()) {
            case BudgetEvent.BudgetCommitted e ->
                contract("BudgetCommitted", new BudgetCommitted(e.booking(), e.year(), e.amountCents(), e.at()));
            case BudgetEvent.BookingQueued e ->
                contract("BookingQueued", new BookingQueued(e.booking(), e.year(), e.place(), e.at()));
            case BudgetEvent.BudgetReleased e ->
                contract("BudgetReleased", new BudgetReleased(e.booking(), e.year(), e.amountCents(), e.at()));
            case BookingEvent.PayoutApproved e ->
                contract(
                        "PayoutApproved",
                        new PayoutApproved(
                                e.payout(),
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.halfHours(),
                                e.exclVatCents(),
                                e.vatCents(),
                                e.totalCents(),
                                e.coPaymentCents(),
                                e.governmentShareCents(),
                                e.at()));
            case BookingEvent.PayoutRefused e ->
                contract(
                        "PayoutRefused",
                        new PayoutRefused(
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.failed().stream().map(Enum::name).toList(),
                                e.at()));
            case BookingEvent.PayoutSent e ->
                contract(
                        "PayoutSent",
                        new PayoutSent(
                                e.payout(),
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.batch(),
                                e.endToEndId(),
                                e.amountCents(),
                                e.at()));
            case BookingEvent.PayoutPaid e ->
                contract(
                        "PayoutPaid",
                        new PayoutPaid(
                                e.payout(),
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.endToEndId(),
                                e.amountCents(),
                                e.coPaymentCents(),
                                e.governmentShareCents(),
                                e.at()));
            case BookingEvent.PayoutRejected e ->
                contract(
                        "PayoutRejected",
                        new PayoutRejected(
                                e.payout(),
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.endToEndId(),
                                e.reasonCode(),
                                e.at()));
            default -> Optional.empty(); // how this service gets there is its own affair
        };
    }

    private static Optional<Contract> contract(String name, Object data) {
        return Optional.of(new Contract(name + ".v1", data));
    }
}
