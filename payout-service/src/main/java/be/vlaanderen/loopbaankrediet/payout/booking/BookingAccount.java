package be.vlaanderen.loopbaankrediet.payout.booking;

import static be.vlaanderen.loopbaankrediet.payout.booking.BookingRefusal.AMOUNT_DIFFERS;
import static be.vlaanderen.loopbaankrediet.payout.booking.BookingRefusal.ANSWER_DOES_NOT_FIT;
import static be.vlaanderen.loopbaankrediet.payout.booking.BookingRefusal.NOT_REJECTED;

import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.AssignToBatch;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.DecideClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NotePaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.NoteSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.PayAgain;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.ReleaseClaim;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingCommand.SetOffPart;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.BookingRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CancellationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimKept;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReceived;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimReleased;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ClaimedSession;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.CoPaymentRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.HoursReturnRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.KeptReason;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.LapseRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutApproved;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutBatched;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutPaid;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRefused;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutRejected;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutReturned;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSent;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PayoutSetOff;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.PriceLoweringRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.RestorationRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.ReturnReason;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.SponsorshipRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueDropped;
import be.vlaanderen.loopbaankrediet.payout.booking.BookingEvent.UndueRecorded;
import be.vlaanderen.loopbaankrediet.payout.booking.Claim.Status;
import be.vlaanderen.loopbaankrediet.payout.counsellor.Counsellor;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Aggregate;
import be.vlaanderen.loopbaankrediet.platform.eventstore.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The money of one booking: what was received, and the claims with their one payout each.
 *
 * @param booking null when the reservation was never heard of
 * @param receivedCents co-payment received
 * @param paidOn Brussels day on which the co-payment came
 * @param ended lapsed or cancelled
 * @param returnedHalfHours that went back to the citizen (D-6)
 * @param returnedCents co-payment that went back with them, and with time that is never paid (D-95)
 * @param usedCents of the co-payment, for delivered time at the price that holds now
 * @param loweredCents by which the co-payment of the whole block became less (D-4)
 */
public record BookingAccount(
        @Nullable BookingRecorded booking,
        long receivedCents,
        @Nullable LocalDate paidOn,
        boolean ended,
        int returnedHalfHours,
        long returnedCents,
        long usedCents,
        long loweredCents,
        Map<UUID, Claim> claims) {

    public static final BookingAccount EMPTY = new BookingAccount(null, 0, null, false, 0, 0, 0, 0, Map.of());
    public static final Aggregate<BookingAccount, BookingEvent> AGGREGATE =
            new Aggregate<>("BookingAccount", EMPTY, BookingAccount::evolve);

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** One payout for a claim, so its id follows from the claim's. */
    public static UUID payoutOf(UUID claim) {
        return UUID.nameUUIDFromBytes(("payout of " + claim).getBytes(StandardCharsets.UTF_8));
    }

    /** What the bank gives back with every answer: the payout id in 32 characters, and from the second file on its number (ISO 20022: 35). */
    public static String endToEndIdOf(UUID payout, int file) {
        return payout.toString().replace("-", "") + (file == 1 ? "" : file);
    }

    /**
     * A payout that waits for a file.
     *
     * @param again it stood in a file before
     */
    public record ToPay(PayoutApproved payout, long leftCents, boolean again) {}

    public boolean isKnown() {
        return booking != null;
    }

    public BookingRecorded known() {
        if (booking == null) {
            throw new IllegalStateException("the booking is not known");
        }
        return booking;
    }

    /** The payout of a claim, if it is paid: by the bank or by set-off. */
    public Optional<PayoutApproved> paid(UUID claim) {
        return Optional.ofNullable(claims.get(claim))
                .filter(found -> found.status() == Status.PAID || found.status() == Status.SET_OFF)
                .map(Claim::payout);
    }

    /** The payout of a claim, if it waits for payment. */
    public Optional<ToPay> toPay(UUID claim) {
        return Optional.ofNullable(claims.get(claim))
                .filter(found -> found.status() == Status.APPROVED)
                .map(found -> new ToPay(found.payout(), found.toPayCents(), found.files() > 0));
    }

    /** Of the whole block, as it is now. */
    public long coPaymentCents() {
        return known().coPaymentCents() - loweredCents;
    }

    /** What of the co-payment was used for delivered time, above what that time costs at a new price of the block (D-4). */
    public long usedAbove(long newCoPaymentCents) {
        return Math.max(
                0, usedCents - Tariff.coPaymentUpTo(newCoPaymentCents, known().halfHours(), approvedHalfHours()));
    }

    /**
     * Where a claim stands.
     *
     * @param status as in the answers over HTTP
     * @param batched the last file it stood in
     */
    public record Standing(
            String status,
            @Nullable PayoutApproved approved,
            @Nullable PayoutBatched batched,
            long setOffCents) {}

    public Optional<Standing> standing(UUID claim) {
        return Optional.ofNullable(claims.get(claim))
                .map(found ->
                        new Standing(found.status().name(), found.approved(), found.batched(), found.setOffCents()));
    }

    /** All half hours of the block are approved for payment, went back to the citizen or are never paid. */
    public boolean isFullyClaimed() {
        return approvedHalfHours() >= halfHoursToDeliver();
    }

    public Decision<BookingEvent> record(BookingRecorded recorded) {
        return isKnown() ? Decision.nothing() : Decision.of(recorded);
    }

    public Decision<BookingEvent> record(CoPaymentRecorded recorded) {
        return Decision.of(recorded); // each message counts once, a second receipt is money too
    }

    public Decision<BookingEvent> record(SponsorshipRecorded recorded) {
        return Decision.of(recorded); // each message counts once
    }

    public Decision<BookingEvent> record(PriceLoweringRecorded recorded) {
        return Decision.of(recorded); // each message counts once; who pays later gets the difference back later
    }

    public Decision<BookingEvent> record(RestorationRecorded recorded) {
        return Decision.of(recorded); // each message counts once
    }

    public Decision<BookingEvent> record(UndueRecorded recorded) {
        return Decision.of(recorded); // each message counts once
    }

    public Decision<BookingEvent> record(UndueDropped recorded) {
        return Decision.of(recorded); // known to be open where this is asked
    }

    public Decision<BookingEvent> record(LapseRecorded recorded) {
        return ended ? Decision.nothing() : Decision.of(recorded);
    }

    public Decision<BookingEvent> record(CancellationRecorded recorded) {
        return ended ? Decision.nothing() : Decision.of(recorded);
    }

    public Decision<BookingEvent> record(HoursReturnRecorded recorded) {
        return recorded.halfHours() == 0 ? Decision.nothing() : Decision.of(recorded); // each message counts once
    }

    public Decision<BookingEvent> record(ClaimReceived received) {
        return claims.containsKey(received.claim()) ? Decision.nothing() : Decision.of(received);
    }

    public Decision<BookingEvent> decide(BookingCommand command) {
        Claim claim = claims.get(command.claim());
        if (command instanceof ReleaseClaim release) {
            return release(claim, release);
        }
        if (claim == null) {
            return Decision.nothing();
        }
        return switch (command) {
            case DecideClaim decide -> decide(claim, decide);
            case AssignToBatch assign -> assign(claim, assign);
            case NoteSent sent ->
                claim.status() == Status.BATCHED ? Decision.of(sent(claim, sent.at())) : Decision.nothing();
            case NotePaid paid -> notePaid(claim, paid);
            case NoteRejected rejected -> noteRejected(claim, rejected);
            case PayAgain again -> payAgain(claim, again);
            case ReleaseClaim _ -> Decision.nothing();
        };
    }

    /** D-10: all failing conditions are named. Topics have no common order, so what may still be under way is waited for. */
    private Decision<BookingEvent> decide(Claim claim, DecideClaim command) {
        if (claim.status() != Status.OPEN) {
            return Decision.nothing();
        }
        boolean complete = coPaymentReceived()
                && hasBudget(command)
                && command.counsellor().isKnown()
                && claim.received().sessions().stream()
                        .allMatch(session -> command.counsellor().isRegisteredOn(session.deliveredOn()));
        if (!complete && !ended && !command.lastCall()) {
            return Decision.nothing();
        }
        ClaimReceived received = claim.received();
        List<FailedCheck> failed = failedChecks(claim, command);
        if (!failed.isEmpty()) {
            return Decision.of(new PayoutRefused(
                    received.claim(),
                    received.booking(),
                    received.counsellor(),
                    failed,
                    neverPaid(received, failed, command.counsellor()),
                    command.at()));
        }
        Tariff.Amounts amounts = amounts(claim, command.counsellor());
        if (amounts.governmentShareCents() > command.budgetCents()) {
            return Decision.nothing(); // D-64: owed, so it waits for budget and is not refused
        }
        return Decision.of(new PayoutApproved(
                payoutOf(received.claim()),
                received.claim(),
                received.booking(),
                received.counsellor(),
                claim.halfHours(),
                amounts.exclVatCents(),
                amounts.vatCents(),
                amounts.totalCents(),
                amounts.coPaymentCents(),
                amounts.governmentShareCents(),
                command.at()));
    }

    /** Neither approved nor refused nor taken back. */
    public boolean isOpen(UUID claim) {
        Claim found = claims.get(claim);
        return found != null && found.status() == Status.OPEN;
    }

    /** Government's share of a claim that waits for nothing but budget (D-64); 0 of any other. */
    public long owedCents(DecideClaim command) {
        Claim claim = claims.get(command.claim());
        if (claim == null
                || !isOpen(command.claim())
                || !failedChecks(claim, command).isEmpty()) {
            return 0;
        }
        long share = amounts(claim, command.counsellor()).governmentShareCents();
        return share > command.budgetCents() ? share : 0;
    }

    /** Never what the bank may have; what is not known yet is remembered, so that its claim is passed over when it comes. */
    private Decision<BookingEvent> release(@Nullable Claim claim, ReleaseClaim command) {
        KeptReason kept = switch (claim == null ? Status.OPEN : claim.status()) {
            case OPEN, RELEASED -> null;
            case REFUSED -> claim != null && claim.neverPaidHalfHours() > 0 ? KeptReason.REFUSED : null;
            case APPROVED -> claim != null && claim.setOffCents() > 0 ? KeptReason.IN_PAYMENT : null;
            case BATCHED, SENT, REJECTED -> KeptReason.IN_PAYMENT;
            case PAID, SET_OFF -> command.clawedBack() ? KeptReason.CLAWED_BACK : KeptReason.PAID;
        };
        if (kept != null) {
            return Decision.of(
                    new ClaimKept(command.claim(), command.booking(), command.counsellor(), kept, command.at()));
        }
        if (claim != null && claim.status() == Status.RELEASED) {
            return Decision.nothing();
        }
        PayoutApproved owed = claim == null ? null : claim.approved();
        long coPayment = owed == null ? 0 : usedWithout(owed);
        return Decision.of(new ClaimReleased(
                command.claim(),
                command.booking(),
                command.counsellor(),
                owed == null ? null : owed.payout(),
                owed == null ? 0 : owed.totalCents(),
                coPayment,
                owed == null ? 0 : owed.totalCents() - coPayment,
                command.at()));
    }

    /** By how much less of the co-payment is used without a payout; not always what it said, for the price may have been lowered since. */
    private long usedWithout(PayoutApproved payout) {
        long rest =
                Tariff.coPaymentUpTo(coPaymentCents(), known().halfHours(), approvedHalfHours() - payout.halfHours());
        return Math.clamp(usedCents - rest, 0, payout.totalCents());
    }

    private List<FailedCheck> failedChecks(Claim claim, DecideClaim command) {
        ClaimReceived received = claim.received();
        Counsellor counsellor = command.counsellor();
        LocalDate submittedOn = submittedOn(received);
        List<ClaimedSession> sessions = received.sessions();
        List<FailedCheck> failed = new ArrayList<>();
        fail(failed, FailedCheck.CO_PAYMENT_NOT_RECEIVED, !coPaymentReceived());
        fail(failed, FailedCheck.BUDGET_NOT_COMMITTED, !hasBudget(command));
        fail(failed, FailedCheck.BOOKING_ENDED, ended);
        fail(
                failed,
                FailedCheck.NOT_THE_BOOKED_COUNSELLOR,
                !known().counsellor().equals(received.counsellor()));
        fail(
                failed,
                FailedCheck.COUNSELLOR_NOT_REGISTERED,
                sessions.stream().anyMatch(session -> !counsellor.isRegisteredOn(session.deliveredOn())));
        fail(
                failed,
                FailedCheck.SESSION_IN_FUTURE,
                sessions.stream().anyMatch(session -> session.deliveredOn().isAfter(submittedOn)));
        fail(failed, FailedCheck.SESSION_BEFORE_PAYMENT, sessions.stream().anyMatch(this::isBeforePayment));
        fail(failed, FailedCheck.SESSION_ALREADY_CLAIMED, sessionClaimedTwice(received));
        fail(failed, FailedCheck.MORE_THAN_THE_BLOCK, approvedHalfHours() + claim.halfHours() > halfHoursToDeliver());
        return failed;
    }

    /**
     * D-95: a day of delivery does not become another, so government never pays for these sessions. What is not payable because something was
     * not heard of, or because its time is paid or gave back elsewhere, is left as it is.
     */
    private List<ClaimedSession> neverPaid(ClaimReceived received, List<FailedCheck> failed, Counsellor counsellor) {
        if (failed.stream().anyMatch(FailedCheck.TIME_IS_ELSEWHERE::contains)) {
            return List.of();
        }
        if (failed.contains(FailedCheck.NOT_THE_BOOKED_COUNSELLOR)) {
            return received.sessions();
        }
        LocalDate submittedOn = submittedOn(received);
        return received.sessions().stream()
                .filter(session -> (counsellor.isKnown() && !counsellor.isRegisteredOn(session.deliveredOn()))
                        || session.deliveredOn().isAfter(submittedOn)
                        || isBeforePayment(session))
                .toList();
    }

    private static LocalDate submittedOn(ClaimReceived received) {
        return LocalDate.ofInstant(received.submittedAt(), BRUSSELS);
    }

    private boolean isBeforePayment(ClaimedSession session) {
        return paidOn != null && session.deliveredOn().isBefore(paidOn);
    }

    private static void fail(List<FailedCheck> failed, FailedCheck check, boolean fails) {
        if (fails) {
            failed.add(check);
        }
    }

    private int halfHoursToDeliver() {
        return known().halfHours() - returnedHalfHours - neverPaidHalfHours();
    }

    private int neverPaidHalfHours() {
        return claims.values().stream().mapToInt(Claim::neverPaidHalfHours).sum();
    }

    private boolean coPaymentReceived() {
        return receivedCents + returnedCents >= coPaymentCents();
    }

    /** A commitment that is settled in full is gone, also when a first claim took all of it. */
    private boolean hasBudget(DecideClaim command) {
        return command.budgetCents() > 0 || approvedHalfHours() > 0 || isFullyClaimed();
    }

    private boolean sessionClaimedTwice(ClaimReceived received) {
        Set<UUID> seen = new HashSet<>();
        claims.values().stream()
                .filter(Claim::isPayable)
                .flatMap(claim -> claim.received().sessions().stream())
                .forEach(session -> seen.add(session.session()));
        return received.sessions().stream().anyMatch(session -> !seen.add(session.session()));
    }

    private int approvedHalfHours() {
        return claims.values().stream()
                .filter(Claim::isPayable)
                .mapToInt(Claim::halfHours)
                .sum();
    }

    /** CN 2.1: the tariff and the regime of each day of delivery. */
    private Tariff.Amounts amounts(Claim claim, Counsellor counsellor) {
        long exclVat = 0;
        long vat = 0;
        for (ClaimedSession session : claim.received().sessions()) {
            Tariff tariff = Tariff.on(session.deliveredOn());
            exclVat += session.halfHours() * tariff.halfHourCents();
            if (counsellor.isVatLiableOn(session.deliveredOn())) {
                vat += session.halfHours() * tariff.halfHourVatCents();
            }
        }
        int after = approvedHalfHours() + claim.halfHours();
        long coPayment = Math.max(0, Tariff.coPaymentUpTo(coPaymentCents(), known().halfHours(), after) - usedCents);
        return new Tariff.Amounts(exclVat, vat, coPayment);
    }

    private static Decision<BookingEvent> assign(Claim claim, AssignToBatch command) {
        if (claim.status() != Status.APPROVED) {
            return Decision.nothing();
        }
        PayoutApproved payout = claim.payout();
        List<BookingEvent> events = new ArrayList<>();
        long left = claim.toPayCents();
        for (SetOffPart part : command.setOffs()) {
            left -= part.amountCents();
            events.add(new PayoutSetOff(
                    payout.payout(),
                    payout.claim(),
                    payout.booking(),
                    payout.counsellor(),
                    part.clawback(),
                    part.amountCents(),
                    left,
                    command.at()));
        }
        if (left < 0) {
            throw new IllegalStateException("more is set off than payout " + payout.payout() + " holds");
        }
        if (left > 0) {
            events.add(new PayoutBatched(
                    payout.payout(),
                    payout.claim(),
                    payout.booking(),
                    command.batch(),
                    endToEndIdOf(payout.payout(), claim.files() + 1),
                    left,
                    command.at()));
        }
        return Decision.of(events);
    }

    private static PayoutSent sent(Claim claim, Instant at) {
        PayoutApproved payout = claim.payout();
        PayoutBatched batched = claim.batch();
        return new PayoutSent(
                payout.payout(),
                payout.claim(),
                payout.booking(),
                payout.counsellor(),
                batched.batch(),
                batched.endToEndId(),
                claim.toPayCents(),
                at);
    }

    private static Decision<BookingEvent> notePaid(Claim claim, NotePaid command) {
        if (claim.isAbout(command.endToEndId()) && claim.status() == Status.PAID) {
            return Decision.nothing();
        }
        if (!claim.isAtBank() || !claim.isAbout(command.endToEndId())) {
            return Decision.refused(ANSWER_DOES_NOT_FIT);
        }
        PayoutApproved payout = claim.payout();
        if (command.amountCents() != null && command.amountCents() != claim.toPayCents()) {
            return Decision.refused(AMOUNT_DIFFERS);
        }
        List<BookingEvent> events = unnotedSending(claim, command.at());
        events.add(new PayoutPaid(
                payout.payout(),
                payout.claim(),
                payout.booking(),
                payout.counsellor(),
                claim.batch().endToEndId(),
                claim.toPayCents(),
                payout.coPaymentCents(),
                payout.governmentShareCents(),
                command.at()));
        return Decision.of(events);
    }

    private static Decision<BookingEvent> noteRejected(Claim claim, NoteRejected command) {
        if (claim.isAbout(command.endToEndId()) && claim.status() == Status.REJECTED) {
            return Decision.nothing();
        }
        if (!claim.isAtBank() || !claim.isAbout(command.endToEndId())) {
            return Decision.refused(ANSWER_DOES_NOT_FIT);
        }
        PayoutApproved payout = claim.payout();
        List<BookingEvent> events = unnotedSending(claim, command.at());
        events.add(new PayoutRejected(
                payout.payout(),
                payout.claim(),
                payout.booking(),
                payout.counsellor(),
                claim.batch().endToEndId(),
                command.reasonCode(),
                command.at()));
        return Decision.of(events);
    }

    /** Domain 7: a rejected payment is repaired and paid once; so is one whose file an officer refused. */
    private static Decision<BookingEvent> payAgain(Claim claim, PayAgain command) {
        boolean done = claim.files() > 0
                && (claim.status() == Status.APPROVED
                        || !claim.isAbout(command.endToEndId())
                        || (command.batch() != null && !claim.batch().batch().equals(command.batch())));
        if (done) {
            return Decision.nothing();
        }
        if (claim.status() != (command.reason() == ReturnReason.REJECTED ? Status.REJECTED : Status.BATCHED)) {
            return Decision.refused(NOT_REJECTED);
        }
        PayoutApproved payout = claim.payout();
        return Decision.of(new PayoutReturned(
                payout.payout(),
                payout.claim(),
                payout.booking(),
                claim.batch().endToEndId(),
                command.reason(),
                command.officer(),
                command.at()));
    }

    /** The bank's answer proves that the file was sent, also when this service stopped before it could note so. */
    private static List<BookingEvent> unnotedSending(Claim claim, Instant at) {
        List<BookingEvent> events = new ArrayList<>();
        if (claim.status() == Status.BATCHED) {
            events.add(sent(claim, at));
        }
        return events;
    }

    public BookingAccount evolve(BookingEvent event) {
        Draft next = new Draft(this);
        switch (event) {
            case BookingRecorded recorded -> next.booking = recorded;
            case CoPaymentRecorded received -> next.receive(received.amountCents(), received.receivedAt());
            case SponsorshipRecorded sponsored -> next.receive(sponsored.amountCents(), sponsored.sponsoredAt());
            case PriceLoweringRecorded lowered -> {
                next.receivedCents -= lowered.refundCents() + lowered.sponsorRefundCents();
                next.usedCents -= lowered.usedAboveCents();
                next.loweredCents = known().coPaymentCents() - lowered.coPaymentCents();
            }
            case LapseRecorded _ -> next.ended = true;
            case CancellationRecorded cancelled -> {
                next.ended = true;
                next.receivedCents -= cancelled.refundCents() + cancelled.sponsorRefundCents();
            }
            case HoursReturnRecorded returned -> {
                next.giveBack(returned.refundCents() + returned.sponsorRefundCents());
                next.returnedHalfHours += returned.halfHours();
            }
            case RestorationRecorded restored -> {
                if (restored.claimRefused()) {
                    next.giveBack(restored.refundCents() + restored.sponsorRefundCents());
                }
            }
            case UndueRecorded _, UndueDropped _, ClaimKept _ -> {}
            case ClaimReleased released -> {
                Claim before = claims.get(released.claim());
                Claim known = before != null
                        ? before
                        : Claim.open(new ClaimReceived(
                                released.claim(),
                                released.booking(),
                                released.counsellor(),
                                List.of(),
                                released.at(),
                                released.at()));
                next.usedCents -= released.coPaymentCents();
                next.put(released.claim(), known.released());
            }
            case ClaimReceived received -> next.put(received.claim(), Claim.open(received));
            case PayoutApproved approved -> {
                next.usedCents += approved.coPaymentCents();
                next.put(approved.claim(), claim(approved.claim()).with(approved));
            }
            case PayoutRefused refused ->
                next.put(refused.claim(), claim(refused.claim()).refused(refused.neverPaidHalfHours()));
            case PayoutBatched batched ->
                next.put(batched.claim(), claim(batched.claim()).with(batched));
            case PayoutReturned returned ->
                next.put(returned.claim(), claim(returned.claim()).with(Status.APPROVED));
            case PayoutSetOff setOff ->
                next.put(setOff.claim(), claim(setOff.claim()).with(setOff));
            case PayoutSent sent -> next.put(sent.claim(), claim(sent.claim()).with(Status.SENT));
            case PayoutPaid paid -> next.put(paid.claim(), claim(paid.claim()).with(Status.PAID));
            case PayoutRejected rejected ->
                next.put(rejected.claim(), claim(rejected.claim()).with(Status.REJECTED));
        }
        return next.done();
    }

    private Claim claim(UUID id) {
        Claim claim = claims.get(id);
        if (claim == null) {
            throw new IllegalStateException("claim " + id + " was never received");
        }
        return claim;
    }

    /** A state in which some things are changed. */
    private static final class Draft {
        private @Nullable BookingRecorded booking;
        private long receivedCents;
        private @Nullable LocalDate paidOn;
        private boolean ended;
        private int returnedHalfHours;
        private long returnedCents;
        private long usedCents;
        private long loweredCents;
        private Map<UUID, Claim> claims;

        Draft(BookingAccount from) {
            booking = from.booking;
            receivedCents = from.receivedCents;
            paidOn = from.paidOn;
            ended = from.ended;
            returnedHalfHours = from.returnedHalfHours;
            returnedCents = from.returnedCents;
            usedCents = from.usedCents;
            loweredCents = from.loweredCents;
            claims = from.claims;
        }

        void receive(long cents, Instant at) {
            receivedCents += cents;
            paidOn = paidOn == null ? LocalDate.ofInstant(at, BRUSSELS) : paidOn;
        }

        /** For time that is not delivered, or not paid. */
        void giveBack(long cents) {
            receivedCents -= cents;
            returnedCents += cents;
        }

        void put(UUID id, Claim claim) {
            Map<UUID, Claim> changed = new HashMap<>(claims);
            changed.put(id, claim);
            claims = Map.copyOf(changed);
        }

        BookingAccount done() {
            return new BookingAccount(
                    booking,
                    receivedCents,
                    paidOn,
                    ended,
                    returnedHalfHours,
                    returnedCents,
                    usedCents,
                    loweredCents,
                    claims);
        }
    }
}
