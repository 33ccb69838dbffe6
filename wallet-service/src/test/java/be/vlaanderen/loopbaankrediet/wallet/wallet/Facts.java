package be.vlaanderen.loopbaankrediet.wallet.wallet;

import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockBooked;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockGivenUp;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockReserved;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BudgetSecured;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentLowered;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRequested;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditGranted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CreditRevised;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.GuidanceStarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursRestored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursUsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentReminded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PaymentRestarted;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SessionUndone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What happened, in few words; ids are derived from names. */
public final class Facts {

    public static final UUID WALLET = id("wallet");
    public static final UUID COUNSELLOR = id("counsellor");
    public static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    public static final long PRICE = 2_500;
    public static final long CO_PAYMENT = 5_000;
    public static final long REFERENCE = 1_000_000_000;

    private Facts() {}

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    public static WalletEvent creditGranted(int hours) {
        return new CreditGranted(WALLET, id("request"), hours * 2, PRICE, "2027", NOW);
    }

    public static WalletEvent blockReserved(String booking) {
        return new BlockReserved(
                WALLET, id(booking), COUNSELLOR, 4, CO_PAYMENT, "K7WQ2MHN", days(14), null, 0, REFERENCE, NOW);
    }

    public static WalletEvent bookingQueued(String booking, int place) {
        return new BookingQueued(WALLET, id(booking), place, null, null, null, null, NOW);
    }

    public static WalletEvent budgetSecured(String booking) {
        return new BudgetSecured(WALLET, id(booking), days(14), NOW);
    }

    public static WalletEvent coPaymentRequested(String booking, String payment) {
        return new CoPaymentRequested(WALLET, id(booking), payment, "https://pay.example/" + payment, NOW);
    }

    public static WalletEvent paymentCancelled(String booking, String payment) {
        return new PaymentCancelled(WALLET, id(booking), payment, NOW);
    }

    public static WalletEvent paymentRestarted(String booking, int attempt) {
        return new PaymentRestarted(WALLET, id(booking), attempt, NOW);
    }

    public static WalletEvent coPaymentReceived(String booking, String payment) {
        return new CoPaymentReceived(WALLET, id(booking), payment, CO_PAYMENT, NOW);
    }

    public static WalletEvent blockBooked(String booking) {
        return new BlockBooked(WALLET, id(booking), COUNSELLOR, 4, CO_PAYMENT, "K7WQ2MHN", null, 0, NOW);
    }

    public static WalletEvent paymentReminded(String booking) {
        return new PaymentReminded(WALLET, id(booking), days(14), days(11));
    }

    public static WalletEvent blockLapsed(String booking) {
        return new BlockLapsed(WALLET, id(booking), NOW);
    }

    public static WalletEvent blockCancelled(String booking, long refundCents) {
        return new BlockCancelled(WALLET, id(booking), refundCents, 0, false, NOW);
    }

    public static WalletEvent refundOwed(String booking, String payment) {
        return new RefundOwed(WALLET, id(booking), payment, CO_PAYMENT, NOW);
    }

    public static WalletEvent guidanceStarted(String booking) {
        return new GuidanceStarted(WALLET, id(booking), NOW);
    }

    public static WalletEvent blockGivenUp(String booking) {
        return new BlockGivenUp(WALLET, id(booking), false, NOW);
    }

    public static WalletEvent hoursReturned(String booking, int halfHours, long refundCents) {
        return new HoursReturned(WALLET, id(booking), halfHours, refundCents, 0, NOW);
    }

    public static WalletEvent partRefundOwed(String booking, String payment, int part, long amountCents) {
        return new PartRefundOwed(WALLET, id(booking), payment, part, amountCents, NOW);
    }

    public static WalletEvent hoursUsed(String booking, String session, int halfHours) {
        return new HoursUsed(WALLET, id(booking), id(session), halfHours, NOW);
    }

    public static WalletEvent sessionUndone(String booking, String session, int halfHours) {
        return new SessionUndone(WALLET, id(booking), id(session), halfHours, NOW);
    }

    public static WalletEvent hoursRestored(String booking, String clawback, int halfHours, long refundCents) {
        return new HoursRestored(WALLET, id(booking), id(clawback), halfHours, refundCents, 0, false, NOW);
    }

    public static WalletEvent unpaidHoursRestored(String booking, String claim, int halfHours, long refundCents) {
        return new HoursRestored(WALLET, id(booking), id(claim), halfHours, refundCents, 0, true, NOW);
    }

    public static WalletEvent creditRevised(int hours, long coPaymentPerHourCents) {
        return new CreditRevised(
                WALLET, id("request"), hours * 2, coPaymentPerHourCents, "2027", "EDUCATION_SHOWN", NOW);
    }

    public static WalletEvent coPaymentLowered(String booking, long coPaymentCents, long refundCents) {
        return new CoPaymentLowered(WALLET, id(booking), coPaymentCents, refundCents, 0, NOW);
    }

    /** Six hours granted, and one block up to its open payment page {@code p1}. */
    public static List<WalletEvent> awaitingPayment(String booking, WalletEvent... then) {
        return history(
                List.of(
                        creditGranted(6),
                        blockReserved(booking),
                        budgetSecured(booking),
                        coPaymentRequested(booking, "p1")),
                then);
    }

    /** Six hours granted, and one block paid with {@code p1}. */
    public static List<WalletEvent> booked(String booking, WalletEvent... then) {
        return history(awaitingPayment(booking, coPaymentReceived(booking, "p1"), blockBooked(booking)), then);
    }

    public static List<WalletEvent> history(List<WalletEvent> first, WalletEvent... then) {
        List<WalletEvent> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(then));
        return all;
    }
}
