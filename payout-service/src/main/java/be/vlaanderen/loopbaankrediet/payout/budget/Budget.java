package be.vlaanderen.loopbaankrediet.payout.budget;

import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CarryIn;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CloseYear;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CommitBudget;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.OpenBudget;
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
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.QueueLeft;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.SettlementReversed;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetEvent.YearClosed;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePMap;

/**
 * The budget of one year (domain 5). {@code committed + settled <= total} always holds, because one stream decides for the whole year.
 *
 * <p>Tens of thousands of bookings are open at a time, and a decision may run again on the same state after a conflict. So the maps are
 * persistent (PCollections): a changed copy shares all but a path of about log n nodes with the old one, which stays as it was. What is
 * settled or released in full is dropped from them.
 *
 * @param open what is still committed, by booking
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
        TreePMap<Long, Waiting> queue,
        PMap<UUID, Long> tickets,
        long nextTicket,
        PMap<Integer, Integer> months,
        boolean closed) {

    /**
     * @param settled claims already taken from this commitment
     * @param month in which it was committed, as 202702
     */
    public record Commitment(long leftCents, long settledCents, PSet<UUID> settled, int month) {}

    public record Waiting(UUID booking, long amountCents) {}

    public static final Budget EMPTY = new Budget(
            0, 0, 0, 0, HashTreePMap.empty(), TreePMap.empty(), HashTreePMap.empty(), 1, HashTreePMap.empty(), false);

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
            case ReverseSettlement reverse -> Decision.of(reverse(reverse));
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
        long left = isOpen() ? leftCents() : command.totalCents();
        // who comes later does not overtake who waits, also not with a smaller amount
        boolean fits = queue.isEmpty() && command.amountCents() <= left && hasRoom(command.quotaBlocks(), command.at());
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
        return quotaBlocks == null || blocksOf(month(at)) < quotaBlocks;
    }

    /** Blocks committed in a month, as 202702. */
    public int blocksOf(int month) {
        return months.getOrDefault(month, 0);
    }

    /** As 202702, in Brussels. */
    public static int month(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, BRUSSELS);
        return day.getYear() * 100 + day.getMonthValue();
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
        queue.values().forEach(waiting -> events.add(new QueueLeft(year, waiting.booking(), command.at())));
        events.add(new YearClosed(year, command.at()));
        return Decision.of(events);
    }

    private Decision<BudgetEvent> carryIn(CarryIn command) {
        List<BudgetEvent> events = new ArrayList<>(opening(command.year(), command.totalCents(), command.at()));
        pieces(command.commitments())
                .forEach(piece ->
                        events.add(new CommitmentsCarriedIn(command.year(), command.year() - 1, piece, command.at())));
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
        return commitment == null ? 0 : commitment.leftCents() + Math.max(0, leftCents());
    }

    private Decision<BudgetEvent> raise(RaiseCommitment command) {
        Commitment commitment = open.get(command.booking());
        if (commitment == null) {
            return Decision.nothing();
        }
        long more = Math.min(command.toCents() - commitment.leftCents() - commitment.settledCents(), leftCents());
        return more <= 0
                ? Decision.nothing()
                : Decision.of(new CommitmentRaised(year, command.booking(), more, command.at()));
    }

    private List<BudgetEvent> reverse(ReverseSettlement command) {
        return List.of(
                new SettlementReversed(year, command.booking(), command.claim(), command.amountCents(), command.at()));
    }

    private Decision<BudgetEvent> release(ReleaseBudget command) {
        List<BudgetEvent> events = new ArrayList<>();
        Commitment commitment = open.get(command.booking());
        if (commitment != null) {
            events.add(new BudgetReleased(year, command.booking(), commitment.leftCents(), command.at()));
        } else if (tickets.containsKey(command.booking())) {
            events.add(new QueueLeft(year, command.booking(), command.at()));
        } else {
            return Decision.nothing();
        }
        return Decision.of(withAdmitted(events, command.quotaBlocks(), command.at()));
    }

    /** Freed money and room go to the queue first, in order, as far as they reach. */
    private List<BudgetEvent> withAdmitted(List<BudgetEvent> first, @Nullable Integer quotaBlocks, Instant at) {
        List<BudgetEvent> events = new ArrayList<>(first);
        Budget after = this;
        for (BudgetEvent event : events) {
            after = after.evolve(event);
        }
        while (!after.queue.isEmpty()) {
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
        return switch (event) {
            case BudgetOpened opened ->
                new Budget(opened.year(), opened.totalCents(), 0, 0, open, queue, tickets, nextTicket, months, closed);
            case BudgetCommitted committed -> {
                int month = month(committed.at());
                Budget waiting = committed.queued() ? withoutTicket(committed.booking()) : this;
                yield waiting.with(
                                committedCents + committed.amountCents(),
                                settledCents,
                                open.plus(
                                        committed.booking(),
                                        new Commitment(committed.amountCents(), 0, HashTreePSet.empty(), month)))
                        .counted(month, 1);
            }
            case BookingQueued queued ->
                new Budget(
                        year,
                        totalCents,
                        committedCents,
                        settledCents,
                        open,
                        queue.plus(nextTicket, new Waiting(queued.booking(), queued.amountCents())),
                        tickets.plus(queued.booking(), nextTicket),
                        nextTicket + 1,
                        months,
                        closed);
            case QueueLeft left -> withoutTicket(left.booking());
            case BudgetSettled settled -> {
                Commitment before = committed(settled.booking());
                long rest = before.leftCents() - settled.amountCents();
                yield with(
                        committedCents - settled.amountCents(),
                        settledCents + settled.amountCents(),
                        rest == 0
                                ? open.minus(settled.booking())
                                : open.plus(
                                        settled.booking(),
                                        new Commitment(
                                                rest,
                                                before.settledCents() + settled.amountCents(),
                                                before.settled().plus(settled.claim()),
                                                before.month())));
            }
            case CommitmentRaised raised -> {
                Commitment before = committed(raised.booking());
                yield with(
                        committedCents + raised.amountCents(),
                        settledCents,
                        open.plus(
                                raised.booking(),
                                new Commitment(
                                        before.leftCents() + raised.amountCents(),
                                        before.settledCents(),
                                        before.settled(),
                                        before.month())));
            }
            case SettlementReversed reversed -> {
                Commitment before = open.getOrDefault(
                        reversed.booking(), new Commitment(0, 0, HashTreePSet.empty(), month(reversed.at())));
                yield with(
                        committedCents + reversed.amountCents(),
                        settledCents - reversed.amountCents(),
                        open.plus(
                                reversed.booking(),
                                new Commitment(
                                        before.leftCents() + reversed.amountCents(),
                                        Math.max(0, before.settledCents() - reversed.amountCents()),
                                        before.settled().minus(reversed.claim()),
                                        before.month())));
            }
            case BudgetReleased released -> {
                Commitment before = committed(released.booking());
                Budget after =
                        with(committedCents - released.amountCents(), settledCents, open.minus(released.booking()));
                // a block of which nothing was delivered gives its place in the month back (D-66)
                yield before.settled().isEmpty() ? after.counted(before.month(), -1) : after;
            }
            case CommitmentsCarriedOut out -> {
                PMap<UUID, Commitment> rest = open;
                for (Carried each : out.commitments()) {
                    rest = rest.minus(each.booking());
                }
                yield carried(-sum(out.commitments()), rest);
            }
            case CommitmentsCarriedIn in -> {
                PMap<UUID, Commitment> all = open;
                for (Carried each : in.commitments()) {
                    all = all.plus(
                            each.booking(),
                            new Commitment(
                                    each.leftCents(),
                                    each.settledCents(),
                                    HashTreePSet.from(each.settled()),
                                    each.month()));
                }
                yield carried(sum(in.commitments()), all);
            }
            case YearClosed _ ->
                new Budget(
                        year, totalCents, committedCents, settledCents, open, queue, tickets, nextTicket, months, true);
        };
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

    private Budget withoutTicket(UUID booking) {
        Long ticket = tickets.get(booking);
        if (ticket == null) {
            throw new IllegalStateException("booking " + booking + " does not wait");
        }
        return new Budget(
                year,
                totalCents,
                committedCents,
                settledCents,
                open,
                queue.minus(ticket),
                tickets.minus(booking),
                nextTicket,
                months,
                closed);
    }

    private Budget with(long committed, long settled, PMap<UUID, Commitment> commitments) {
        return new Budget(
                year, totalCents, committed, settled, commitments, queue, tickets, nextTicket, months, closed);
    }

    /** The money goes along with its commitments, so what is left of the year stays the same. */
    private Budget carried(long cents, PMap<UUID, Commitment> commitments) {
        return new Budget(
                year,
                totalCents + cents,
                committedCents + cents,
                settledCents,
                commitments,
                queue,
                tickets,
                nextTicket,
                months,
                closed);
    }

    private Budget counted(int month, int blocks) {
        return new Budget(
                year,
                totalCents,
                committedCents,
                settledCents,
                open,
                queue,
                tickets,
                nextTicket,
                months.plus(month, blocksOf(month) + blocks),
                closed);
    }
}
