package be.vlaanderen.loopbaankrediet.payout.publishing;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored facts about budgets and payouts, as {@code contracts/events/payout} promises them. */
@Singleton
class PayoutPublisher implements Publisher {

    record BudgetCommitted(UUID booking, int year, long amountCents, Instant committedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BookingQueued(
            UUID booking,
            int year,
            int place,
            @Nullable Long queueNumber,
            @Nullable Integer quotaBlocks,
            @Nullable LocalDate nextRoomOn,
            Instant queuedAt) {}

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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PayoutRefused(
            UUID claim,
            UUID booking,
            UUID counsellor,
            List<String> failed,
            @Nullable List<NeverPaid> neverPaid,
            Instant refusedAt) {}

    record NeverPaid(UUID session, int halfHours) {}

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

    record ClawbackAnnounced(
            UUID clawback,
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long amountCents,
            long coPaymentCents,
            String reasonCode,
            LocalDate answerUntil,
            boolean hoursReturn,
            Instant announcedAt) {}

    record ClawbackDecided(
            UUID clawback,
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long amountCents,
            long coPaymentCents,
            String reasonCode,
            boolean hoursReturn,
            Instant decidedAt) {}

    record ClaimReleased(UUID claim, UUID booking, UUID counsellor, Instant releasedAt) {}

    record ClaimKept(UUID claim, UUID booking, UUID counsellor, String reasonCode, Instant keptAt) {}

    record ClawbackSettled(
            UUID clawback,
            UUID payout,
            UUID claim,
            UUID booking,
            UUID counsellor,
            long setOffCents,
            long writtenOffCents,
            long repaidCents,
            Instant settledAt) {}

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
                contract(
                        "BookingQueued",
                        new BookingQueued(
                                e.booking(),
                                e.year(),
                                e.place(),
                                e.queueNumber(),
                                e.quotaBlocks(),
                                e.nextRoomOn(),
                                e.at()));
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
            case BookingEvent.ClaimReleased e ->
                contract("ClaimReleased", new ClaimReleased(e.claim(), e.booking(), e.counsellor(), e.at()));
            case BookingEvent.ClaimKept e ->
                contract(
                        "ClaimKept",
                        new ClaimKept(
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.reason().name(),
                                e.at()));
            case BookingEvent.PayoutRefused e ->
                contract(
                        "PayoutRefused",
                        new PayoutRefused(
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.failed().stream().map(Enum::name).toList(),
                                neverPaid(e),
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
            case ClawbackEvent.ClawbackAnnounced e ->
                contract(
                        "ClawbackAnnounced",
                        new ClawbackAnnounced(
                                e.clawback(),
                                e.payout(),
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.halfHours(),
                                e.exclVatCents() + e.vatCents(),
                                e.coPaymentCents(),
                                e.reason().name(),
                                e.answerUntil(),
                                !Boolean.FALSE.equals(e.hoursReturn()),
                                e.at()));
            case ClawbackEvent.ClawbackDecided e ->
                contract(
                        "ClawbackDecided",
                        new ClawbackDecided(
                                e.clawback(),
                                e.payout(),
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.halfHours(),
                                e.totalCents(),
                                e.coPaymentCents(),
                                e.reason().name(),
                                !Boolean.FALSE.equals(e.hoursReturn()),
                                e.at()));
            case ClawbackEvent.ClawbackSettled e ->
                contract(
                        "ClawbackSettled",
                        new ClawbackSettled(
                                e.clawback(),
                                e.payout(),
                                e.claim(),
                                e.booking(),
                                e.counsellor(),
                                e.setOffCents(),
                                e.writtenOffCents(),
                                e.repaidCents(),
                                e.at()));
            default -> Optional.empty(); // how this service gets there is its own affair
        };
    }

    private static @Nullable List<NeverPaid> neverPaid(BookingEvent.PayoutRefused refused) {
        return refused.neverPaid() == null
                ? null
                : refused.neverPaid().stream()
                        .map(session -> new NeverPaid(session.session(), session.halfHours()))
                        .toList();
    }

    private static Optional<Contract> contract(String name, Object data) {
        return Optional.of(new Contract(name + ".v1", data));
    }
}
