package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount.ToPay;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.DecideClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.SetOffPart;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CancellationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.HoursReturnRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.LapseRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.Origin;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRefused;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PriceLoweringRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.RestorationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.SponsorshipRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueDropped;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.Tariff;
import be.vlaanderen.loopbaankrediet.payout.budget.Budget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CarryIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CloseYear;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.DropOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.GrowShare;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OpenBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OweClaim;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.RaiseCommitment;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.Carried;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareFound;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareGrown;
import be.vlaanderen.loopbaankrediet.payout.budget.TakeBack;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AgreeInstalments;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Announce;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Answer;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AskRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Decide;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.NoteRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.SetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.WriteOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackAnnounced;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.DecisionReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Instalment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Reason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.RepaymentReceived;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.WriteOffReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackState;
import be.vlaanderen.loopbaankrediet.payout.clawback.Clawbacks;
import be.vlaanderen.loopbaankrediet.payout.clawback.StructuredReference;
import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.RegistrationChanged;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.VatRegimeRecorded;
import be.vlaanderen.loopbaankrediet.payout.sponsor.Sponsor;
import be.vlaanderen.loopbaankrediet.payout.sponsor.SponsorEvent.SponsorPaymentRecorded;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.messaging.NotYet;
import be.vlaanderen.loopbaankrediet.platform.messaging.Publisher;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/** payout-service: the budget, the claims, the files to the bank and what is clawed back. */
final class Payouts extends Service {

    private static final Duration WAIT_FOR_FACTS = Duration.ofDays(7);
    private static final String REVIEW = "session-claims-service";

    private record Reserved(
            UUID wallet, UUID booking, UUID counsellor, int halfHours, long coPaymentCents, Instant reservedAt) {}

    private record Received(UUID booking, long amountCents, Instant receivedAt) {}

    private record Sponsored(UUID booking, UUID sponsor, long amountCents, Instant sponsoredAt) {}

    private record Lowered(UUID booking, long coPaymentCents, long refundCents, long sponsorRefundCents) {}

    private record Lapsed(UUID booking) {}

    private record Cancelled(UUID booking, long refundCents, long sponsorRefundCents) {}

    private record Returned(UUID booking, int halfHours, long refundCents, long sponsorRefundCents) {}

    private record Restored(
            UUID booking,
            UUID clawback,
            int halfHours,
            long refundCents,
            long sponsorRefundCents,
            boolean claimRefused) {}

    private record BillPaid(UUID sponsor, UUID bill, long amountCents, Instant paidAt) {}

    private record Submitted(
            UUID claim,
            UUID booking,
            UUID counsellor,
            List<ClaimedSession> sessions,
            int halfHours,
            Instant submittedAt) {}

    private record WithdrawalAsked(UUID claim, UUID booking, UUID counsellor) {}

    private record Undue(
            UUID session,
            UUID booking,
            @Nullable UUID claim,
            UUID counsellor,
            int halfHours,
            boolean hoursReturn,
            Origin origin,
            UUID review,
            String reasonCode) {}

    private record Registered(UUID counsellor, boolean vatLiable, LocalDate registeredOn) {}

    private record Suspended(UUID counsellor, LocalDate from, Instant suspendedAt) {}

    private record Reinstated(UUID counsellor, LocalDate from, Instant reinstatedAt) {}

    private record Left(UUID counsellor, LocalDate from, Instant leftAt) {}

    private record VatChanged(UUID counsellor, boolean vatLiable, LocalDate from) {}

    final PaymentFiles files;
    private final Map<UUID, ClaimReceived> claims = new LinkedHashMap<>();
    private final Map<UUID, Map<Integer, Long>> settledIn = new HashMap<>();
    private final List<UndueRecorded> undue = new ArrayList<>();
    private final Map<UUID, UUID> payoutOf = new LinkedHashMap<>();
    private final Map<UUID, UUID> counsellorOf = new HashMap<>();
    private final Set<Integer> years = new TreeSet<>();
    private final Set<UUID> clawedBackClaims = new LinkedHashSet<>();

    Payouts(World world, Bank bank) {
        super(world, publisher());
        this.files = new PaymentFiles(world, this, bank);
        store.view(this::view);
        followsWallet();
        followsSessionClaims();
        followsRegistry();
        if (world.guarded(Guard.YEAR_TURN)) {
            sweeps("the year turns", this::turn);
        }
        if (world.guarded(Guard.OPEN_CLAIMS)) {
            sweeps("open claims are looked at again", this::decideOpenClaims);
        }
        sweeps("what was found undue is announced", this::announceFound);
        sweeps("files are made", files::makeFile);
        sweeps("files are sent", files::sendFiles);
        sweeps("the bank's answers are taken in", files::takeInAnswers);
    }

    /** The service keeps its publisher to itself. */
    private static Publisher publisher() {
        try {
            var made = Class.forName("be.vlaanderen.loopbaankrediet.payout.publishing.PayoutPublisher")
                    .getDeclaredConstructor();
            made.setAccessible(true);
            return (Publisher) made.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void view(StoredEvent event) {
        switch (event.payload()) {
            case ClaimReceived e -> claims.put(e.claim(), e);
            case BudgetEvent e -> view(e);
            case UndueRecorded e -> undue.add(e);
            case UndueDropped e ->
                undue.removeIf(each ->
                        each.session().equals(e.session()) && each.review().equals(e.review()));
            case ClaimReleased e -> undue.removeIf(each -> each.claim().equals(e.claim()));
            case ClawbackAnnounced e -> {
                payoutOf.put(e.clawback(), e.payout());
                counsellorOf.put(e.clawback(), e.counsellor());
                clawedBackClaims.add(e.claim());
            }
            default -> {}
        }
    }

    private void view(BudgetEvent event) {
        years.add(event.year());
        switch (event) {
            case BudgetSettled e -> settled(e.booking(), e.year(), e.amountCents());
            case SettlementReversed e -> settled(e.booking(), e.year(), e.carriedInCents() - e.amountCents());
            case SettlementCarriedOut e -> settled(e.booking(), e.year(), -e.amountCents());
            case ShareGrown e -> settled(e.booking(), e.year(), e.amountCents());
            case OwedShareFound e when e.claim() == null -> settled(e.booking(), e.year(), e.amountCents());
            default -> {}
        }
    }

    private void settled(UUID booking, int year, long cents) {
        settledIn.computeIfAbsent(booking, _ -> new HashMap<>()).merge(year, cents, Long::sum);
    }

    private void followsWallet() {
        follows("wallet", "BlockReserved", Reserved.class, said -> {
            BookingRecorded recorded = new BookingRecorded(
                    said.booking(),
                    said.wallet(),
                    said.counsellor(),
                    said.halfHours(),
                    said.coPaymentCents(),
                    Days.of(said.reservedAt()).getYear(),
                    said.reservedAt(),
                    now());
            if (account(said.booking(), account -> account.record(recorded))
                            instanceof Outcome.Accepted<BookingAccount, BookingEvent>(var account, var events)
                    && !events.isEmpty()) {
                commit(account.known());
            }
        });
        follows(
                "wallet",
                "CoPaymentReceived",
                Received.class,
                said -> record(
                        said.booking(),
                        (account, at) -> account.record(
                                new CoPaymentRecorded(said.booking(), said.amountCents(), said.receivedAt(), at))));
        follows(
                "wallet",
                "CoPaymentSponsored",
                Sponsored.class,
                said -> record(
                        said.booking(),
                        (account, at) -> account.record(new SponsorshipRecorded(
                                said.booking(), said.sponsor(), said.amountCents(), said.sponsoredAt(), at))));
        follows("wallet", "CoPaymentLowered", Lowered.class, said -> {
            long[] usedAbove = new long[1];
            BookingAccount after = record(said.booking(), (account, at) -> {
                usedAbove[0] = account.usedAbove(said.coPaymentCents());
                return account.record(new PriceLoweringRecorded(
                        said.booking(),
                        said.coPaymentCents(),
                        said.refundCents(),
                        said.sponsorRefundCents(),
                        usedAbove[0],
                        at));
            });
            lower(after.known(), after.coPaymentCents(), usedAbove[0]);
        });
        follows(
                "wallet",
                "BlockLapsed",
                Lapsed.class,
                said -> release(record(
                        said.booking(), (account, at) -> account.record(new LapseRecorded(said.booking(), at)))));
        follows(
                "wallet",
                "BlockCancelled",
                Cancelled.class,
                said -> release(record(
                        said.booking(),
                        (account, at) -> account.record(new CancellationRecorded(
                                said.booking(), said.refundCents(), said.sponsorRefundCents(), at)))));
        follows("wallet", "HoursReturned", Returned.class, said -> {
            BookingAccount after = record(
                    said.booking(),
                    (account, at) -> account.record(new HoursReturnRecorded(
                            said.booking(), said.halfHours(), said.refundCents(), said.sponsorRefundCents(), at)));
            if (after.isFullyClaimed()) {
                release(after);
            }
        });
        follows(
                "wallet",
                "HoursRestored",
                Restored.class,
                said -> record(
                        said.booking(),
                        (account, at) -> account.record(new RestorationRecorded(
                                said.booking(),
                                said.clawback(),
                                said.halfHours(),
                                said.refundCents(),
                                said.sponsorRefundCents(),
                                said.claimRefused(),
                                at))));
        follows(
                "wallet",
                "SponsorBillPaid",
                BillPaid.class,
                said -> must(store.handle(
                        Sponsor.AGGREGATE,
                        Sponsor.stream(said.sponsor()),
                        sponsor -> sponsor.record(new SponsorPaymentRecorded(
                                said.sponsor(), said.bill(), said.amountCents(), said.paidAt(), now())))));
    }

    private void followsSessionClaims() {
        follows("session-claims", "ClaimSubmitted", Submitted.class, said -> {
            demandKnown(said.booking());
            account(
                    said.booking(),
                    account -> account.record(new ClaimReceived(
                            said.claim(),
                            said.booking(),
                            said.counsellor(),
                            said.sessions(),
                            said.submittedAt(),
                            now())));
            decide(said.claim(), said.booking(), said.counsellor(), false);
        });
        follows("session-claims", "ClaimWithdrawalAsked", WithdrawalAsked.class, said -> {
            demandKnown(said.booking());
            releaseClaim(said.claim(), said.booking(), said.counsellor());
        });
        follows("session-claims", "SessionFoundUndue", Undue.class, said -> {
            UUID claim = said.claim();
            if (claim != null) {
                demandKnown(said.booking());
                account(
                        said.booking(),
                        account -> account.record(new UndueRecorded(
                                said.session(),
                                claim,
                                said.booking(),
                                said.counsellor(),
                                said.halfHours(),
                                said.hoursReturn(),
                                said.origin(),
                                said.review(),
                                said.reasonCode(),
                                now())));
            }
        });
    }

    private void followsRegistry() {
        follows(
                "provider-registry",
                "CounsellorRegistered",
                Registered.class,
                said -> counsellor(
                        said.counsellor(),
                        known -> known.record(new CounsellorRecorded(
                                said.counsellor(), said.registeredOn(), said.vatLiable(), now()))));
        follows(
                "provider-registry",
                "CounsellorVatRegimeChanged",
                VatChanged.class,
                said -> counsellor(
                        said.counsellor(),
                        known -> known.record(
                                new VatRegimeRecorded(said.counsellor(), said.vatLiable(), said.from(), now()))));
        follows(
                "provider-registry",
                "CounsellorSuspended",
                Suspended.class,
                said -> standing(said.counsellor(), false, said.from(), said.suspendedAt()));
        follows(
                "provider-registry",
                "CounsellorReinstated",
                Reinstated.class,
                said -> standing(said.counsellor(), true, said.from(), said.reinstatedAt()));
        follows(
                "provider-registry",
                "CounsellorLeft",
                Left.class,
                said -> standing(said.counsellor(), false, said.from(), said.leftAt()));
    }

    private void standing(UUID counsellor, boolean registered, LocalDate from, Instant decidedAt) {
        counsellor(
                counsellor,
                known ->
                        known.record(new RegistrationChanged(counsellor, registered, from, Days.of(decidedAt), now())));
    }

    private void counsellor(UUID counsellor, Function<Counsellor, Decision<CounsellorEvent>> decide) {
        must(store.handle(Counsellor.AGGREGATE, Counsellor.stream(counsellor), decide));
    }

    // The budget

    private void commit(BookingRecorded booking) {
        closeYearsBefore(Days.of(now()).getYear());
        int year = openYear(booking.year());
        long share = Tariff.mostGovernmentShareCents(
                Days.of(booking.reservedAt()), booking.halfHours(), booking.coPaymentCents());
        CommitBudget command = new CommitBudget(year, world.budgetCents(), quota(), booking.booking(), share, now());
        store.handle(
                Budget.AGGREGATE, Budget.stream(year), budget -> seenBy(budget).decide(command));
    }

    private Budget seenBy(Budget budget) {
        boolean checked = world.guarded(Guard.BUDGET_CHECK);
        boolean owedFirst = world.guarded(Guard.OWED_FIRST);
        return (checked && owedFirst) || !budget.isOpen()
                ? budget
                : new Budget(
                        budget.year(),
                        checked ? budget.totalCents() : Long.MAX_VALUE / 4,
                        budget.committedCents(),
                        budget.settledCents(),
                        budget.open(),
                        owedFirst ? budget.owed() : TreePVector.empty(),
                        budget.queue(),
                        budget.tickets(),
                        budget.nextTicket(),
                        budget.months(),
                        budget.closed());
    }

    private @Nullable Integer quota() {
        return world.guarded(Guard.QUOTA_CHECK) ? world.quotaBlocks() : null;
    }

    private void release(BookingAccount account) {
        budget(new ReleaseBudget(
                openYear(account.known().year()), quota(), account.known().booking(), now()));
    }

    private void settle(int year, PayoutApproved payout, boolean last) {
        if (budget(new SettleBudget(
                                openYear(year),
                                quota(),
                                payout.booking(),
                                payout.claim(),
                                payout.governmentShareCents(),
                                last,
                                now()))
                        instanceof Outcome.Accepted<Budget, BudgetEvent> accepted
                && accepted.events().isEmpty()) {
            throw new IllegalStateException("no budget is committed for booking " + payout.booking());
        }
    }

    private void lower(BookingRecorded booking, long coPaymentCents, long usedAboveCents) {
        int year = openYear(booking.year());
        budget(new GrowShare(year, booking.booking(), usedAboveCents, now()));
        budget(new RaiseCommitment(
                year,
                booking.booking(),
                Tariff.mostGovernmentShareCents(Days.of(booking.reservedAt()), booking.halfHours(), coPaymentCents),
                now()));
    }

    private void dropOwed(int year, UUID claim) {
        budget(new DropOwed(openYear(year), claim, now()));
    }

    private void reverse(int bookedIn, ClaimReleased released) {
        int open = openYear(bookedIn);
        Map<Integer, Long> there = new HashMap<>(settledIn.getOrDefault(released.booking(), Map.of()));
        there.merge(open, budget(open).owedCents(released.booking()), Long::sum);
        new TakeBack(released.booking(), released.claim(), released.governmentShareCents(), now())
                .commands(bookedIn, open, year -> there.getOrDefault(year, 0L))
                .forEach(this::budget);
    }

    private void turn() {
        int year = Days.of(now()).getYear();
        closeYearsBefore(year);
        budget(new OpenBudget(year, world.budgetCents(), quota(), now()));
    }

    private void closeYearsBefore(int year) {
        if (!world.guarded(Guard.YEAR_TURN)) {
            return;
        }
        store.transaction(() -> {
            for (int ended : List.copyOf(years)) {
                if (ended < year && !budget(ended).closed()) {
                    close(ended);
                }
            }
            return null;
        });
    }

    private void close(int ended) {
        List<Budget.Owed> owed = List.copyOf(budget(ended).owed());
        List<Budget.Waiting> waiting = List.copyOf(budget(ended).queue().values());
        List<Carried> carried = new ArrayList<>();
        if (budget(new CloseYear(ended, now())) instanceof Outcome.Accepted<Budget, BudgetEvent>(var _, var events)) {
            for (BudgetEvent event : events) {
                if (event instanceof CommitmentsCarriedOut out) {
                    carried.addAll(out.commitments());
                }
            }
        }
        budget(new CarryIn(ended + 1, world.budgetCents(), quota(), carried, owed, waiting, now()));
    }

    private int openYear(int year) {
        int open = year;
        while (budget(open).closed()) {
            open++;
        }
        return open;
    }

    private Budget budget(int year) {
        return store.state(Budget.AGGREGATE, Budget.stream(year));
    }

    private Outcome<Budget, BudgetEvent> budget(BudgetCommand command) {
        return store.handle(
                Budget.AGGREGATE,
                Budget.stream(command.year()),
                budget -> (command instanceof ReleaseBudget ? seenBy(budget) : budget).decide(command));
    }

    // Claims

    private void releaseClaim(UUID claim, UUID booking, UUID counsellor) {
        ReleaseClaim command = new ReleaseClaim(claim, booking, counsellor, clawedBackClaims.contains(claim), now());
        if (account(booking, account -> account.decide(command))
                instanceof Outcome.Accepted<BookingAccount, BookingEvent>(var account, var events)) {
            for (BookingEvent event : events) {
                if (event instanceof ClaimReleased released && account.isKnown()) {
                    if (released.payout() == null) {
                        dropOwed(account.known().year(), claim);
                    } else {
                        reverse(account.known().year(), released);
                    }
                }
            }
        }
    }

    private void decideOpenClaims() {
        for (ClaimReceived open : List.copyOf(claims.values())) {
            boolean isOpen = accountOf(open.booking())
                    .standing(open.claim())
                    .filter(standing -> standing.status().equals("OPEN"))
                    .isPresent();
            if (isOpen) {
                boolean lastCall = !now().isBefore(open.at().plus(WAIT_FOR_FACTS));
                store.transaction(() -> {
                    decide(open.claim(), open.booking(), open.counsellor(), lastCall);
                    return null;
                });
            }
        }
    }

    private void decide(UUID claim, UUID booking, UUID counsellor, boolean lastCall) {
        int year = accountOf(booking).known().year();
        DecideClaim command = new DecideClaim(
                claim,
                store.state(Counsellor.AGGREGATE, Counsellor.stream(counsellor)),
                budget(openYear(year)).availableCents(booking),
                lastCall,
                now());
        if (account(booking, account -> account.decide(command))
                instanceof Outcome.Accepted<BookingAccount, BookingEvent>(var account, var events)) {
            for (BookingEvent event : events) {
                if (event instanceof PayoutApproved approved) {
                    settle(year, approved, account.isFullyClaimed());
                }
                if (event instanceof PayoutRefused refused) {
                    dropOwed(year, claim);
                    if (refused.neverPaidHalfHours() > 0 && account.isFullyClaimed()) {
                        release(account);
                    }
                }
            }
            long owed = events.isEmpty() ? account.owedCents(command) : 0;
            if (owed > 0) {
                budget(new OweClaim(openYear(year), booking, claim, owed, now()));
            }
        }
    }

    // Clawbacks

    private void announceFound() {
        for (UndueRecorded found : List.copyOf(undue)) {
            PayoutApproved paid = accountOf(found.booking()).paid(found.claim()).orElse(null);
            if (paid == null) {
                continue;
            }
            store.transaction(() -> {
                Announce command = new Announce(
                        UUID.nameUUIDFromBytes(
                                (found.review() + "/" + found.session()).getBytes(StandardCharsets.UTF_8)),
                        paid,
                        found.halfHours(),
                        found.hoursReturn(),
                        Reason.NOT_DELIVERED,
                        null,
                        REVIEW,
                        found.review(),
                        now());
                must(clawback(BookingAccount.payoutOf(found.claim()), command));
                return account(
                        found.booking(),
                        account -> account.record(new UndueDropped(
                                found.session(), found.claim(), found.booking(), found.review(), now())));
            });
        }
    }

    boolean announce(UUID claim, int halfHours, boolean hoursReturn, String officer) {
        ClaimReceived known = claims.get(claim);
        if (known == null) {
            return false;
        }
        UUID clawback = world.uuid();
        return asks(() -> clawback(
                        BookingAccount.payoutOf(claim),
                        new Announce(
                                clawback,
                                accountOf(known.booking()).paid(claim).orElse(null),
                                halfHours,
                                hoursReturn,
                                Reason.NO_PROOF_OF_ATTENDANCE,
                                null,
                                officer,
                                null,
                                now()))
                instanceof Outcome.Accepted<Clawbacks, ClawbackEvent>);
    }

    boolean answer(UUID clawback) {
        UUID answer = world.uuid();
        return asks(() ->
                attempt(clawback, new Answer(clawback, counsellorOf.getOrDefault(clawback, clawback), answer, now())));
    }

    boolean decideClawback(UUID clawback, int halfHours, String officer) {
        return asks(() -> decidesClawback(clawback, halfHours, officer));
    }

    private boolean decidesClawback(UUID clawback, int halfHours, String officer) {
        Decide command = new Decide(clawback, halfHours, DecisionReason.ANSWER_PARTLY_ACCEPTED, null, officer, now());
        return store.handle(
                        Clawbacks.AGGREGATE,
                        stream(clawback),
                        state -> world.guarded(Guard.FOUR_EYES_CLAWBACK)
                                ? state.decide(command)
                                : announcedBySomebodyElse(state).decide(command))
                instanceof Outcome.Accepted<Clawbacks, ClawbackEvent>;
    }

    private static Clawbacks announcedBySomebodyElse(Clawbacks clawbacks) {
        return changed(clawbacks, c -> {
            ClawbackAnnounced a = c.announced();
            ClawbackAnnounced other = new ClawbackAnnounced(
                    a.clawback(),
                    a.payout(),
                    a.claim(),
                    a.booking(),
                    a.counsellor(),
                    a.halfHours(),
                    a.exclVatCents(),
                    a.vatCents(),
                    a.coPaymentCents(),
                    a.reason(),
                    a.explanation(),
                    "somebody else",
                    a.answerUntil(),
                    a.hoursReturn(),
                    a.review(),
                    a.at());
            return copy(c, other, c.entries());
        });
    }

    private static Clawbacks changed(Clawbacks clawbacks, UnaryOperator<ClawbackState> change) {
        Map<UUID, ClawbackState> all = new HashMap<>();
        clawbacks.all().forEach((id, clawback) -> all.put(id, change.apply(clawback)));
        return new Clawbacks(all);
    }

    private static ClawbackState copy(ClawbackState c, ClawbackAnnounced announced, Set<UUID> entries) {
        return new ClawbackState(
                announced,
                c.answered(),
                c.decided(),
                c.setOffCents(),
                c.repaidCents(),
                entries,
                c.asked(),
                c.agreed(),
                c.leftAtAgreement(),
                c.writtenOff(),
                c.settledAt());
    }

    boolean writeOff(UUID clawback, String officer) {
        return asks(() ->
                attempt(clawback, new WriteOff(clawback, WriteOffReason.COUNSELLOR_STOPPED, null, officer, now())));
    }

    List<UUID> clawbacks() {
        return new ArrayList<>(payoutOf.keySet());
    }

    @Nullable ClawbackState clawback(UUID clawback) {
        return store.state(Clawbacks.AGGREGATE, stream(clawback)).all().get(clawback);
    }

    private String stream(UUID clawback) {
        return Clawbacks.stream(payoutOf.getOrDefault(clawback, clawback));
    }

    private boolean attempt(UUID clawback, ClawbackCommand command) {
        return store.handle(Clawbacks.AGGREGATE, stream(clawback), state -> state.decide(command))
                instanceof Outcome.Accepted<Clawbacks, ClawbackEvent>;
    }

    private Outcome<Clawbacks, ClawbackEvent> clawback(UUID payout, ClawbackCommand command) {
        return store.handle(Clawbacks.AGGREGATE, Clawbacks.stream(payout), state -> state.decide(command));
    }

    /** Claims in the order in which they came, with where each stands. */
    Map<UUID, String> claims() {
        Map<UUID, String> standings = new LinkedHashMap<>();
        claims.forEach((claim, received) -> standings.put(
                claim,
                accountOf(received.booking())
                        .standing(claim)
                        .map(BookingAccount.Standing::status)
                        .orElse("UNKNOWN")));
        return standings;
    }

    Collection<ClaimReceived> received() {
        return claims.values();
    }

    @Nullable ClaimReceived received(UUID claim) {
        return claims.get(claim);
    }

    int halfHours(UUID claim) {
        ClaimReceived known = claims.get(claim);
        return known == null
                ? 0
                : known.sessions().stream().mapToInt(ClaimedSession::halfHours).sum();
    }

    /** Who queues, and what is owed and not found yet. */
    boolean someoneWaitsForBudget() {
        return years.stream()
                .map(this::budget)
                .anyMatch(budget -> !budget.queue().isEmpty() || !budget.owed().isEmpty());
    }

    List<SetOffPart> setOff(UUID counsellor, ToPay toPay, Instant at) {
        List<SetOffPart> parts = new ArrayList<>();
        long left = toPay.leftCents();
        for (UUID owed : clawbacks()) {
            ClawbackState clawback = clawback(owed);
            if (clawback == null
                    || clawback.decided() == null
                    || clawback.settledAt() != null
                    || !counsellor.equals(counsellorOf.get(owed))) {
                continue;
            }
            SetOff command = new SetOff(owed, toPay.payout().payout(), left, at);
            if (store.handle(Clawbacks.AGGREGATE, stream(owed), state -> state.decide(command))
                    instanceof Outcome.Accepted<Clawbacks, ClawbackEvent> accepted) {
                for (ClawbackEvent event : accepted.events()) {
                    if (event instanceof ClawbackSetOff set) {
                        parts.add(new SetOffPart(set.clawback(), set.amountCents()));
                        left -= set.amountCents();
                    }
                }
            }
        }
        return parts;
    }

    // What counsellors pay back

    /** MR 4.7: asked back by an invoice. */
    boolean askRepayment(UUID clawback, String officer) {
        return asks(() ->
                attempt(clawback, new AskRepayment(clawback, StructuredReference.of(clawback, 0), officer, now())));
    }

    boolean agree(UUID clawback, List<Instalment> instalments, String officer) {
        return asksFreely(() -> attempt(clawback, new AgreeInstalments(clawback, instalments, officer, now())));
    }

    boolean noteRepayment(UUID clawback, UUID entry, long amountCents, String officer) {
        return asks(() -> attempt(clawback, new NoteRepayment(clawback, entry, amountCents, officer, now())));
    }

    /** The cents that were owed, now or when they were told before. */
    long receive(Bank.Credited credited) {
        for (UUID id : clawbacks()) {
            ClawbackState clawback = clawback(id);
            if (clawback != null && clawback.asked() != null && clawback.asked().reference() == credited.reference()) {
                NoteRepayment command = new NoteRepayment(id, credited.entry(), credited.amountCents(), null, now());
                return store.handle(
                                        Clawbacks.AGGREGATE,
                                        stream(id),
                                        state -> seenBy(state).decide(command))
                                instanceof Outcome.Accepted<Clawbacks, ClawbackEvent>(var _, var events)
                        ? booked(events, credited)
                        : 0;
            }
        }
        return 0;
    }

    private static long booked(List<ClawbackEvent> events, Bank.Credited credited) {
        return !events.isEmpty() && events.getFirst() instanceof RepaymentReceived received
                ? received.amountCents()
                : credited.amountCents();
    }

    private Clawbacks seenBy(Clawbacks clawbacks) {
        return world.guarded(Guard.REPAYMENT_ONCE)
                ? clawbacks
                : changed(clawbacks, c -> copy(c, c.announced(), Set.of()));
    }

    // How they are looked up

    private void demandKnown(UUID booking) {
        if (!accountOf(booking).isKnown()) {
            throw new NotYet("booking " + booking + " is not known");
        }
    }

    private BookingAccount record(UUID booking, BiFunction<BookingAccount, Instant, Decision<BookingEvent>> decide) {
        return must(account(booking, account -> {
            if (!account.isKnown()) {
                throw new NotYet("booking " + booking + " is not known");
            }
            return decide.apply(account, now());
        }));
    }

    BookingAccount accountOf(UUID booking) {
        return store.state(BookingAccount.AGGREGATE, booking.toString());
    }

    Outcome<BookingAccount, BookingEvent> account(
            UUID booking, Function<BookingAccount, Decision<BookingEvent>> decide) {
        return store.handle(BookingAccount.AGGREGATE, booking.toString(), decide);
    }
}
