package be.vlaanderen.loopbaankrediet.wallet.wallet;

import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.COUNSELLOR;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.WALLET;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.days;
import static be.vlaanderen.loopbaankrediet.wallet.wallet.Facts.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockCancelled;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BlockLapsed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentLowered;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.CoPaymentSponsored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursRestored;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.HoursReturned;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.PartRefunded;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.RefundOwed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent.SurplusPaymentReceived;
import be.vlaanderen.loopbaankrediet.wallet.wallet.book.BookBlock;
import be.vlaanderen.loopbaankrediet.wallet.wallet.budget.QueueBooking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.budget.SecureBudget;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.AskAgain;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.CancelBlock;
import be.vlaanderen.loopbaankrediet.wallet.wallet.cancel.ReturnHours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.grant.GrantCredit;
import be.vlaanderen.loopbaankrediet.wallet.wallet.grant.ReviseCredit;
import be.vlaanderen.loopbaankrediet.wallet.wallet.guidance.RestoreHours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.guidance.StartGuidance;
import be.vlaanderen.loopbaankrediet.wallet.wallet.guidance.UndoSession;
import be.vlaanderen.loopbaankrediet.wallet.wallet.guidance.UseHours;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.LapseReservation;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RecordPartRefund;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RecordPaymentRequest;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RecordRefund;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RestartPayment;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever is asked of a wallet, in whatever order and however often, hours and money add up. */
class WalletPropertyTest {

    enum Kind {
        GRANT,
        BOOK,
        QUEUE,
        SECURE,
        PAGE,
        RESTART,
        PAID,
        WRONG_AMOUNT,
        PAYMENT_CANCELLED,
        REFUNDED,
        REFUND_RECORDED,
        LAPSE,
        CANCEL,
        START,
        USE,
        RETURN,
        ASK_AGAIN,
        PART_REFUNDED,
        UNDO,
        RESTORE,
        REVISE
    }

    record Step(Kind kind, int booking, int number, int day) {}

    @Property(tries = 2000)
    void hours_reserved_and_used_never_exceed_the_hours_granted(@ForAll("histories") List<Step> steps) {
        Wallet wallet = Wallet.EMPTY;
        List<WalletEvent> history = new ArrayList<>();
        for (Step step : steps) {
            if (decide(wallet, step) instanceof Decision.Events<WalletEvent> decided) {
                for (WalletEvent event : decided.events()) {
                    wallet = wallet.evolve(event);
                    history.add(event);
                }
                assertEquals(Decision.nothing(), decide(wallet, step), "a repeat changes nothing");
            }
            assertTrue(wallet.availableHalfHours() >= 0);
            assertTrue(wallet.reservedHalfHours() >= 0);
            assertTrue(wallet.usedHalfHours() >= 0);
            assertEquals(
                    wallet.grantedHalfHours(),
                    wallet.reservedHalfHours() + wallet.usedHalfHours() + wallet.availableHalfHours());
        }
        assertEquals(wallet, Wallet.AGGREGATE.replay(history), "the state is the replay of the events");
        endsOnce(history);
        moneyAddsUp(wallet, history);
    }

    private static void endsOnce(List<WalletEvent> history) {
        Set<UUID> ended = new HashSet<>();
        for (WalletEvent event : history) {
            switch (event) {
                case BlockLapsed e -> assertTrue(ended.add(e.booking()), "lapsed or cancelled twice");
                case BlockCancelled e -> assertTrue(ended.add(e.booking()), "lapsed or cancelled twice");
                default -> {}
            }
        }
    }

    /** Money received stands for a block, or is owed back, or went back; once each. */
    private static void moneyAddsUp(Wallet wallet, List<WalletEvent> history) {
        long received = 0;
        long owed = 0;
        Set<String> refunded = new HashSet<>();
        for (WalletEvent event : history) {
            switch (event) {
                case CoPaymentReceived e -> received += e.amountCents();
                case SurplusPaymentReceived e -> received += e.amountCents();
                case RefundOwed e -> owed += e.amountCents();
                case CoPaymentRefunded e -> assertTrue(refunded.add(e.booking() + e.payment()), "refunded twice");
                case PartRefundOwed e -> owed += e.amountCents();
                case PartRefunded e -> assertTrue(refunded.add(e.booking() + "/" + e.part()), "refunded twice");
                default -> {}
            }
        }
        long kept = 0;
        for (Booking booking : wallet.bookings().values()) {
            kept += booking.money().keptCents();
            boolean paid = booking.status() == BookingStatus.BOOKED || booking.status() == BookingStatus.USED;
            assertEquals(
                    paid ? booking.citizenDueCents() : 0,
                    booking.money().keptCents(),
                    "kept is what the block costs, no more and no less");
        }
        assertEquals(received, kept + owed);
        long sponsored = 0;
        for (WalletEvent event : history) {
            sponsored += switch (event) {
                case CoPaymentSponsored e -> e.amountCents();
                case BlockCancelled e -> -e.sponsorRefundCents();
                case HoursReturned e -> -e.sponsorRefundCents();
                case HoursRestored e -> -e.sponsorRefundCents();
                case CoPaymentLowered e -> -e.sponsorRefundCents();
                default -> 0;
            };
        }
        long due = wallet.bookings().values().stream()
                .filter(booking -> booking.bookedAt() != null)
                .mapToLong(Booking::sponsorDueCents)
                .sum();
        assertEquals(sponsored, due, "a sponsor owes what their bookings cost, no more and no less");
    }

    private static Decision<WalletEvent> decide(Wallet wallet, Step step) {
        UUID booking = id("booking" + step.booking());
        String payment = "p" + step.booking() + "-" + step.number() % 2;
        Instant at = days(step.day());
        Booking known = wallet.booking(booking);
        long price = known == null ? 5_000 : known.citizenShareCents();
        return switch (step.kind()) {
            case GRANT ->
                GrantCredit.decide(
                        wallet,
                        new GrantCredit(
                                WALLET,
                                id("request" + step.number()),
                                step.number() % 2 == 0 ? 12 : 4,
                                2_500,
                                "2027",
                                at));
            case BOOK ->
                BookBlock.decide(
                        wallet,
                        step.number() != 0 ? Counsellor.BOOKABLE : Counsellor.UNKNOWN,
                        new BookBlock(
                                WALLET,
                                booking,
                                COUNSELLOR,
                                share(wallet.coPaymentCents(), step.day()),
                                "K7WQ2MHN",
                                Facts.REFERENCE,
                                LocalDate.of(2027, 3, 1),
                                at));
            case QUEUE ->
                QueueBooking.decide(
                        wallet,
                        new QueueBooking(
                                new BookingQueued(WALLET, booking, step.number(), null, null, null, null, at)));
            case SECURE -> SecureBudget.decide(wallet, new SecureBudget(WALLET, booking, at));
            case PAGE ->
                RecordPaymentRequest.decide(
                        wallet, new RecordPaymentRequest(WALLET, booking, payment, "https://pay.example", at));
            case RESTART -> RestartPayment.decide(wallet, new RestartPayment(WALLET, booking, at));
            case PAID -> news(wallet, booking, payment, News.PAID, price, at);
            case WRONG_AMOUNT -> news(wallet, booking, payment, News.PAID, price - 1, at);
            case PAYMENT_CANCELLED -> news(wallet, booking, payment, News.CANCELLED, price, at);
            case REFUNDED -> news(wallet, booking, payment, News.REFUNDED, price, at);
            case REFUND_RECORDED -> RecordRefund.decide(wallet, new RecordRefund(WALLET, booking, payment, at));
            case LAPSE -> LapseReservation.decide(wallet, new LapseReservation(WALLET, booking, at));
            case CANCEL -> CancelBlock.decide(wallet, new CancelBlock(WALLET, booking, step.day() % 4 == 3, at));
            case START -> StartGuidance.decide(wallet, new StartGuidance(WALLET, booking, at));
            case RETURN -> ReturnHours.decide(wallet, new ReturnHours(WALLET, booking, step.number(), null, at));
            case ASK_AGAIN -> AskAgain.decide(wallet, new AskAgain(WALLET, booking, at));
            case PART_REFUNDED ->
                RecordPartRefund.decide(wallet, new RecordPartRefund(WALLET, booking, 1 + step.number() % 2, at));
            case UNDO ->
                UndoSession.decide(wallet, new UndoSession(WALLET, booking, id("session" + step.day() % 5), at));
            case RESTORE ->
                RestoreHours.decide(
                        wallet,
                        new RestoreHours(
                                WALLET,
                                booking,
                                id("clawback" + step.day() % 3),
                                step.day() % 2 == 0,
                                step.number(),
                                at));
            case REVISE ->
                ReviseCredit.decide(
                        wallet,
                        new ReviseCredit(
                                WALLET,
                                id("request"),
                                step.number() * 4,
                                step.day() % 2 == 0 ? 1_500 : 2_500,
                                "2027",
                                "EDUCATION_SHOWN",
                                at));
            case USE ->
                UseHours.decide(
                        wallet, new UseHours(WALLET, booking, id("session" + step.day() % 5), step.number(), at));
        };
    }

    /** None, a part that leaves odd cents, or all. */
    private static BookBlock.@Nullable Share share(long coPaymentCents, int day) {
        return switch (day % 3) {
            case 0 -> null;
            case 1 -> new BookBlock.Share(id("sponsor"), coPaymentCents * 33 / 100);
            default -> new BookBlock.Share(id("sponsor"), coPaymentCents);
        };
    }

    private static Decision<WalletEvent> news(
            Wallet wallet, UUID booking, String payment, News news, long amountCents, Instant at) {
        return TakePaymentNotification.decide(
                wallet, new TakePaymentNotification(WALLET, booking, payment, news, amountCents, at));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 40))
                .as(Step::new);
        // the way of a whole block is unlikely to be found by chance, so it is offered as one piece too
        Arbitrary<List<Step>> way = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 13))
                .as((booking, number, length) -> List.of(
                                Kind.GRANT,
                                Kind.BOOK,
                                Kind.SECURE,
                                Kind.PAGE,
                                Kind.PAID,
                                Kind.USE,
                                Kind.CANCEL,
                                Kind.RETURN,
                                Kind.PART_REFUNDED,
                                Kind.REFUNDED,
                                Kind.RESTORE,
                                Kind.REVISE,
                                Kind.UNDO)
                        .subList(0, length)
                        .stream()
                        .map(kind -> new Step(kind, booking, number, 0))
                        .toList());
        Arbitrary<List<Step>> unstarted = Arbitraries.integers()
                .between(1, 4)
                .map(booking -> Stream.of(
                                Kind.GRANT,
                                Kind.BOOK,
                                Kind.SECURE,
                                Kind.PAGE,
                                Kind.PAID,
                                Kind.CANCEL,
                                Kind.ASK_AGAIN,
                                Kind.RETURN,
                                Kind.REFUND_RECORDED)
                        .map(kind -> new Step(kind, booking, 4, 1))
                        .toList());
        return Arbitraries.oneOf(step.map(List::of), way, unstarted)
                .list()
                .ofMaxSize(60)
                .map(pieces -> pieces.stream().flatMap(List::stream).toList());
    }
}
