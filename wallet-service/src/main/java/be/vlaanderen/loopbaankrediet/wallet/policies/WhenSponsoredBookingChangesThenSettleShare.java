package be.vlaanderen.loopbaankrediet.wallet.policies;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Policy;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.Sponsor;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentLowered;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursRestored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The sponsor's share follows the booking as it is now: owed once it stands, free again as far as it went back. */
@Singleton
class WhenSponsoredBookingChangesThenSettleShare implements Policy {

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final AggregateStore<Sponsor, SponsorEvent> sponsors;
    private final Clock clock;

    @Inject
    WhenSponsoredBookingChangesThenSettleShare(
            AggregateStore<Wallet, WalletEvent> wallets, AggregateStore<Sponsor, SponsorEvent> sponsors, Clock clock) {
        this.wallets = wallets;
        this.sponsors = sponsors;
        this.clock = clock;
    }

    @Override
    public void on(StoredEvent event) {
        switch (event.payload()) {
            case BlockBooked e -> settle(e.wallet(), e.booking());
            case BlockLapsed e -> settle(e.wallet(), e.booking());
            case BlockCancelled e -> settle(e.wallet(), e.booking());
            case HoursReturned e -> settle(e.wallet(), e.booking());
            case HoursRestored e -> settle(e.wallet(), e.booking());
            case CoPaymentLowered e -> settle(e.wallet(), e.booking());
            default -> {}
        }
    }

    private void settle(UUID wallet, UUID id) {
        Booking booking = wallets.state(wallet.toString()).booking(id);
        UUID sponsor = booking == null ? null : booking.reserved().sponsor();
        if (booking == null || sponsor == null) {
            return;
        }
        Instant now = clock.instant();
        Sponsor.Need need =
                new Sponsor.Need(sponsor, id, booking.sponsorDueCents(), booking.bookedAt() != null, Days.of(now), now);
        var unused = sponsors.handle(Sponsor.stream(sponsor), state -> Sponsor.settle(state, need))
                .orThrow();
    }
}
