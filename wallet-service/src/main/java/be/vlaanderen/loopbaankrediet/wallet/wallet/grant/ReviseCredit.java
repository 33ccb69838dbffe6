package be.vlaanderen.loopbaankrediet.wallet.wallet.grant;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentLowered;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditRevised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** @param halfHours that the citizen has a right to in all; 0 when the right was withdrawn */
public record ReviseCredit(
        UUID wallet,
        UUID request,
        int halfHours,
        long coPaymentPerHourCents,
        String ruleVersion,
        String reasonCode,
        Instant at) {

    /** The new price holds for what is booked from now on, and a lower one for open bookings too (D-4); what is reserved or used stays. */
    public static Decision<WalletEvent> decide(Wallet wallet, ReviseCredit command) {
        if (wallet.entitledHalfHours() == command.halfHours()
                && wallet.coPaymentPerHourCents() == command.coPaymentPerHourCents()) {
            return Decision.nothing();
        }
        List<WalletEvent> facts = new ArrayList<>();
        facts.add(new CreditRevised(
                command.wallet(),
                command.request(),
                command.halfHours(),
                command.coPaymentPerHourCents(),
                command.ruleVersion(),
                command.reasonCode(),
                command.at()));
        for (Booking booking : wallet.newestFirst()) {
            long price = command.coPaymentPerHourCents() * booking.reserved().halfHours() / 2;
            if (booking.status().isOpen() && price < booking.money().priceCents()) {
                facts.addAll(lower(booking, price, command.at()));
            }
        }
        return Decision.of(facts);
    }

    /** D-11: who was asked to pay and did not yet, pays what was asked, and gets the difference back as soon as it is there. */
    private static List<WalletEvent> lower(Booking booking, long price, Instant at) {
        Booking after = booking.with(booking.money().lowered(price));
        List<WalletEvent> facts = new ArrayList<>();
        facts.add(new CoPaymentLowered(
                booking.reserved().wallet(),
                booking.id(),
                price,
                after.refundDueCents(),
                booking.sponsorRefundCents(after),
                at));
        after.refund(at).ifPresent(facts::add);
        return facts;
    }
}
