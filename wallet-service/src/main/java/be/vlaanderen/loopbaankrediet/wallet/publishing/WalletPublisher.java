package be.vlaanderen.loopbaankrediet.wallet.publishing;

import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What others may build on: hours granted, and each block from reservation to its end. Payment pages and refunds stay private. */
@Singleton
public class WalletPublisher implements Publisher {

    record CreditGranted(UUID wallet, int hours, long coPaymentPerHourCents, String ruleVersion, Instant grantedAt) {}

    record BlockReserved(
            UUID wallet, UUID booking, UUID counsellor, int halfHours, long coPaymentCents, Instant reservedAt) {}

    record CoPaymentReceived(UUID wallet, UUID booking, long amountCents, Instant receivedAt) {}

    record BlockBooked(
            UUID wallet,
            UUID booking,
            UUID counsellor,
            String code,
            int halfHours,
            long coPaymentCents,
            Instant bookedAt) {}

    record BlockLapsed(UUID wallet, UUID booking, Instant lapsedAt) {}

    record BlockCancelled(UUID wallet, UUID booking, long refundCents, Instant cancelledAt) {}

    record BlockGivenUp(UUID wallet, UUID booking, Instant givenUpAt) {}

    record HoursReturned(UUID wallet, UUID booking, int halfHours, long refundCents, Instant returnedAt) {}

    record HoursRestored(
            UUID wallet, UUID booking, UUID clawback, int halfHours, long refundCents, Instant restoredAt) {}

    record CreditRevised(
            UUID wallet,
            int hours,
            long coPaymentPerHourCents,
            String ruleVersion,
            String reasonCode,
            Instant revisedAt) {}

    record CoPaymentLowered(UUID wallet, UUID booking, long coPaymentCents, long refundCents, Instant loweredAt) {}

    @Override
    public String api() {
        return "wallet";
    }

    @Override
    public String source() {
        return "wallet-service";
    }

    @Override
    public Optional<Contract> publish(StoredEvent event) {
        return event.payload() instanceof WalletEvent fact ? contract(fact) : Optional.empty();
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
                                e.wallet(), e.booking(), e.counsellor(), e.halfHours(), e.coPaymentCents(), e.at()));
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
                                e.at()));
            case WalletEvent.BlockLapsed e ->
                message("BlockLapsed.v1", new BlockLapsed(e.wallet(), e.booking(), e.at()));
            case WalletEvent.BlockCancelled e ->
                message("BlockCancelled.v1", new BlockCancelled(e.wallet(), e.booking(), e.refundCents(), e.at()));
            case WalletEvent.BlockGivenUp e ->
                message("BlockGivenUp.v1", new BlockGivenUp(e.wallet(), e.booking(), e.at()));
            case WalletEvent.HoursReturned e ->
                message(
                        "HoursReturned.v1",
                        new HoursReturned(e.wallet(), e.booking(), e.halfHours(), e.refundCents(), e.at()));
            case WalletEvent.HoursRestored e ->
                message(
                        "HoursRestored.v1",
                        new HoursRestored(
                                e.wallet(), e.booking(), e.clawback(), e.halfHours(), e.refundCents(), e.at()));
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
                        new CoPaymentLowered(e.wallet(), e.booking(), e.coPaymentCents(), e.refundCents(), e.at()));
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

    private static Optional<Contract> message(String type, Object data) {
        return Optional.of(new Contract(type, data));
    }
}
