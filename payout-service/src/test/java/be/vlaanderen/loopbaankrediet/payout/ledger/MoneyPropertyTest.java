package be.vlaanderen.loopbaankrediet.payout.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.AssignToBatch;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.DecideClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NotePaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.PayAgain;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.SetOffPart;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CancellationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutPaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PriceLoweringRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ReturnReason;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.SponsorshipRecorded;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Announce;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.AskRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.Decide;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.NoteRepayment;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.SetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackCommand.WriteOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.ClawbackSetOff;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.DecisionReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.Reason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackEvent.WriteOffReason;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackState;
import be.vlaanderen.loopbaankrediet.payout.clawback.Clawbacks;
import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.payout.counsellor.CounsellorEvent.CounsellorRecorded;
import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger.Total;
import be.vlaanderen.loopbaankrediet.payout.ledger.Ledger.TrialBalance;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Random histories of a handful of bookings: facts and bank answers in any order, also twice, also ones that make no sense. */
class MoneyPropertyTest {

    private static final Instant AT = Instant.parse("2027-03-01T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final UUID COUNSELLOR = new UUID(1, 0);

    record Step(int kind, int booking, int claim, int session, int halfHours, boolean flag) {

        /** Of a way that leads to the end. */
        Step as(int part, int ofSession, int time, boolean marked) {
            return new Step(part, booking, claim, ofSession, time, marked);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(160);
    }

    @Property(tries = 500)
    void the_ledger_always_balances_and_no_claim_is_approved_or_paid_twice(@ForAll("histories") List<Step> history) {
        Map<UUID, BookingAccount> accounts = new HashMap<>();
        Map<String, Total> sums = new HashMap<>();
        Set<UUID> approved = new HashSet<>();
        Set<UUID> paid = new HashSet<>();
        Map<UUID, Integer> halfHours = new HashMap<>();
        Map<UUID, Clawbacks> clawbacks = new HashMap<>();
        Map<UUID, Integer> halfHoursOf = new HashMap<>();
        int taken = 0;
        for (Step step : history.stream().flatMap(MoneyPropertyTest::steps).toList()) {
            UUID booking = new UUID(2, step.booking());
            BookingAccount account = accounts.computeIfAbsent(
                    booking,
                    id -> BookingAccount.EMPTY.evolve(
                            new BookingRecorded(id, id, COUNSELLOR, 4, step.flag() ? 5_000 : 3_000, 2027, AT, AT)));
            List<ClawbackEvent> clawed = new ArrayList<>();
            Decision<BookingEvent> decision = Decision.nothing();
            if (step.kind() == 5) {
                decision = account.decide(assign(account, booking, step, clawbacks, clawed));
            } else if (step.kind() >= 10) {
                claw(account, booking, step, clawbacks, clawed);
            } else {
                decision = decide(account, booking, step);
            }
            for (ClawbackEvent event : clawed) {
                Ledger.entry(event).forEach(line -> add(sums, line));
            }
            if (decision instanceof Decision.Events<BookingEvent>(var events)) {
                for (BookingEvent event : events) {
                    account = account.evolve(event);
                    Ledger.entry(event).forEach(line -> add(sums, line));
                    if (event instanceof ClaimReleased released && released.payout() != null) {
                        halfHours.merge(booking, -halfHoursOf.get(released.claim()), Integer::sum);
                        taken++;
                    }
                    if (event instanceof PayoutApproved payout) {
                        halfHoursOf.put(payout.claim(), payout.halfHours());
                        assertTrue(approved.add(payout.claim()), "approved twice");
                        assertTrue(
                                halfHours.merge(booking, payout.halfHours(), Integer::sum) <= 4, "more than the block");
                        assertEquals(payout.totalCents(), payout.coPaymentCents() + payout.governmentShareCents());
                    }
                    if (event instanceof PayoutPaid payout) {
                        assertTrue(paid.add(payout.claim()), "paid twice");
                    }
                }
            }
            accounts.put(booking, account);
            TrialBalance balance = Ledger.balance(new ArrayList<>(sums.values()));
            assertTrue(balance.balanced(), balance::toString);
            assertTrue(balance.payableCents() >= 0);
            assertTrue(balance.coPaymentHeldCents() >= 0, balance::toString);
            assertEquals(
                    balance.receivableCents(),
                    clawbacks.values().stream()
                            .flatMap(each -> each.all().values().stream())
                            .mapToLong(ClawbackState::leftCents)
                            .sum());
            assertTrue(balance.clawedBackCents() <= balance.paidCents(), balance::toString);
        }
        TrialBalance last = Ledger.balance(new ArrayList<>(sums.values()));
        Statistics.label("set off")
                .collect(last.setOffCents() > 0)
                .coverage(covered -> covered.check(true).percentage(share -> share > 2));
        long takenBack = taken;
        Statistics.label("taken back")
                .collect(takenBack > 0)
                .coverage(covered -> covered.check(true).percentage(share -> share > 5));
        Statistics.label("sponsored")
                .collect(last.sponsorReceivableCents() > 0)
                .coverage(covered -> covered.check(true).percentage(share -> share > 5));
        Statistics.label("paid back")
                .collect(last.repaidCents() > 0)
                .coverage(covered -> covered.check(true).count(times -> times > 0));
        Statistics.label("written off")
                .collect(last.writtenOffCents() > 0)
                .coverage(covered -> covered.check(true).count(times -> times > 0));
    }

    /** Some steps are a whole way: by chance alone hardly any claim is ever paid, and hardly any clawback decided. */
    private static Stream<Step> steps(Step step) {
        if (step.kind() < 14) {
            return Stream.of(step);
        }
        return switch (step.kind() % 4) {
            case 0 -> Stream.of(2, 0, 1, 3, 5, 7).map(kind -> step.as(kind, step.claim(), 1, true));
            case 1 ->
                Stream.of(
                        step.as(10, step.session(), 1, true),
                        step.as(12, step.session(), 2, false),
                        step.as(11, step.session(), 1, step.session() == 5),
                        step.as(11, step.session(), 1, false));
            case 2 -> Stream.of(0, 1, 3, 4).map(kind -> step.as(kind, 2, 1, true));
            default -> Stream.of(step.as(13, step.session(), 1, true));
        };
    }

    private static void add(Map<String, Total> sums, Ledger.Line line) {
        sums.merge(
                line.account().name(),
                new Total(line.account().name(), line.debitCents(), line.creditCents()),
                (a, b) -> new Total(a.account(), a.debitCents() + b.debitCents(), a.creditCents() + b.creditCents()));
    }

    /** As the maker of batches does: everything owed is taken from the payout, as far as it reaches. */
    private static AssignToBatch assign(
            BookingAccount account,
            UUID booking,
            Step step,
            Map<UUID, Clawbacks> clawbacks,
            List<ClawbackEvent> happened) {
        UUID claim = new UUID(booking.getLeastSignificantBits(), step.claim());
        List<SetOffPart> parts = new ArrayList<>();
        account.toPay(claim).ifPresent(payout -> {
            long left = payout.leftCents();
            for (UUID stream : List.copyOf(clawbacks.keySet())) {
                for (UUID id : clawbacks.get(stream).all().keySet()) {
                    for (ClawbackEvent event : happen(
                            clawbacks, stream, new SetOff(id, payout.payout().payout(), left, AT), happened)) {
                        if (event instanceof ClawbackSetOff set) {
                            parts.add(new SetOffPart(set.clawback(), set.amountCents()));
                            left -= set.amountCents();
                        }
                    }
                }
            }
            assertTrue(left >= 0, "below zero");
        });
        return new AssignToBatch(claim, new UUID(4, step.session()), parts, AT);
    }

    private static void claw(
            BookingAccount account,
            UUID booking,
            Step step,
            Map<UUID, Clawbacks> clawbacks,
            List<ClawbackEvent> happened) {
        UUID claim = new UUID(booking.getLeastSignificantBits(), step.claim());
        UUID id = new UUID(5, claim.hashCode() * 10L + step.session() % 2);
        String officer = step.flag() ? "a" : "b";
        ClawbackCommand command = switch (step.kind()) {
            case 10 ->
                new Announce(
                        id,
                        account.paid(claim).orElse(null),
                        step.halfHours(),
                        true,
                        Reason.NOT_DELIVERED,
                        null,
                        officer,
                        null,
                        AT);
            case 11 ->
                step.flag()
                        ? new AskRepayment(id, 123_456_789_002L, officer, AT)
                        : new NoteRepayment(id, new UUID(6, step.session()), 1_000L * step.halfHours(), null, AT);
            case 12 ->
                new Decide(
                        id,
                        step.halfHours() - 1,
                        DecisionReason.NO_ANSWER,
                        null,
                        officer,
                        AT.plus(Duration.ofDays(20)));
            default -> new WriteOff(id, WriteOffReason.BANKRUPTCY, null, officer, AT);
        };
        happen(clawbacks, BookingAccount.payoutOf(claim), command, happened);
    }

    private static List<ClawbackEvent> happen(
            Map<UUID, Clawbacks> clawbacks, UUID payout, ClawbackCommand command, List<ClawbackEvent> happened) {
        Clawbacks before = clawbacks.getOrDefault(payout, Clawbacks.EMPTY);
        if (before.decide(command) instanceof Decision.Events<ClawbackEvent>(var events)) {
            Clawbacks after = before;
            for (ClawbackEvent event : events) {
                after = after.evolve(event);
            }
            clawbacks.put(payout, after);
            happened.addAll(events);
            return events;
        }
        return List.of();
    }

    private static Decision<BookingEvent> decide(BookingAccount account, UUID booking, Step step) {
        UUID claim = new UUID(booking.getLeastSignificantBits(), step.claim());
        return switch (step.kind()) {
            case 0 ->
                account.record(
                        step.session() % 2 == 0
                                ? new CoPaymentRecorded(booking, account.coPaymentCents(), AT, AT)
                                : new CoPaymentRecorded(booking, account.coPaymentCents() / 2, AT, AT));
            case 2 -> sponsorOrLowerPrice(account, booking, step);
            case 1 ->
                account.record(new ClaimReceived(
                        claim,
                        booking,
                        COUNSELLOR,
                        List.of(new ClaimedSession(new UUID(3, step.session()), DAY, step.halfHours())),
                        AT,
                        AT));
            case 3 -> account.decide(new DecideClaim(claim, counsellor(step.flag()), Long.MAX_VALUE, step.flag(), AT));
            case 4 -> account.decide(new ReleaseClaim(claim, booking, COUNSELLOR, false, AT));
            case 6 -> account.decide(new NoteSent(claim, AT));
            case 7 -> account.decide(new NotePaid(claim, reference(claim, step), step.flag() ? null : 21_780L, AT));
            case 8 ->
                account.decide(
                        step.flag()
                                ? new NoteRejected(claim, reference(claim, step), "AC04", AT)
                                : new PayAgain(claim, null, reference(claim, step), ReturnReason.REJECTED, "a", AT));
            default ->
                step.flag() && account.claims().isEmpty()
                        ? account.record(new CancellationRecorded(
                                booking,
                                account.receivedCents() / 2,
                                account.receivedCents() - account.receivedCents() / 2,
                                AT))
                        : Decision.nothing();
        };
    }

    /** Sponsors pay the whole or half (CN 2.1); a price goes down once what was asked is received (D-4). */
    private static Decision<BookingEvent> sponsorOrLowerPrice(BookingAccount account, UUID booking, Step step) {
        long price = account.coPaymentCents();
        if (step.flag()) {
            return account.record(
                    new SponsorshipRecorded(booking, new UUID(9, 1), price / (1 + step.session() % 2), AT, AT));
        }
        long sponsors = step.session() % 2 == 0 ? 0 : (price - 3_000) / 2;
        return account.receivedCents() >= price && price > 3_000
                ? account.record(new PriceLoweringRecorded(
                        booking, 3_000, price - 3_000 - sponsors, sponsors, account.usedAbove(3_000), AT))
                : Decision.nothing();
    }

    /** Of the first or the second file in which the payout stands. */
    private static String reference(UUID claim, Step step) {
        return BookingAccount.endToEndIdOf(BookingAccount.payoutOf(claim), step.session() < 4 ? 1 : 2);
    }

    private static Counsellor counsellor(boolean liable) {
        return Counsellor.EMPTY.evolve(new CounsellorRecorded(COUNSELLOR, DAY, liable, AT));
    }
}
