package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.platform.web.Idempotency;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.wallet.publishing.WalletPublisher;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.Sponsor;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.Admission;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.EndReason;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent.SponsorAgreed;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.PaymentStatus;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Wallet;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.book.BookBlock;
import be.vlaanderen.loopbaankrediet.wallet.wallet.book.SessionCode;
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
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RemindOfPayment;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.RestartPayment;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification;
import be.vlaanderen.loopbaankrediet.wallet.wallet.pay.TakePaymentNotification.News;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** wallet-service: the same decisions, called by thin doubles of its resources, policies and message handlers. */
final class Wallets extends Service {

    private static final Aggregate<Wallet, WalletEvent> WALLET = Wallet.AGGREGATE;
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration KEEP_ASKING = Duration.ofDays(60);
    private static final Duration A_DAY = Duration.ofDays(1);

    private record Granted(UUID citizen, UUID request, int hours, long coPaymentPerHourCents, String ruleVersion) {}

    private record Revised(
            UUID citizen, UUID request, int hours, long coPaymentPerHourCents, String ruleVersion, String reasonCode) {}

    private record OfCounsellor(UUID counsellor, @Nullable LocalDate from) {}

    private record OfBooking(UUID booking) {}

    private record Queued(
            UUID booking,
            int year,
            int place,
            @Nullable Long queueNumber,
            @Nullable Integer quotaBlocks,
            @Nullable LocalDate nextRoomOn) {}

    private record OfSession(UUID booking, UUID session, int halfHours) {}

    private record Released(
            UUID booking, int halfHours, @Nullable Instant givenUpAt) {}

    private record ClawedBack(
            UUID clawback,
            UUID booking,
            int halfHours,
            @Nullable Boolean hoursReturn) {}

    private record NeverPaid(UUID session, int halfHours) {}

    private record RefusedForEver(
            UUID claim, UUID booking, @Nullable List<NeverPaid> neverPaid) {}

    private final PaymentProvider provider;
    private final Map<UUID, UUID> walletOf = new LinkedHashMap<>();
    private final Map<String, Instant> asked = new HashMap<>();
    private long references;

    Wallets(World world, PaymentProvider provider) {
        super(world, new WalletPublisher());
        this.provider = provider;
        store.view(event -> {
            if (event.payload() instanceof WalletEvent.BlockReserved reserved) {
                walletOf.put(reserved.booking(), reserved.wallet());
            }
        });
        followsOthers();
        when(WalletEvent.BudgetSecured.class, e -> requestPayment(e.wallet(), e.booking(), 1));
        when(WalletEvent.PaymentRestarted.class, e -> requestPayment(e.wallet(), e.booking(), e.attempt()));
        if (world.guarded(Guard.REFUND)) {
            when(WalletEvent.RefundOwed.class, this::refund);
            when(WalletEvent.PartRefundOwed.class, this::refund);
        }
        when(WalletEvent.BlockBooked.class, e -> settleShare(e.wallet(), e.booking()));
        when(WalletEvent.BlockLapsed.class, e -> settleShare(e.wallet(), e.booking()));
        when(WalletEvent.BlockCancelled.class, e -> settleShare(e.wallet(), e.booking()));
        when(WalletEvent.HoursReturned.class, e -> settleShare(e.wallet(), e.booking()));
        when(WalletEvent.HoursRestored.class, e -> settleShare(e.wallet(), e.booking()));
        when(WalletEvent.CoPaymentLowered.class, e -> settleShare(e.wallet(), e.booking()));
        doesByTheClock();
    }

    private void followsOthers() {
        follows(
                "eligibility",
                "EntitlementEstablished",
                Granted.class,
                said -> decide(
                        said.citizen(),
                        wallet -> GrantCredit.decide(
                                wallet,
                                new GrantCredit(
                                        said.citizen(),
                                        said.request(),
                                        said.hours() * 2,
                                        said.coPaymentPerHourCents(),
                                        said.ruleVersion(),
                                        now()))));
        follows(
                "eligibility",
                "EntitlementRevised",
                Revised.class,
                said -> decide(
                        said.citizen(),
                        wallet -> ReviseCredit.decide(
                                wallet,
                                new ReviseCredit(
                                        said.citizen(),
                                        said.request(),
                                        said.hours() * 2,
                                        said.coPaymentPerHourCents(),
                                        said.ruleVersion(),
                                        said.reasonCode(),
                                        now()))));
        ofCounsellor(
                "CounsellorRegistered", (state, said) -> Counsellor.becomeBookable(state, said.counsellor(), now()));
        ofCounsellor("CounsellorSuspended", this::stops);
        ofCounsellor("CounsellorLeft", this::stops);
        ofCounsellor(
                "CounsellorReinstated",
                (state, said) -> Counsellor.returnOn(state, said.counsellor(), day(said), now()));
        follows(
                "payout",
                "BudgetCommitted",
                OfBooking.class,
                said -> decide(
                        known(said.booking()),
                        wallet -> SecureBudget.decide(
                                wallet, new SecureBudget(known(said.booking()), said.booking(), now()))));
        follows(
                "payout",
                "BookingQueued",
                Queued.class,
                said -> decide(
                        known(said.booking()),
                        wallet -> QueueBooking.decide(
                                wallet,
                                new QueueBooking(new WalletEvent.BookingQueued(
                                        known(said.booking()),
                                        said.booking(),
                                        said.place(),
                                        said.year(),
                                        said.queueNumber(),
                                        said.quotaBlocks(),
                                        said.nextRoomOn(),
                                        now())))));
        follows("payout", "ClawbackDecided", ClawedBack.class, said -> {
            if (Boolean.FALSE.equals(said.hoursReturn()) && world.guarded(Guard.RESTORE_ONCE)) {
                return;
            }
            decide(
                    known(said.booking()),
                    wallet -> RestoreHours.decide(
                            wallet,
                            new RestoreHours(
                                    known(said.booking()), said.booking(), said.clawback(), said.halfHours(), now())));
        });
        follows("payout", "PayoutRefused", RefusedForEver.class, this::restore);
        follows(
                "session-claims",
                "SessionRegistered",
                OfBooking.class,
                said -> decide(
                        known(said.booking()),
                        wallet -> StartGuidance.decide(
                                wallet, new StartGuidance(known(said.booking()), said.booking(), now()))));
        follows(
                "session-claims",
                "SessionConfirmed",
                OfSession.class,
                said -> decide(
                        known(said.booking()),
                        wallet -> UseHours.decide(
                                wallet,
                                new UseHours(
                                        known(said.booking()),
                                        said.booking(),
                                        said.session(),
                                        said.halfHours(),
                                        now()))));
        follows(
                "session-claims",
                "SessionWithdrawn",
                OfSession.class,
                said -> decide(
                        known(said.booking()),
                        wallet -> UndoSession.decide(
                                wallet,
                                new UndoSession(known(said.booking()), said.booking(), said.session(), now()))));
        follows(
                "session-claims",
                "UnusedTimeReleased",
                Released.class,
                said -> decide(
                        known(said.booking()),
                        wallet -> ReturnHours.decide(
                                wallet,
                                new ReturnHours(
                                        known(said.booking()),
                                        said.booking(),
                                        said.halfHours(),
                                        said.givenUpAt(),
                                        now()))));
    }

    private void restore(RefusedForEver said) {
        if (said.neverPaid() == null || said.neverPaid().isEmpty()) {
            return;
        }
        int halfHours = said.neverPaid().stream().mapToInt(NeverPaid::halfHours).sum();
        UUID citizen = known(said.booking());
        RestoreHours command = new RestoreHours(citizen, said.booking(), said.claim(), true, halfHours, now());
        if (!attempt(citizen, wallet -> RestoreHours.decide(wallet, command))) {
            throw new NotYet("the time of claim " + said.claim() + " is not used yet");
        }
    }

    private void ofCounsellor(String type, BiFunction<Counsellor, OfCounsellor, Decision<CounsellorEvent>> decide) {
        follows(
                "provider-registry",
                type,
                OfCounsellor.class,
                said -> must(store.handle(
                        Counsellor.AGGREGATE,
                        Counsellor.stream(said.counsellor()),
                        state -> decide.apply(state, said))));
    }

    private Decision<CounsellorEvent> stops(Counsellor state, OfCounsellor said) {
        return Counsellor.stopOn(state, said.counsellor(), day(said), now());
    }

    private static LocalDate day(OfCounsellor said) {
        if (said.from() == null) {
            throw new IllegalArgumentException("a day is missing");
        }
        return said.from();
    }

    private void doesByTheClock() {
        if (world.guarded(Guard.LAPSE)) {
            sweeps(
                    "unpaid reservations lapse",
                    () -> each(
                            booking -> booking.isOverdue(now()),
                            booking -> decide(
                                    wallet(booking),
                                    state -> LapseReservation.decide(
                                            state, new LapseReservation(wallet(booking), booking.id(), now())))));
        }
        sweeps(
                "the last days for paying come",
                () -> each(
                        booking -> booking.wantsReminder(now(), RemindOfPayment.AHEAD),
                        booking -> decide(
                                wallet(booking),
                                state -> RemindOfPayment.decide(
                                        state, new RemindOfPayment(wallet(booking), booking.id(), now())))));
        sweeps("who is gone is noticed", this::noticeGone);
        if (world.guarded(Guard.COUNSELLOR_GONE)) {
            sweeps(
                    "what is booked with who is gone returns",
                    () -> each(
                            this::openWithGone,
                            booking -> attempt(
                                    wallet(booking),
                                    state -> CancelBlock.decide(
                                            state, new CancelBlock(wallet(booking), booking.id(), true, now())))));
        }
        sweeps(
                "giving up is asked again",
                () -> each(
                        booking -> booking.guidance().givingUp(),
                        booking -> decide(
                                wallet(booking),
                                state -> AskAgain.decide(state, new AskAgain(wallet(booking), booking.id(), now())))));
        if (world.guarded(Guard.PAYMENT_QUESTIONS)) {
            sweeps("payments without news are asked about", this::askPayments);
        }
        sweeps("sponsors are billed", this::billSponsors);
    }

    private void noticeGone() {
        LocalDate today = Days.of(now());
        for (UUID counsellor : world.counsellors()) {
            must(store.handle(
                    Counsellor.AGGREGATE,
                    Counsellor.stream(counsellor),
                    state -> Counsellor.noticeGone(state, counsellor, today, now())));
        }
    }

    private boolean openWithGone(Booking booking) {
        Counsellor counsellor = store.state(
                Counsellor.AGGREGATE, Counsellor.stream(booking.reserved().counsellor()));
        return booking.reservedHalfHours() > 0
                && !booking.guidance().givingUp()
                && booking.guidance().timesToAskGone(now()) > 0
                && counsellor.gone()
                && counsellor.returnsOn() == null;
    }

    private void askPayments() {
        each(
                booking -> true,
                booking -> booking.money().payments().entrySet().stream()
                        .filter(payment -> payment.getValue().status() == PaymentStatus.REQUESTED)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .forEach(payment -> ask(booking, payment)));
    }

    private void ask(Booking booking, String id) {
        PaymentProvider.Payment payment = provider.known(id);
        Instant since = asked.getOrDefault(id, payment.madeAt);
        if (payment.madeAt.isBefore(now().minus(KEEP_ASKING)) || since.isAfter(now().minus(QUIET))) {
            return;
        }
        asked.put(id, now());
        boolean onceSinceThen = since.isAfter(now().minus(A_DAY)); // else it was asked some hundred times meanwhile
        if (!payment.open && !(world.happens(Fault.PAYMENT_PROVIDER_SILENT, 15) && onceSinceThen)) {
            take(booking.id(), id, payment.status, payment.amountCents);
        }
    }

    private void billSponsors() {
        LocalDate today = Days.of(now());
        for (UUID sponsor : world.sponsors()) {
            boolean toBill = store.state(Sponsor.AGGREGATE, Sponsor.stream(sponsor)).unbilled().keySet().stream()
                    .anyMatch(month -> month.isBefore(YearMonth.from(today)));
            if (!toBill) {
                continue;
            }
            long number = ++references;
            must(store.handle(
                    Sponsor.AGGREGATE,
                    Sponsor.stream(sponsor),
                    state -> Sponsor.bill(state, sponsor, number, today, now())));
        }
    }

    // What citizens and officers ask

    boolean book(UUID citizen, String key, UUID counsellor, @Nullable UUID sponsor) {
        UUID booking = world.guarded(Guard.IDEMPOTENCY_KEY)
                ? Idempotency.id("booking", citizen.toString(), key)
                : world.uuid();
        String asker = world.bookingKey();
        return asks(() -> accepted(() -> store.transaction(() -> {
            world.asksWith(asker);
            BookBlock command = new BookBlock(
                    citizen,
                    booking,
                    counsellor,
                    sponsor == null || wallet(citizen).booking(booking) != null
                            ? null
                            : share(citizen, booking, sponsor),
                    SessionCode.next(world.random()),
                    ++references,
                    Days.of(now()),
                    now());
            Counsellor state = store.state(Counsellor.AGGREGATE, Counsellor.stream(counsellor));
            Counsellor seen = world.guarded(Guard.BOOKABLE_CHECK) ? state : Counsellor.BOOKABLE;
            return decide(citizen, wallet -> BookBlock.decide(seenBy(wallet), seen, command));
        })));
    }

    private Wallet seenBy(Wallet wallet) {
        return world.guarded(Guard.CREDIT_CHECK)
                ? wallet
                : new Wallet(wallet.entitledHalfHours() + 100, wallet.coPaymentPerHourCents(), wallet.bookings());
    }

    /** One for all, or one of three on a list: now and then that of somebody else. */
    private String code(UUID sponsor) {
        SponsorAgreed terms =
                store.state(Sponsor.AGGREGATE, Sponsor.stream(sponsor)).terms();
        return terms == null || terms.admission() == Admission.CODE
                ? "CODE"
                : "CODE-" + world.random().nextInt(3);
    }

    private BookBlock.Share share(UUID citizen, UUID booking, UUID sponsor) {
        Sponsor.Ask ask = new Sponsor.Ask(
                sponsor, booking, citizen, code(sponsor), wallet(citizen).coPaymentCents(), Days.of(now()), now());
        Sponsor after =
                must(store.handle(Sponsor.AGGREGATE, Sponsor.stream(sponsor), state -> Sponsor.reserve(state, ask)));
        return new BookBlock.Share(sponsor, after.shareCents(booking));
    }

    boolean cancel(UUID booking) {
        return asksFreely(() -> cancels(booking));
    }

    private boolean cancels(UUID booking) {
        UUID citizen = known(booking);
        boolean done =
                attempt(citizen, wallet -> CancelBlock.decide(wallet, new CancelBlock(citizen, booking, false, now())));
        Booking after = wallet(citizen).booking(booking);
        if (!world.guarded(Guard.GIVING_UP) && after != null && after.guidance().givingUp()) {
            attempt(
                    citizen,
                    wallet -> ReturnHours.decide(
                            wallet, new ReturnHours(citizen, booking, after.reservedHalfHours(), null, now())));
        }
        return done;
    }

    boolean restartPayment(UUID booking) {
        UUID citizen = known(booking);
        return attempt(citizen, wallet -> RestartPayment.decide(wallet, new RestartPayment(citizen, booking, now())));
    }

    boolean take(UUID booking, String payment, News news, long amountCents) {
        UUID citizen = known(booking);
        return attempt(citizen, wallet -> {
            Booking asked = wallet.booking(booking);
            long amount =
                    world.guarded(Guard.PAYMENT_AMOUNT) || asked == null ? amountCents : asked.citizenShareCents();
            return TakePaymentNotification.decide(
                    wallet, new TakePaymentNotification(citizen, booking, payment, news, amount, now()));
        });
    }

    void agree(UUID sponsor, int percent, long budgetCents) {
        agree(sponsor, percent, null, budgetCents, Admission.CODE);
    }

    /** So much of each block, for who was given a code of their own. */
    void agreeForList(UUID sponsor, long blockCents, long budgetCents) {
        agree(sponsor, null, blockCents, budgetCents, Admission.LIST);
    }

    private void agree(
            UUID sponsor, @Nullable Integer percent, @Nullable Long blockCents, long budgetCents, Admission admission) {
        SponsorAgreed agreement = new SponsorAgreed(
                sponsor,
                percent,
                blockCents,
                budgetCents,
                Days.of(now()),
                Days.of(now()).plusMonths(world.random().nextInt(1, 18)),
                admission,
                "officer-1",
                now());
        must(store.handle(Sponsor.AGGREGATE, Sponsor.stream(sponsor), state -> Sponsor.agree(state, agreement, 1)));
    }

    boolean payBills(UUID sponsor) {
        boolean any = false;
        Sponsor known = store.state(Sponsor.AGGREGATE, Sponsor.stream(sponsor));
        for (UUID bill : known.bills().keySet().stream().sorted().toList()) {
            any |= asks(() -> accepted(() -> must(store.handle(
                    Sponsor.AGGREGATE,
                    Sponsor.stream(sponsor),
                    state -> Sponsor.payBill(state, sponsor, bill, "officer-1", now())))));
        }
        return any;
    }

    boolean end(UUID sponsor, LocalDate lastDay) {
        return store.handle(
                        Sponsor.AGGREGATE,
                        Sponsor.stream(sponsor),
                        state -> Sponsor.end(state, sponsor, lastDay, EndReason.ASKED_BY_SPONSOR, "officer-1", now()))
                instanceof Outcome.Accepted<Sponsor, SponsorEvent>;
    }

    // What the policies do

    private void requestPayment(UUID citizen, UUID id, int attempt) {
        Booking booking = wallet(citizen).booking(id);
        if (booking == null || !booking.awaitsPaymentPage()) {
            return;
        }
        PaymentProvider.Payment page =
                provider.request(attempt == 1 ? id.toString() : id + "-" + attempt, id, booking.citizenShareCents());
        world.mayStop();
        decide(
                citizen,
                wallet -> RecordPaymentRequest.decide(
                        wallet,
                        new RecordPaymentRequest(citizen, id, page.id, "https://pay.example/" + page.id, now())));
    }

    private void refund(WalletEvent.RefundOwed owed) {
        Booking booking = wallet(owed.wallet()).booking(owed.booking());
        if (booking == null || booking.money().status(owed.payment()) != PaymentStatus.REFUND_OWED) {
            return;
        }
        provider.refund(owed.payment(), refundReference(owed.payment()), owed.amountCents());
        world.mayStop();
        decide(
                owed.wallet(),
                wallet -> RecordRefund.decide(
                        wallet, new RecordRefund(owed.wallet(), owed.booking(), owed.payment(), now())));
    }

    private void refund(WalletEvent.PartRefundOwed owed) {
        Booking booking = wallet(owed.wallet()).booking(owed.booking());
        if (booking == null || !booking.money().isOwed(owed.part())) {
            return;
        }
        provider.refund(owed.payment(), refundReference(owed.payment() + "-" + owed.part()), owed.amountCents());
        world.mayStop();
        decide(
                owed.wallet(),
                wallet -> RecordPartRefund.decide(
                        wallet, new RecordPartRefund(owed.wallet(), owed.booking(), owed.part(), now())));
    }

    private String refundReference(String of) {
        return "refund-" + of + (world.guarded(Guard.REFUND_REFERENCE) ? "" : "-" + world.uuid());
    }

    private void settleShare(UUID citizen, UUID id) {
        Booking booking = wallet(citizen).booking(id);
        UUID sponsor = booking == null ? null : booking.reserved().sponsor();
        if (booking == null || sponsor == null) {
            return;
        }
        Sponsor.Need need = new Sponsor.Need(
                sponsor, id, booking.sponsorDueCents(), booking.bookedAt() != null, Days.of(now()), now());
        must(store.handle(Sponsor.AGGREGATE, Sponsor.stream(sponsor), state -> Sponsor.settle(state, need)));
    }

    /** The citizen was given the page of this payment. */
    boolean showed(PaymentProvider.Payment payment) {
        Booking booking = wallet(known(payment.booking)).booking(payment.booking);
        return booking != null && booking.money().status(payment.id) != null;
    }

    // How they are looked up

    Wallet wallet(UUID citizen) {
        return store.state(WALLET, citizen.toString());
    }

    List<Booking> bookings() {
        List<Booking> all = new ArrayList<>();
        walletOf.forEach((booking, citizen) -> {
            Booking known = wallet(citizen).booking(booking);
            if (known != null) {
                all.add(known);
            }
        });
        return all;
    }

    List<Booking> bookings(BookingStatus status) {
        return bookings().stream().filter(each -> each.status() == status).toList();
    }

    private void each(Function<Booking, Boolean> which, Consumer<Booking> what) {
        for (Booking booking : bookings()) {
            if (which.apply(booking)) {
                what.accept(booking);
            }
        }
    }

    private static UUID wallet(Booking booking) {
        return booking.reserved().wallet();
    }

    private UUID known(UUID booking) {
        UUID citizen = walletOf.get(booking);
        if (citizen == null) {
            throw new NotYet("booking " + booking);
        }
        return citizen;
    }

    private Wallet decide(UUID citizen, Function<Wallet, Decision<WalletEvent>> decide) {
        return must(store.handle(WALLET, citizen.toString(), decide));
    }

    private boolean attempt(UUID citizen, Function<Wallet, Decision<WalletEvent>> decide) {
        return store.handle(WALLET, citizen.toString(), decide) instanceof Outcome.Accepted<Wallet, WalletEvent>;
    }
}
