package be.vlaanderen.loopbaankrediet.wallet.wallet.book;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Hours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param share of a sponsor, reserved in their budget; null without
 * @param code that the citizen gives to the counsellor; a repeated command keeps the first
 * @param reference number of the structured reference to pay with; a repeated command keeps the first
 * @param today in Brussels
 */
public record BookBlock(
        UUID wallet,
        UUID booking,
        UUID counsellor,
        @Nullable Share share,
        String code,
        long reference,
        LocalDate today,
        Instant at) {

    /** @param cents of the co-payment that the sponsor pays */
    public record Share(UUID sponsor, long cents) {}

    /** CN 2.1: one block of two hours with a registered counsellor; hours are reserved first. */
    public static Decision<WalletEvent> decide(Wallet wallet, Counsellor counsellor, BookBlock command) {
        if (wallet.booking(command.booking()) != null) {
            return Decision.nothing(); // a repeat changes nothing
        }
        if (wallet.availableHalfHours() < Wallet.BLOCK_HALF_HOURS) {
            return Decision.refused(
                    WalletRefusal.NOT_ENOUGH_CREDIT, Map.of("available", Hours.ofHalf(wallet.availableHalfHours())));
        }
        if (!counsellor.isBookableOn(command.today())) {
            return Decision.refused(WalletRefusal.COUNSELLOR_NOT_BOOKABLE);
        }
        Share share = command.share();
        if (share != null && share.cents() > wallet.coPaymentCents()) {
            throw new IllegalArgumentException("a sponsor pays no more than the co-payment");
        }
        return Decision.of(new BlockReserved(
                command.wallet(),
                command.booking(),
                command.counsellor(),
                Wallet.BLOCK_HALF_HOURS,
                wallet.coPaymentCents(),
                command.code(),
                command.at().plus(Wallet.TIME_TO_PAY),
                share == null ? null : share.sponsor(),
                share == null ? 0 : share.cents(),
                command.reference(),
                command.at()));
    }
}
