package be.vlaanderen.loopbaankrediet.payout.budget;

import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CarryIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CarryOutSettlement;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CloseYear;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.DropOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.GrowShare;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OpenBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OweClaim;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.RaiseCommitment;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReleaseBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReverseSettlement;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.SettleBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BookingQueued;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetCommitted;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetOpened;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetReleased;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.BudgetSettled;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.Carried;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentRaised;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.CommitmentsCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareDropped;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.OwedShareFound;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementCarriedOut;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareGrown;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.ShareOwed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.YearClosed;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * The budget of one year (domain 5). {@code committed + settled <= total} always holds, because one stream decides for the whole year.
 *
 * <p>Tens of thousands of bookings are open at a time, and a decision may run again on the same state after a conflict. So the maps are
 * persistent (PCollections): a changed copy shares all but a path of about log n nodes with the old one, which stays as it was. What is
 * settled or released in full is dropped from them.
 *
 * @param open what is still committed, by booking
 * @param owed what is owed and not found yet, in the order in which it became owed: nobody comes before it (D-64)
 * @param queue who waits, by ticket: the lowest is next
 * @param tickets the ticket of each booking that waits
 * @param nextTicket tickets are handed out in order of arrival and never again
 * @param months blocks committed in each month, as 202702: what a monthly quota counts (D-66)
 * @param closed what was open went to the next year
 */
public record Budget(
        int year,
        long totalCents,
        long committedCents,
        long settledCents,
        PMap<UUID, Commitment> open,
        PVector<Owed> owed,
        TreePMap<Long, Waiting> queue,
        PMap<UUID, Long> tickets,
        long nextTicket,
        PMap<Integer, Integer> months,
        boolean closed) {

    /** A block that was through and is corrected: its place in the month in which it was committed stays taken. */
    static final int NO_MONTH = 0;

    /**
     * @param settled claims already taken from this commitment
     * @param month in which it was committed, as 202702; {@link #NO_MONTH} after a correction
     */
    public record Commitment(long leftCents, long settledCents, PSet<UUID> settled, int month) {

        Commitment settled(UUID claim, long cents) {
            return new Commitment(leftCents - cents, settledCents + cents, settled.plus(claim), month);
        }

        Commitment raised(long cents) {
            return new Commitment(leftCents + cents, settledCents, settled, month);
        }

        Commitment grown(long cents) {
            return new Commitment(leftCents, settledCents + cents, settled, month);
        }

        Commitment reversed(UUID claim, long cents) {
            return new Commitment(leftCents + cents, Math.max(0, settledCents - cents), settled.minus(claim), month);
        }
    }

    /** Of a block that was through. */
    private static final Commitment NOTHING = new Commitment(0, 0, HashTreePSet.empty(), NO_MONTH);

    public record Waiting(UUID booking, long amountCents) {}

    /**
     * More than was set aside, while too little was left.
     *
     * @param claim that waits for it; null when it is to be settled at once (D-102)
     */
    public record Owed(UUID booking, @Nullable UUID claim, long amountCents) {}

    public static final Budget EMPTY = new Budget(
            0,
            0,
            0,
            0,
            HashTreePMap.empty(),
            TreePVector.empty(),
            TreePMap.empty(),
            HashTreePMap.empty(),
            1,
            HashTreePMap.empty(),
            false);

    public static final Aggregate<Budget, BudgetEvent> AGGREGATE = new Aggregate<>("Budget", EMPTY, Budget::evolve);

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** Commitments in one event. */
    private static final int PIECE = 500;

    public static String stream(int year) {
        return "budget-" + year;
    }

    public boolean isOpen() {
        return year != 0;
    }

    public long leftCents() {
        return totalCents - committedCents - settledCents;
    }

    /** What a lower price costs for delivered time of the booking, and is not settled yet (D-102). */
    public long owedCents(UUID booking) {
        return owed.stream()
                .filter(each -> each.claim() == null && each.booking().equals(booking))
                .mapToLong(Owed::amountCents)
                .sum();
    }

    public long owedCents() {
        return owed.stream().mapToLong(Owed::amountCents).sum();
    }

    /** What is left, and not owed to somebody already (D-64). */
    private long freeCents() {
        return owed.isEmpty() ? leftCents() : 0;
    }

    public Decision<BudgetEvent> decide(BudgetCommand command) {
        return switch (command) {
            case OpenBudget open ->
                Decision.of(withAdmitted(
                        opening(open.year(), open.totalCents(), open.at()), open.quotaBlocks(), open.at()));
            case CloseYear close -> close(close);
            case CarryIn in -> carryIn(in);
            case CommitBudget commit -> commit(commit);
            case SettleBudget settle -> settle(settle);
            case RaiseCommitment raise -> raise(raise);
            case ReverseSettlement reverse -> reverse(reverse);
            case CarryOutSettlement out ->
                Decision.of(new SettlementCarriedOut(year, out.booking(), out.claim(), out.amountCents(), out.at()));
            case GrowShare grow -> grow(grow);
            case OweClaim owe -> owe(owe);
            case DropOwed drop -> Decision.of(dropped(each -> drop.claim().equals(each.claim()), drop.at()));
            case ReleaseBudget release -> release(release);
        };
    }

    private List<BudgetEvent> opening(int openedYear, long cents, Instant at) {
        return isOpen() ? List.of() : List.of(new BudgetOpened(openedYear, cents, at));
    }

    private Decision<BudgetEvent> commit(CommitBudget command) {
        if (open.containsKey(command.booking()) || tickets.containsKey(command.booking())) {
            return Decision.nothing();
        }
        List<BudgetEvent> events = new ArrayList<>(opening(command.year(), command.totalCents(), command.at()));
        long left = isOpen() ? freeCents() : command.totalCents();
        // who comes later does not overtake who waits, also not with a smaller amount, and nobody what is owed
        boolean fits = queue.isEmpty()
                && owed.isEmpty()
                && command.amountCents() <= left
                && hasRoom(command.quotaBlocks(), command.at());
        events.add(
                fits
                        ? new BudgetCommitted(
                                command.year(), command.booking(), command.amountCents(), false, command.at())
                        : new BookingQueued(
                                command.year(),
                                command.booking(),
                                command.amountCents(),
                                queue.size() + 1,
                                nextTicket,
                                command.quotaBlocks(),
                                nextRoomOn(command, left),
                                command.at()));
        // in a new month those who wait may fit before the first who comes
        return Decision.of(withAdmitted(events, command.quotaBlocks(), command.at()));
    }

    /** D-66: a monthly quota, where one is set (the protective measure of OP). */
    private boolean hasRoom(@Nullable Integer quotaBlocks, Instant at) {
        return quotaBlocks == null || blocksOf(month(year, at)) < quotaBlocks;
    }

    /** Blocks committed in a month, as 202702. */
    public int blocksOf(int month) {
        return months.getOrDefault(month, 0);
    }

    /**
     * In which month of Brussels it counts what this year's budget sets aside, as 202702: none before its first, though the clock of who booked
     * may be a moment ahead of ours when a year begins (D-66).
     */
    public static int month(int year, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, BRUSSELS);
        return day.getYear() < year ? year * 100 + 1 : day.getYear() * 100 + day.getMonthValue();
    }

    /** The next month under a quota while there is money, otherwise the next year. */
    private static LocalDate nextRoomOn(CommitBudget command, long leftCents) {
        return command.quotaBlocks() != null && command.amountCents() <= leftCents
                ? LocalDate.ofInstant(command.at(), BRUSSELS).withDayOfMonth(1).plusMonths(1)
                : LocalDate.of(command.year() + 1, 1, 1);
    }

    /** D-67. In pieces, so that no event grows with the number of bookings. */
    private Decision<BudgetEvent> close(CloseYear command) {
        if (closed || !isOpen()) {
            return Decision.nothing();
        }
        List<BudgetEvent> events = new ArrayList<>();
        List<Carried> all = open.entrySet().stream()
                .map(each -> new Carried(
                        each.getKey(),
                        each.getValue().leftCents(),
                        each.getValue().settledCents(),
                        List.copyOf(each.getValue().settled()),
                        each.getValue().month()))
                .sorted(Comparator.comparing(Carried::booking))
                .toList();
        pieces(all).forEach(piece -> events.add(new CommitmentsCarriedOut(year, piece, command.at())));
        events.addAll(dropped(_ -> true, command.at()));
        queue.values().forEach(waiting -> events.add(new QueueLeft(year, waiting.booking(), command.at())));
        events.add(new YearClosed(year, command.at()));
        return Decision.of(events);
    }

    private Decision<BudgetEvent> carryIn(CarryIn command) {
        List<BudgetEvent> events = new ArrayList<>(opening(command.year(), command.totalCents(), command.at()));
        pieces(command.commitments())
                .forEach(piece ->
                        events.add(new CommitmentsCarriedIn(command.year(), command.year() - 1, piece, command.at())));
        command.owed()
                .forEach(each -> events.add(
                        new ShareOwed(command.year(), each.booking(), each.claim(), each.amountCents(), command.at())));
        int place = queue.size();
        long number = nextTicket;
        for (Waiting waiting : command.waiting()) {
            events.add(new BookingQueued(
                    command.year(),
                    waiting.booking(),
                    waiting.amountCents(),
                    ++place,
                    number++,
                    command.quotaBlocks(),
                    LocalDate.ofInstant(command.at(), BRUSSELS)
                            .withDayOfMonth(1)
                            .plusMonths(1),
                    command.at()));
        }
        return Decision.of(withAdmitted(events, command.quotaBlocks(), command.at()));
    }

    private static List<List<Carried>> pieces(List<Carried> all) {
        List<List<Carried>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PIECE) {
            pieces.add(List.copyOf(all.subList(from, Math.min(from + PIECE, all.size()))));
        }
        return pieces;
    }

    private Decision<BudgetEvent> settle(SettleBudget command) {
        Commitment commitment = open.get(command.booking());
        if (commitment == null || commitment.settled().contains(command.claim())) {
            return Decision.nothing();
        }
        long more = Math.max(0, command.amountCents() - commitment.leftCents());
        if (more > leftCents()) {
            throw new IllegalStateException("a claim of booking " + command.booking() + " is above what is left");
        }
        List<BudgetEvent> events = new ArrayList<>();
        if (more > 0) {
            events.add(new CommitmentRaised(year, command.booking(), more, command.at()));
        }
        events.addAll(dropped(
                each -> command.claim().equals(each.claim())
                        || (command.last() && isForClaimOf(command.booking(), each)),
                command.at()));
        events.add(new BudgetSettled(year, command.booking(), command.claim(), command.amountCents(), command.at()));
        long rest = commitment.leftCents() + more - command.amountCents();
        if (command.last() && rest > 0) {
            events.add(new BudgetReleased(year, command.booking(), rest, command.at()));
        }
        return Decision.of(withAdmitted(events, command.quotaBlocks(), command.at()));
    }

    /** What can still be settled for a booking; 0 when nothing is committed for it. */
    public long availableCents(UUID booking) {
        Commitment commitment = open.get(booking);
        return commitment == null ? 0 : commitment.leftCents() + Math.max(0, freeCents());
    }

    private Decision<BudgetEvent> owe(OweClaim command) {
        Commitment commitment = open.get(command.booking());
        long there = (commitment == null ? 0 : commitment.leftCents())
                + owed.stream()
                        .filter(each -> command.claim().equals(each.claim()))
                        .mapToLong(Owed::amountCents)
                        .sum();
        return command.shareCents() <= there
                ? Decision.nothing()
                : Decision.of(new ShareOwed(
                        year, command.booking(), command.claim(), command.shareCents() - there, command.at()));
    }

    private static boolean isForClaimOf(UUID booking, Owed owed) {
        return owed.claim() != null && owed.booking().equals(booking);
    }

    private List<BudgetEvent> dropped(Predicate<Owed> which, Instant at) {
        return owed.stream()
                .filter(which)
                .<BudgetEvent>map(
                        each -> new OwedShareDropped(year, each.booking(), each.claim(), each.amountCents(), at))
                .toList();
    }

    private Decision<BudgetEvent> raise(RaiseCommitment command) {
        Commitment commitment = open.get(command.booking());
        if (commitment == null) {
            return Decision.nothing();
        }
        long more = Math.min(command.toCents() - commitment.leftCents() - commitment.settledCents(), freeCents());
        return more <= 0
                ? Decision.nothing()
                : Decision.of(new CommitmentRaised(year, command.booking(), more, command.at()));
    }

    /** What was owed for it and not found yet was not settled, so it is not taken back either. */
    private Decision<BudgetEvent> reverse(ReverseSettlement command) {
        List<BudgetEvent> events = new ArrayList<>();
        long settledFor = command.amountCents() - command.carriedInCents();
        for (Owed each : owed) {
            long cents = Math.min(each.amountCents(), settledFor);
            if (each.claim() == null && each.booking().equals(command.booking()) && cents > 0) {
                settledFor -= cents;
                events.add(new OwedShareDropped(year, command.booking(), null, cents, command.at()));
            }
        }
        events.add(new SettlementReversed(
                year,
                command.booking(),
                command.claim(),
                command.carriedInCents() + settledFor,
                command.carriedInCents(),
                command.at()));
        return Decision.of(events);
    }

    private Decision<BudgetEvent> grow(GrowShare command) {
        if (command.amountCents() == 0) {
            return Decision.nothing();
        }
        return Decision.of(
                command.amountCents() <= freeCents()
                        ? new ShareGrown(year, command.booking(), command.amountCents(), command.at())
                        : new ShareOwed(year, command.booking(), null, command.amountCents(), command.at()));
    }

    private Decision<BudgetEvent> release(ReleaseBudget command) {
        List<BudgetEvent> events =
                new ArrayList<>(dropped(each -> isForClaimOf(command.booking(), each), command.at()));
        Commitment commitment = open.get(command.booking());
        if (commitment != null) {
            events.add(new BudgetReleased(year, command.booking(), commitment.leftCents(), command.at()));
        } else if (tickets.containsKey(command.booking())) {
            events.add(new QueueLeft(year, command.booking(), command.at()));
        } else if (events.isEmpty()) {
            return Decision.nothing();
        }
        return Decision.of(withAdmitted(events, command.quotaBlocks(), command.at()));
    }

    /** Freed money goes to what is owed first (D-64), and then, with freed room, to the queue; both in order, as far as it reaches. */
    private List<BudgetEvent> withAdmitted(List<BudgetEvent> first, @Nullable Integer quotaBlocks, Instant at) {
        List<BudgetEvent> events = new ArrayList<>(first);
        Budget after = this;
        for (BudgetEvent event : events) {
            after = after.evolve(event);
        }
        while (!after.owed.isEmpty()) {
            Owed next = after.owed.getFirst();
            if (next.amountCents() > after.leftCents()) {
                return events;
            }
            BudgetEvent found = new OwedShareFound(after.year, next.booking(), next.claim(), next.amountCents(), at);
            events.add(found);
            after = after.evolve(found);
        }
        boolean over = LocalDate.ofInstant(at, BRUSSELS).getYear()
                > after.year; // who still waits goes along to the next year (D-67)
        while (!over && !after.queue.isEmpty()) {
            Waiting next = after.queue.firstEntry().getValue();
            if (next.amountCents() > after.leftCents() || !after.hasRoom(quotaBlocks, at)) {
                break;
            }
            BudgetEvent admitted = new BudgetCommitted(after.year, next.booking(), next.amountCents(), true, at);
            events.add(admitted);
            after = after.evolve(admitted);
        }
        return events;
    }

    public Budget evolve(BudgetEvent event) {
        Draft next = new Draft(this);
        switch (event) {
            case BudgetOpened opened -> {
                next.year = opened.year();
                next.totalCents = opened.totalCents();
            }
            case BudgetCommitted committed -> {
                int month = month(committed.year(), committed.at());
                if (committed.queued()) {
                    next.leaveQueue(committed.booking());
                }
                next.committedCents += committed.amountCents();
                next.open = open.plus(
                        committed.booking(), new Commitment(committed.amountCents(), 0, HashTreePSet.empty(), month));
                next.count(month, 1);
            }
            case BookingQueued queued -> {
                next.queue = queue.plus(nextTicket, new Waiting(queued.booking(), queued.amountCents()));
                next.tickets = tickets.plus(queued.booking(), nextTicket);
                next.nextTicket++;
            }
            case QueueLeft left -> next.leaveQueue(left.booking());
            case BudgetSettled settled -> {
                next.committedCents -= settled.amountCents();
                next.settledCents += settled.amountCents();
                next.put(
                        settled.booking(),
                        committed(settled.booking()).settled(settled.claim(), settled.amountCents()));
            }
            case CommitmentRaised raised -> next.raise(raised.booking(), raised.amountCents());
            case ShareGrown grown -> next.grow(grown.booking(), grown.amountCents());
            case ShareOwed more -> next.owed = owed.plus(new Owed(more.booking(), more.claim(), more.amountCents()));
            case OwedShareFound found -> {
                next.oweLess(found.booking(), found.claim(), found.amountCents());
                if (found.claim() == null) {
                    next.grow(found.booking(), found.amountCents());
                } else {
                    next.raise(found.booking(), found.amountCents());
                }
            }
            case OwedShareDropped dropped -> next.oweLess(dropped.booking(), dropped.claim(), dropped.amountCents());
            case SettlementReversed reversed -> {
                next.totalCents += reversed.carriedInCents();
                next.committedCents += reversed.amountCents();
                next.settledCents -= reversed.amountCents() - reversed.carriedInCents();
                next.put(
                        reversed.booking(),
                        open.getOrDefault(reversed.booking(), NOTHING)
                                .reversed(reversed.claim(), reversed.amountCents()));
            }
            case SettlementCarriedOut out -> {
                next.totalCents -= out.amountCents();
                next.settledCents -= out.amountCents();
            }
            case BudgetReleased released -> {
                Commitment before = committed(released.booking());
                next.committedCents -= released.amountCents();
                next.open = open.minus(released.booking());
                if (before.settled().isEmpty() && before.month() != NO_MONTH) {
                    next.count(before.month(), -1); // nothing was delivered: its place in the month is free (D-66)
                }
            }
            // the money goes along with its commitments, so what is left of the year stays the same
            case CommitmentsCarriedOut out -> {
                long cents = sum(out.commitments());
                next.totalCents -= cents;
                next.committedCents -= cents;
                for (Carried each : out.commitments()) {
                    next.open = next.open.minus(each.booking());
                }
            }
            case CommitmentsCarriedIn in -> {
                long cents = sum(in.commitments());
                next.totalCents += cents;
                next.committedCents += cents;
                for (Carried each : in.commitments()) {
                    next.put(
                            each.booking(),
                            new Commitment(
                                    each.leftCents(),
                                    each.settledCents(),
                                    HashTreePSet.from(each.settled()),
                                    each.month()));
                }
            }
            case YearClosed _ -> next.closed = true;
        }
        return next.done();
    }

    private static long sum(List<Carried> commitments) {
        return commitments.stream().mapToLong(Carried::leftCents).sum();
    }

    private Commitment committed(UUID booking) {
        Commitment commitment = open.get(booking);
        if (commitment == null) {
            throw new IllegalStateException("nothing is committed for booking " + booking);
        }
        return commitment;
    }

    /** A state in which some things are changed. */
    private static final class Draft {
        private int year;
        private long totalCents;
        private long committedCents;
        private long settledCents;
        private PMap<UUID, Commitment> open;
        private PVector<Owed> owed;
        private TreePMap<Long, Waiting> queue;
        private PMap<UUID, Long> tickets;
        private long nextTicket;
        private PMap<Integer, Integer> months;
        private boolean closed;

        Draft(Budget from) {
            year = from.year;
            totalCents = from.totalCents;
            committedCents = from.committedCents;
            settledCents = from.settledCents;
            open = from.open;
            owed = from.owed;
            queue = from.queue;
            tickets = from.tickets;
            nextTicket = from.nextTicket;
            months = from.months;
            closed = from.closed;
        }

        /** What is settled in full is dropped. */
        void put(UUID booking, Commitment commitment) {
            open = commitment.leftCents() == 0 ? open.minus(booking) : open.plus(booking, commitment);
        }

        void raise(UUID booking, long cents) {
            committedCents += cents;
            put(booking, open.getOrDefault(booking, NOTHING).raised(cents));
        }

        void grow(UUID booking, long cents) {
            settledCents += cents;
            Commitment before = open.get(booking);
            if (before != null) {
                put(booking, before.grown(cents));
            }
        }

        /** Less is owed: the first such share, or part of it. */
        void oweLess(UUID booking, @Nullable UUID claim, long cents) {
            for (int i = 0; i < owed.size(); i++) {
                Owed each = owed.get(i);
                if (each.booking().equals(booking) && Objects.equals(each.claim(), claim)) {
                    long rest = each.amountCents() - cents;
                    owed = rest == 0 ? owed.minus(i) : owed.with(i, new Owed(booking, claim, rest));
                    return;
                }
            }
            throw new IllegalStateException("nothing is owed for booking " + booking);
        }

        void count(int month, int blocks) {
            months = months.plus(month, months.getOrDefault(month, 0) + blocks);
        }

        void leaveQueue(UUID booking) {
            Long ticket = tickets.get(booking);
            if (ticket == null) {
                throw new IllegalStateException("booking " + booking + " does not wait");
            }
            queue = queue.minus(ticket);
            tickets = tickets.minus(booking);
        }

        Budget done() {
            return new Budget(
                    year,
                    totalCents,
                    committedCents,
                    settledCents,
                    open,
                    owed,
                    queue,
                    tickets,
                    nextTicket,
                    months,
                    closed);
        }
    }
}
