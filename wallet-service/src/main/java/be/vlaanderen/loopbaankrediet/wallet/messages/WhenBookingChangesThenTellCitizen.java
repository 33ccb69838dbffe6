package be.vlaanderen.loopbaankrediet.wallet.messages;

import be.vlaanderen.loopbaankrediet.platform.eventstore.AggregateStore;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.Policy;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursRestored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentReminded;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Notes what a citizen wants to hear of; it is sent when it is due. */
@Singleton
class WhenBookingChangesThenTellCitizen implements Policy {

    private final AggregateStore<Wallet, WalletEvent> wallets;
    private final Messages messages;

    @Inject
    WhenBookingChangesThenTellCitizen(AggregateStore<Wallet, WalletEvent> wallets, Messages messages) {
        this.wallets = wallets;
        this.messages = messages;
    }

    @Override
    public void on(StoredEvent event) {
        switch (event.payload()) {
            case BudgetSecured e -> {
                if (wasQueued(event, e)) {
                    tell(event, Kind.ROOM_REACHED, e, e.booking(), e.at());
                }
            }
            case PaymentReminded e -> tell(event, Kind.PAYMENT_DUE, e, e.booking(), e.at());
            case BlockLapsed e -> tell(event, Kind.RESERVATION_LAPSED, e, e.booking(), e.at());
            case BlockBooked e -> tell(event, Kind.CODE_READY, e, e.booking(), e.at());
            case BlockCancelled e -> {
                if (e.counsellorGone() && !wasTold(event, e)) {
                    tell(event, Kind.COUNSELLOR_GONE, e, e.booking(), e.at());
                }
            }
            case BlockGivenUp e -> {
                if (e.tellsCitizen()) {
                    tell(event, Kind.COUNSELLOR_GONE, e, e.booking(), e.at());
                }
            }
            case HoursRestored e -> tell(event, Kind.HOURS_BACK, e, e.booking(), e.at());
            case CoPaymentRefunded e -> tell(event, Kind.REFUND_DONE, e, e.booking(), e.at());
            case PartRefunded e -> tell(event, Kind.REFUND_DONE, e, e.booking(), e.at());
            default -> {}
        }
    }

    private void tell(StoredEvent event, Kind kind, WalletEvent fact, UUID booking, Instant dueAt) {
        messages.note(
                event.id() + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                kind,
                fact.wallet(),
                booking,
                dueAt);
    }

    /** Of a paid block, when it was given up. */
    private boolean wasTold(StoredEvent event, BlockCancelled cancelled) {
        Booking booking = wallets.stateAfter(event).booking(cancelled.booking());
        return booking != null && booking.guidance().abandoned();
    }

    private boolean wasQueued(StoredEvent event, BudgetSecured secured) {
        Booking booking = wallets.stateAfter(event).booking(secured.booking());
        return booking != null && booking.queued() != null;
    }
}
