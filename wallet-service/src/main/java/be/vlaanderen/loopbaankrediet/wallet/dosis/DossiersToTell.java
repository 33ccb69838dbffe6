package be.vlaanderen.loopbaankrediet.wallet.dosis;

import be.vlaanderen.loopbaankrediet.platform.eventstore.InlineView;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Writes;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentLowered;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRequested;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentSponsored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditGranted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditRevised;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.GuidanceStarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursRestored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursUsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentReminded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentRestarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SessionUndone;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.UnusedTimeAskedAgain;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Notes, with the event itself, that DOSIS is to be told of a booking. Not what: that is the status at the moment of telling. What waits, or is
 * being told, keeps its turn.
 */
@Singleton
class DossiersToTell implements InlineView {

    private final boolean told;

    @Inject
    DossiersToTell(@ConfigProperty(name = "dosis.url") Optional<String> url) {
        this.told = url.isPresent();
    }

    /** No view: it knows what DOSIS was told, which no event does. */
    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void on(Writes writes, StoredEvent event) {
        if (told && event.payload() instanceof WalletEvent fact) {
            switch (fact) {
                case BlockReserved e -> note(writes, e, e.booking());
                case BookingQueued e -> note(writes, e, e.booking());
                case BudgetSecured e -> note(writes, e, e.booking());
                case CoPaymentRequested e -> note(writes, e, e.booking());
                case BlockBooked e -> note(writes, e, e.booking());
                case BlockLapsed e -> note(writes, e, e.booking());
                case BlockCancelled e -> note(writes, e, e.booking());
                case HoursUsed e -> note(writes, e, e.booking());
                case SessionUndone e -> note(writes, e, e.booking());
                case HoursReturned e -> note(writes, e, e.booking());
                // leave the status as it is
                case BlockGivenUp _,
                        CoPaymentLowered _,
                        CoPaymentReceived _,
                        CoPaymentRefunded _,
                        CoPaymentSponsored _,
                        CreditGranted _,
                        CreditRevised _,
                        GuidanceStarted _,
                        HoursRestored _,
                        PartRefundOwed _,
                        PartRefunded _,
                        PaymentCancelled _,
                        PaymentReminded _,
                        PaymentRestarted _,
                        RefundOwed _,
                        SurplusPaymentReceived _,
                        UnusedTimeAskedAgain _ -> {}
            }
        }
    }

    private static void note(Writes writes, WalletEvent fact, UUID booking) {
        writes.add(
                "INSERT INTO dossier AS d (dossier, wallet, changed_at, due_at) VALUES (?, ?, ?, ?) ON CONFLICT (dossier)"
                        + " DO UPDATE SET changes = d.changes + 1, changed_at = excluded.changed_at,"
                        + " due_at = COALESCE(d.due_at, excluded.due_at)",
                booking,
                fact.wallet(),
                fact.at(),
                fact.at());
    }
}
