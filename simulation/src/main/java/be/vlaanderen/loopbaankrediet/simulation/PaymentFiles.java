package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.payout.batch.Batch;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchApproved;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchHeld;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchMade;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchRefused;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchSent;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.BatchedPayout;
import be.vlaanderen.loopbaankrediet.payout.batch.BatchEvent.StopReason;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingAccount.ToPay;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.AssignToBatch;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NotePaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.PayAgain;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.SetOffPart;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutReturned;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ReturnReason;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Outcome;
import be.vlaanderen.loopbaankrediet.platform.web.Days;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Payments of payout-service: files to the bank and what the bank says of them. */
final class PaymentFiles {

    /** The payment file of a batch that was not sent for sure. */
    private static final class File {
        final List<Bank.Payment> payments;
        boolean maybeAtBank;
        int sent;

        File(List<Bank.Payment> payments) {
            this.payments = payments;
        }
    }

    private final World world;
    private final Payouts payouts;
    private final Bank bank;
    private final Map<String, UUID> claimOf = new HashMap<>();
    private final Map<UUID, UUID> batchOf = new LinkedHashMap<>();
    private final Map<UUID, BatchMade> batches = new LinkedHashMap<>();
    // tables that are no view of events
    private final Map<UUID, File> files = new LinkedHashMap<>();
    private final Set<String> workList = new LinkedHashSet<>();
    private int bankCursor;
    // what provider-registry-service answers when it is asked for payees
    private final Set<UUID> withoutAccount = new HashSet<>();

    PaymentFiles(World world, Payouts payouts, Bank bank) {
        this.world = world;
        this.payouts = payouts;
        this.bank = bank;
        payouts.store.view(event -> {
            switch (event.payload()) {
                case PayoutBatched e -> {
                    claimOf.put(e.endToEndId(), e.claim());
                    batchOf.put(e.claim(), e.batch());
                }
                case PayoutReturned e -> batchOf.remove(e.claim());
                case BatchMade e -> batches.put(e.batch(), e);
                default -> {}
            }
        });
    }

    void losesOrFindsAccount(UUID counsellor) {
        if (!withoutAccount.remove(counsellor)) {
            withoutAccount.add(counsellor);
        }
    }

    void everybodyHasAccount() {
        withoutAccount.clear();
    }

    void makeFile() {
        List<ClaimReceived> waiting = payouts.received().stream()
                .filter(claim -> !withoutAccount.contains(claim.counsellor()))
                .filter(claim ->
                        payouts.accountOf(claim.booking()).toPay(claim.claim()).isPresent())
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        UUID batch = world.uuid();
        Instant at = payouts.now();
        List<Bank.Payment> payments = new ArrayList<>();
        payouts.store.transaction(() -> {
            List<BatchedPayout> batched = new ArrayList<>();
            boolean again = false;
            for (ClaimReceived each : waiting) {
                ToPay toPay =
                        payouts.accountOf(each.booking()).toPay(each.claim()).orElseThrow();
                List<SetOffPart> setOffs = payouts.setOff(each.counsellor(), toPay, at);
                long set = setOffs.stream().mapToLong(SetOffPart::amountCents).sum();
                if (payouts.account(
                                        each.booking(),
                                        account -> account.decide(new AssignToBatch(each.claim(), batch, setOffs, at)))
                                instanceof Outcome.Accepted<BookingAccount, BookingEvent> accepted
                        && !accepted.events().isEmpty()
                        && accepted.events().getLast() instanceof PayoutBatched assigned) {
                    payments.add(new Bank.Payment(assigned.endToEndId(), toPay.leftCents() - set));
                    batched.add(new BatchedPayout(assigned.payout(), assigned.claim(), assigned.booking()));
                    again |= toPay.again();
                }
            }
            if (payments.isEmpty()) {
                return null;
            }
            long total = payments.stream().mapToLong(Bank.Payment::amountCents).sum();
            int officers = total > world.fourEyesAboveCents() ? 2 : again ? 1 : 0;
            BatchMade made = new BatchMade(batch, batched, total, Days.of(at), officers, at);
            return payouts.store.handle(Batch.AGGREGATE, Batch.stream(batch), state -> state.record(made));
        });
        if (!payments.isEmpty()) {
            files.put(batch, new File(List.copyOf(payments)));
        }
    }

    void sendFiles() {
        for (Map.Entry<UUID, File> each : List.copyOf(files.entrySet())) {
            File file = each.getValue();
            if (batch(each.getKey()).status() != Batch.Status.RELEASED) {
                continue;
            }
            boolean before = file.maybeAtBank;
            file.maybeAtBank = true;
            world.mayStop();
            String id = each.getKey() + (world.guarded(Guard.FILE_ID) ? "" : "-" + file.sent++);
            try {
                if (bank.send(id, file.payments)) {
                    world.mayStop();
                    noteSent(each.getKey());
                } else {
                    file.maybeAtBank = before;
                }
            } catch (Silent silent) {
                file.maybeAtBank = true; // sent again
            }
        }
    }

    private void noteSent(UUID batch) {
        payouts.store.transaction(() -> {
            for (BatchedPayout payout : Service.must(payouts.store.handle(
                            Batch.AGGREGATE,
                            Batch.stream(batch),
                            state -> state.record(new BatchSent(batch, payouts.now()))))
                    .payouts()) {
                payouts.account(
                        payout.booking(), account -> account.decide(new NoteSent(payout.claim(), payouts.now())));
            }
            return null;
        });
        files.remove(batch);
    }

    void takeInAnswers() {
        while (bankCursor < bank.answers().size()) {
            Bank.Answer answer = bank.answers().get(bankCursor);
            payouts.store.transaction(() -> {
                takeIn(answer);
                return null;
            });
            bankCursor++;
        }
    }

    private void takeIn(Bank.Answer answer) {
        switch (answer) {
            case Bank.Booked booked ->
                note(
                        booked.endToEndId(),
                        claim -> new NotePaid(claim, booked.endToEndId(), booked.amountCents(), payouts.now()));
            case Bank.Rejected rejected ->
                note(
                        rejected.endToEndId(),
                        claim -> new NoteRejected(claim, rejected.endToEndId(), rejected.reason(), payouts.now()));
            case Bank.FileRejected rejected -> {
                UUID batch = UUID.fromString(rejected.file().substring(0, 36));
                List<UUID> in = batchOf.entrySet().stream()
                        .filter(each -> each.getValue().equals(batch))
                        .map(Map.Entry::getKey)
                        .toList();
                if (in.isEmpty()) {
                    workList.add("UNKNOWN_REFERENCE " + rejected.file());
                }
                in.forEach(claim ->
                        note(claim, rejected.file(), new NoteRejected(claim, null, rejected.reason(), payouts.now())));
            }
            case Bank.Credited credited -> {
                if (payouts.receive(credited) < credited.amountCents()) {
                    workList.add("REPAID_TOO_MUCH " + credited.reference());
                }
            }
        }
    }

    private void note(String endToEndId, Function<UUID, BookingCommand> command) {
        UUID claim = claimOf.get(endToEndId);
        if (claim == null) {
            workList.add("UNKNOWN_REFERENCE " + endToEndId);
        } else {
            note(claim, endToEndId, command.apply(claim));
        }
    }

    private void note(UUID claim, String reference, BookingCommand command) {
        if (payouts.account(known(claim).booking(), account -> account.decide(command))
                instanceof Outcome.Refused<BookingAccount, BookingEvent> refused) {
            workList.add(refused.reason().name() + " " + reference);
        }
    }

    private ClaimReceived known(UUID claim) {
        ClaimReceived known = payouts.received(claim);
        if (known == null) {
            throw new IllegalStateException("claim " + claim + " was never received");
        }
        return known;
    }

    boolean release(UUID batch, String officer) {
        return payouts.store.handle(
                        Batch.AGGREGATE,
                        Batch.stream(batch),
                        state -> (world.guarded(Guard.FOUR_EYES_FILE) ? state : approvedBySomebodyElse(state))
                                .release(batch, officer, Days.of(payouts.now()), payouts.now()))
                instanceof Outcome.Accepted<Batch, BatchEvent>;
    }

    private static Batch approvedBySomebodyElse(Batch batch) {
        return new Batch(
                batch.made(),
                batch.approvals().stream()
                        .map(each -> new BatchApproved(
                                each.batch(), "somebody else", each.executeOn(), each.released(), each.at()))
                        .toList(),
                batch.officersNeeded(),
                batch.held(),
                batch.refused(),
                batch.sentAt());
    }

    boolean hold(UUID batch, String officer) {
        return payouts.store.handle(
                        Batch.AGGREGATE,
                        Batch.stream(batch),
                        state -> state.hold(
                                new BatchHeld(batch, StopReason.AMOUNT_UNUSUAL, null, officer, payouts.now())))
                instanceof Outcome.Accepted<Batch, BatchEvent>;
    }

    boolean refuse(UUID batch, String officer) {
        return payouts.asks(() -> refuses(batch, officer));
    }

    private boolean refuses(UUID batch, String officer) {
        File file = files.get(batch);
        boolean maybeAtBank = file != null && file.maybeAtBank && world.guarded(Guard.MAYBE_AT_BANK);
        boolean refused = Service.accepted(() -> payouts.store.transaction(() -> {
            Batch after = Service.must(payouts.store.handle(
                    Batch.AGGREGATE,
                    Batch.stream(batch),
                    state -> state.refuse(
                            new BatchRefused(batch, StopReason.MADE_TWICE, null, officer, payouts.now()),
                            maybeAtBank)));
            for (BatchedPayout payout : after.payouts()) {
                Service.must(payouts.account(
                        payout.booking(),
                        account -> account.decide(new PayAgain(
                                payout.claim(), batch, null, ReturnReason.BATCH_REFUSED, officer, payouts.now()))));
            }
            return after;
        }));
        if (refused) {
            files.remove(batch);
        }
        return refused;
    }

    /** Pays again what the bank rejected. */
    boolean payAgain(UUID claim, String officer) {
        ClaimReceived known = payouts.received(claim);
        var batched = known == null
                ? null
                : payouts.accountOf(known.booking())
                        .standing(claim)
                        .map(BookingAccount.Standing::batched)
                        .orElse(null);
        return known != null
                && batched != null
                && payouts.asks(() -> payouts.account(
                                known.booking(),
                                account -> account.decide(new PayAgain(
                                        claim,
                                        null,
                                        batched.endToEndId(),
                                        ReturnReason.REJECTED,
                                        officer,
                                        payouts.now())))
                        instanceof Outcome.Accepted<BookingAccount, BookingEvent>);
    }

    List<UUID> batches() {
        return new ArrayList<>(batches.keySet());
    }

    Batch batch(UUID batch) {
        return payouts.store.state(Batch.AGGREGATE, Batch.stream(batch));
    }

    /** What waits for a person, as the back office sees it. */
    Set<String> workList() {
        return workList;
    }
}
