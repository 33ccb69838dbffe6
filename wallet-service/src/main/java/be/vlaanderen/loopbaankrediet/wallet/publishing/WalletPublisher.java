package be.vlaanderen.loopbaankrediet.wallet.publishing;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.StructuredReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others may build on: hours granted, each block from reservation to its end, and the bills of sponsors. Payment pages and refunds stay private. */
@Singleton
public class WalletPublisher implements Publisher {

    record CreditGranted(UUID wallet, int hours, long coPaymentPerHourCents, String ruleVersion, Instant grantedAt) {}

    record BlockReserved(
            UUID wallet,
            UUID booking,
            UUID counsellor,
            int halfHours,
            long coPaymentCents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID sponsor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sponsorShareCents,

            Instant reservedAt) {}

    record CoPaymentSponsored(UUID wallet, UUID booking, UUID sponsor, long amountCents, Instant sponsoredAt) {}

    record SponsorBilled(
            UUID sponsor,
            UUID bill,
            long amountCents,
            String reference,
            LocalDate from,
            LocalDate until,
            Instant billedAt) {}

    record SponsorBillPaid(UUID sponsor, UUID bill, long amountCents, Instant paidAt) {}

    record CoPaymentReceived(UUID wallet, UUID booking, long amountCents, Instant receivedAt) {}

    record BlockBooked(
            UUID wallet,
            UUID booking,
            UUID counsellor,
            String code,
            int halfHours,
            long coPaymentCents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID sponsor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sponsorShareCents,

            Instant bookedAt) {}

    record PaymentReminded(UUID wallet, UUID booking, Instant payBefore, Instant remindedAt) {}

    record BlockLapsed(UUID wallet, UUID booking, Instant lapsedAt) {}

    record BlockCancelled(
            UUID wallet,
            UUID booking,
            long refundCents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sponsorRefundCents,

            Instant cancelledAt) {}

    record BlockGivenUp(
            UUID wallet,
            UUID booking,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean counsellorGone,

            Instant givenUpAt) {}

    record HoursReturned(
            UUID wallet,
            UUID booking,
            int halfHours,
            long refundCents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sponsorRefundCents,

            Instant returnedAt) {}

    record HoursRestored(
            UUID wallet,
            UUID booking,
            UUID clawback,
            int halfHours,
            long refundCents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sponsorRefundCents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean claimRefused,

            Instant restoredAt) {}

    record CreditRevised(
            UUID wallet,
            int hours,
            long coPaymentPerHourCents,
            String ruleVersion,
            String reasonCode,
            Instant revisedAt) {}

    record CoPaymentLowered(
            UUID wallet,
            UUID booking,
            long coPaymentCents,
            long refundCents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sponsorRefundCents,

            Instant loweredAt) {}

    @Override
    public String api() {
        return "wallet";
    }

    /** Bookings reach the budget in the order in which they were made: who comes first is served first. */
    @Override
    public int partitions() {
        return 1;
    }

    @Override
    public String source() {
        return "wallet-service";
    }

    @Override
    public Optional<Contract> publish(StoredEvent event) {
        return switch (event.payload()) {
            case WalletEvent fact -> contract(fact);
            case SponsorEvent.SponsorBilled e ->
                message(
                        "SponsorBilled.v1",
                        new SponsorBilled(
                                e.sponsor(),
                                e.bill(),
                                e.amountCents(),
                                StructuredReference.of(e.number()),
                                e.from(),
                                e.until(),
                                e.at()));
            case SponsorEvent.SponsorBillPaid e ->
                message("SponsorBillPaid.v1", new SponsorBillPaid(e.sponsor(), e.bill(), e.amountCents(), e.at()));
            default -> Optional.empty();
        };
    }

    private static Optional<Contract> contract(WalletEvent fact) {
        return switch (fact) {
            case WalletEvent.CreditGranted e ->
                message(
                        "CreditGranted.v1",
                        new CreditGranted(
                                e.wallet(), e.halfHours() / 2, e.coPaymentPerHourCents(), e.ruleVersion(), e.at()));
            case WalletEvent.BlockReserved e ->
                message(
                        "BlockReserved.v1",
                        new BlockReserved(
                                e.wallet(),
                                e.booking(),
                                e.counsellor(),
                                e.halfHours(),
                                e.coPaymentCents(),
                                e.sponsor(),
                                some(e.sponsorShareCents()),
                                e.at()));
            case WalletEvent.CoPaymentReceived e ->
                message(
                        "CoPaymentReceived.v1",
                        new CoPaymentReceived(e.wallet(), e.booking(), e.amountCents(), e.at()));
            case WalletEvent.BlockBooked e ->
                message(
                        "BlockBooked.v1",
                        new BlockBooked(
                                e.wallet(),
                                e.booking(),
                                e.counsellor(),
                                e.code(),
                                e.halfHours(),
                                e.coPaymentCents(),
                                e.sponsor(),
                                some(e.sponsorShareCents()),
                                e.at()));
            case WalletEvent.CoPaymentSponsored e ->
                message(
                        "CoPaymentSponsored.v1",
                        new CoPaymentSponsored(e.wallet(), e.booking(), e.sponsor(), e.amountCents(), e.at()));
            case WalletEvent.PaymentReminded e ->
                message("PaymentReminded.v1", new PaymentReminded(e.wallet(), e.booking(), e.payBefore(), e.at()));
            case WalletEvent.BlockLapsed e ->
                message("BlockLapsed.v1", new BlockLapsed(e.wallet(), e.booking(), e.at()));
            case WalletEvent.BlockCancelled e ->
                message(
                        "BlockCancelled.v1",
                        new BlockCancelled(
                                e.wallet(), e.booking(), e.refundCents(), some(e.sponsorRefundCents()), e.at()));
            case WalletEvent.BlockGivenUp e ->
                message(
                        "BlockGivenUp.v1",
                        new BlockGivenUp(e.wallet(), e.booking(), e.counsellorGone() ? true : null, e.at()));
            case WalletEvent.UnusedTimeAskedAgain e ->
                message(
                        "BlockGivenUp.v1",
                        new BlockGivenUp(e.wallet(), e.booking(), e.counsellorGone() ? true : null, e.givenUpAt()));
            case WalletEvent.HoursReturned e ->
                message(
                        "HoursReturned.v1",
                        new HoursReturned(
                                e.wallet(),
                                e.booking(),
                                e.halfHours(),
                                e.refundCents(),
                                some(e.sponsorRefundCents()),
                                e.at()));
            case WalletEvent.HoursRestored e ->
                message(
                        "HoursRestored.v1",
                        new HoursRestored(
                                e.wallet(),
                                e.booking(),
                                e.clawback(),
                                e.halfHours(),
                                e.refundCents(),
                                some(e.sponsorRefundCents()),
                                e.claimRefused() ? true : null,
                                e.at()));
            case WalletEvent.CreditRevised e ->
                message(
                        "CreditRevised.v1",
                        new CreditRevised(
                                e.wallet(),
                                e.halfHours() / 2,
                                e.coPaymentPerHourCents(),
                                e.ruleVersion(),
                                e.reasonCode(),
                                e.at()));
            case WalletEvent.CoPaymentLowered e ->
                message(
                        "CoPaymentLowered.v1",
                        new CoPaymentLowered(
                                e.wallet(),
                                e.booking(),
                                e.coPaymentCents(),
                                e.refundCents(),
                                some(e.sponsorRefundCents()),
                                e.at()));
            case WalletEvent.SessionUndone ignored -> Optional.empty();
            case WalletEvent.PartRefundOwed ignored -> Optional.empty();
            case WalletEvent.PartRefunded ignored -> Optional.empty();
            case WalletEvent.BookingQueued ignored -> Optional.empty();
            case WalletEvent.BudgetSecured ignored -> Optional.empty();
            case WalletEvent.CoPaymentRequested ignored -> Optional.empty();
            case WalletEvent.PaymentCancelled ignored -> Optional.empty();
            case WalletEvent.PaymentRestarted ignored -> Optional.empty();
            case WalletEvent.SurplusPaymentReceived ignored -> Optional.empty();
            case WalletEvent.RefundOwed ignored -> Optional.empty();
            case WalletEvent.CoPaymentRefunded ignored -> Optional.empty();
            case WalletEvent.GuidanceStarted ignored -> Optional.empty();
            case WalletEvent.HoursUsed ignored -> Optional.empty();
        };
    }

    /** No amount is left out of a message. */
    private static @Nullable Long some(long cents) {
        return cents == 0 ? null : cents;
    }

    private static Optional<Contract> message(String type, Object data) {
        return Optional.of(new Contract(type, data));
    }
}
