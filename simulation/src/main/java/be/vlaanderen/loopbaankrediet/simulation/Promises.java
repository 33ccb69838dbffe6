package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.eligibility.entitlement.EntitlementEvent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger;
import be.vlaanderen.loopbaankrediet.platform.eventstore.StoredEvent;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent;
import be.vlaanderen.loopbaankrediet.wallet.counsellor.CounsellorEvent;
import be.vlaanderen.loopbaankrediet.wallet.sponsor.SponsorEvent;
import be.vlaanderen.loopbaankrediet.wallet.wallet.WalletEvent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the platform promises, counted from the stored events by own rules: no decision of a service is asked here. What may never be
 * wrong is looked at with each commit, what must come right at last when a history has settled.
 */
final class Promises {

    private static final int BLOCK = 4;

    private static final String HOURS = "hours are conserved in each wallet";
    private static final String ENDS = "a block ends exactly once";
    private static final String BUDGET = "the budget is never over";
    private static final String OWED = "what is owed comes before who waits (D-64)";
    private static final String QUOTA = "the monthly quota is never over";
    private static final String PAID_ONCE = "each delivered half hour is paid at most once";
    private static final String PAID_AT_LAST = "each payable half hour is paid at last";
    private static final String LEDGER = "the ledger is balanced and agrees with the outside";
    private static final String AGREE = "all services agree";
    private static final String ENDED = "every booking ends";
    private static final String DELIVERED = "only what can be delivered is registered (D-10)";
    private static final String ONE_KEY = "one request is one booking";
    private static final String ONCE = "what was accepted once makes nothing when it is asked again";
    private static final String BOOKABLE = "only who is registered is booked";
    private static final String FOUR_EYES = "two officers where two are needed";
    private static final String TAKEN_IN = "every message is taken in at last";
    private static final String REFUNDED = "citizens get back what they no longer owe, once";
    private static final String ANSWERED = "every session is answered at last (D-8)";
    private static final String QUEUE = "who waits for budget goes along to the next year (D-67)";
    private static final String REPAID = "what counsellors pay back counts once, and what is too much is told";
    private static final String INVOICE = "who pays back on time is not set off against (D-68)";
    private static final String SPONSOR =
            "a sponsor pays no more than agreed, for whom it gave a code, and is billed for it";
    private static final String FAULT = "hours come back only when the fault was not the citizen's (MR 4.7)";

    /** A booking as the wallet's events tell it. */
    private static final class Held {
        final WalletEvent.BlockReserved reserved;
        final Map<UUID, Integer> used = new HashMap<>();
        final Map<UUID, Integer> restored = new HashMap<>();
        int returned;
        boolean over;
        boolean booked;
        long priceCents;
        long receivedCents;
        long sponsoredCents;
        long backCents;
        long sponsorBackCents;

        Held(WalletEvent.BlockReserved reserved) {
            this.reserved = reserved;
            this.priceCents = reserved.coPaymentCents();
        }

        int usedHalfHours() {
            return sum(used) - sum(restored);
        }

        /** Reserved or used. */
        int halfHours() {
            return over ? 0 : BLOCK - returned - sum(restored);
        }

        boolean ended() {
            return over || sum(used) + returned == BLOCK;
        }
    }

    private static final class Agreement {
        final SponsorEvent.SponsorAgreed terms;
        final Map<String, UUID> holders = new HashMap<>();
        long cents;
        long billedCents;

        Agreement(SponsorEvent.SponsorAgreed terms) {
            this.terms = terms;
        }
    }

    private record Delivered(BlockEvent.SessionRegistered session, boolean counts, boolean confirmed) {}

    private static final class Year {
        long total;
        long committed;
        long settled;
        long owed;
        final Map<UUID, Long> open = new HashMap<>();
        final Set<UUID> queue = new LinkedHashSet<>();
    }

    private final World world;
    // wallet
    private final Map<UUID, Integer> entitled = new HashMap<>();
    private final Map<UUID, Held> bookings = new LinkedHashMap<>();
    private final Map<String, UUID> bookingOf = new HashMap<>();
    private final Map<UUID, @Nullable LocalDate> stops = new HashMap<>();
    private final Map<UUID, LocalDate> returns = new HashMap<>();
    private final Set<UUID> bookable = new HashSet<>();
    private final Map<UUID, Agreement> sponsors = new LinkedHashMap<>();
    // session claims
    private final Map<UUID, BlockEvent.BlockOpened> blocks = new LinkedHashMap<>();
    private final Map<UUID, Integer> released = new HashMap<>();
    private final Map<UUID, Delivered> sessions = new LinkedHashMap<>();
    private final Map<UUID, BlockEvent.ClaimSubmitted> claims = new LinkedHashMap<>();
    private final Set<UUID> claimsReleased = new HashSet<>();
    private final Map<UUID, NavigableMap<LocalDate, Boolean>> standing = new HashMap<>();
    // payout
    private final Map<Integer, Year> years = new TreeMap<>();
    private final Map<UUID, Integer> blocksIn = new HashMap<>();
    private final Map<Integer, Integer> months = new HashMap<>();
    private final Map<UUID, BookingEvent.PayoutApproved> approved = new LinkedHashMap<>();
    private final Set<UUID> received = new HashSet<>();
    private final Map<UUID, Long> paid = new HashMap<>();
    private final Map<UUID, Long> setOff = new HashMap<>();
    private final Map<UUID, BookingEvent.PayoutRefused> refused = new LinkedHashMap<>();
    private final Set<UUID> payoutReleased = new HashSet<>();
    private final Map<UUID, BatchEvent.BatchMade> batches = new HashMap<>();
    private final Map<UUID, Set<String>> releasers = new HashMap<>();
    private final Map<UUID, ClawbackEvent.ClawbackAnnounced> announced = new HashMap<>();
    private final Map<UUID, Long> clawbackLeft = new HashMap<>();
    private final Map<UUID, ClawbackEvent.ClawbackDecided> decided = new LinkedHashMap<>();
    private final Map<UUID, LocalDate> dueFrom = new HashMap<>();
    private final Map<UUID, Long> repaid = new HashMap<>();
    private final Map<Ledger.Account, Long> ledger = new EnumMap<>(Ledger.Account.class);
    private final Map<UUID, long[]> coPayments = new HashMap<>();

    Promises(World world) {
        this.world = world;
    }

    /**
     * @param stored events of the service before it was asked again
     * @param done when it was asked before
     */
    void repeated(List<StoredEvent> log, int stored, boolean done) {
        demand(!done || log.size() == stored, ONCE, () -> brief(log.get(stored).payload()));
    }

    /** What was just committed by one service. */
    void committed(String service, List<StoredEvent> log, int from) {
        for (int i = from; i < log.size(); i++) {
            Object payload = log.get(i).payload();
            if (world.isTold()) {
                world.tell("    " + service + ": " + brief(payload));
            }
            switch (payload) {
                case EntitlementEvent.DecisionReviewed e -> reviewed(e);
                case WalletEvent e -> wallet(e);
                case SponsorEvent e -> sponsor(e);
                case CounsellorEvent e -> counsellor(e);
                case BlockEvent e -> block(e);
                case be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent e -> standing(e);
                case BudgetEvent e -> budget(e);
                case BookingEvent e -> payout(e);
                case BatchEvent e -> batch(e);
                case ClawbackEvent e -> clawback(e);
                default -> {}
            }
        }
        if (service.equals("payout") && from < log.size()) {
            years.forEach((year, budget) -> demand(
                    budget.committed + budget.settled <= budget.total && budget.committed >= 0 && budget.settled >= 0,
                    BUDGET,
                    () -> year + ": " + budget.committed + " committed, " + budget.settled + " settled of "
                            + budget.total));
        }
    }

    /** Its findings are of the first officer; who confirms is another. */
    private void reviewed(EntitlementEvent.DecisionReviewed event) {
        EntitlementEvent.Confirmation second = event.confirmation();
        demand(
                second == null || !second.officer().equals(event.officer()),
                FOUR_EYES,
                () -> "a right that " + event.officer() + " proposed and confirmed");
    }

    // Wallet

    private void wallet(WalletEvent event) {
        switch (event) {
            case WalletEvent.CreditGranted e -> entitled.put(e.wallet(), e.halfHours());
            case WalletEvent.CreditRevised e -> entitled.put(e.wallet(), e.halfHours());
            case WalletEvent.BlockReserved e -> reserved(e);
            case WalletEvent.BlockBooked e -> {
                Held held = held(e.booking());
                demand(!held.over && !held.booked, ENDS, () -> "booked again or after its end: " + e.booking());
                held.booked = true;
                long in = held.receivedCents + held.sponsoredCents;
                demand(
                        in == held.reserved.coPaymentCents(),
                        LEDGER,
                        () -> "a booking stands with " + in + " of " + held.reserved.coPaymentCents());
            }
            case WalletEvent.BlockLapsed e -> end(e.booking());
            case WalletEvent.BlockCancelled e -> {
                end(e.booking());
                back(e.booking(), e.refundCents(), e.sponsorRefundCents());
            }
            case WalletEvent.HoursUsed e -> {
                Held held = held(e.booking());
                demand(!held.over, HOURS, () -> "used after the end of " + e.booking());
                held.used.put(e.session(), e.halfHours());
                notNegative(e.booking(), held);
            }
            case WalletEvent.SessionUndone e -> {
                held(e.booking()).used.put(e.session(), 0);
                notNegative(e.booking(), held(e.booking()));
            }
            case WalletEvent.HoursReturned e -> {
                Held held = held(e.booking());
                demand(!held.over, ENDS, () -> "hours return after the end of " + e.booking());
                held.returned += e.halfHours();
                back(e.booking(), e.refundCents(), e.sponsorRefundCents());
                notNegative(e.booking(), held);
            }
            case WalletEvent.HoursRestored e -> {
                held(e.booking()).restored.put(e.clawback(), e.halfHours());
                back(e.booking(), e.refundCents(), e.sponsorRefundCents());
                notNegative(e.booking(), held(e.booking()));
            }
            case WalletEvent.CoPaymentReceived e -> held(e.booking()).receivedCents += e.amountCents();
            case WalletEvent.CoPaymentSponsored e -> held(e.booking()).sponsoredCents += e.amountCents();
            case WalletEvent.CoPaymentLowered e -> {
                held(e.booking()).priceCents = e.coPaymentCents();
                back(e.booking(), e.refundCents(), e.sponsorRefundCents());
            }
            default -> {}
        }
    }

    private void reserved(WalletEvent.BlockReserved e) {
        bookings.put(e.booking(), new Held(e));
        int held = bookings.values().stream()
                .filter(each -> each.reserved.wallet().equals(e.wallet()))
                .mapToInt(Held::halfHours)
                .sum();
        demand(
                held <= entitled.getOrDefault(e.wallet(), 0),
                HOURS,
                () -> held + " half hours held of " + entitled.getOrDefault(e.wallet(), 0));
        UUID first = bookingOf.putIfAbsent(world.bookingKey(), e.booking());
        demand(first == null, ONE_KEY, () -> "booked twice with " + world.bookingKey());
        LocalDate today = Days.of(e.at());
        LocalDate stop = stops.get(e.counsellor());
        LocalDate back = returns.get(e.counsellor());
        boolean stopped = stop != null && !today.isBefore(stop) && (back == null || today.isBefore(back));
        demand(bookable.contains(e.counsellor()) && !stopped, BOOKABLE, () -> "booked " + e.counsellor());
    }

    private void end(UUID booking) {
        Held held = held(booking);
        demand(!held.over && sum(held.used) == 0, ENDS, () -> "ended again or after use: " + booking);
        held.over = true;
    }

    private void back(UUID booking, long cents, long sponsorCents) {
        Held held = held(booking);
        held.backCents += cents;
        held.sponsorBackCents += sponsorCents;
        demand(
                cents >= 0
                        && sponsorCents >= 0
                        && held.backCents <= held.receivedCents
                        && held.sponsorBackCents <= held.sponsoredCents,
                LEDGER,
                () -> "more given back than paid for " + booking);
    }

    private static void notNegative(UUID booking, Held held) {
        demand(
                sum(held.used) + held.returned <= BLOCK && held.usedHalfHours() >= 0,
                HOURS,
                () -> sum(held.used) + " used, " + held.returned + " returned, " + sum(held.restored) + " restored of "
                        + booking);
    }

    private void sponsor(SponsorEvent event) {
        switch (event) {
            case SponsorEvent.SponsorAgreed e -> sponsors.put(e.sponsor(), new Agreement(e));
            case SponsorEvent.SponsorShareReserved e -> {
                Agreement agreement = agreement(e.sponsor());
                agreement.cents += e.amountCents();
                UUID first = agreement.holders.putIfAbsent(e.code(), e.wallet());
                demand(
                        agreement.cents <= agreement.terms.budgetCents(),
                        SPONSOR,
                        () -> agreement.cents + " of " + agreement.terms.budgetCents());
                demand(
                        first == null
                                || first.equals(e.wallet())
                                || agreement.terms.admission() == SponsorEvent.Admission.CODE,
                        SPONSOR,
                        () -> "two people with the code " + e.code());
            }
            case SponsorEvent.SponsorShareReturned e -> {
                agreement(e.sponsor()).cents -= e.amountCents();
                demand(agreement(e.sponsor()).cents >= 0, SPONSOR, () -> "more came back than was taken");
            }
            case SponsorEvent.SponsorBilled e -> agreement(e.sponsor()).billedCents += e.amountCents();
            default -> {}
        }
    }

    private Agreement agreement(UUID sponsor) {
        return Objects.requireNonNull(sponsors.get(sponsor));
    }

    private void counsellor(CounsellorEvent event) {
        switch (event) {
            case CounsellorEvent.CounsellorBecameBookable e -> {
                bookable.add(e.counsellor());
                stops.remove(e.counsellor());
                returns.remove(e.counsellor());
            }
            case CounsellorEvent.CounsellorStopsOn e -> {
                stops.put(e.counsellor(), e.from());
                returns.remove(e.counsellor());
            }
            case CounsellorEvent.CounsellorReturnsOn e -> returns.put(e.counsellor(), e.from());
            case CounsellorEvent.CounsellorGone ignored -> {}
        }
    }

    // Session claims

    private void block(BlockEvent event) {
        switch (event) {
            case BlockEvent.BlockOpened e -> blocks.put(e.booking(), e);
            case BlockEvent.UnusedTimeReleased e -> released.merge(e.booking(), e.halfHours(), Integer::sum);
            case BlockEvent.SessionRegistered e -> registered(e);
            case BlockEvent.SessionConfirmed e ->
                sessions.put(e.session(), new Delivered(session(e.session()), true, true));
            case BlockEvent.SessionDisputed e ->
                sessions.put(e.session(), new Delivered(session(e.session()), false, false));
            case BlockEvent.SessionWithdrawn e ->
                sessions.put(e.session(), new Delivered(session(e.session()), false, false));
            case BlockEvent.ClaimSubmitted e -> {
                claims.put(e.claim(), e);
                claimsReleased.remove(e.claim());
            }
            case BlockEvent.ClaimReleased e -> claimsReleased.add(e.claim());
            default -> {}
        }
    }

    private void registered(BlockEvent.SessionRegistered e) {
        BlockEvent.BlockOpened opened = blocks.get(e.booking());
        demand(opened != null, DELIVERED, () -> "no paid block");
        int already = 0;
        for (Delivered each : sessions.values()) {
            BlockEvent.SessionRegistered other = each.session();
            if (!each.counts()) {
                continue;
            }
            already += other.booking().equals(e.booking()) ? other.halfHours() : 0;
            boolean sameTime =
                    other.startedAt().isBefore(e.endedAt()) && other.endedAt().isAfter(e.startedAt());
            demand(
                    !sameTime || !other.counsellor().equals(e.counsellor()),
                    DELIVERED,
                    () -> "a counsellor in two sessions at a time");
            demand(
                    !sameTime || !other.wallet().equals(e.wallet()),
                    DELIVERED,
                    () -> "a citizen in two sessions at a time");
        }
        int sum = already + e.halfHours() + released.getOrDefault(e.booking(), 0);
        demand(sum <= BLOCK, DELIVERED, () -> sum + " half hours delivered or given back of one block");
        demand(!e.endedAt().isAfter(e.at()), DELIVERED, () -> "in the future");
        demand(opened == null || !e.startedAt().isBefore(opened.paidAt()), DELIVERED, () -> "before it was paid");
        LocalDate day = Days.of(e.startedAt());
        demand(!day.plusMonths(3).isBefore(Days.of(e.at())), DELIVERED, () -> "registered too late");
        Map.Entry<LocalDate, Boolean> said =
                standing.getOrDefault(e.counsellor(), new TreeMap<>()).floorEntry(day);
        demand(said != null && said.getValue(), DELIVERED, () -> "not registered on " + day);
        sessions.put(e.session(), new Delivered(e, true, false));
    }

    private BlockEvent.SessionRegistered session(UUID session) {
        Delivered known = sessions.get(session);
        if (known == null) {
            throw new Violation(DELIVERED, "an answer about an unknown session");
        }
        return known.session();
    }

    private void standing(be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent event) {
        switch (event) {
            case be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.CounsellorRecorded e ->
                standing.computeIfAbsent(e.counsellor(), _ -> new TreeMap<>()).putIfAbsent(e.registeredOn(), true);
            case be.vlaanderen.loopbaankrediet.sessionclaims.counsellor.CounsellorEvent.RegistrationChanged e -> {
                NavigableMap<LocalDate, Boolean> days = standing.computeIfAbsent(e.counsellor(), _ -> new TreeMap<>());
                days.tailMap(e.decidedOn(), false).clear();
                days.put(e.from(), e.registered());
            }
        }
    }

    // Payout

    private void budget(BudgetEvent event) {
        Year year = years.computeIfAbsent(event.year(), _ -> new Year());
        switch (event) {
            case BudgetEvent.BudgetOpened e -> year.total += e.totalCents();
            case BudgetEvent.BudgetCommitted e -> {
                demand(
                        year.owed == 0,
                        OWED,
                        () -> "booking " + e.booking() + " before " + year.owed + " that are owed");
                year.committed += e.amountCents();
                year.open.put(e.booking(), e.amountCents());
                year.queue.remove(e.booking());
                inMonth(e);
            }
            case BudgetEvent.BookingQueued e -> year.queue.add(e.booking());
            case BudgetEvent.QueueLeft e -> year.queue.remove(e.booking());
            case BudgetEvent.BudgetSettled e -> {
                year.committed -= e.amountCents();
                year.settled += e.amountCents();
            }
            case BudgetEvent.CommitmentRaised e -> year.committed += e.amountCents();
            case BudgetEvent.SettlementReversed e -> {
                year.total += e.carriedInCents();
                year.committed += e.amountCents();
                year.settled -= e.amountCents() - e.carriedInCents();
            }
            case BudgetEvent.SettlementCarriedOut e -> {
                year.total -= e.amountCents();
                year.settled -= e.amountCents();
            }
            case BudgetEvent.ShareGrown e -> year.settled += e.amountCents();
            case BudgetEvent.ShareOwed e -> year.owed += e.amountCents();
            case BudgetEvent.OwedShareFound e -> {
                year.owed -= e.amountCents();
                if (e.claim() == null) {
                    year.settled += e.amountCents();
                } else {
                    year.committed += e.amountCents();
                }
            }
            case BudgetEvent.OwedShareDropped e -> year.owed -= e.amountCents();
            case BudgetEvent.BudgetReleased e -> {
                year.committed -= e.amountCents();
                if (approvedOf(e.booking()) == 0) {
                    Integer month = blocksIn.remove(e.booking());
                    if (month != null) {
                        months.merge(month, -1, Integer::sum);
                    }
                }
            }
            case BudgetEvent.CommitmentsCarriedOut e -> {
                long cents = carried(e.commitments());
                year.total -= cents;
                year.committed -= cents;
            }
            case BudgetEvent.CommitmentsCarriedIn e -> {
                long cents = carried(e.commitments());
                year.total += cents;
                year.committed += cents;
            }
            case BudgetEvent.YearClosed ignored -> {}
        }
    }

    private static long carried(List<BudgetEvent.Carried> commitments) {
        return commitments.stream().mapToLong(BudgetEvent.Carried::leftCents).sum();
    }

    private void inMonth(BudgetEvent.BudgetCommitted e) {
        LocalDate day = Days.of(e.at());
        int month = Math.max(day.getYear() * 100 + day.getMonthValue(), e.year() * 100 + 1);
        blocksIn.put(e.booking(), month);
        int blocksNow = months.merge(month, 1, Integer::sum);
        Integer quota = world.quotaBlocks();
        demand(quota == null || blocksNow <= quota, QUOTA, () -> blocksNow + " blocks in " + month);
    }

    private long approvedOf(UUID booking) {
        return approved.values().stream()
                .filter(each -> each.booking().equals(booking))
                .count();
    }

    private void payout(BookingEvent event) {
        switch (event) {
            case BookingEvent.ClaimReceived e -> received.add(e.claim());
            case BookingEvent.PayoutApproved e -> {
                BookingEvent.PayoutApproved before = approved.put(e.claim(), e);
                demand(before == null, PAID_ONCE, () -> "claim approved twice " + e.claim());
                int all = approved.values().stream()
                        .filter(each -> each.booking().equals(e.booking()))
                        .mapToInt(BookingEvent.PayoutApproved::halfHours)
                        .sum();
                demand(all <= BLOCK, PAID_ONCE, () -> all + " half hours approved of one block");
            }
            case BookingEvent.PayoutRefused e -> refused.put(e.claim(), e);
            case BookingEvent.ClaimReleased e -> {
                approved.remove(e.claim());
                payoutReleased.add(e.claim());
            }
            case BookingEvent.PayoutPaid e -> {
                demand(!paid.containsKey(e.claim()), PAID_ONCE, () -> "claim paid twice " + e.claim());
                paid.put(e.claim(), e.amountCents());
            }
            case BookingEvent.PayoutSetOff e -> setOff.merge(e.claim(), e.amountCents(), Long::sum);
            case BookingEvent.CoPaymentRecorded e -> money(e.booking())[0] += e.amountCents();
            case BookingEvent.SponsorshipRecorded e -> money(e.booking())[1] += e.amountCents();
            case BookingEvent.CancellationRecorded e -> given(e.booking(), e.refundCents(), e.sponsorRefundCents());
            case BookingEvent.HoursReturnRecorded e -> given(e.booking(), e.refundCents(), e.sponsorRefundCents());
            case BookingEvent.RestorationRecorded e -> given(e.booking(), e.refundCents(), e.sponsorRefundCents());
            case BookingEvent.PriceLoweringRecorded e -> given(e.booking(), e.refundCents(), e.sponsorRefundCents());
            default -> {}
        }
        book(Ledger.entry(event));
    }

    private long[] money(UUID booking) {
        return coPayments.computeIfAbsent(booking, _ -> new long[4]);
    }

    private void given(UUID booking, long cents, long sponsorCents) {
        money(booking)[2] += cents;
        money(booking)[3] += sponsorCents;
    }

    private void book(List<Ledger.Line> lines) {
        long sum = 0;
        for (Ledger.Line line : lines) {
            sum += line.debitCents() - line.creditCents();
            ledger.merge(line.account(), line.debitCents() - line.creditCents(), Long::sum);
        }
        long difference = sum;
        demand(difference == 0, LEDGER, () -> "an entry is out of balance by " + difference + ": " + lines);
    }

    private void batch(BatchEvent event) {
        switch (event) {
            case BatchEvent.BatchMade e -> batches.put(e.batch(), e);
            case BatchEvent.BatchHeld e -> releasers.remove(e.batch());
            case BatchEvent.BatchApproved e -> {
                Set<String> officers = releasers.computeIfAbsent(e.batch(), _ -> new HashSet<>());
                officers.add(e.officer());
                BatchEvent.BatchMade made = batches.get(e.batch());
                demand(
                        !e.released() || made == null || officers.size() >= made.officersNeeded(),
                        FOUR_EYES,
                        () -> "a file released by " + officers);
            }
            case BatchEvent.BatchRefused ignored -> {}
            case BatchEvent.BatchSent ignored -> {}
        }
    }

    private void clawback(ClawbackEvent event) {
        switch (event) {
            case ClawbackEvent.ClawbackAnnounced e -> announced.put(e.clawback(), e);
            case ClawbackEvent.ClawbackDecided e -> {
                ClawbackEvent.ClawbackAnnounced before = announced.get(e.clawback());
                demand(
                        before == null || !before.officer().equals(e.officer()),
                        FOUR_EYES,
                        () -> "a clawback announced and decided by " + e.officer());
                decided.put(e.clawback(), e);
                clawbackLeft.put(e.clawback(), e.totalCents());
            }
            case ClawbackEvent.ClawbackSetOff e -> {
                LocalDate from = dueFrom.get(e.clawback());
                demand(
                        from == null || Days.of(e.at()).isAfter(from),
                        INVOICE,
                        () -> "set off on " + Days.of(e.at()) + " what can be paid until " + from);
                less(e.clawback(), e.amountCents());
            }
            case ClawbackEvent.RepaymentAsked e -> dueFrom.put(e.clawback(), e.dueOn());
            case ClawbackEvent.InstalmentsAgreed e ->
                dueFrom.put(e.clawback(), e.instalments().getFirst().dueOn());
            case ClawbackEvent.RepaymentReceived e -> {
                demand(
                        repaid.put(e.entry(), e.amountCents()) == null,
                        REPAID,
                        () -> "counted twice: " + e.amountCents() + " cents");
                less(e.clawback(), e.amountCents());
            }
            case ClawbackEvent.ClawbackWrittenOff e -> less(e.clawback(), e.amountCents());
            default -> {}
        }
        book(Ledger.entry(event));
    }

    private void less(UUID clawback, long cents) {
        long left = clawbackLeft.merge(clawback, -cents, Long::sum);
        demand(left >= 0, LEDGER, () -> "more is taken than was clawed back");
    }

    // At the end

    /** Call it when a year has turned and all was swept. */
    void queuesWentAlong() {
        int now = Days.of(world.now()).getYear();
        years.forEach((year, budget) -> demand(
                year >= now || budget.queue.isEmpty(),
                QUEUE,
                () -> budget.queue.size() + " still wait for the budget of " + year));
    }

    boolean everyBookingEnded() {
        return bookings.values().stream().allMatch(Held::ended);
    }

    boolean everySponsorIsBilled() {
        return sponsors.values().stream().allMatch(agreement -> agreement.billedCents >= agreement.cents);
    }

    void settled() {
        world.stuck().forEach(lane -> {
            throw new Violation(TAKEN_IN, lane.reader.name() + " cannot take in " + lane.cause + " of " + lane.key);
        });
        clawbacksAgree();
        walletsAgree();
        bookingsEnded();
        sessionsAnswered();
        claimsPaid();
        moneyOutside();
        budgetAgrees();
    }

    private void walletsAgree() {
        Map<UUID, Integer> hours = new HashMap<>();
        for (StoredEvent stored : world.eligibility.store.log()) {
            switch (stored.payload()) {
                case EntitlementEvent.EntitlementEstablished e ->
                    hours.put(e.citizen(), e.judgement().hours() * 2);
                case EntitlementEvent.EntitlementRevised e ->
                    hours.put(e.citizen(), e.judgement().hours() * 2);
                default -> {}
            }
        }
        demand(hours.equals(entitled), AGREE, () -> "entitled " + hours + ", in the wallets " + entitled);
        bookings.forEach((booking, held) -> {
            Map<UUID, Integer> confirmed = new HashMap<>();
            sessions.forEach((session, delivered) -> {
                if (delivered.confirmed() && delivered.session().booking().equals(booking)) {
                    confirmed.put(session, delivered.session().halfHours());
                }
            });
            Map<UUID, Integer> used = new HashMap<>(held.used);
            used.values().removeIf(halfHours -> halfHours == 0);
            demand(
                    used.equals(confirmed),
                    AGREE,
                    () -> "booking " + booking + ": used " + used.values() + ", confirmed " + confirmed.values());
            demand(
                    held.over || held.returned == released.getOrDefault(booking, 0),
                    AGREE,
                    () -> "booking " + booking + ": returned " + held.returned + ", given back "
                            + released.getOrDefault(booking, 0));
            demand(
                    held.booked == blocks.containsKey(booking),
                    AGREE,
                    () -> "booking " + booking + " is booked in one service only");
            long[] there = coPayments.getOrDefault(booking, new long[4]);
            long[] here = {held.receivedCents, held.sponsoredCents, held.backCents, held.sponsorBackCents};
            demand(
                    Arrays.equals(here, there),
                    AGREE,
                    () -> "booking " + booking + ": money in the wallet " + Arrays.toString(here) + ", in payout "
                            + Arrays.toString(there));
        });
    }

    private void clawbacksAgree() {
        Map<UUID, Integer> restored = new HashMap<>();
        bookings.values().forEach(held -> restored.putAll(held.restored));
        decided.forEach((clawback, decision) -> {
            boolean returns = !Boolean.FALSE.equals(decision.hoursReturn()) && decision.halfHours() > 0;
            demand(
                    returns || !restored.containsKey(clawback),
                    FAULT,
                    () -> "hours came back though the fault was the citizen's");
            demand(
                    !returns || restored.getOrDefault(clawback, 0) == decision.halfHours(),
                    AGREE,
                    () -> "clawed back " + decision.halfHours() + ", restored " + restored.get(clawback));
            demand(clawbackLeft.getOrDefault(clawback, 0L) == 0, LEDGER, () -> "a clawback is never settled");
        });
        announced
                .keySet()
                .forEach(
                        clawback -> demand(decided.containsKey(clawback), LEDGER, () -> "a clawback is never decided"));
    }

    private void bookingsEnded() {
        bookings.forEach((booking, held) -> demand(
                held.ended(),
                ENDED,
                () -> "booking " + booking + " stays open: " + sum(held.used) + " used, " + held.returned + " returned"
                        + (held.booked ? "" : ", not booked")));
    }

    private void sessionsAnswered() {
        sessions.forEach((session, delivered) ->
                demand(delivered.confirmed() || !delivered.counts(), ANSWERED, () -> "session " + session));
    }

    private void claimsPaid() {
        Set<UUID> claimed = new HashSet<>();
        claims.forEach((claim, submitted) -> {
            if (claimsReleased.contains(claim)) {
                demand(payoutReleased.contains(claim), AGREE, () -> "claim " + claim + " is not released in payout");
                return;
            }
            demand(received.contains(claim), AGREE, () -> "claim " + claim + " is not known in payout");
            BookingEvent.PayoutRefused no = refused.get(claim);
            if (no != null && no.neverPaidHalfHours() > 0) {
                neverPaid(no, claimed);
                return;
            }
            submitted
                    .sessions()
                    .forEach(session -> demand(
                            claimed.add(session.session()), PAID_ONCE, () -> "session claimed twice " + session));
            if (no != null) {
                demand(false, PAID_AT_LAST, () -> "claim " + claim + " refused: " + no.failed());
                return;
            }
            BookingEvent.PayoutApproved yes = approved.get(claim);
            demand(yes != null, PAID_AT_LAST, () -> "claim " + claim + " is never decided");
            if (yes != null) {
                long got = paid.getOrDefault(claim, 0L) + setOff.getOrDefault(claim, 0L);
                demand(
                        got == yes.totalCents(),
                        PAID_AT_LAST,
                        () -> "claim " + claim + " got " + got + " of " + yes.totalCents());
            }
        });
        sessions.forEach((session, delivered) -> demand(
                !delivered.confirmed() || claimed.contains(session),
                PAID_AT_LAST,
                () -> "session " + session + " is never claimed"));
    }

    /** D-95: only for who was not registered on the day, as the registry tells it; and the citizen has that time back. */
    private void neverPaid(BookingEvent.PayoutRefused no, Set<UUID> claimed) {
        for (BookingEvent.ClaimedSession session : Objects.requireNonNull(no.neverPaid())) {
            demand(claimed.add(session.session()), PAID_ONCE, () -> "session claimed twice " + session.session());
            demand(
                    wasAway(no.counsellor(), session.deliveredOn()),
                    PAID_AT_LAST,
                    () -> "claim " + no.claim() + " refused for good: " + no.failed());
        }
        Held held = held(no.booking());
        demand(
                held.restored.getOrDefault(no.claim(), 0) == no.neverPaidHalfHours(),
                AGREE,
                () -> no.neverPaidHalfHours() + " half hours are never paid, the citizen has back "
                        + held.restored.get(no.claim()));
    }

    private boolean wasAway(UUID counsellor, LocalDate day) {
        LocalDate from = null;
        boolean away = false;
        for (StoredEvent stored : world.registry.store.log()) {
            if (!stored.stream().equals(counsellor.toString())) {
                continue;
            }
            switch (stored.payload()) {
                case be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorSuspended e ->
                    from = e.from();
                case be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorReinstated
                        e -> {
                    away |= from != null && !day.isBefore(from) && !day.isAfter(e.from());
                    from = null;
                }
                case be.vlaanderen.loopbaankrediet.providerregistry.counsellor.CounsellorEvent.CounsellorLeft e ->
                    away |= !day.isBefore(e.from());
                default -> {}
            }
        }
        return away || (from != null && !day.isBefore(from));
    }

    private void moneyOutside() {
        Map<UUID, Long> kept = new HashMap<>();
        world.provider.payments().forEach(payment -> {
            demand(payment.keptCents() >= 0, REFUNDED, () -> "more paid back than paid for " + payment.booking);
            kept.merge(payment.booking, payment.keptCents(), Long::sum);
        });
        Map<UUID, Long> owes = sponsorsOwe();
        sponsors.forEach((sponsor, agreement) -> demand(
                agreement.billedCents >= agreement.cents,
                SPONSOR,
                () -> "billed are " + agreement.billedCents + " of " + agreement.cents));
        bookings.forEach((booking, held) -> {
            long citizen = held.receivedCents - held.backCents;
            demand(
                    kept.getOrDefault(booking, 0L) == citizen,
                    REFUNDED,
                    () -> "booking " + booking + ": the provider holds " + kept.get(booking) + ", owed is " + citizen);
            long sponsor = held.sponsoredCents - held.sponsorBackCents;
            demand(
                    owes.getOrDefault(booking, 0L) == sponsor,
                    AGREE,
                    () -> "booking " + booking + ": its sponsor owes " + owes.get(booking) + ", should be " + sponsor);
            long due = held.booked && !held.over ? held.priceCents * held.halfHours() / BLOCK : 0;
            demand(
                    citizen + sponsor == due,
                    LEDGER,
                    () -> "booking " + booking + ": paid " + (citizen + sponsor) + " for " + held.halfHours()
                            + " half hours, due is " + due);
        });
        Map<String, Long> fromBank = new HashMap<>();
        world.bank
                .booked()
                .forEach((endToEndId, cents) -> fromBank.merge(endToEndId.substring(0, 32), cents, Long::sum));
        claims.keySet().forEach(claim -> {
            String id = BookingAccount.payoutOf(claim).toString().replace("-", "");
            long bank = fromBank.getOrDefault(id, 0L);
            long noted = paid.getOrDefault(claim, 0L);
            demand(
                    bank == noted,
                    PAID_ONCE,
                    () -> "claim " + claim + ": the bank paid " + bank + ", noted is " + noted);
            fromBank.remove(id);
        });
        demand(fromBank.isEmpty(), PAID_ONCE, () -> "the bank paid what nobody claimed: " + fromBank);
        world.bank
                .credits()
                .forEach(credit -> demand(
                        repaid.getOrDefault(credit.entry(), 0L) == credit.amountCents()
                                || world.payouts.files.workList().stream()
                                        .anyMatch(item -> item.endsWith(" " + credit.reference())),
                        REPAID,
                        () -> credit.amountCents() + " came, booked is " + repaid.get(credit.entry())
                                + ", and nobody is told"));
        world.bank
                .returned()
                .forEach(endToEndId -> demand(
                        world.payouts.files.workList().stream().anyMatch(item -> item.endsWith(endToEndId)),
                        LEDGER,
                        () -> "money came back and nobody is told: " + endToEndId));
    }

    private Map<UUID, Long> sponsorsOwe() {
        Map<UUID, Long> owes = new HashMap<>();
        for (StoredEvent stored : world.wallets.store.log()) {
            switch (stored.payload()) {
                case SponsorEvent.SponsorShareOwed e -> owes.merge(e.booking(), e.amountCents(), Long::sum);
                case SponsorEvent.SponsorShareReturned e -> {
                    if (e.owed()) {
                        owes.merge(e.booking(), -e.amountCents(), Long::sum);
                    }
                }
                default -> {}
            }
        }
        return owes;
    }

    private void budgetAgrees() {
        long settledCents =
                years.values().stream().mapToLong(year -> year.settled).sum();
        long share = ledger.getOrDefault(Ledger.Account.GOVERNMENT_SHARE, 0L);
        demand(
                settledCents == share,
                LEDGER,
                () -> "settled in the budget " + settledCents + ", government's share in the ledger " + share);
        long committedCents =
                years.values().stream().mapToLong(year -> year.committed).sum();
        long owedCents = years.values().stream().mapToLong(year -> year.owed).sum();
        demand(owedCents == 0, PAID_AT_LAST, () -> owedCents + " stay owed");
        demand(committedCents == 0, BUDGET, () -> committedCents + " stay committed though every booking ended");
        long payable = ledger.getOrDefault(Ledger.Account.PAYABLE_TO_COUNSELLORS, 0L);
        demand(payable == 0, LEDGER, () -> -payable + " stay payable");
    }

    private Held held(UUID booking) {
        Held held = bookings.get(booking);
        if (held == null) {
            throw new Violation(ENDS, "something happened to a booking that was never made");
        }
        return held;
    }

    private static int sum(Map<UUID, Integer> halfHours) {
        return halfHours.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String brief(Object payload) {
        return payload.toString()
                .replaceAll("([0-9a-f]{4})[0-9a-f]{4}-[0-9a-f-]{27}", "$1")
                .replaceAll("(:[0-9]{2})\\.[0-9]+Z", "$1Z");
    }

    private interface How {
        String text();
    }

    private static void demand(boolean kept, String promise, How how) {
        if (!kept) {
            throw new Violation(promise, how.text());
        }
    }
}
